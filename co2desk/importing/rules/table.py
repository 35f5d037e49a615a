"""Rules over the whole table: rows that say the same, in the file and in the database."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from co2desk.domain.issue import IssueCode, Severity
from co2desk.domain.reference import KnownRow
from co2desk.importing.finding import Finding, warning


def repeated_rows(identities: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """Pairs (row, first row) of rows that have the identity of an earlier one.

    None stands for rows that are not compared.
    """
    known = [identity for identity in identities if identity is not None]
    if len(set(known)) == len(known):
        return
    first: dict[int, int] = {}
    for row, identity in enumerate(identities):
        if identity is not None:
            earlier = first.setdefault(identity, row)
            if earlier != row:
                yield row, earlier


def duplicate(first_row_number: int) -> Finding:
    """Say that the row says the same as an earlier one, by its physical row."""
    return warning(IssueCode.DUPLICATE_IN_FILE, first_row=str(first_row_number))


def already_imported(known: KnownRow, *, again: bool) -> Finding:
    """Say when and from where the row came into the database before."""
    return Finding(
        IssueCode.ALREADY_IMPORTED,
        params={
            "filename": known.filename,
            "line": str(known.row_number),
            "by": known.uploaded_by,
            "on": known.uploaded_at.date().isoformat(),
        },
        severity=Severity.WARNING if again else Severity.ERROR,
    )


def find_known(
    fingerprints: Mapping[int, bytes],
    known_rows: Callable[[Sequence[bytes]], Mapping[bytes, KnownRow]],
) -> dict[int, KnownRow]:
    """Which rows the database has already, by row."""
    known = known_rows(list(fingerprints.values()))
    return {
        row: known[fingerprint] for row, fingerprint in fingerprints.items() if fingerprint in known
    }
