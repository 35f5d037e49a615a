"""Comments on cells of a sheet: their texts, and the drawings by which they are shown.

Source: ECMA-376 Part 1, section 18.7 (comments); Part 4, section 19 (VML), as spreadsheet programs
write it.
"""

import re
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from co2desk.importing.patching.package import Package, UnknownPackageError
from co2desk.importing.patching.sheet import cell_text
from co2desk.importing.readers.letters import column_index

AUTHOR = "co2desk"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_AUTHOR = re.compile(rb"<(?:\w+:)?author(?:/>|>(.*?)</(?:\w+:)?author>)", re.DOTALL)
_COMMENT = re.compile(rb"<(?:\w+:)?comment\b([^>]*)>.*?</(?:\w+:)?comment>", re.DOTALL)
_SHAPE = re.compile(rb"<v:shape\b.*?</v:shape>", re.DOTALL)
_SHAPE_PLACE = re.compile(rb"<x:(Row|Column)>\s*([0-9]+)\s*</x:")
_TEXT_BOX = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_DRAWING = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_SHAPE_BASE = 50_000


def write_comments(package: Package, sheet: str, drawing: str, said: Mapping[str, str]) -> None:
    """Put comments on cells; `said` are their texts by reference ("C7").

    Comments of earlier copies are dropped; on a cell with a comment of the person, that one stays.
    `drawing` is the part that shows the comments of the part `sheet`.

    Raises:
        UnknownPackageError: the comments that are there cannot be read.
    """
    part = package.related(sheet, "comments")
    if part is None:
        if not said:
            return
        part = package.free_name("xl/comments{}.xml")
        package.write(part, _no_comments())
        package.declare(part, "spreadsheetml.comments+xml")
        package.relate(sheet, _RELATION.format("comments"), part)
    content, author, dropped = _without_ours(package.read(part))
    taken = {reference for _, reference in _comments(content)}
    new = {place: text for place, text in said.items() if place not in taken}
    prefix = _prefix(content)
    entries = "".join(
        f'<{prefix}comment ref="{place}" authorId="{author}"><{prefix}text><{prefix}t'
        f' xml:space="preserve">{cell_text(text)}</{prefix}t></{prefix}text></{prefix}comment>'
        for place, text in new.items()
    )
    package.write(part, _before(content, f"</{prefix}commentList>", entries))
    package.write(drawing, _with_shapes(package.read(drawing), dropped, list(new)))


def drawing_of(package: Package, sheet: str) -> tuple[str, str]:
    """A new, empty part for drawings of comments, and the relation by which `sheet` uses it."""
    part = package.free_name("xl/drawings/vmlDrawing{}.vml")
    package.write(part, _DRAWING.encode())
    package.declare(part, "vmlDrawing")
    return part, package.relate(sheet, _RELATION.format("vmlDrawing"), part)


def _no_comments() -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{_MAIN}">'
        f"<authors><author>{AUTHOR}</author></authors><commentList></commentList></comments>"
    ).encode()


def _without_ours(content: bytes) -> tuple[bytes, int, list[str]]:
    """Comments without those of earlier copies, the number of our author, and what was dropped."""
    authors = [match[1] or b"" for match in _AUTHOR.finditer(content)]
    if AUTHOR.encode() not in authors:
        prefix = _prefix(content)
        entry = f"<{prefix}author>{AUTHOR}</{prefix}author>"
        return _before(content, f"</{prefix}authors>", entry), len(authors), []
    ours = authors.index(AUTHOR.encode())
    dropped = []
    for match, reference in list(_comments(content)):
        if re.search(rb"\bauthorId=\"%d\"" % ours, match[1]):
            content = content.replace(match[0], b"", 1)
            dropped.append(reference)
    return content, ours, dropped


def _comments(content: bytes) -> list[tuple[re.Match[bytes], str]]:
    found = []
    for match in _COMMENT.finditer(content):
        reference = re.search(rb"\bref=\"([A-Z]+[0-9]+)\"", match[1])
        if reference:
            found.append((match, reference[1].decode()))
    return found


def _prefix(content: bytes) -> str:
    match = re.search(rb"<((?:\w+:)?)comments\b", content)
    if match is None:
        raise UnknownPackageError("comments")
    return match[1].decode()


def _before(content: bytes, end: str, entry: str) -> bytes:
    place = content.rfind(end.encode())
    if place < 0:
        empty = end.replace("</", "<").replace(">", "/>")
        if empty.encode() not in content:
            raise UnknownPackageError(end)
        opened = end.replace("</", "<")
        return content.replace(empty.encode(), f"{opened}{entry}{end}".encode(), 1)
    return content[:place] + entry.encode() + content[place:]


def _with_shapes(drawing: bytes, dropped: list[str], added: list[str]) -> bytes:
    gone = set(map(_place, dropped))

    def kept(match: re.Match[bytes]) -> bytes:
        place = {name: int(number) for name, number in _SHAPE_PLACE.findall(match[0])}
        return b"" if (place.get(b"Row"), place.get(b"Column")) in gone else match[0]

    drawing = _SHAPE.sub(kept, drawing)
    box = "" if b"_x0000_t202" in drawing else _TEXT_BOX
    shapes = "".join(_shape(number, *_place(place)) for number, place in enumerate(added))
    return _before(drawing, "</xml>", box + shapes)


def _place(reference: str) -> tuple[int, int]:
    letters = reference.rstrip("0123456789")
    return int(reference[len(letters) :]) - 1, column_index(letters)


def _shape(number: int, row: int, column: int) -> str:
    anchor = f"{column + 1}, 15, {max(0, row - 1)}, 10, {column + 5}, 15, {row + 6}, 4"
    style = "position:absolute;width:320px;height:120px;z-index:1;visibility:hidden"
    return (
        f'<v:shape id={quoteattr(f"_x0000_s{_SHAPE_BASE + number}")} type="#_x0000_t202"'
        f' style="{style}" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}'
        f"</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}"
        "</x:Column></x:ClientData></v:shape>"
    )
