"""A problem before it has a place: what is wrong with a value, wherever the value stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from co2desk.domain.issue import IssueCode, Severity
from co2desk.importing.parsing.rounding import RoundedNumber


@dataclass(frozen=True, slots=True)
class Finding:
    """What the check found in one field, or in the row where `field_name` is empty.

    One finding is shared by all rows that say the same; row, column and the cell's text are added
    when an Issue is made of it.
    """

    code: IssueCode
    field_name: str = ""
    params: Mapping[str, str] = field(default_factory=dict, hash=False)
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether it keeps the row from being committed."""
        return self.severity is Severity.ERROR


def warning(code: IssueCode, field_name: str = "", **params: str) -> Finding:
    """A finding that a person should look at, while the row can be committed as it is."""
    return Finding(code, field_name, params, Severity.WARNING)


def error(code: IssueCode, field_name: str = "", **params: str) -> Finding:
    """A finding that keeps the row from being committed."""
    return Finding(code, field_name, params)


def about_rounding(value: object, field_name: str) -> list[Finding]:
    """Tells that a number is kept with fewer decimals than were written."""
    if not isinstance(value, RoundedNumber):
        return []
    return [warning(IssueCode.NUMBER_ROUNDED, field_name, kept=f"{value.normalize():f}")]
