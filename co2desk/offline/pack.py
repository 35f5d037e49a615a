"""A pack (`.co2pack`): the reference data of a database, taken along to work without it."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from co2desk.domain.errors import ErrorCode
from co2desk.domain.reference import KnownRow, Reference
from co2desk.offline.builtin_catalogue import builtin_reference
from co2desk.offline.reference_entries import reference_entries, reference_from_entries
from co2desk.offline.reference_records import Json, known_row_from_record, record
from co2desk.offline.sealed_json import seal, unseal
from co2desk.offline.sqlite_file import new_in_memory, open_for_reading, transaction, write_copy
from co2desk.offline.sqlite_trouble import FileFormat, guarded

PACK_FORMAT = FileFormat(
    application_id=0x4332504B,  # "C2PK"
    damaged=ErrorCode.BAD_PACK,
    steps=(
        (
            "CREATE TABLE head (content TEXT NOT NULL)",
            """CREATE TABLE entry (
                number INTEGER PRIMARY KEY, section TEXT NOT NULL, content TEXT NOT NULL
            )""",
            """CREATE TABLE known_row (
                fingerprint BLOB PRIMARY KEY, content TEXT NOT NULL
            ) WITHOUT ROWID""",
        ),
    ),
)
_FINGERPRINTS_PER_QUERY = 500


def write_pack(
    reference: Reference, path: Path, known_rows: Mapping[bytes, KnownRow] | None = None
) -> None:
    """Write what `reference` holds, but for the places and units that ship with the program.

    `known_rows` are rows already imported, by fingerprint, so that they are recognised offline. An
    older pack at `path` is replaced when the new one is complete. Only its owner may read it.

    Raises:
        UnusableInput: CANNOT_WRITE_FILE.
    """
    entries = list(reference_entries(reference))
    known = known_rows or {}
    head = {
        "taken_at": (reference.taken_at or datetime.now(UTC)).isoformat(),
        "knows_laboratories": reference.knows_laboratories,
        "entries": Counter(section for section, _ in entries),
        "known_rows": len(known),
    }
    with closing(new_in_memory(PACK_FORMAT)) as connection:
        with transaction(connection):
            connection.execute("INSERT INTO head VALUES (?)", (seal(head),))
            connection.executemany(
                "INSERT INTO entry (section, content) VALUES (?, ?)",
                ((section, seal(content)) for section, content in entries),
            )
            connection.executemany(
                "INSERT INTO known_row VALUES (?, ?)",
                ((fingerprint, seal(record(row))) for fingerprint, row in known.items()),
            )
        write_copy(connection, path, PACK_FORMAT)


def read_pack(path: Path, resources: Path) -> Reference:
    """The reference data of a pack, with the places and units in `resources`.

    It can be sent to another process; rows already imported are looked up in the file.

    Raises:
        UnusableInput: FILE_NOT_FOUND, NO_PERMISSION, BAD_PACK, FILE_TOO_NEW.
    """
    with (
        closing(open_for_reading(path, PACK_FORMAT)) as connection,
        guarded(path, PACK_FORMAT),
    ):
        head = unseal(connection.execute("SELECT content FROM head").fetchone()[0])
        sections = _sections(connection, head)
        return replace(
            reference_from_entries(sections, builtin_reference(resources)),
            known_rows=_KnownRows(path),
            knows_laboratories=bool(head["knows_laboratories"]),
            origin="pack",
            taken_at=datetime.fromisoformat(head["taken_at"]),
        )


def _sections(connection: sqlite3.Connection, head: Json) -> Mapping[str, list[Json]]:
    sections: dict[str, list[Json]] = {}
    for section, content in connection.execute(
        "SELECT section, content FROM entry ORDER BY number"
    ):
        sections.setdefault(section, []).append(unseal(content))
    known_rows = connection.execute("SELECT count(*) FROM known_row").fetchone()[0]
    if {name: len(entries) for name, entries in sections.items()} != head["entries"]:
        raise ValueError("entries are missing")
    if known_rows != head["known_rows"]:
        raise ValueError("known rows are missing")
    return sections


@dataclass(frozen=True, slots=True)
class _KnownRows:
    """Looks rows up in the pack, so that a million of them need not be held."""

    path: Path

    def __call__(self, fingerprints: Iterable[bytes]) -> Mapping[bytes, KnownRow]:
        wanted = list(dict.fromkeys(fingerprints))
        found: dict[bytes, KnownRow] = {}
        with (
            closing(open_for_reading(self.path, PACK_FORMAT, thorough=False)) as connection,
            guarded(self.path, PACK_FORMAT),
        ):
            for first in range(0, len(wanted), _FINGERPRINTS_PER_QUERY):
                some = wanted[first : first + _FINGERPRINTS_PER_QUERY]
                marks = ",".join("?" * len(some))
                rows = connection.execute(
                    f"SELECT fingerprint, content FROM known_row WHERE fingerprint IN ({marks})",
                    some,
                )
                found |= {key: known_row_from_record(unseal(content)) for key, content in rows}
        return found
