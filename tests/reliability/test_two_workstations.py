"""Test 12: two workstations change one activity at once; nobody's change is lost in silence."""

import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest

from co2desk.database.activities import Activities
from co2desk.database.unit_of_work import Database
from co2desk.domain.activity_list import ActivityRecord
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.ids import LabId
from tests.database.builders import activity
from tests.database.conftest import World

# What becomes of a change: made, or the code of its refusal and the name in it.
Outcome = tuple[str, str]
_MADE: Outcome = ("made", "")
_NAMES = {"max": "Max", "ada": "Ada"}


@pytest.mark.parametrize("races", [40, pytest.param(1000, marks=pytest.mark.slow)])
def test_that_no_update_is_lost_and_every_refusal_is_worded_right(
    world: World, races: int, told: Callable[[str], None]
) -> None:
    chance = random.Random(races)
    with world.max.transaction() as session:
        lab = LabId(UUID(world.lab))
        [row] = Activities(session).add([(lab, activity())])
    made = conflicts = refused = 0
    with ThreadPoolExecutor(2) as both:
        for turn in range(races):
            if turn % 5 == 4:
                forbidden, row = _race_without_a_right(world, row)
                refused += forbidden
                continue
            row, won = _race(world, both, row, turn, delete=chance.random() < 0.1)
            made += 1
            conflicts += won
    races_run = races - races // 5
    assert made == conflicts == races_run
    assert refused == races // 5
    told(
        f"{races} races: 0 updates lost, {conflicts} of {races_run} losers told who was faster, "
        f"{refused} of {races // 5} told that they may not"
    )


def _race(
    world: World, both: ThreadPoolExecutor, row: ActivityRecord, turn: int, *, delete: bool
) -> tuple[ActivityRecord, bool]:
    """Let Max and Ada change (or Ada delete) the version that both have seen.

    Returns the row as it is then, and whether the loser was told the truth.
    """
    start = threading.Barrier(2)

    def change(who: str) -> Outcome:
        database: Database = getattr(world, who)
        try:
            with database.transaction() as session:
                start.wait(10)
                if delete and who == "ada":
                    Activities(session).delete({row.id: row.version})
                else:
                    Activities(session).change(row.id, row.version, {"note": f"{who} {turn}"})
        except DatabaseProblem as problem:
            return problem.code.value, str(problem.params.get("by", ""))
        return _MADE

    outcomes = dict(zip(("max", "ada"), both.map(change, ("max", "ada")), strict=True))
    [winner] = [who for who, outcome in outcomes.items() if outcome == _MADE]
    [told] = [outcome for outcome in outcomes.values() if outcome != _MADE]
    with world.max.transaction() as session:
        now = Activities(session).get(row.id)
        if now is None:
            assert (delete, winner) == (True, "ada")
            right = told == (ErrorCode.NO_LONGER_THERE.value, "")
            [now] = Activities(session).add([(row.lab_id, activity())])
            return now, right
    assert (now.note, now.version) == (f"{winner} {turn}", row.version + 1)
    return now, told == (ErrorCode.CHANGED_MEANWHILE.value, _NAMES[winner])


def _race_without_a_right(world: World, row: ActivityRecord) -> tuple[bool, ActivityRecord]:
    """Ada takes Max's role away between his look and his change; then gives it back.

    Returns whether Max was told that he may not, and the row, which nobody changed.
    """
    role = "UPDATE user_roles SET role = %s WHERE role = %s AND lab_id = %s"
    world.database.execute(role, "viewer", "lab_manager", world.lab)
    code = ""
    try:
        with world.max.transaction() as session:
            Activities(session).change(row.id, row.version, {"note": "forbidden"})
    except DatabaseProblem as problem:
        code = problem.code.value
    world.database.execute(
        role + " AND user_id = (SELECT id FROM users WHERE db_role = 'max')",
        "lab_manager",
        "viewer",
        world.lab,
    )
    with world.max.transaction() as session:
        now = Activities(session).get(row.id)
    assert now == row
    return code == ErrorCode.NOT_PERMITTED.value, row
