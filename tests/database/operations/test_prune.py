"""Pruning keeps what it promises, and touches nothing that the program did not make."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from co2desk.database.backup.manifest import manifest_path, write_manifest
from co2desk.database.backup.prune import prune_backups
from co2desk.domain.backup import Backup, BackupPart
from co2desk.domain.errors import ErrorCode, UnusableInput

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)


def backup(folder: Path, made_at: datetime, part: BackupPart = BackupPart.FULL) -> Path:
    path = folder / f"{part}-{made_at:%Y%m%d-%H%M%S}.dump"
    path.write_bytes(b"x")
    write_manifest(Backup(path, part, "", made_at, "co2desk", "18.6", "010", (), "0"))
    return path


def test_that_a_year_of_backups_becomes_thirty_days_and_twelve_months(tmp_path: Path) -> None:
    made = [backup(tmp_path, NOW - timedelta(hours=22 * n)) for n in range(440)]
    foreign = tmp_path / "by-hand.dump"
    foreign.write_bytes(b"y")
    doomed = prune_backups(tmp_path, NOW, dry_run=True)
    assert all(path.exists() for path in made)
    assert prune_backups(tmp_path, NOW) == doomed
    left = sorted(path for path in made if path.exists())
    assert len(left) == 31 + 11  # two of the last twelve months are among the days
    assert made[0] in left
    assert foreign.exists()
    assert all(manifest_path(path).exists() for path in left)
    assert len(list(tmp_path.iterdir())) == 2 * len(left) + 1


@settings(max_examples=25)
@given(st.lists(st.integers(0, 800 * 24), max_size=20, unique=True), st.integers(0, 400 * 24))
def test_that_pruning_more_often_keeps_no_less(hours: list[int], later: int) -> None:
    """Whatever the moments at which it runs, each of the last 30 days keeps its newest."""
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = {backup(folder, NOW - timedelta(hours=n)): n for n in hours}
        prune_backups(folder, NOW - timedelta(hours=min(later, min(hours, default=0))))
        prune_backups(folder, NOW)
        left = {made[path] for path in made if path.exists()}
        days = {(NOW - timedelta(hours=n)).date() for n in hours if n <= 30 * 24}
        assert days <= {(NOW - timedelta(hours=n)).date() for n in left}
        if hours:
            assert min(hours) in left


def test_that_each_part_is_counted_for_itself(tmp_path: Path) -> None:
    full = backup(tmp_path, NOW - timedelta(days=1, hours=2))
    schema = backup(tmp_path, NOW - timedelta(days=1), BackupPart.SCHEMA)
    assert prune_backups(tmp_path, NOW) == ()
    assert full.exists()
    assert schema.exists()


def test_that_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as caught:
        prune_backups(tmp_path / "no", NOW)
    assert caught.value.code is ErrorCode.FILE_NOT_FOUND
