"""Builds findings in one line."""

from co2desk.domain.connection_check import CheckCode, ConnectionCheck, Outcome


def good(code: CheckCode, /, **params: object) -> ConnectionCheck:
    """A step that is as it should be."""
    return _finding(code, Outcome.GOOD, params)


def warning(code: CheckCode, /, **params: object) -> ConnectionCheck:
    """A step that works and needs attention."""
    return _finding(code, Outcome.WARNING, params)


def failed(code: CheckCode, /, **params: object) -> ConnectionCheck:
    """A step that stops everything after it."""
    return _finding(code, Outcome.FAILED, params)


def _finding(code: CheckCode, outcome: Outcome, params: dict[str, object]) -> ConnectionCheck:
    return ConnectionCheck(
        code, outcome, tuple((name, str(value)) for name, value in params.items())
    )
