"""The order of the import's steps, and why a step cannot be left yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from co2desk.importing.checked import Counts


class Step(StrEnum):
    """The four steps, in their order."""

    SOURCE = "source"
    COLUMNS = "columns"
    REVIEW = "review"
    COMMIT = "commit"


class Hold(StrEnum):
    """Why a step cannot be left; `resources/messages/*/flow.toml` has a text for each."""

    NO_SOURCE = "no_source"
    NO_ROWS = "no_rows"
    NO_LABORATORY = "no_laboratory"
    NO_YEAR = "no_year"
    NO_KIND = "no_kind"
    FACTORS = "factors"
    MISSING_COLUMNS = "missing_columns"
    NOT_CHECKED = "not_checked"
    NOTHING_VALID = "nothing_valid"
    NOT_COMPARED = "not_compared"
    ROWS_IN_ERROR = "rows_in_error"
    WRITING = "writing"


class StepState(StrEnum):
    """How a step stands in the bar above the pages."""

    AHEAD = "ahead"
    HERE = "here"
    DONE = "done"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known and chosen so far; the steps themselves keep nothing.

    `counts` is None until the rows were checked under today's choices. `missing` are required
    fields without a column. `needs_laboratory` is False for work without a database. `compared`
    once the rows were checked against the database as it is at the last step. `writing` while the
    rows are written: nothing is gone to or begun meanwhile.
    """

    read: bool = False
    rows: int = 0
    lab_code: str = ""
    needs_laboratory: bool = True
    year: int | None = None
    kind: str = ""
    missing: tuple[str, ...] = ()
    counts: Counts | None = None
    all_or_nothing: bool = False
    compared: bool = True
    writing: bool = False


def hold(step: Step, now: Situation) -> Hold | None:
    """Why `step` cannot be left forwards, None where it can."""
    match step:
        case Step.SOURCE:
            return _hold_source(now)
        case Step.COLUMNS:
            return Hold.MISSING_COLUMNS if now.missing else None
        case Step.REVIEW:
            if now.counts is None:
                return Hold.NOT_CHECKED
            return None if now.counts.valid else Hold.NOTHING_VALID
        case Step.COMMIT:
            if now.writing:
                return Hold.WRITING
            if not now.lab_code:
                return Hold.NO_LABORATORY
            if not now.compared:
                return Hold.NOT_COMPARED
            refused = now.all_or_nothing and now.counts is not None and now.counts.error
            return Hold.ROWS_IN_ERROR if refused else None


def _hold_source(now: Situation) -> Hold | None:
    if not now.read:
        return Hold.NO_SOURCE
    if not now.rows:
        return Hold.NO_ROWS
    if not now.kind:
        return Hold.NO_KIND
    if now.kind == "factor":
        return Hold.FACTORS
    if now.needs_laboratory and not now.lab_code:
        return Hold.NO_LABORATORY
    return Hold.NO_YEAR if now.year is None else None


class ImportFlow:
    """Where a person is among the steps. Going back loses nothing: choices live elsewhere."""

    def __init__(self, step: Step = Step.SOURCE) -> None:
        self.step = step
        self._visited = {step}

    def why_not(self, now: Situation) -> Hold | None:
        """Why the step cannot be left forwards, for the line beside Next; None where it can."""
        return hold(self.step, now)

    def reachable(self, now: Situation) -> tuple[Step, ...]:
        """The steps that can be gone to: all before, and those after that nothing holds up."""
        if now.writing:
            return (self.step,)
        steps = list(Step)
        for index, step in enumerate(steps):
            held = hold(step, now) is not None
            if held and index >= steps.index(self.step):
                return tuple(steps[: index + 1])
        return tuple(steps)

    def advance(self, now: Situation) -> Step:
        """Go to the next step where nothing holds the person up; returns where they are."""
        steps = list(Step)
        place = steps.index(self.step)
        if self.why_not(now) is None and place + 1 < len(steps):
            self._enter(steps[place + 1])
        return self.step

    def back(self) -> Step:
        """Go to the step before; from the first one, stay."""
        steps = list(Step)
        self._enter(steps[max(steps.index(self.step) - 1, 0)])
        return self.step

    def go_to(self, step: Step, now: Situation) -> Step:
        """Go to a step of the bar where it is reachable; returns where the person is."""
        if step in self.reachable(now):
            self._enter(step)
        return self.step

    def states(self, now: Situation) -> Mapping[Step, StepState]:
        """How each step stands: a step that was seen and holds the person up wants attention."""
        states: dict[Step, StepState] = {}
        for step in Step:
            if step is self.step:
                states[step] = StepState.HERE
            elif step not in self._visited:
                states[step] = StepState.AHEAD
            elif hold(step, now) is not None or (step is Step.REVIEW and _errors(now)):
                states[step] = StepState.ATTENTION
            else:
                states[step] = StepState.DONE
        return states

    def _enter(self, step: Step) -> None:
        self.step = step
        self._visited.add(step)


def _errors(now: Situation) -> int:
    return now.counts.error if now.counts is not None else 0
