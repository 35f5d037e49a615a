"""Deletes old backups: one a day stays for 30 days, one a month for a year."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from co2desk.database.backup import manifest
from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.write_failure import write_failure

DAILY = timedelta(days=30)
MONTHLY = timedelta(days=366)


def prune_backups(folder: Path, now: datetime, *, dry_run: bool = False) -> tuple[Path, ...]:
    """Delete what is no longer kept in `folder`, with its manifests; returns the backups deleted.

    Only files with a readable manifest are looked at: what this program did not make, it does not
    delete. Of each day and each month the newest stays, and the newest of all always does. Each
    part of a database (full, schema, one table ...) is counted for itself.

    Raises:
        UnusableInput: FILE_NOT_FOUND where there is no such folder, CANNOT_WRITE_FILE.
    """
    if not folder.is_dir():
        raise UnusableInput(ErrorCode.FILE_NOT_FOUND, path=folder)
    series: dict[tuple[str, str, str], list[tuple[datetime, Path]]] = {}
    for path in sorted(folder.iterdir()):
        made = _made_here(path)
        if made is not None:
            series.setdefault(made[0], []).append((made[1], path))
    doomed = sorted(path for backups in series.values() for path in _no_longer_kept(backups, now))
    if not dry_run:
        for path in doomed:
            _delete(path)
    return tuple(doomed)


def _made_here(path: Path) -> tuple[tuple[str, str, str], datetime] | None:
    try:
        said = manifest.read_manifest(path) if path.is_file() else None
    except DatabaseProblem:
        return None
    return None if said is None else ((said.database, said.part, said.table), said.made_at)


def _no_longer_kept(backups: Sequence[tuple[datetime, Path]], now: datetime) -> set[Path]:
    newest_first = sorted(backups, reverse=True)
    kept = {newest_first[0][1]}
    days: set[str] = set()
    months: set[str] = set()
    for at, path in newest_first:
        day, month = f"{at:%Y-%m-%d}", f"{at:%Y-%m}"
        if now - at <= DAILY and day not in days:
            kept.add(path)
        if now - at <= MONTHLY and month not in months:
            kept.add(path)
        days.add(day)
        months.add(month)
    return {path for _, path in backups} - kept


def _delete(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
        manifest.manifest_path(path).unlink(missing_ok=True)
    except OSError as error:
        raise UnusableInput(
            ErrorCode.CANNOT_WRITE_FILE, path=path, detail=write_failure(error)
        ) from error
