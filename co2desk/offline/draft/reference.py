"""The reference data that a draft was checked against, as the draft keeps it."""

import zlib
from dataclasses import replace
from datetime import datetime

from co2desk.domain.reference import Laboratory, Reference, no_known_rows
from co2desk.offline.reference_entries import reference_entries, reference_from_entries
from co2desk.offline.sealed_json import seal, unseal

_MOST_BYTES = 256 * 1024 * 1024


def reference_to_bytes(reference: Reference) -> bytes:
    """What a check of the same rows needs, compressed.

    Without the members of laboratories: a draft may be mailed.
    """
    entries = list(reference_entries(replace(reference, laboratories=_without_members(reference))))
    head = {
        "origin": reference.origin,
        "taken_at": reference.taken_at.isoformat() if reference.taken_at else None,
        "knows_laboratories": reference.knows_laboratories,
        "entries": entries,
    }
    return zlib.compress(seal(head).encode("ascii"))


def reference_from_bytes(content: bytes, shipped: Reference) -> Reference:
    """The reference data as it was, with the places and units of `shipped`.

    Rows already imported are not among it.

    Raises:
        ValueError: it is not what was written.
    """
    head = unseal(_inflated(content))
    sections: dict[str, list[object]] = {}
    for section, entry in head["entries"]:
        sections.setdefault(section, []).append(entry)
    return replace(
        reference_from_entries(sections, shipped),
        known_rows=no_known_rows,
        knows_laboratories=bool(head["knows_laboratories"]),
        origin=str(head["origin"]),
        taken_at=datetime.fromisoformat(head["taken_at"]) if head["taken_at"] else None,
    )


def _without_members(reference: Reference) -> dict[str, Laboratory]:
    return {key: replace(lab, members=()) for key, lab in reference.laboratories.items()}


def _inflated(content: bytes) -> str:
    """The text, as long as it is no bomb from elsewhere."""
    inflater = zlib.decompressobj()
    try:
        text = inflater.decompress(content, _MOST_BYTES)
    except zlib.error as problem:
        raise ValueError("not as it was compressed") from problem
    if not inflater.eof:
        raise ValueError("more than any reference data, or less than all of it")
    return text.decode("ascii")
