"""Test 5: from the log alone the state after every operation is rebuilt, with who did it."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import text

from co2desk.database import provision
from co2desk.database.activities import Activities
from co2desk.database.import_commit import commit_worklist, send_import
from co2desk.database.import_jobs import ImportJobs
from co2desk.database.laboratories import Laboratories
from co2desk.database.people import People
from co2desk.database.unit_of_work import Database
from co2desk.domain.ids import ImportJobId, LabId
from co2desk.domain.roles import Role
from tests.database.builders import activity, bad_row, good_row, import_of
from tests.database.conftest import PEOPLE, World

_AUDITED = {
    "activities": "id::text",
    "import_jobs": "id::text",
    "import_rows": "id::text",
    "laboratories": "id::text",
    "users": "id::text",
    "user_roles": "concat_ws('/', user_id, lab_id)",
}
State = dict[tuple[str, str], dict[str, object]]
_EDITS_OF_THE_LOG = (
    "INSERT INTO audit_logs (action, entity, entity_id) VALUES ('a', 'b', 'c')",
    "UPDATE audit_logs SET db_role = 'ada'",
    "DELETE FROM audit_logs",
    "TRUNCATE audit_logs",
    "ALTER TABLE audit_logs DISABLE TRIGGER ALL",
    "DELETE FROM audit_seals",
)


@dataclass
class Office:
    """People at work by chance, and what was there after each of their operations."""

    world: World
    chance: random.Random
    done: list[tuple[int, str, str]] = field(default_factory=list)
    seen: dict[int, State] = field(default_factory=dict)

    def work(self, operations: int, look_every: int) -> None:
        """Let people work; every so often, keep the state that the log must lead back to."""
        acts = self._acts()
        for number in range(operations):
            name, who, act = self.chance.choice(acts)
            act(getattr(self.world, who))
            self.done.append((self.last_entry(), who, name))
            if number % look_every == 0:
                self.seen[self.last_entry()] = state(self.world)

    def last_entry(self) -> int:
        """The number of the newest entry."""
        [(last,)] = self.world.database.execute("SELECT coalesce(max(id), 0) FROM audit_logs")
        return int(str(last))

    def _acts(self) -> list[tuple[str, str, Callable[[Database], None]]]:
        entering: list[tuple[str, str, Callable[[Database], None]]] = [
            (name, who, act)
            for who in ("max", "zoe")
            for name, act in (
                ("add", self._add),
                ("add", self._add),
                ("change", self._change),
                ("change", self._change),
                ("delete and put back", self._put_back),
                ("delete", self._delete),
                ("import", self._import),
                ("correct", self._correct),
                ("undo", self._undo),
            )
        ]
        return [
            *entering,
            ("add", "mia", self._add),
            ("rename", "ada", self._rename),
            ("grant", "ada", self._grant),
            ("revoke", "ada", self._revoke),
            ("move many", "ada", self._by_sql),
        ]

    def _lab(self, database: Database) -> LabId:
        own = self.world.other if database is self.world.zoe else self.world.lab
        return LabId(UUID(own))

    def _add(self, database: Database) -> None:
        many = self.chance.randint(1, 3)
        new = [activity(str(self.chance.randint(1, 999))) for _ in range(many)]
        with database.transaction() as session:
            Activities(session).add([(self._lab(database), one) for one in new])

    def _change(self, database: Database) -> None:
        with database.transaction() as session:
            activities = Activities(session)
            if rows := activities.page(limit=50).rows:
                row = self.chance.choice(rows)
                note = f"note {self.chance.random()}"
                activities.change(row.id, row.version, {"note": note, "quantity": row.quantity + 1})

    def _delete(self, database: Database) -> None:
        with database.transaction() as session:
            activities = Activities(session)
            rows = activities.page(limit=50).rows
            taken = self.chance.sample(rows, min(len(rows), 3))
            activities.delete({row.id: row.version for row in taken})

    def _put_back(self, database: Database) -> None:
        with database.transaction() as session:
            activities = Activities(session)
            if rows := activities.page(limit=50).rows:
                row = self.chance.choice(rows)
                activities.delete({row.id: row.version})
                activities.restore([row])

    def _import(self, database: Database) -> None:
        rows = [good_row(n) for n in range(2, self.chance.randint(3, 6))]
        send_import(database, import_of(self._lab(database), [*rows, bad_row(9)]))

    def _jobs(self, database: Database) -> list[ImportJobId]:
        rows = self.world.database.execute(
            "SELECT id FROM import_jobs WHERE lab_id = %s AND status = 'completed'",
            self._lab(database),
        )
        return [ImportJobId(UUID(str(job))) for (job,) in rows]

    def _correct(self, database: Database) -> None:
        for job in self.chance.sample(jobs := self._jobs(database), min(len(jobs), 1)):
            with database.transaction() as session:
                if left := ImportJobs(session).rows(job):
                    mended = (left[0].id, good_row(9, activity("5"), Menge="5"))
                    commit_worklist(session, job, [mended])

    def _undo(self, database: Database) -> None:
        for job in self.chance.sample(jobs := self._jobs(database), min(len(jobs), 1)):
            with database.transaction() as session:
                ImportJobs(session).undo(job)

    def _rename(self, database: Database) -> None:
        with database.transaction() as session:
            laboratories = Laboratories(session)
            lab = self.chance.choice(laboratories.search())
            session.execute(
                text("UPDATE laboratories SET name = :name WHERE id = :id"),
                {"name": f"Name {self.chance.random()}", "id": lab.id},
            )

    def _grant(self, database: Database) -> None:
        with database.transaction() as session:
            vic = next(one for one in People(session).search("vic") if one.login == "vic")
            role = self.chance.choice([Role.VIEWER, Role.LAB_MEMBER])
            People(session).grant(vic.id, role, LabId(UUID(self.world.other)))

    def _revoke(self, database: Database) -> None:
        with database.transaction() as session:
            vic = next(one for one in People(session).search("vic") if one.login == "vic")
            People(session).revoke(vic.id, LabId(UUID(self.world.other)))

    def _by_sql(self, database: Database) -> None:
        with provision.connected(database.parameters) as connection:
            connection.execute(
                "UPDATE activities SET category = md5(random()::text) WHERE co2e_kg > 0"
            )


def state(world: World) -> State:
    """Every row of the audited tables."""
    rows = world.database.execute(
        " UNION ALL ".join(
            f"SELECT '{table}', {key}, to_jsonb(t) - 'search' FROM {table} t"
            for table, key in _AUDITED.items()
        )
    )
    return {(str(table), str(key)): dict(row) for table, key, row in rows}  # type: ignore[call-overload]


def backwards(world: World, now: State) -> Iterator[tuple[int, State]]:
    """Take entry after entry back, from what is there now to the beginning of the log.

    Yields the number of each entry and the state just after it.
    """
    entries = world.database.execute(
        """SELECT id, action, entity, entity_id, before, after FROM audit_logs ORDER BY id DESC"""
    )
    for number, action, entity, key, before, after in entries:
        yield int(str(number)), now
        place = (str(entity), str(key))
        if action == "import":
            _take_import_back(now, place, dict(after))  # type: ignore[call-overload]
            continue
        assert now.get(place) == after, (number, place)
        if before is None:
            del now[place]
        else:
            now[place] = dict(before)  # type: ignore[call-overload]
    yield 0, now


def _take_import_back(now: State, place: tuple[str, str], after: dict[str, object]) -> None:
    """An import is one entry; its rows hold its id, and its activities theirs."""
    activities, kilograms = after.pop("activities"), after.pop("activities_co2e_kg")
    assert now.pop(place) == after
    rows = {key for (table, key), row in now.items() if row.get("import_job_id") == place[1]}
    made = [key for key, row in now.items() if row.get("import_row_id") in rows]
    assert len(made) == activities
    assert sum(float(str(now[key]["co2e_kg"])) for key in made) == pytest.approx(kilograms)
    for key in [*made, *(("import_rows", row) for row in rows)]:
        del now[key]


@pytest.mark.parametrize("operations", [60, pytest.param(1000, marks=pytest.mark.slow)])
def test_that_the_log_rebuilds_every_state_and_names_who_made_it(
    world: World, operations: int, told: Callable[[str], None]
) -> None:
    office = Office(world, random.Random(operations))
    beginning = state(world)
    office.work(operations, look_every=max(1, operations // 30))

    rebuilt = 0
    for number, then in backwards(world, state(world)):
        if number in office.seen:
            assert then == office.seen[number]
            rebuilt += 1
    assert then == beginning
    assert rebuilt == len(office.seen) >= 20

    who = dict(world.database.execute("SELECT id, db_role FROM audit_logs"))  # type: ignore[arg-type]
    first = 1
    for last, login, _ in office.done:
        assert {who[number] for number in range(first, last + 1) if number in who} <= {login}
        first = last + 1
    assert len({name for _, _, name in office.done}) == 11

    edited = _edits_of_the_log(world)
    assert edited == 0
    told(
        f"{operations} operations, {len(who)} entries: {rebuilt + 1} of {rebuilt + 1} states "
        f"rebuilt, every entry names the session's login, {edited} edits of the log by people"
    )


def _edits_of_the_log(world: World) -> int:
    """How many of all tries of all people to change the log got through."""
    through = 0
    for login in PEOPLE:
        for attempt in _EDITS_OF_THE_LOG:
            with provision.connected(world.database.parameters(login)) as connection:
                try:
                    connection.execute(attempt)  # type: ignore[arg-type]
                    through += 1
                except psycopg.errors.InsufficientPrivilege:
                    pass
    return through
