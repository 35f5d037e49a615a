"""Words a change that reached no row: gone, changed by somebody else, or not permitted."""

from co2desk.domain.errors import DatabaseProblem, ErrorCode


def why_nothing_changed(
    what: str, seen_version: int, version_now: int | None, changed_by: str = ""
) -> DatabaseProblem:
    """Return the problem behind an UPDATE or DELETE by version that found no row.

    A row that row-level security hides looks just like a row that somebody else changed, so the
    caller reads it again: `version_now` is what it found, None for nothing.
    """
    if version_now is None:
        return DatabaseProblem(ErrorCode.NO_LONGER_THERE, what=what)
    if version_now != seen_version:
        return DatabaseProblem(ErrorCode.CHANGED_MEANWHILE, what=what, by=changed_by)
    return DatabaseProblem(ErrorCode.NOT_PERMITTED, detail=what)
