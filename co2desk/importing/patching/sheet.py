"""The XML of a sheet with the text of some cells changed, and all else as it was.

Where elements begin and end is told by a real XML parser; what lies between is copied byte by byte.
Source: ECMA-376 Part 1, section 18.3 (worksheets).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape

from openpyxl.formula.translate import Translator

from co2desk.importing.patching.package import UnknownPackageError
from co2desk.importing.readers.letters import column_index, column_letter

_TAG = re.compile(rb"<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*(/?)>")
_SPANS = re.compile(rb"\s+spans\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_WIDTH = 60  # characters
_BEHIND_COMMENTS = frozenset(
    [
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "webPublishItems",
        "tableParts",
        "extLst",
    ]
)
_DRAWING = re.compile(rb"<(?:\w+:)?legacyDrawing\b[^>]*?:id\s*=\s*[\"']([^\"']*)")
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Changes = Mapping[int, Mapping[int, str]]
"""Texts by row and by column, both from 1; an empty text empties the cell."""


@dataclass(slots=True)
class PatchedSheet:
    """What came of it. `replaced_formulas` says whether a formula gave way to a text."""

    content: bytes
    replaced_formulas: bool


def patch_sheet(
    content: bytes, changes: Changes, wide_column: int, style_row: int, comments_relation: str
) -> PatchedSheet:
    """Put `changes` in; make `wide_column` wide enough to be read.

    New cells of the row `style_row` get the style of the cell before them. `comments_relation` is
    a new relation to drawings of comments; empty if there is none to be added.

    Raises:
        UnknownPackageError: the XML is not that of a sheet, or not in UTF-8.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or re.match(
        rb"<\?xml[^>]*encoding=[\"'](?!utf-?8|us-ascii)", content, re.IGNORECASE
    ):
        raise UnknownPackageError("encoding")
    return _Patch(content, changes, wide_column, style_row, comments_relation).run()


def comments_relation_of(content: bytes) -> str:
    """The relation of a sheet to drawings of comments; empty if it has none."""
    match = _DRAWING.search(content)
    return match[1].decode() if match else ""


def cell_text(text: str) -> str:
    """Text as XML; characters that XML cannot hold as the escapes that spreadsheets use."""
    return escape(_NOT_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", text))


@dataclass(slots=True)
class _Cell:
    column: int
    begin: int
    style: str
    end: int = 0


@dataclass(slots=True)
class _Row:
    number: int
    begin: int
    changes: dict[int, str]
    cells: list[_Cell] = field(default_factory=list)


class _Patch:
    """One run over one sheet."""

    def __init__(
        self,
        content: bytes,
        changes: Changes,
        wide_column: int,
        style_row: int,
        comments_relation: str,
    ) -> None:
        self._content = content
        self._changes = changes
        self._wide_column = wide_column
        self._style_row = style_row
        self._comments_relation = comments_relation
        self._edits: list[tuple[int, int, bytes]] = []  # begin, end, what takes its place
        self._prefix = ""
        self._depth = 0
        self._number = 0  # of the row last begun
        self._column = 0  # of the cell last begun
        self._row: _Row | None = None
        self._formula: tuple[dict[str, str], int] | None = None  # attributes, begin
        self._text = ""
        self._shared: dict[str, tuple[str, str]] = {}  # formulas whose first cell gave way
        self._replaced_formulas = False
        self._has_columns = False

    def run(self) -> PatchedSheet:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        self._parser = parser
        try:
            parser.Parse(self._content, True)
        except expat.ExpatError as problem:
            raise UnknownPackageError("sheet") from problem
        return PatchedSheet(self._edited(), self._replaced_formulas)

    def _edited(self) -> bytes:
        pieces = []
        copied = 0
        for begin, end, instead in sorted(self._edits, key=lambda edit: edit[0]):
            pieces += [self._content[copied:begin], instead]
            copied = end
        return b"".join([*pieces, self._content[copied:]])

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        name = tag.rpartition(":")[2]
        if self._depth == 3:
            if name == "row":
                self._start_row(attributes)
            elif name == "col":
                self._start_column(attributes)
        elif self._depth == 4 and name == "c":
            self._start_cell(attributes)
        elif self._depth == 5 and name == "f" and attributes.get("t") == "shared":
            self._formula = attributes, self._parser.CurrentByteIndex
            self._text = ""
            self._parser.CharacterDataHandler = self._take_text
        elif self._depth == 5 and name == "f" and self._changed_cell() is not None:
            self._replaced_formulas = True
        elif self._depth == 2:
            self._start_part(name)
        elif self._depth == 1:
            self._prefix = tag[: -len(name)]

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if self._depth == 5 and self._formula is not None and name == "f":
            self._end_formula()
        elif self._depth == 4 and name == "c":
            if (cell := self._changed_cell()) is not None:
                cell.end = self._element_end(cell.begin)
        elif self._depth == 3 and name == "row" and self._row is not None:
            self._end_row(self._row)
            self._row = None
        elif self._depth == 2 and name == "cols":
            self._end_columns()
        elif self._depth == 1:
            self._add_comments(self._parser.CurrentByteIndex)
        self._depth -= 1

    def _take_text(self, text: str) -> None:
        self._text += text

    def _start_part(self, name: str) -> None:
        here = self._parser.CurrentByteIndex
        if name == "cols":
            self._has_columns = True
        elif name == "sheetData":
            if not self._has_columns and self._wide_column:
                self._insert(here, f"<{self._prefix}cols>{self._wide()}</{self._prefix}cols>")
        elif name in _BEHIND_COMMENTS:
            self._add_comments(here)

    def _add_comments(self, place: int) -> None:
        relation, self._comments_relation = self._comments_relation, ""
        if relation:
            tag = f'{self._prefix}legacyDrawing xmlns:r="{_RELATIONS}" r:id="{relation}"'
            self._insert(place, f"<{tag}/>")

    def _wide(self) -> str:
        column = self._wide_column
        return (
            f'<{self._prefix}col min="{column}" max="{column}" width="{_WIDTH}" customWidth="1"/>'
        )

    def _start_column(self, attributes: dict[str, str]) -> None:
        if not self._wide_column:
            return
        try:
            first, last = int(attributes["min"]), int(attributes["max"])
        except (KeyError, ValueError):
            return
        if first > self._wide_column:
            self._insert(self._parser.CurrentByteIndex, self._wide())
        if last >= self._wide_column:
            self._wide_column = 0  # placed, or in the hands of a column range of the person

    def _end_columns(self) -> None:
        if self._wide_column:
            self._insert(self._parser.CurrentByteIndex, self._wide())

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self._number = int(number) if number.isdecimal() else self._number + 1
        self._column = 0
        changes = self._changes.get(self._number)
        if changes:
            self._row = _Row(self._number, self._parser.CurrentByteIndex, dict(changes))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        letters = attributes.get("r", "").rstrip("0123456789")
        self._column = column_index(letters) + 1 if letters else self._column + 1
        if self._row is not None:
            begin = self._parser.CurrentByteIndex
            self._row.cells.append(_Cell(self._column, begin, attributes.get("s", "")))

    def _changed_cell(self) -> _Cell | None:
        row = self._row
        return row.cells[-1] if row and row.cells and self._column in row.changes else None

    def _end_formula(self) -> None:
        assert self._formula is not None
        attributes, begin = self._formula
        self._formula = None
        self._parser.CharacterDataHandler = None
        identity = attributes.get("si", "")
        place = f"{column_letter(self._column - 1)}{self._number}"
        if self._changed_cell() is not None:
            self._replaced_formulas = True
            if self._text:
                self._shared[identity] = self._text, place
        elif not self._text and identity in self._shared:
            formula, origin = self._shared[identity]
            moved = Translator(f"={formula}", origin=origin).translate_formula(place)[1:]
            element = f"<{self._prefix}f>{escape(moved)}</{self._prefix}f>"
            self._edits.append((begin, self._element_end(begin), element.encode()))

    def _end_row(self, row: _Row) -> None:
        tag_end, empty = self._tag_end(row.begin)
        tag = self._content[row.begin : tag_end]
        plain = _SPANS.sub(b"", tag)  # a row of more cells would belie them
        if empty:
            plain = plain[:-2] + b">"
        if plain != tag:
            self._edits.append((row.begin, tag_end, plain))
        left = sorted(row.changes)
        style = ""
        for cell in row.cells:
            while left and left[0] < cell.column:
                self._new_cell(row, left.pop(0), cell.begin, style)
            if left and left[0] == cell.column:
                text = self._cell(row, left.pop(0), cell.style)
                self._edits.append((cell.begin, cell.end, text))
            style = cell.style
        end = tag_end if empty else self._parser.CurrentByteIndex
        for column in left:
            self._new_cell(row, column, end, style)
        if empty:
            self._insert(end, f"</{self._prefix}row>")

    def _new_cell(self, row: _Row, column: int, place: int, style_before: str) -> None:
        if row.changes[column]:
            style = style_before if row.number == self._style_row else ""
            self._edits.append((place, place, self._cell(row, column, style)))

    def _cell(self, row: _Row, column: int, style: str) -> bytes:
        place = f'r="{column_letter(column - 1)}{row.number}"' + (f' s="{style}"' if style else "")
        text, prefix = row.changes[column], self._prefix
        inner = (
            f' t="inlineStr"><{prefix}is><{prefix}t xml:space="preserve">{cell_text(text)}'
            f"</{prefix}t></{prefix}is></{prefix}c>"
            if text
            else "/>"
        )
        return f"<{prefix}c {place}{inner}".encode()

    def _insert(self, place: int, text: str) -> None:
        self._edits.append((place, place, text.encode()))

    def _tag_end(self, begin: int) -> tuple[int, bool]:
        """Where the tag at `begin` ends, and whether that is all of its element."""
        match = _TAG.match(self._content, begin)
        if match is None:
            raise UnknownPackageError("tag")
        return match.end(), bool(match[1])

    def _element_end(self, begin: int) -> int:
        """Where the element that began at `begin` and is just being left ends."""
        end, empty = self._tag_end(begin)
        return end if empty else self._content.index(b">", self._parser.CurrentByteIndex) + 1
