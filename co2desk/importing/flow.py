"""The order of an import's steps, and what still stands in the way of the next one."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Step(IntEnum):
    """The four steps, in their order."""

    SOURCE = 0
    COLUMNS = 1
    REVIEW = 2
    COMMIT = 3


class Obstacle(StrEnum):
    """Why a step is not done yet; front ends put it into words."""

    NO_FILE = "no_file"
    NO_LABORATORY = "no_laboratory"
    NO_YEAR = "no_year"
    NO_KIND = "no_kind"
    MISSING_FIELDS = "missing_fields"
    NOT_CHECKED = "not_checked"
    NOTHING_VALID = "nothing_valid"
    ERRORS_LEFT = "errors_left"
    ALREADY_COMMITTED = "already_committed"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the import; `valid` and `errors` count rows once they were checked."""

    has_file: bool = False
    has_laboratory: bool = False
    has_year: bool = False
    has_kind: bool = False
    missing_fields: tuple[str, ...] = ()
    checked: bool = False
    valid: int = 0
    errors: int = 0
    all_or_nothing: bool = False
    committed: bool = False


class ImportFlow:
    """Where the person is. It decides alone who may go where; a page only shows what it says."""

    def __init__(self) -> None:
        self.step = Step.SOURCE
        self.facts = Facts()

    def obstacle(self, step: Step | None = None) -> Obstacle | None:
        """What stands between a step (the present one) and the one after it."""
        facts = self.facts
        if facts.committed:
            return Obstacle.ALREADY_COMMITTED
        match self.step if step is None else step:
            case Step.SOURCE:
                return _first(
                    (not facts.has_file, Obstacle.NO_FILE),
                    (not facts.has_laboratory, Obstacle.NO_LABORATORY),
                    (not facts.has_year, Obstacle.NO_YEAR),
                )
            case Step.COLUMNS:
                return _first(
                    (not facts.has_kind, Obstacle.NO_KIND),
                    (bool(facts.missing_fields), Obstacle.MISSING_FIELDS),
                )
            case Step.REVIEW:
                return _first(
                    (not facts.checked, Obstacle.NOT_CHECKED),
                    (facts.valid == 0, Obstacle.NOTHING_VALID),
                )
            case Step.COMMIT:
                return _first(
                    (not facts.checked, Obstacle.NOT_CHECKED),
                    (facts.valid == 0, Obstacle.NOTHING_VALID),
                    (facts.all_or_nothing and facts.errors > 0, Obstacle.ERRORS_LEFT),
                )

    def reachable(self, step: Step) -> bool:
        """Whether the person may go to a step: back always, on as far as nothing is in the way."""
        if self.facts.committed:
            return step is Step.COMMIT
        if step <= self.step:
            return True
        between = [one for one in Step if self.step <= one < step]
        return all(self.obstacle(one) is None for one in between)

    def go(self, step: Step) -> bool:
        """Go to a step; False and no move where something is in the way."""
        if not self.reachable(step):
            return False
        self.step = step
        return True

    def forward(self) -> bool:
        """Go to the next step."""
        return self.step is not Step.COMMIT and self.go(Step(self.step + 1))

    def back(self) -> bool:
        """Go to the step before."""
        return self.step is not Step.SOURCE and self.go(Step(self.step - 1))

    def restart(self) -> None:
        """Begin with another file."""
        self.step = Step.SOURCE
        self.facts = Facts()


def _first(*cases: tuple[bool, Obstacle]) -> Obstacle | None:
    return next((obstacle for holds, obstacle in cases if holds), None)
