"""The audit log says who changed what, and a seal shows whoever changes the log."""

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
