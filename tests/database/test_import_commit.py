"""An import is written once, whole, and checked against the database as it is at that moment."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import psycopg
import pytest
from sqlalchemy import text

from co2desk.database import import_commit, provision
from co2desk.database.activities import Activities
from co2desk.database.import_commit import commit_import, commit_worklist, send_import
from co2desk.database.import_jobs import ImportJobs
from co2desk.database.results import Results
from co2desk.database.stage_rows import stage_blocks
from co2desk.domain.errors import (
    Cancelled,
    Co2deskError,
    DatabaseProblem,
    ErrorCode,
    UnusableInput,
)
from co2desk.domain.ids import LabId
from co2desk.domain.import_job import (
    CommitOutcome,
    ImportToCommit,
    JobStatus,
    RowBlock,
    RowToImport,
)
from tests.database.builders import activity, bad_row, good_row, import_of
from tests.database.conftest import LAB, World


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


@pytest.mark.parametrize("stage", ["writing", "committing"])
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


def test_that_rows_and_activities_lie_in_the_order_of_the_file_by_their_ids(world: World) -> None:
    commit(world, import_of(world.lab, [good_row(number) for number in range(2, 3_002)]))
    [(rows, activities)] = world.database.execute(
        """SELECT array_agg(r.row_number ORDER BY r.id), array_agg(r.row_number ORDER BY a.id)
           FROM import_rows AS r JOIN activities AS a ON a.import_row_id = r.id"""
    )
    assert rows == activities == list(range(2, 3_002))


def test_that_the_server_has_a_first_block_before_many_rows_are_made() -> None:
    made = 0

    def rows() -> Iterator[RowToImport]:
        nonlocal made
        for number in range(2, 25_002):
            made += 1
            yield good_row(number)

    sizes = []
    for block in stage_blocks(rows()):
        sizes.append(block.count)
        assert made == sum(sizes)
    assert sizes == [1_000, 10_000, 10_000, 4_000]


_ACTIVITIES_READ = text(
    """SELECT coalesce(sum(seq_tup_read + idx_tup_fetch), 0)
       FROM pg_stat_xact_user_tables WHERE relname = 'activities'"""
)


def test_that_a_block_is_held_against_its_own_rows_and_not_against_all_there_are(
    world: World,
) -> None:
    """Before the tables were ever looked at, the planner began with every activity, each time."""
    commit(world, import_of(world.lab, [good_row(number) for number in range(2, 8_002)]))
    world.database.execute("UPDATE import_rows SET fingerprint = sha256(row_number::text::bytea)")
    new = [replace(good_row(n), fingerprint=n.to_bytes(32)) for n in range(2, 2_002)]
    with world.max.transaction() as session:
        # What a session read before is told with the rest until the server has taken it in.
        before = session.execute(_ACTIVITIES_READ).scalar_one()
        commit_import(session, import_of(world.lab, new, refuse_known=True))
        read = session.execute(_ACTIVITIES_READ).scalar_one() - before
    assert read < 4_000  # of 10,000


def test_that_no_block_goes_through_the_rows_of_all_imports(world: World) -> None:
    """Never looked at, the rows of imports seemed so few that each block was joined with all."""
    commit(world, import_of(world.lab, [good_row(number) for number in range(2, 8_002)]))
    gone_through = text(
        """SELECT coalesce(sum(seq_tup_read), 0)
           FROM pg_stat_xact_user_tables WHERE relname = 'import_rows'"""
    )
    with world.max.transaction() as session:
        before = session.execute(gone_through).scalar_one()
        commit_import(session, import_of(world.lab, [good_row(n) for n in range(2, 2_002)]))
        assert session.execute(gone_through).scalar_one() == before


def test_that_statistics_taken_in_the_middle_do_not_slow_an_import_down(world: World) -> None:
    """Autovacuum may look at the tables while nobody sees their rows yet, and finds none.

    Joined as if there were none, 8,000 rows are gone through 8,000 times: a minute, not a second.
    """
    rows = [good_row(number) for number in range(50, 8_050)]
    with world.max.transaction() as session:
        commit_import(session, import_of(world.lab, rows))
        world.database.execute("ANALYZE import_rows, activities")
        began = time.monotonic()
    took = time.monotonic() - began
    assert counted(world) == (1, 8_000, 8_000)
    assert took < 3, f"{took:.1f} s"


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
    assert caught.value.code is ErrorCode.ROW_ALREADY_IMPORTED
    assert caught.value.params["row"] == "3"
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


def test_that_known_rows_are_looked_up_one_by_one_where_the_planner_sees_none(world: World) -> None:
    rows = [good_row(number) for number in range(2, 8_002)]
    wanted = import_of(world.lab, rows)
    gone_through = text(
        """SELECT coalesce(sum(seq_tup_read), 0)
           FROM pg_stat_xact_user_tables WHERE relname = 'import_rows'"""
    )
    prints = [row.fingerprint for row in rows[:2_000] if row.fingerprint]
    with world.max.transaction() as session:
        commit_import(session, wanted)
        world.database.execute("ANALYZE import_rows, activities")
        before = session.execute(gone_through).scalar_one()
        known = ImportJobs(session).known_rows(wanted.lab_id, prints)
        assert session.execute(gone_through).scalar_one() == before
    assert {found.row_number for found in known.values()} == set(range(2, 2_002))


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


class Meeting:
    """Lets imports wait for one another after their first block, so that they really overlap."""

    def __init__(self, parties: int) -> None:
        self._gate = threading.Barrier(parties, timeout=60)
        self._met = threading.local()

    def report(self, done: int, total: int | None = None, stage: str = "") -> None:
        del done, total, stage
        if not getattr(self._met, "once", False):
            self._met.once = True
            self._gate.wait()


def in_two_halves(first: str, second: str) -> ImportToCommit:
    """An import of more than one block, the halves in different categories."""
    rows = [good_row(n, activity(category=first)) for n in range(2, 10_102)]
    rows += [good_row(n, activity(category=second)) for n in range(10_102, 20_102)]
    return import_of(LAB, rows)


def test_that_imports_in_opposite_orders_do_not_block_one_another(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.database.grant("zoe", "lab_manager", "LAB")
    meeting, orders = Meeting(2), [("max", "a", "b"), ("zoe", "b", "a")]

    def send(order: tuple[str, str, str]) -> int:
        who, first, second = order
        wanted = in_two_halves(first, second)
        return send_import(getattr(world, who), wanted, meeting).job.rows_valid

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(send, orders)) == [20_100, 20_100]
    assert world.database.execute("SELECT category, activity_count FROM results ORDER BY 1") == [
        ("a", 20_100),
        ("b", 20_100),
    ]
    assert "sent again" not in caplog.text


def test_that_a_colleague_goes_on_editing_while_an_import_is_written(world: World) -> None:
    commit(world, import_of(world.lab, [good_row(2)]))
    with world.max.transaction() as session:
        commit_import(session, import_of(world.lab, [good_row(3), good_row(4)]))
        with world.mia.transaction() as other:
            other.connection().exec_driver_sql("SET LOCAL lock_timeout = '1s'")
            Activities(other).add([(LabId(UUID(world.lab)), activity("5"))])
    assert world.database.execute("SELECT activity_count FROM results") == [(4,)]


def test_that_many_imports_at_once_over_the_same_and_other_keys_all_arrive(world: World) -> None:
    world.database.grant("zoe", "lab_manager", "LAB")
    world.database.grant("max", "lab_manager", "OTHER")

    def send(turn: int) -> int:
        who = world.max if turn % 2 else world.zoe
        rows = [
            good_row(n, activity(category="abcd"[(n + turn) % 4], day=date(2020 + n % 3, 1, 1),
                                 lab_code=("LAB", "OTHER", "")[(n + turn) % 3]))
            for n in range(2, 302)
        ]  # fmt: skip
        lab = (world.lab, world.other)[turn % 2]
        return send_import(who, import_of(lab, rows)).job.rows_valid

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(send, range(24))) == [300] * 24
    assert counted(world) == (24, 7200, 7200)
    with world.ada.transaction() as session:
        assert Results(session).rebuild() == 0


def test_that_two_imports_of_the_same_rows_at_once_bring_them_once(world: World) -> None:
    rows = [good_row(n) for n in range(2, 12)]
    meeting, refused = Meeting(2), []

    def send(_: int) -> None:
        try:
            send_import(world.max, import_of(world.lab, rows, refuse_known=True), meeting)
        except DatabaseProblem as problem:
            refused.append((problem.code, problem.params["row"]))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(send, range(2)))
    assert refused == [(ErrorCode.ROW_ALREADY_IMPORTED, "2")]
    assert counted(world) == (1, 10, 10)


def test_that_a_lock_held_too_long_is_told_kindly_after_another_try(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(import_commit, "_LIMITS", ("SET LOCAL lock_timeout = '300ms'",))
    with provision.connected(world.database.superuser) as holder:
        holder.execute("BEGIN")
        holder.execute("LOCK TABLE activities IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(DatabaseProblem) as caught:
            commit(world, import_of(world.lab, [good_row(2)]))
    assert caught.value.code is ErrorCode.SERVER_BUSY
    assert caught.value.params["detail"] == "lock_timeout"
    assert caplog.text.count("sent again") == 1
    assert counted(world) == (0, 0, 0)


def test_that_a_lock_given_back_in_time_lets_the_second_try_in(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_commit, "_LIMITS", ("SET LOCAL lock_timeout = '300ms'",))
    with provision.connected(world.database.superuser) as holder:
        holder.execute("BEGIN")
        holder.execute("LOCK TABLE activities IN ACCESS EXCLUSIVE MODE")
        releasing = threading.Timer(0.4, holder.rollback)
        releasing.start()
        assert commit(world, import_of(world.lab, [good_row(2)])).job.rows_valid == 1
        releasing.join()


def test_that_an_import_is_not_sent_again_where_ctrl_c_cut_the_connection(world: World) -> None:
    asked = 0

    class Cut:
        def blocks(self) -> Iterator[RowBlock]:
            nonlocal asked
            asked += 1
            if asked == 1:
                try:
                    try:
                        raise KeyboardInterrupt
                    finally:
                        raise OSError("the statement was cut")
                except OSError as error:
                    raise DatabaseProblem(ErrorCode.CONNECTION_LOST) from error
            yield from stage_blocks([good_row(2)])

    wanted = replace(import_of(world.lab, [good_row(2)]), rows=Cut())
    with pytest.raises(DatabaseProblem) as cut:
        send_import(world.max, wanted)
    assert cut.value.code is ErrorCode.CONNECTION_LOST
    assert (asked, counted(world)) == (1, (0, 0, 0))


# Within the transaction of an import somebody at a prompt may do anything that a manager may.
_WITHIN = {
    "nothing more": "",
    "takes a row out again": "DELETE FROM activities WHERE quantity = 1",
    "takes an older row out": "DELETE FROM activities WHERE note = 'older'",
    "changes a row": "UPDATE activities SET co2e_kg = 7, category = 'z' WHERE quantity = 1",
    "changes all": "UPDATE activities SET co2e_kg = 7, category = 'z'",
    "settles early": "SET CONSTRAINTS ALL IMMEDIATE; {more}",
    "settles early and changes": "SET CONSTRAINTS ALL IMMEDIATE; {more}; "
    "UPDATE activities SET category = 'z'; DELETE FROM activities WHERE quantity = 1",
}
_JOB = "00000000-0000-4000-8000-0000000000d1"
_MORE = """
INSERT INTO import_rows (id, import_job_id, lab_id, row_number, raw_data, status)
VALUES (gen_random_uuid(), '{job}', '{lab}', {row}, '{{}}', 'valid');
INSERT INTO activities (lab_id, import_row_id, activity_type, category, quantity, unit, date,
    co2e_source, co2e_kg)
SELECT lab_id, id, 'energy', 'c', {row}, 'kWh', '2024-01-01', 'override', 3
FROM import_rows WHERE row_number = {row}
"""


@pytest.mark.parametrize("what", _WITHIN)
def test_that_results_and_log_are_exact_whatever_happens_within_an_import(
    world: World, what: str
) -> None:
    with world.max.transaction() as session:
        Activities(session).add([(LabId(UUID(world.lab)), activity("50", note="older"))])
    script = _WITHIN[what].replace("{more}", _MORE.format(job=_JOB, lab=world.lab, row=2))
    with psycopg.connect(**world.database.parameters("max").keywords()) as connection:  # type: ignore[arg-type]
        connection.execute(
            f"INSERT INTO import_jobs (id, lab_id, filename) VALUES ('{_JOB}', '{world.lab}', 'a')"  # type: ignore[arg-type]
        )
        connection.execute(_MORE.format(job=_JOB, lab=world.lab, row=1))  # type: ignore[arg-type]
        if script:
            connection.execute(script)  # type: ignore[arg-type]
    with world.ada.transaction() as session:
        assert Results(session).rebuild() == 0
    # Every activity is in the one entry of the import, or has an entry of its own.
    [(there,)] = world.database.execute("SELECT count(*) FROM activities")
    [(logged,)] = world.database.execute(
        """SELECT coalesce(sum(CASE action WHEN 'insert' THEN 1 WHEN 'delete' THEN -1
                                ELSE (after ->> 'activities')::bigint END), 0)
           FROM audit_logs
           WHERE action = 'import' OR entity = 'activities' AND action IN ('insert', 'delete')
               AND NOT (action = 'delete' AND before ->> 'quantity' = '1.0000'
                        AND %s NOT LIKE 'settles%%')""",
        what,
    )
    assert logged == there
    [(job_entries,)] = world.database.execute(
        "SELECT count(*) FROM audit_logs WHERE action = 'import'"
    )
    assert job_entries == 1
    [(rows, in_log)] = world.database.execute(
        """SELECT (SELECT count(*) FROM import_rows WHERE row_number > 1),
                  (SELECT count(*) FROM audit_logs WHERE entity = 'import_rows')"""
    )
    assert rows == in_log


def test_that_whoever_adds_rows_to_an_older_import_is_named_in_the_log(world: World) -> None:
    job = commit(world, import_of(world.lab, [good_row(2)])).job
    with provision.connected(world.database.parameters("max")) as connection:
        connection.execute(_MORE.format(job=job.id, lab=world.lab, row=9).split(";")[0])  # type: ignore[arg-type]
    assert world.database.execute(
        "SELECT db_role, after ->> 'row_number' FROM audit_logs WHERE entity = 'import_rows'"
    ) == [("max", "9")]
