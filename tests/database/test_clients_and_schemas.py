"""An older, equal or newer program meets an older, equal or newer schema: it works, or says why."""

import shutil
from pathlib import Path

import pytest

from co2desk.database import migrate, schema_version
from co2desk.database.engine import make_engine, short_lived_engine
from co2desk.database.import_commit import send_import
from co2desk.desktop.paths import migrations_dir
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from tests.database.builders import good_row, import_of
from tests.database.conftest import World
from tests.postgres import DatabaseForTest

_NEXT = '''"""One step further."""

from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    """Add a column, and say who may write from now on."""
    op.execute("ALTER TABLE public.exchange_rates ADD COLUMN later text")
    op.execute("UPDATE public.schema_compat SET min_client = '{minimum}'")


def downgrade() -> None:
    """Go back."""
    op.execute("UPDATE public.schema_compat SET min_client = '0.1'")
    op.execute("ALTER TABLE public.exchange_rates DROP COLUMN later")
'''


def migrations_of(client: str, folder: Path, minimum: str = "0.1") -> Path:
    """The migrations that an older, this, or a newer program brings along."""
    made = folder / client
    shutil.copytree(migrations_dir(), made, ignore=shutil.ignore_patterns("__pycache__"))
    head = migrate.head(made)
    if client == "older":
        [newest] = (made / "versions").glob(f"{head}_*.py")
        newest.unlink()
    if client == "newer":
        following = f"{int(head) + 1:03d}"
        text = _NEXT.format(revision=following, before=head, minimum=minimum)
        (made / "versions" / f"{following}_one_step_further.py").write_text(text)
    return made


WORKS, TOO_OLD, TOO_NEW = None, ErrorCode.SCHEMA_TOO_OLD, ErrorCode.SCHEMA_TOO_NEW
EXPECTED = {
    # schema: what the older, this and the newer program say; the newer schema lets this one write
    "older": {"older": WORKS, "this": TOO_OLD, "newer": TOO_OLD},
    "this": {"older": WORKS, "this": WORKS, "newer": TOO_OLD},
    "newer": {"older": TOO_NEW, "this": WORKS, "newer": WORKS},
}
VERSIONS = {"older": "0.0.9", "this": "0.2.0", "newer": "0.3.0"}


@pytest.mark.parametrize("schema", EXPECTED)
def test_that_each_program_works_with_each_schema_or_says_why_and_never_migrates(
    database: DatabaseForTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: str
) -> None:
    database.execute("UPDATE schema_compat SET min_client = '0.0.1'")
    known = {client: migrations_of(client, tmp_path, "0.2.0") for client in VERSIONS}
    engine = make_engine(database.superuser, pool=False)
    if schema == "older":
        migrate.downgrade(engine, migrations_dir(), "-1")
    if schema == "newer":
        migrate.upgrade(engine, known["newer"])
    stands = migrate.current(engine)
    said = {}
    for client, version in VERSIONS.items():
        monkeypatch.setattr(schema_version, "__version__", version)
        with engine.connect() as connection:
            try:
                schema_version.require_compatible(connection, known[client])
                said[client] = WORKS
            except DatabaseProblem as problem:
                said[client] = problem.code
            fits = schema_version.status(connection, known[client]).compatible
        assert fits is (said[client] is WORKS)
        assert migrate.current(engine) == stands
    engine.dispose()
    assert said == EXPECTED[schema]


def test_that_a_program_left_running_over_an_upgrade_writes_nothing_it_may_not(
    world: World,
) -> None:
    send_import(world.max, import_of(world.lab, [good_row(2)]))
    world.database.execute("UPDATE schema_compat SET min_client = '99'")
    try:
        with pytest.raises(DatabaseProblem) as caught:
            send_import(world.max, import_of(world.lab, [good_row(3)]))
    finally:
        world.database.execute("UPDATE schema_compat SET min_client = '0.1'")
    assert caught.value.code is ErrorCode.SCHEMA_TOO_NEW
    assert world.database.execute("SELECT count(*) FROM activities") == [(1,)]


def test_that_upgrading_what_is_newer_or_at_its_head_already_changes_nothing(
    database: DatabaseForTest, tmp_path: Path
) -> None:
    newer = migrations_of("newer", tmp_path)
    with short_lived_engine(database.superuser) as engine:
        head = migrate.head(migrations_dir())
        assert migrate.upgrade(engine, migrations_dir()) == head
        reached = migrate.upgrade(engine, newer)
        assert reached > head
        assert migrate.current(engine) == reached
