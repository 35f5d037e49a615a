"""The order of the import's steps."""

from dataclasses import replace

import pytest

from co2desk.desktop.language import LANGUAGES
from co2desk.desktop.messages import Messages
from co2desk.importing.checked import Counts
from co2desk.importing.flow import Hold, ImportFlow, Situation, Step, StepState, hold

_READY = Situation(
    read=True, rows=200, lab_code="LAB-A", year=2025, kind="fuel", counts=Counts(200, 197, 0, 3)
)


@pytest.mark.parametrize(
    ("step", "change", "expected"),
    [
        (Step.SOURCE, {"read": False}, Hold.NO_SOURCE),
        (Step.SOURCE, {"rows": 0}, Hold.NO_ROWS),
        (Step.SOURCE, {"kind": ""}, Hold.NO_KIND),
        (Step.SOURCE, {"kind": "factor"}, Hold.FACTORS),
        (Step.SOURCE, {"lab_code": ""}, Hold.NO_LABORATORY),
        (Step.SOURCE, {"lab_code": "", "needs_laboratory": False}, None),
        (Step.SOURCE, {"year": None}, Hold.NO_YEAR),
        (Step.COLUMNS, {"missing": ("unit",)}, Hold.MISSING_COLUMNS),
        (Step.REVIEW, {"counts": None}, Hold.NOT_CHECKED),
        (Step.REVIEW, {"counts": Counts(3, 0, 0, 3)}, Hold.NOTHING_VALID),
        (Step.COMMIT, {"all_or_nothing": True}, Hold.ROWS_IN_ERROR),
        (Step.COMMIT, {"writing": True}, Hold.WRITING),
        (Step.COMMIT, {}, None),
    ],
)
def test_that_a_step_says_why_it_cannot_be_left(
    step: Step, change: dict[str, object], expected: Hold | None
) -> None:
    assert hold(step, replace(_READY, **change)) is expected  # type: ignore[arg-type]


def test_that_the_steps_follow_each_other() -> None:
    flow = ImportFlow()
    assert [flow.advance(_READY) for _ in range(4)] == [
        Step.COLUMNS,
        Step.REVIEW,
        Step.COMMIT,
        Step.COMMIT,
    ]


def test_that_a_held_step_is_not_left() -> None:
    flow = ImportFlow()
    assert flow.advance(Situation()) is Step.SOURCE
    assert flow.why_not(Situation()) is Hold.NO_SOURCE


def test_that_any_earlier_step_can_be_gone_to() -> None:
    flow = ImportFlow(Step.COMMIT)
    assert flow.go_to(Step.SOURCE, _READY) is Step.SOURCE
    assert flow.back() is Step.SOURCE


def test_that_nothing_beyond_a_held_step_can_be_gone_to() -> None:
    now = replace(_READY, missing=("unit",))
    flow = ImportFlow()
    assert flow.reachable(now) == (Step.SOURCE, Step.COLUMNS)
    assert flow.go_to(Step.REVIEW, now) is Step.SOURCE


def test_that_nothing_can_be_gone_to_while_rows_are_written() -> None:
    assert ImportFlow(Step.COMMIT).reachable(replace(_READY, writing=True)) == (Step.COMMIT,)


def test_that_a_seen_step_with_errors_wants_attention() -> None:
    flow = ImportFlow()
    for _ in range(3):
        flow.advance(_READY)
    assert flow.states(_READY) == {
        Step.SOURCE: StepState.DONE,
        Step.COLUMNS: StepState.DONE,
        Step.REVIEW: StepState.ATTENTION,
        Step.COMMIT: StepState.HERE,
    }
    assert ImportFlow().states(_READY)[Step.REVIEW] is StepState.AHEAD


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_reason_has_a_sentence(language: str) -> None:
    messages = Messages.load(language)
    for reason in Hold:
        assert messages.text(f"flow.{reason}") != f"flow.{reason}"
