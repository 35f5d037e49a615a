"""An import is written once, whole, and checked against the database as it is at that moment."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from co2desk.database.import_commit import commit_import, commit_worklist, send_import
from co2desk.database.import_jobs import ImportJobs
from co2desk.domain.errors import Cancelled, Co2deskError, ErrorCode, UnusableInput
from co2desk.domain.import_job import CommitOutcome, ImportToCommit, JobStatus
from tests.database.builders import activity, bad_row, good_row, import_of
from tests.database.conftest import World


def commit(world: World, wanted: ImportToCommit) -> CommitOutcome:
    return send_import(world.max, wanted)


def counted(world: World) -> tuple[int, int, int]:
    [found] = world.database.execute(
        """SELECT (SELECT count(*) FROM import_jobs), (SELECT count(*) FROM import_rows),
                  (SELECT count(*) FROM activities)"""
    )
    return found  # type: ignore[return-value]


def add_factor(world: World, code: str = "GAS", value: str = "0.24") -> None:
    world.database.execute(
        """INSERT INTO emission_factors (code, name, unit, value, factor_type)
           VALUES (%s, %s, 'kWh', %s, 'energy')""",
        code, code, value,
    )  # fmt: skip


def test_that_good_rows_become_activities_and_bad_ones_stay_as_a_worklist(world: World) -> None:
    outcome = commit(world, import_of(world.lab, [good_row(2), bad_row(3), good_row(7)]))
    assert not outcome.already_committed
    job = outcome.job
    assert (job.rows_total, job.rows_valid, job.rows_error) == (3, 2, 1)
    assert job.co2e_kg == Decimal("4.8")
    assert (job.status, job.uploaded_by, job.lab_code) == (JobStatus.COMPLETED, "Max", "LAB")
    assert counted(world) == (1, 3, 2)
    with world.max.transaction() as session:
        [left] = ImportJobs(session).rows(job.id)
    assert (left.row_number, left.raw_data) == (3, {"Menge": "zwölf"})
    assert left.validation_errors[0]["code"] == "not_a_number"


def test_that_the_same_job_sent_twice_is_there_once(world: World) -> None:
    wanted = import_of(world.lab, [good_row(2), good_row(3)])
    first, second = commit(world, wanted), commit(world, wanted)
    assert (first.already_committed, second.already_committed) == (False, True)
    assert second.job == first.job
    assert counted(world) == (1, 2, 2)


def test_that_text_arrives_as_it_was(world: World) -> None:
    nasty = "tab\tback\\slash \\N line\nbreak, “quotes”; é 統計"
    row = good_row(2, activity(note=nasty), **{"No\te": nasty, "\\N": "\\x"})
    commit(world, import_of(world.lab, [row]))
    assert world.database.execute("SELECT note FROM activities") == [(nasty,)]
    assert world.database.execute("SELECT raw_data FROM import_rows") == [
        ({"No\te": nasty, "\\N": "\\x"},)
    ]


@pytest.mark.parametrize("stage", ["sending", "writing", "committing"])
def test_that_cancel_leaves_no_trace(world: World, stage: str) -> None:
    class Stop:
        def report(self, done: int, total: int | None = None, stage_now: str = "") -> None:
            if stage_now == stage:
                raise Cancelled

    rows = [good_row(number) for number in range(2, 21_000)]
    with pytest.raises(Cancelled):
        send_import(world.max, import_of(world.lab, rows), Stop())  # type: ignore[arg-type]
    assert counted(world) == (0, 0, 0)
    commit(world, import_of(world.lab, [good_row(2)]))
    assert counted(world) == (1, 1, 1)


def test_that_a_large_import_is_written_whole_in_blocks(world: World) -> None:
    rows = [good_row(number) for number in range(5, 41_005)]
    assert commit(world, import_of(world.lab, rows)).job.rows_valid == 41_000
    assert counted(world) == (1, 41_000, 41_000)


def test_that_a_factor_changed_since_the_check_stops_the_import(world: World) -> None:
    add_factor(world, value="0.25")
    with pytest.raises(Co2deskError) as caught:
        commit(world, import_of(world.lab, [good_row(2, activity(factor_code="GAS"))]))
    assert caught.value.code is ErrorCode.CHANGED_MEANWHILE
    assert caught.value.params["what"] == "GAS"
    assert counted(world) == (0, 0, 0)


def test_that_a_factor_gone_since_the_check_stops_the_import(world: World) -> None:
    with pytest.raises(Co2deskError) as caught:
        commit(world, import_of(world.lab, [good_row(2, activity(factor_code="GAS"))]))
    assert caught.value.code is ErrorCode.NO_LONGER_THERE


def test_that_a_factor_named_by_code_is_found(world: World) -> None:
    add_factor(world)
    commit(world, import_of(world.lab, [good_row(2, activity(factor_code="GAS"))]))
    assert world.database.execute(
        "SELECT f.code FROM activities a JOIN emission_factors f ON f.id = a.emission_factor_id"
    ) == [("GAS",)]


def test_that_a_row_of_another_laboratory_needs_the_right_to_write_there(world: World) -> None:
    row = good_row(2, activity(lab_code="other"))
    with pytest.raises(Co2deskError) as caught:
        commit(world, import_of(world.lab, [row]))
    # Max cannot even see that laboratory.
    assert caught.value.code is ErrorCode.UNKNOWN_LABORATORY
    world.database.grant("max", "viewer", "OTHER")
    with pytest.raises(Co2deskError) as caught:
        commit(world, import_of(world.lab, [row]))
    assert caught.value.code is ErrorCode.NOT_PERMITTED
    world.database.execute("UPDATE user_roles SET role = 'lab_manager' WHERE role = 'viewer'")
    commit(world, import_of(world.lab, [row]))
    assert world.database.execute("SELECT lab_id::text FROM activities") == [(world.other,)]


@pytest.mark.parametrize("who", ["mia", "vic", "zoe"])
def test_that_only_managers_import(world: World, who: str) -> None:
    with pytest.raises(Co2deskError) as caught:
        send_import(getattr(world, who), import_of(world.lab, [good_row(2)]))
    assert caught.value.code is ErrorCode.NOT_PERMITTED
    assert counted(world) == (0, 0, 0)


def test_that_a_published_year_takes_no_rows(world: World) -> None:
    world.database.execute("INSERT INTO published_years VALUES (%s, 2024)", world.lab)
    with pytest.raises(Co2deskError) as caught:
        commit(world, import_of(world.lab, [good_row(2)]))
    assert caught.value.code is ErrorCode.YEAR_PUBLISHED
    assert caught.value.params == {"lab": "LAB", "year": "2024"}
    commit(world, import_of(world.lab, [good_row(2, activity(day=date(2023, 1, 1)))]))


def test_that_a_value_the_database_refuses_leaves_nothing(world: World) -> None:
    with pytest.raises(Co2deskError) as caught:
        commit(world, import_of(world.lab, [good_row(2), good_row(3, activity("1e11"))]))
    assert caught.value.code is ErrorCode.VALUE_REFUSED
    assert counted(world) == (0, 0, 0)


def test_that_rows_imported_by_somebody_meanwhile_stop_the_import(world: World) -> None:
    first = commit(world, import_of(world.lab, [good_row(2), good_row(3)]))
    with pytest.raises(Co2deskError) as caught:
        commit(world, import_of(world.lab, [good_row(9), good_row(3)], refuse_known=True))
    assert caught.value.code is ErrorCode.ALREADY_EXISTS
    assert caught.value.params["what"] == "3"
    with world.max.transaction() as session:
        ImportJobs(session).undo(first.job.id)
    commit(world, import_of(world.lab, [good_row(9), good_row(3)], refuse_known=True))


def test_that_known_rows_and_files_are_found_until_they_are_undone(world: World) -> None:
    rows = [good_row(2), good_row(3), bad_row(4)]
    job = commit(world, import_of(world.lab, rows)).job
    prints = [row.fingerprint for row in rows if row.fingerprint] + [b"\0" * 32]
    with world.max.transaction() as session:
        jobs = ImportJobs(session)
        known = jobs.known_rows(job.lab_id, prints)
        assert {known[p].row_number for p in prints[:2]} == {2, 3}
        assert len(known) == 2
        assert (known[prints[0]].filename, known[prints[0]].uploaded_by) == ("energy.csv", "Max")
        assert [found.id for found in jobs.of_file(job.lab_id, job.file_sha256)] == [job.id]
        jobs.undo(job.id)
        assert jobs.known_rows(job.lab_id, prints) == {}
        assert jobs.of_file(job.lab_id, job.file_sha256) == ()


def test_that_undo_keeps_and_names_what_was_edited_since(world: World) -> None:
    job = commit(world, import_of(world.lab, [good_row(n) for n in (2, 3, 4)])).job
    [(edited,)] = world.database.execute("SELECT id FROM activities ORDER BY id LIMIT 1")
    with world.ada.transaction() as session:
        session.connection().exec_driver_sql(
            "UPDATE activities SET quantity = 11 WHERE id = %s", (edited,)
        )
    with world.max.transaction() as session:
        outcome = ImportJobs(session).undo(job.id)
        assert ImportJobs(session).get(job.id).status is JobStatus.UNDONE
    assert outcome.removed == 2
    [kept] = outcome.kept
    assert (kept.activity_id, kept.reason, kept.edited_by) == (edited, "edited_since", "Ada")
    assert world.database.execute("SELECT id FROM activities") == [(edited,)]


def test_that_undo_keeps_published_years(world: World) -> None:
    rows = [good_row(2), good_row(3, activity(day=date(2023, 5, 5)))]
    job = commit(world, import_of(world.lab, rows)).job
    world.database.execute("INSERT INTO published_years VALUES (%s, 2023)", world.lab)
    with world.max.transaction() as session:
        outcome = ImportJobs(session).undo(job.id)
    assert (outcome.removed, [kept.reason for kept in outcome.kept]) == (1, ["year_published"])


def test_that_nobody_undoes_what_they_may_not(world: World) -> None:
    job = commit(world, import_of(world.lab, [good_row(2)])).job
    for who, code in ((world.vic, ErrorCode.NOT_PERMITTED), (world.zoe, ErrorCode.UNKNOWN_IMPORT)):
        with pytest.raises(Co2deskError) as caught, who.transaction() as session:
            ImportJobs(session).undo(job.id)
        assert caught.value.code is code
    with pytest.raises(UnusableInput), world.max.transaction() as session:
        ImportJobs(session).undo(uuid4())  # type: ignore[arg-type]


def test_that_corrected_rows_join_their_job(world: World) -> None:
    job = commit(world, import_of(world.lab, [good_row(2), bad_row(3), bad_row(4)])).job
    with world.max.transaction() as session:
        left = ImportJobs(session).rows(job.id)
        corrected = [
            (left[0].id, good_row(3, activity("12"), Menge="12")),
            (left[1].id, bad_row(4, "negative_quantity")),
        ]
        after = commit_worklist(session, job.id, corrected).job
    assert (after.rows_valid, after.rows_error) == (2, 1)
    assert after.co2e_kg == Decimal("4.8")
    with world.max.transaction() as session:
        [still] = ImportJobs(session).rows(job.id)
        assert still.validation_errors[0]["code"] == "negative_quantity"
        with pytest.raises(Co2deskError) as caught:
            commit_worklist(session, job.id, corrected[:1])
        assert caught.value.code is ErrorCode.CHANGED_MEANWHILE
    with world.max.transaction() as session:
        assert ImportJobs(session).undo(job.id).removed == 2


def test_that_an_import_is_one_entry_of_the_audit_log(world: World) -> None:
    job = commit(world, import_of(world.lab, [good_row(2), good_row(3)])).job
    entries = world.database.execute(
        """SELECT action, entity, db_role, after ->> 'file_sha256', after ->> 'activities',
                  after ->> 'rows_valid', after ->> 'status', import_job_id
           FROM audit_logs WHERE entity IN ('import_jobs', 'import_rows', 'activities')"""
    )
    assert entries == [
        ("import", "import_jobs", "max", job.file_sha256, "2", "2", "completed", job.id)
    ]


def test_that_the_caller_decides_about_the_commit(world: World) -> None:
    def interrupted() -> None:
        with world.max.transaction() as session:
            commit_import(session, import_of(world.lab, [good_row(2)]))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        interrupted()
    assert counted(world) == (0, 0, 0)
