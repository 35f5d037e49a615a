"""Test 15: a migration that meets somebody reading neither waits for long nor lets others wait."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from co2desk.database import migrate, provision
from co2desk.database.engine import short_lived_engine
from co2desk.desktop.paths import migrations_dir
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from tests.postgres import DatabaseForTest

LONGEST_STALL = 1.5

# Needs the strongest lock on the table that everybody reads.
_STEP = '''"""Add a column."""

from alembic import op

revision, down_revision, branch_labels, depends_on = "{revision}", "{before}", None, None


def upgrade() -> None:
    op.execute("ALTER TABLE public.activities ADD COLUMN added text")


def downgrade() -> None:
    op.execute("ALTER TABLE public.activities DROP COLUMN added")
'''


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    folder = tmp_path / "migrations"
    shutil.copytree(migrations_dir(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    before = migrate.head(folder)
    revision = f"{int(before) + 1:03d}"
    step = folder / "versions" / f"{revision}_added.py"
    step.write_text(_STEP.format(revision=revision, before=before))
    return folder


@contextmanager
def idle_reader(database: DatabaseForTest) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """Somebody who has read the list and keeps the transaction open."""
    with provision.connected(database.superuser) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM activities")
        yield connection
        if not connection.closed:
            connection.execute("ROLLBACK")


@contextmanager
def others_reading(database: DatabaseForTest) -> Iterator[list[float]]:
    """Yield how long each look of somebody else at the list takes, one look after the other."""
    waits: list[float] = []
    over = threading.Event()

    def read() -> None:
        with provision.connected(database.superuser) as connection:
            while not over.is_set():
                began = time.perf_counter()
                connection.execute("SELECT count(*) FROM activities")
                waits.append(time.perf_counter() - began)
                time.sleep(0.01)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield waits
    finally:
        over.set()
        reader.join()


def upgrade(database: DatabaseForTest, migrations: Path) -> str:
    with short_lived_engine(database.superuser) as engine:
        return migrate.upgrade(engine, migrations)


@pytest.mark.parametrize("attempts", [2, pytest.param(10, marks=pytest.mark.slow)])
def test_that_it_gives_up_cleanly_where_the_reader_stays(
    database: DatabaseForTest,
    migrations: Path,
    attempts: int,
    monkeypatch: pytest.MonkeyPatch,
    told: Callable[[str], None],
) -> None:
    monkeypatch.setattr(migrate, "_ATTEMPTS", attempts)
    before = database.execute("SELECT version_num FROM alembic_version")
    with (
        idle_reader(database),
        others_reading(database) as waits,
        pytest.raises(DatabaseProblem) as caught,
    ):
        upgrade(database, migrations)
    assert caught.value.code is ErrorCode.SERVER_BUSY
    assert database.execute("SELECT version_num FROM alembic_version") == before
    assert max(waits) <= LONGEST_STALL
    told(
        f"given up after {attempts} tries, nothing changed; others stalled for at most "
        f"{max(waits):.2f} s (at most {LONGEST_STALL} s)"
    )


@pytest.mark.slow
def test_that_it_succeeds_once_the_reader_has_left(
    database: DatabaseForTest, migrations: Path, told: Callable[[str], None]
) -> None:
    with (
        ThreadPoolExecutor(1) as pool,
        others_reading(database) as waits,
        idle_reader(database) as reader,
    ):
        migrating = pool.submit(upgrade, database, migrations)
        time.sleep(4)
        assert not migrating.done()
        reader.execute("ROLLBACK")
        reached = migrating.result(30)
    assert reached == migrate.head(migrations)
    assert max(waits) <= LONGEST_STALL
    told(f"done after the reader left; others stalled for at most {max(waits):.2f} s")
