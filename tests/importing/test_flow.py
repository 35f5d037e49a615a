from dataclasses import replace

import pytest

from co2desk.importing.flow import Facts, ImportFlow, Obstacle, Step

READY = Facts(
    has_file=True,
    has_laboratory=True,
    has_year=True,
    has_kind=True,
    checked=True,
    valid=197,
    errors=3,
)


def flow(facts: Facts, step: Step = Step.SOURCE) -> ImportFlow:
    made = ImportFlow()
    made.facts = facts
    made.step = step
    return made


@pytest.mark.parametrize(
    ("step", "changed", "obstacle"),
    [
        (Step.SOURCE, {"has_file": False}, Obstacle.NO_FILE),
        (Step.SOURCE, {"has_laboratory": False}, Obstacle.NO_LABORATORY),
        (Step.SOURCE, {"has_year": False}, Obstacle.NO_YEAR),
        (Step.COLUMNS, {"has_kind": False}, Obstacle.NO_KIND),
        (Step.COLUMNS, {"missing_fields": ("quantity",)}, Obstacle.MISSING_FIELDS),
        (Step.REVIEW, {"checked": False}, Obstacle.NOT_CHECKED),
        (Step.REVIEW, {"valid": 0}, Obstacle.NOTHING_VALID),
        (Step.COMMIT, {"all_or_nothing": True}, Obstacle.ERRORS_LEFT),
        (Step.COMMIT, {"committed": True}, Obstacle.ALREADY_COMMITTED),
    ],
)
def test_that_what_stands_in_the_way_has_a_name(
    step: Step, changed: dict[str, object], obstacle: Obstacle
) -> None:
    assert flow(READY, step).obstacle() is None
    assert flow(replace(READY, **changed), step).obstacle() is obstacle  # type: ignore[arg-type]


def test_that_back_is_always_open_and_on_only_as_far_as_nothing_is_in_the_way() -> None:
    blocked = flow(replace(READY, missing_fields=("unit",)))
    assert [blocked.reachable(step) for step in Step] == [True, True, False, False]
    assert not blocked.go(Step.REVIEW)
    assert blocked.step is Step.SOURCE
    assert flow(READY).go(Step.COMMIT)
    behind = flow(Facts(has_file=True), Step.REVIEW)
    assert behind.back()
    assert behind.step is Step.COLUMNS


def test_that_errors_do_not_keep_valid_rows_from_being_committed() -> None:
    assert flow(READY, Step.COMMIT).obstacle() is None


def test_that_after_the_commit_there_is_no_way_back() -> None:
    done = flow(replace(READY, committed=True), Step.COMMIT)
    assert not done.back()
    assert not done.go(Step.SOURCE)
    done.restart()
    assert done.step is Step.SOURCE
    assert done.obstacle() is Obstacle.NO_FILE
