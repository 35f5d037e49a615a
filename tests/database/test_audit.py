"""The audit log says who changed what, and a seal shows whoever changes the log."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from co2desk.database.activities import Activities
from co2desk.database.audit import Audit, Seal
from co2desk.database.import_commit import send_import
from co2desk.database.import_jobs import ImportJobs
from co2desk.database.laboratories import Laboratories
from co2desk.domain.errors import Co2deskError, ErrorCode
from co2desk.domain.ids import LabId
from tests.database.builders import activity, good_row, import_of
from tests.database.conftest import World


def seal(world: World, wait: str = "5s") -> Seal:
    with world.ada.transaction() as session:
        session.connection().exec_driver_sql(f"SET LOCAL lock_timeout = '{wait}'")
        made = Audit(session).seal()
    assert made is not None
    return made


def write(world: World, count: int = 30) -> None:
    with world.max.transaction() as session:
        lab = LabId(UUID(world.lab))
        Activities(session).add([(lab, activity(note=f"n{turn}")) for turn in range(count)])


def broken_at(world: World, *remembered: Seal) -> int | None:
    with world.ada.transaction() as session:
        return Audit(session).verify(remembered).broken_at


def test_that_an_untouched_log_is_intact(world: World) -> None:
    write(world)
    first = seal(world)
    write(world)
    second = seal(world)
    with world.ada.transaction() as session:
        found = Audit(session).verify([first, second])
    assert (found.seals, found.entries, found.broken_at) == (2, 60, None)
    assert seal(world) == second


TAMPERINGS: dict[str, Callable[[int], str]] = {
    "who": lambda n: f"UPDATE audit_logs SET db_role = 'ada' WHERE id = {n}",
    "when": lambda n: f"UPDATE audit_logs SET at = at - interval '1 s' WHERE id = {n}",
    "what": lambda n: (
        f"UPDATE audit_logs SET after = jsonb_set(after, '{{quantity}}', '1') WHERE id = {n}"
    ),
    "deleted": lambda n: f"DELETE FROM audit_logs WHERE id = {n}",
    "back-dated": lambda n: (
        f"UPDATE audit_logs SET id = DEFAULT WHERE id = {n};"
        "INSERT INTO audit_logs (action, entity, entity_id) VALUES ('a', 'b', 'c')"
    ),
    "added": lambda n: (
        "INSERT INTO audit_logs (id, action, entity, entity_id) OVERRIDING SYSTEM VALUE "
        f"SELECT {n} - 1, 'a', 'b', 'c' FROM audit_logs WHERE id = {n} "
        "ON CONFLICT (id) DO UPDATE SET action = 'a'"
    ),
    "seal dropped": lambda n: "DELETE FROM audit_seals WHERE n = 1",
    "seal replaced": lambda n: "UPDATE audit_seals SET hash = sha256('x') WHERE n = 1",
}


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_that_tampering_shows(world: World, tampering: str) -> None:
    write(world)
    seal(world)
    write(world)
    seal(world)
    chance = random.Random(tampering)
    world.database.execute(TAMPERINGS[tampering](chance.randint(2, 30)))
    assert broken_at(world) is not None


def test_that_cutting_the_end_off_shows_where_it_was_seen(world: World) -> None:
    write(world)
    seal(world)
    write(world)
    last = seal(world)
    world.database.execute("DELETE FROM audit_logs WHERE id > 30")
    world.database.execute("DELETE FROM audit_seals WHERE n = 2")
    assert broken_at(world) is None  # alone, the database cannot know
    assert broken_at(world, last) == 2


def test_that_a_late_commit_is_in_the_next_seal(world: World) -> None:
    write(world, 5)
    with world.max.transaction() as session:
        lab = LabId(UUID(world.lab))
        Activities(session).add([(lab, activity())])
        with pytest.raises(Co2deskError) as caught:
            seal(world, wait="200ms")
        assert caught.value.code is ErrorCode.SERVER_BUSY
    seal(world)
    assert broken_at(world) is None
    assert world.database.execute("SELECT sum(entries) FROM audit_seals") == [(6,)]


def test_that_the_log_is_searched_and_paged(world: World) -> None:
    write(world, 5)
    send_import(world.max, import_of(world.lab, [good_row(2)]))
    with world.ada.transaction() as session:
        [lab] = Laboratories(session).search("energie")
        Laboratories(session).delete(lab.id)
    now = datetime.now(UTC)
    with world.ada.transaction() as session:
        audit = Audit(session)
        assert {entry.who for entry in audit.page(who="max")} == {"Max"}
        assert [entry.entity for entry in audit.page(words="energie a geneve")] == ["laboratories"]
        assert len(audit.page(entity="activities", lab_id=lab.id)) == 5 + 6
        assert audit.page(since=now + timedelta(hours=1)) == ()
        everything = audit.page()
        first = audit.page(limit=3)
        rest = audit.page(before_id=first[-1].id)
        assert first + rest == everything
        [gone] = audit.page(entity="laboratories")
        assert (gone.action, gone.lab_code, gone.application[:7]) == ("delete", "", "co2desk")
        assert gone.before is not None
        assert gone.before["code"] == "LAB"
    with pytest.raises(Co2deskError) as caught, world.max.transaction() as session:
        Audit(session).page()
    assert caught.value.code is ErrorCode.NOT_PERMITTED


def test_that_undo_keeps_every_row_in_the_log(world: World) -> None:
    job = send_import(world.max, import_of(world.lab, [good_row(n) for n in (2, 3)])).job
    with world.max.transaction() as session:
        ImportJobs(session).undo(job.id)
    entries = world.database.execute(
        """SELECT action, entity, import_job_id, before -> 'quantity', after -> 'status'
           FROM audit_logs ORDER BY id"""
    )
    assert [entry[:2] for entry in entries] == [
        ("import", "import_jobs"), ("delete", "activities"), ("delete", "activities"),
        ("update", "import_jobs"),
    ]  # fmt: skip
    assert {entry[2] for entry in entries} == {job.id}
    assert entries[1][3] == 10
    assert entries[3][4] == "undone"


def test_that_the_log_replays_to_what_is_there(world: World) -> None:
    chance = random.Random(9)
    lab = LabId(UUID(world.lab))
    for turn in range(60):
        with world.max.transaction() as session:
            activities = Activities(session)
            rows = activities.page(limit=100).rows
            if turn < 5 or chance.random() < 0.5:
                activities.add([(lab, activity(str(chance.randint(1, 9))))])
            elif chance.random() < 0.6:
                row = chance.choice(rows)
                activities.change(row.id, row.version, {"note": f"turn {turn}"})
            else:
                row = chance.choice(rows)
                activities.delete({row.id: row.version})
    replayed: dict[str, object] = {}
    for entity_id, action, after, who in world.database.execute(
        "SELECT entity_id, action, after, db_role FROM audit_logs ORDER BY id"
    ):
        assert who == "max"
        if action == "delete":
            del replayed[str(entity_id)]
        else:
            replayed[str(entity_id)] = after
    there = world.database.execute("SELECT id::text, to_jsonb(a) FROM activities a")
    assert replayed == dict(there)  # type: ignore[arg-type]
