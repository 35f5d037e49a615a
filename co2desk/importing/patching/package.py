"""The parts of an XLSX package, the relations between them, and their types.

Source: ECMA-376 Part 2, Open Packaging Conventions. Parts are changed as text: written anew by an
XML library, they would lose the prefixes that attributes like mc:Ignorable name.
"""

import io
import posixpath
import re
import zipfile
from xml.etree import ElementTree as ET
from xml.sax.saxutils import quoteattr

_TYPES = "[Content_Types].xml"
_CONTENT = "application/vnd.openxmlformats-officedocument."


class UnknownPackageError(Exception):
    """The package is not laid out as the standard says."""


class Package:
    """A workbook's parts by name, with what was changed so far.

    Raises:
        UnknownPackageError: a part that must be there is not.
    """

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._names = {info.filename for info in self._archive.infolist()}
        self._changed: dict[str, bytes | None] = {}

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        changed = self._changed.get(part, b"")
        return changed is not None and (part in self._changed or part in self._names)

    def read(self, part: str) -> bytes:
        """The content of a part."""
        changed = self._changed.get(part)
        if changed is not None:
            return changed
        if not self.has(part):
            raise UnknownPackageError(part)
        return self._archive.read(part)

    def write(self, part: str, content: bytes) -> None:
        """Set the content of a part, old or new."""
        self._changed[part] = content

    def remove(self, part: str) -> None:
        """Leave a part out, with its type; relations to it are the caller's."""
        self._changed[part] = None
        types = self.read(_TYPES)
        name = re.escape(f"/{part}".encode())
        self.write(
            _TYPES, re.sub(rb"<Override\b[^>]*PartName=\"" + name + rb"\"[^>]*/>", b"", types)
        )

    def free_name(self, pattern: str) -> str:
        """The first name that fits `pattern`, with a number in place of {}, and is not taken."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def related(self, part: str, kind: str) -> str | None:
        """The part to which `part` has a relation whose type ends with /`kind`; None if none."""
        for relation in self._relations(part):
            if relation.get("Type", "").endswith(f"/{kind}"):
                return _resolved(part, relation.get("Target", ""))
        return None

    def target(self, part: str, identity: str) -> str | None:
        """The part to which the relation `identity` of `part` leads; None if there is none."""
        for relation in self._relations(part):
            if relation.get("Id") == identity:
                return _resolved(part, relation.get("Target", ""))
        return None

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relation from `part` to the part `target`; give its identity."""
        taken = {relation.get("Id") for relation in self._relations(part)}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        entry = f'<Relationship Id="rId{number}" Type={quoteattr(kind)} Target="/{target}"/>'
        name = _relations_name(part)
        if self.has(name):
            self.write(name, _with_last_child(self.read(name), "Relationships", entry))
        else:
            space = "http://schemas.openxmlformats.org/package/2006/relationships"
            self.write(
                name,
                f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
                f'<Relationships xmlns="{space}">{entry}</Relationships>'.encode(),
            )
        return f"rId{number}"

    def unrelate(self, part: str, target: str) -> None:
        """Drop the relations from `part` to the part `target`."""
        name = _relations_name(part)
        content = self.read(name)
        for relation in re.findall(rb"<Relationship\b[^>]*?/>", content):
            found = re.search(rb"Target=\"([^\"]*)\"", relation)
            if found and _resolved(part, found[1].decode()) == target:
                content = content.replace(relation, b"")
        self.write(name, content)

    def declare(self, part: str, content_type: str) -> None:
        """Say what a new part holds; `content_type` behind the prefix that Office's share."""
        entry = f'<Override PartName="/{part}" ContentType="{_CONTENT}{content_type}"/>'
        self.write(_TYPES, _with_last_child(self.read(_TYPES), "Types", entry))

    def saved(self) -> bytes:
        """The whole package."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
            for info in self._archive.infolist():
                if info.is_dir() or info.filename in self._changed:
                    continue
                target.writestr(info, self._archive.read(info))
            for name, content in self._changed.items():
                if content is not None:
                    target.writestr(name, content)
        return stream.getvalue()

    def _relations(self, part: str) -> list[ET.Element]:
        name = _relations_name(part)
        if not self.has(name):
            return []
        try:
            return list(ET.fromstring(self.read(name)))
        except ET.ParseError as problem:
            raise UnknownPackageError(name) from problem


def _relations_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolved(part: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _with_last_child(content: bytes, tag: str, child: str) -> bytes:
    """XML with `child` put before the end of its root element `tag`."""
    end = content.rfind(f"</{tag}>".encode())
    if end >= 0:
        return content[:end] + child.encode() + content[end:]
    empty = re.search(rf"<{tag}\b([^>]*)/>".encode(), content)
    if empty is None:
        raise UnknownPackageError(tag)
    return (
        content[: empty.start()]
        + b"<"
        + tag.encode()
        + empty[1]
        + b">"
        + child.encode()
        + f"</{tag}>".encode()
        + content[empty.end() :]
    )
