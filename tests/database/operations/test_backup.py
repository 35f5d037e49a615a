"""Backups are of one moment, complete, proved, and leave no secret and no half file behind."""

import os
import random
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from co2desk.database import provision
from co2desk.database.backup import manifest
from co2desk.database.backup.make import make_backup
from co2desk.database.backup.programs import ClientPrograms, choose_programs
from co2desk.database.backup.reading import opened_backup, read_through
from co2desk.database.backup.trial import try_backup
from co2desk.domain.backup import BackupPart, Proof
from co2desk.domain.errors import Cancelled, DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress
from tests.database.operations.conftest import ACTIVITIES, add_activities
from tests.postgres import PASSWORD, DatabaseForTest


class Recorded:
    """Keeps what is reported; stops at a stage, if one is named."""

    def __init__(self, stop_at: str = "") -> None:
        self.stop_at = stop_at
        self.seen: list[tuple[int, int | None, str]] = []
        self.command_lines: list[str] = []
        self.environments: list[str] = []

    def report(self, done: int, total: int | None = None, stage: str = "") -> None:
        self.seen.append((done, total, stage))
        for child in psutil.Process().children():
            try:
                self.command_lines.append(" ".join(child.cmdline()))
                self.environments.append(str(child.environ()))
            except psutil.Error:
                continue
        if stage == self.stop_at:
            raise Cancelled


def rows_of(tables: object, name: str) -> int:
    return {one.name: one.rows for one in tables}[f"public.{name}"]  # type: ignore[attr-defined]


def test_that_a_backup_restored_for_a_trial_holds_every_row(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    out = tmp_path / "all.dump"
    made = make_backup(stocked.superuser, out, programs)
    tried = try_backup(out, stocked.superuser, programs)
    assert tried.proof is Proof.EQUAL
    assert tried.tables == made.tables
    assert rows_of(tried.tables, "activities") == ACTIVITIES
    assert rows_of(tried.tables, "laboratories") == 2
    assert stocked.execute(
        "SELECT count(*) FROM pg_database WHERE datname LIKE 'co2desk_scr%'"
    ) == [(0,)]


def test_that_a_backup_is_tried_before_it_gets_its_name(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    out = tmp_path / "all.dump"
    made = make_backup(stocked.superuser, out, programs, tried=True)
    assert made.proof is Proof.EQUAL
    assert manifest.read_manifest(out) == made
    with pytest.raises(Cancelled):
        make_backup(
            stocked.superuser,
            tmp_path / "b.dump",
            programs,
            tried=True,
            progress=Recorded("restoring"),
        )
    assert not (tmp_path / "b.dump").exists()


@pytest.mark.parametrize(
    ("part", "table", "tables"),
    [(BackupPart.SCHEMA, "", 0), (BackupPart.DATA, "", 20), (BackupPart.FULL, "activities", 1)],
)
def test_that_every_part_can_be_backed_up_and_tried(
    stocked: DatabaseForTest,
    programs: ClientPrograms,
    tmp_path: Path,
    part: BackupPart,
    table: str,
    tables: int,
) -> None:
    out = tmp_path / "part.dump"
    made = make_backup(stocked.superuser, out, programs, part=part, table=table)
    assert manifest.read_manifest(out) == made
    assert len(made.tables) == tables
    assert try_backup(out, stocked.superuser, programs).tables == made.tables


def test_that_the_backup_login_makes_a_complete_backup(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    stocked.execute("ALTER ROLE co2calculator_backup PASSWORD 'b4ckup:\\x'")
    login = replace(stocked.superuser, user=provision.BACKUP, password="b4ckup:\\x")
    made = make_backup(login, tmp_path / "a.dump", programs, tried=True)
    assert made.proof is Proof.READABLE
    assert rows_of(made.tables, "activities") == ACTIVITIES
    with pytest.raises(DatabaseProblem) as caught:
        try_backup(made.path, login, programs)
    assert caught.value.code is ErrorCode.BACKUP_NOT_TRIED
    assert try_backup(made.path, stocked.superuser, programs).tables == made.tables


@pytest.mark.parametrize("login", ["mia", "ada"])
def test_that_a_person_whose_view_is_filtered_is_refused(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path, login: str
) -> None:
    with pytest.raises(DatabaseProblem) as caught:
        make_backup(stocked.parameters(login), tmp_path / "a.dump", programs)
    assert caught.value.code is ErrorCode.BACKUP_NOT_PERMITTED
    assert caught.value.params == {"user": login}
    assert list(tmp_path.iterdir()) == []


def test_that_a_change_made_while_the_backup_runs_is_not_in_it(
    filled: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    class Meddling:
        done = False

        def report(self, done: int, total: int | None = None, stage: str = "") -> None:
            if stage == "backing_up" and not self.done:
                self.done = True
                add_activities(filled, "LAB-A", 7)

    made = make_backup(filled.superuser, tmp_path / "a.dump", programs, progress=Meddling())
    assert rows_of(made.tables, "activities") == ACTIVITIES
    assert filled.execute("SELECT count(*) FROM activities") == [(ACTIVITIES + 7,)]
    assert try_backup(made.path, filled.superuser, programs).tables == made.tables


@pytest.mark.parametrize("stage", ["backing_up", "counting", "verifying"])
def test_that_cancel_leaves_no_file_and_no_program(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path, stage: str
) -> None:
    with pytest.raises(Cancelled):
        make_backup(stocked.superuser, tmp_path / "a.dump", programs, progress=Recorded(stage))
    assert list(tmp_path.iterdir()) == []
    assert [one for one in psutil.Process().children() if one.name().startswith("pg_dump")] == []


def test_that_neither_arguments_nor_environment_hold_the_password(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    recorded = Recorded()
    out = tmp_path / "a.dump"
    make_backup(stocked.superuser, out, programs, progress=recorded)
    assert any("pg_dump" in line for line in recorded.command_lines)
    secrets = (PASSWORD, PASSWORD.split()[0] + " 100", "sécret")
    for said in (*recorded.command_lines, *recorded.environments):
        assert not any(one in said for one in secrets)
    assert (len(made := [one for one in recorded.seen if one[2] == "backing_up"]), made[-1][0]) > (
        1,
        15,
    )
    if sys.platform != "win32":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_that_an_existing_backup_is_never_written_over(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    out = tmp_path / "a.dump"
    out.write_bytes(b"precious")
    with pytest.raises(UnusableInput) as caught:
        make_backup(stocked.superuser, out, programs)
    assert caught.value.code is ErrorCode.ALREADY_EXISTS
    assert out.read_bytes() == b"precious"


def test_that_a_missing_folder_and_an_unknown_table_are_told(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    with pytest.raises(UnusableInput) as caught:
        make_backup(stocked.superuser, tmp_path / "no" / "a.dump", programs)
    assert caught.value.code is ErrorCode.CANNOT_WRITE_FILE
    with pytest.raises(UnusableInput) as caught:
        make_backup(stocked.superuser, tmp_path / "a.dump", programs, table='x"; DROP')
    assert caught.value.code is ErrorCode.INVALID_VALUE


def test_that_a_pooler_is_refused(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    with pytest.raises(DatabaseProblem) as caught:
        make_backup(replace(stocked.superuser, pooled=True), tmp_path / "a.dump", programs)
    assert caught.value.code is ErrorCode.NEEDS_DIRECT_CONNECTION


def damaged(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def flips_found(out: Path, programs: ClientPrograms, count: int) -> int:
    """How many of `count` single flipped bits anywhere in the file are noticed."""
    data, chance, found = out.read_bytes(), random.Random(20261031), 0
    for _ in range(count):
        out.write_bytes(damaged(data, chance.randrange(len(data) * 8)))
        try:
            with opened_backup(out, programs, NoProgress()):
                pass
        except DatabaseProblem as error:
            found += error.code is ErrorCode.DAMAGED_BACKUP
    out.write_bytes(data)
    return found


def test_that_100_of_100_flipped_bits_are_found(
    stocked: DatabaseForTest,
    programs: ClientPrograms,
    tmp_path: Path,
    told: Callable[[str], None],
) -> None:
    out = tmp_path / "a.dump"
    make_backup(stocked.superuser, out, programs)
    found = flips_found(out, programs, 100)
    assert found == 100
    told(f"{found} of 100 flipped bits found")


@pytest.mark.slow
def test_that_pg_restore_alone_does_not_notice_every_flipped_bit(
    filled: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    """Why a manifest with a hash lies beside each backup."""
    add_activities(filled, "LAB-B", 20_000)
    out = tmp_path / "a.dump"
    made = make_backup(filled.superuser, out, programs)
    assert flips_found(out, programs, 100) == 100
    manifest.manifest_path(out).unlink()
    assert 80 <= flips_found(out, programs, 100) < 100
    tried = try_backup(out, filled.superuser, programs)
    assert tried.proof is Proof.READABLE
    assert tried.tables == made.tables


@pytest.mark.parametrize("kept", [0, 0.5, 0.999])
def test_that_a_truncated_backup_is_found_even_without_its_manifest(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path, kept: float
) -> None:
    out = tmp_path / "a.dump"
    make_backup(stocked.superuser, out, programs)
    size = out.stat().st_size
    os.truncate(out, int(kept if kept > 1 else kept * size))
    manifest.manifest_path(out).unlink()
    with pytest.raises(DatabaseProblem) as caught:
        read_through(out, programs, NoProgress())
    assert caught.value.code is ErrorCode.DAMAGED_BACKUP


def test_that_a_backup_of_other_contents_is_told_from_the_one_promised(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    out = tmp_path / "a.dump"
    made = make_backup(stocked.superuser, out, programs)
    wrong = tuple(
        replace(one, checksum="1") if one.name == "public.activities" else one
        for one in made.tables
    )
    manifest.write_manifest(replace(made, tables=wrong))
    with pytest.raises(DatabaseProblem) as caught:
        try_backup(out, stocked.superuser, programs)
    assert caught.value.code is ErrorCode.BACKUP_DIFFERS
    assert caught.value.params["table"] == "public.activities"


def test_that_programs_older_than_the_server_are_named(programs: ClientPrograms) -> None:
    with pytest.raises(DatabaseProblem) as caught:
        choose_programs(
            [Path("/nowhere"), programs.folder], programs.environment, server_major=99, tls=False
        )
    assert caught.value.code is ErrorCode.BACKUP_PROGRAM_MISSING
    assert str(programs.major) in caught.value.params["found"]
    chosen = choose_programs(
        [programs.folder], programs.environment, server_major=programs.major, tls=False
    )
    assert chosen == programs
