"""Test 7: whatever a superuser does to the sealed log shows when it is verified."""

import random
from collections.abc import Callable
from uuid import UUID

import psycopg
import pytest

from co2desk.database import provision
from co2desk.database.activities import Activities
from co2desk.database.audit import Audit, Seal
from co2desk.domain.ids import LabId
from tests.database.builders import activity
from tests.database.conftest import World
from tests.reliability.backend_time import processor_time

ENTRIES, SEALS = 300, 10

# {n} is an entry, {other} another, {seal} a seal; each of them what its name says.
TAMPERINGS = {
    "who": "UPDATE audit_logs SET db_role = 'somebody' WHERE id = {n}",
    "which person": "UPDATE audit_logs SET user_id = gen_random_uuid() WHERE id = {n}",
    "when": "UPDATE audit_logs SET at = at - interval '1 ms' WHERE id = {n}",
    "what": """UPDATE audit_logs SET after = jsonb_set(after, '{{quantity}}', '0.001')
        WHERE id = {n}""",
    "a space": 'UPDATE audit_logs SET after = after || \'{{"note": " "}}\' WHERE id = {n}',
    "action": "UPDATE audit_logs SET action = 'update' WHERE id = {n}",
    "laboratory": "UPDATE audit_logs SET lab_id = NULL WHERE id = {n}",
    "program": "UPDATE audit_logs SET application = 'psql' WHERE id = {n}",
    "entry deleted": "DELETE FROM audit_logs WHERE id = {n}",
    "several deleted": "DELETE FROM audit_logs WHERE id BETWEEN {n} AND {n} + 5",
    "two exchanged": """UPDATE audit_logs AS a SET (after, entity_id) = (
        SELECT b.after, b.entity_id FROM audit_logs b WHERE b.id = {n} + {other} - a.id)
        WHERE id IN ({n}, {other})""",
    "moved to the end": "UPDATE audit_logs SET id = DEFAULT WHERE id = {n}",
    "entry slipped in": """DELETE FROM audit_logs WHERE id = {n};
        INSERT INTO audit_logs (id, action, entity, entity_id) OVERRIDING SYSTEM VALUE
        VALUES ({n}, 'insert', 'activities', 'x')""",
    "seal deleted": "DELETE FROM audit_seals WHERE n = {seal}",
    "seal recalculated": """DELETE FROM audit_logs WHERE id = {n};
        UPDATE audit_seals s SET hash = audit_digest(
            coalesce((SELECT up_to FROM audit_seals p WHERE p.n = s.n - 1), 0), up_to,
            previous_hash)
        WHERE n = (SELECT min(n) FROM audit_seals WHERE up_to >= {n})""",
    "seals exchanged": "UPDATE audit_seals SET n = {seal} + 100 WHERE n = {seal}",
    "seal stretched": "UPDATE audit_seals SET up_to = up_to + 1 WHERE n = {seal}",
}


@pytest.fixture
def sealed(world: World) -> tuple[World, Seal]:
    """A log with ten seals, and the last of them, as a workstation remembers it."""
    lab = LabId(UUID(world.lab))
    last: Seal | None = None
    for _ in range(SEALS):
        with world.max.transaction() as session:
            Activities(session).add([(lab, activity())] * (ENTRIES // SEALS))
        with world.ada.transaction() as session:
            last = Audit(session).seal()
    assert last is not None
    assert last.n == SEALS
    return world, last


def is_intact(connection: psycopg.Connection[tuple[object, ...]], remembered: Seal) -> bool:
    """What `Audit.verify` looks at, inside a transaction that will be rolled back."""
    seals = connection.execute("SELECT seal, intact FROM verify_audit()").fetchall()
    known = connection.execute("SELECT hash FROM audit_seals WHERE n = %s", (remembered.n,))
    found = known.fetchone()
    same = found is not None and bytes(found[0]) == remembered.hash  # type: ignore[arg-type]
    return same and all(intact for _, intact in seals)


@pytest.mark.parametrize("times", [40, pytest.param(1000, marks=pytest.mark.slow)])
def test_that_every_tampering_shows(
    sealed: tuple[World, Seal], times: int, told: Callable[[str], None]
) -> None:
    world, remembered = sealed
    chance = random.Random(times)
    missed = []
    with provision.connected(world.database.superuser) as connection:
        assert is_intact(connection, remembered)
        for number in range(times):
            name = list(TAMPERINGS)[number % len(TAMPERINGS)]
            # The last seal's own entries are left to the test of the cut end.
            n, other = chance.sample(range(1, ENTRIES - ENTRIES // SEALS), 2)
            places = {"n": n, "other": other, "seal": chance.randint(1, SEALS - 1)}
            with connection.transaction(force_rollback=True):
                connection.execute(TAMPERINGS[name].format(**places))  # type: ignore[arg-type]
                if is_intact(connection, remembered):
                    missed.append((name, places))
        assert is_intact(connection, remembered)
    assert missed == []
    told(f"{times - len(missed)} of {times} tamperings of {len(TAMPERINGS)} kinds found")


def test_that_an_end_cut_off_with_its_seal_shows_where_it_was_seen(
    sealed: tuple[World, Seal], told: Callable[[str], None]
) -> None:
    """The database alone cannot know: the workstation that saw the seal does."""
    world, remembered = sealed
    world.database.execute(f"DELETE FROM audit_logs WHERE id > {ENTRIES - ENTRIES // SEALS}")
    world.database.execute(f"DELETE FROM audit_seals WHERE n = {SEALS}")
    with world.ada.transaction() as session:
        assert Audit(session).verify().broken_at is None
        assert Audit(session).verify([remembered]).broken_at == SEALS
    told("a cut end is found by the seal that a workstation remembers")


@pytest.mark.slow
def test_that_100_000_entries_are_verified_in_a_second(
    world: World, told: Callable[[str], None]
) -> None:
    world.database.execute(
        f"""INSERT INTO activities (lab_id, activity_type, category, quantity, unit, date,
                co2e_kg, co2e_source)
            SELECT '{world.lab}', 'energy', 'c', n, 'kWh', '2024-01-01', n, 'override'
            FROM generate_series(1, 100000) n"""
    )
    with world.ada.transaction() as session:
        Audit(session).seal()
    taken = []
    for _ in range(5):
        with world.ada.transaction() as session, processor_time(session) as verifying:
            found = Audit(session).verify()
        taken.append(verifying.seconds)
        assert (found.entries, found.broken_at) == (100_000, None)
    assert min(taken) <= 1
    told(f"100,000 entries verified in {min(taken):.2f} s of processor time (at most 1 s)")
