"""Activities: pages that neither overlap nor miss, edits by version, lineage to the file's cell."""

import itertools
import json
import random
import re
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from sqlalchemy.dialects import postgresql

from co2desk.database import activity_query, provision
from co2desk.database.activities import Activities
from co2desk.database.activity_query import Scope, first_of_page, scope_of
from co2desk.database.import_commit import send_import
from co2desk.database.unit_of_work import Database
from co2desk.domain.activity import ActivityType, Co2eSource
from co2desk.domain.activity_list import (
    ActivityColumn,
    ActivityFilter,
    ActivityOrder,
    ActivityRecord,
)
from co2desk.domain.errors import Co2deskError, DatabaseProblem, ErrorCode
from co2desk.domain.ids import ActivityId, LabId
from tests.database.builders import activity, good_row, import_of
from tests.database.conftest import World


def add(world: World, who: str = "max", **fields: object) -> ActivityRecord:
    with getattr(world, who).transaction() as session:
        lab = LabId(UUID(world.lab))
        [made] = Activities(session).add([(lab, activity(**fields))])  # type: ignore[arg-type]
    return made


def many(world: World, count: int = 60) -> None:
    chance = random.Random(4)
    rows = [
        good_row(
            number,
            activity(
                str(chance.randint(1, 5)),
                day=date(2024, 1, 1) + timedelta(days=chance.randint(0, 20)),
                co2e=chance.choice([None, "1", "2.5", "0"]),
                category=chance.choice(["a", "b", "é"]),
            ),
        )
        for number in range(2, count + 2)
    ]
    send_import(world.max, import_of(world.lab, rows))


def from_the_end(
    activities: Activities, wanted: ActivityFilter, order: ActivityOrder, limit: int = 7
) -> list[ActivityRecord]:
    """All pages, asked for from the last one upwards."""
    paged: list[ActivityRecord] = []
    before = None
    while True:
        page = activities.page_before(wanted, order, before, limit)
        paged = [*page.rows, *paged]
        before = page.previous
        if before is None:
            return paged
        assert len(page.rows) == limit


@pytest.mark.parametrize("column", list(ActivityColumn))
@pytest.mark.parametrize("descending", [True, False])
def test_that_pages_in_any_order_show_every_row_once(
    world: World, column: ActivityColumn, descending: bool
) -> None:
    many(world)
    order = ActivityOrder(column, descending)
    with world.max.transaction() as session:
        activities = Activities(session)
        everything = activities.page(order=order, limit=1000).rows
        paged: list[ActivityRecord] = []
        after = None
        for _ in itertools.count():
            page = activities.page(order=order, after=after, limit=7)
            paged += page.rows
            after = page.next
            if after is None:
                break
        back = from_the_end(activities, ActivityFilter(), order)
    assert len(everything) == 60
    assert paged == list(everything)
    assert back == paged


FILTERS = {
    "category": ActivityFilter(category="a"),
    "category of one laboratory alone": ActivityFilter(category="only here"),
    "type": ActivityFilter(activity_type=ActivityType.ENERGY),
    "type and year": ActivityFilter(activity_type=ActivityType.ENERGY, year=2024),
    "type and category": ActivityFilter(activity_type=ActivityType.ENERGY, category="b"),
    "type and laboratory": ActivityFilter(activity_type=ActivityType.ENERGY, lab_codes=("other",)),
    "a type that nobody has": ActivityFilter(activity_type=ActivityType.TRAVEL),
    "a category that nobody has": ActivityFilter(category="nowhere"),
}


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("name", FILTERS)
def test_that_filtered_pages_by_date_show_every_row_once(
    world: World, name: str, descending: bool
) -> None:
    many(world)
    rows = [good_row(n, activity(category="only here", day=date(2023, 1, n))) for n in (2, 3)]
    send_import(world.zoe, import_of(world.other, rows))
    wanted = FILTERS[name]

    def fits(row: ActivityRecord) -> bool:
        return (
            wanted.category in ("", row.category)
            and wanted.activity_type in (None, row.activity_type)
            and wanted.year in (None, row.date.year)
            and (not wanted.lab_codes or row.lab_code.lower() in wanted.lab_codes)
        )

    order = ActivityOrder(ActivityColumn.DATE, descending)
    with world.ada.transaction() as session:
        activities = Activities(session)
        expected = [row for row in activities.page(order=order, limit=1000).rows if fits(row)]
        paged: list[ActivityRecord] = []
        after = None
        for _ in itertools.count():
            page = activities.page(wanted, order, after, limit=7)
            paged += page.rows
            after = page.next
            if after is None:
                break
        back = from_the_end(activities, wanted, order)
    assert paged == expected
    assert back == expected
    assert bool(expected) is not name.endswith("nobody has")


@pytest.mark.parametrize("from_end", [False, True])
@pytest.mark.parametrize(
    "name",
    [
        "category",
        "type",
        "a type that nobody has",
        "a category that nobody has",
        "type and category",
    ],
)
def test_that_both_ends_of_a_filter_come_from_an_index_without_counting_rows(
    world: World, name: str, from_end: bool
) -> None:
    """A laboratory that has nothing of a category costs one look, not all its activities."""
    with provision.connected(world.database.superuser) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(
            """INSERT INTO activities (lab_id, activity_type, category, quantity, unit, date,
                   co2e_source, co2e_kg)
               SELECT id, 'energy', 'c' || n % 5, n, 'kWh', date '2024-01-01' + n % 300,
                   'override', 1 FROM laboratories, generate_series(1, 8000) n"""
        )
        connection.execute("ANALYZE activities")
    query = first_of_page(
        FILTERS[name], ActivityOrder(), None, 201, Scope(None), from_end=from_end
    ).select()
    sql = str(query.compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True}))
    with world.max.transaction() as session:
        run = session.connection().exec_driver_sql(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}")
        plan = json.dumps(run.scalar_one())
    assert "InitPlan" in plan
    assert "offset" not in sql.lower()
    assert "ix_activities_sort_newest" in plan
    removed = [int(number) for number in re.findall(r'Rows Removed by Filter": ([0-9]+)', plan)]
    assert sum(removed) < 100


def office(world: World, laboratories: int = 40, each: int = 30) -> Database:
    """Somebody who looks at everything, and more laboratories than a query would name.

    Every third activity has no date of its own and lies on 31 December.
    """
    with provision.connected(world.database.superuser) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(
            """INSERT INTO laboratories (code, name)
               SELECT 'L' || n, 'Laboratory' FROM generate_series(1, %s) AS n""",
            (laboratories,),
        )
        connection.execute(
            """INSERT INTO activities (lab_id, activity_type, category, quantity, unit, date,
                   co2e_source, co2e_kg, note)
               SELECT l.id, CASE n %% 2 WHEN 0 THEN 'energy' ELSE 'travel' END, 'c' || n %% 4, n,
                   'kWh', CASE n %% 3 WHEN 0 THEN date '2024-12-31'
                       ELSE date '2024-01-01' + (n * 37 + l.at)::integer %% 360 END,
                   'override', 1, CASE l.at * n %% 50 WHEN 0 THEN 'Rarität' ELSE 'häufig' END
               FROM (SELECT id, row_number() OVER (ORDER BY code) AS at FROM laboratories) AS l,
                   generate_series(1, %s) AS n""",
            (each,),
        )
        connection.execute("ANALYZE activities")
        connection.execute("UPDATE user_roles SET lab_id = NULL WHERE role = 'viewer'")
    return world.vic


WORDS = {
    "frequent word": ActivityFilter(text="HAUFIG"),
    "rare word": ActivityFilter(text="raritat", year=2024),
    "missing word": ActivityFilter(text="nowhere"),
}


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("name", ["nothing", "type", "category of all", *WORDS])
def test_that_pages_over_many_laboratories_show_every_row_once(
    world: World, monkeypatch: pytest.MonkeyPatch, name: str, descending: bool
) -> None:
    monkeypatch.setattr(activity_query, "_LOOKED_AT", 60)
    viewer = office(world)
    filters = WORDS | {"type": FILTERS["type"], "category of all": ActivityFilter(category="c1")}
    wanted = filters.get(name, ActivityFilter())
    direction = "DESC" if descending else "ASC"
    expected = world.database.execute(
        f"""SELECT id FROM activities
            WHERE (%s::text IS NULL OR activity_type = %s) AND (%s = '' OR category = %s)
                AND strpos(words, %s) > 0 ORDER BY date {direction}, id""",
        *(2 * [wanted.activity_type and wanted.activity_type.value]),
        *(2 * [wanted.category]),
        wanted.text.lower(),
    )
    paged = []
    after = None
    with viewer.transaction() as session:
        while True:
            page = Activities(session).page(
                wanted, ActivityOrder(ActivityColumn.DATE, descending), after, limit=31
            )
            paged += [(row.id,) for row in page.rows]
            after = page.next
            if after is None:
                break
            assert len(page.rows) == 31
        order = ActivityOrder(ActivityColumn.DATE, descending)
        back = from_the_end(Activities(session), wanted, order, limit=31)
    assert paged == expected
    assert [(row.id,) for row in back] == expected
    assert bool(expected) is (name != "missing word")


@pytest.mark.parametrize("from_end", [False, True])
def test_that_who_sees_all_reads_little_more_than_the_page(world: World, from_end: bool) -> None:
    """An administrator, or a login that reads all, is held by no list of laboratories."""
    office(world, laboratories=100, each=300)
    with world.ada.transaction() as session:
        scope = scope_of(session, ActivityFilter())
        query = first_of_page(
            ActivityFilter(), ActivityOrder(), None, 201, scope, from_end=from_end
        ).select()
        dialect = postgresql.dialect()
        sql = str(query.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        run = session.connection().exec_driver_sql(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}")
        plan = json.dumps(run.scalar_one())
    assert scope.labs is None
    conditions = re.findall(r'"Index Cond": "([^"]*lab_id[^"]*)"', plan)
    assert conditions
    assert not [one for one in conditions if "ANY" in one]
    looks = re.findall(
        r'"Index Name": "ix_activities_\w+".*?"Actual Rows": ([0-9.]+), "Actual Loops": ([0-9]+)',
        plan,
    )
    assert looks
    assert sum(float(rows) * int(loops) for rows, loops in looks) < 102 * 6 + 2 * 201


def test_that_a_role_everywhere_shows_all_laboratories_until_it_is_taken(world: World) -> None:
    add(world)
    send_import(world.zoe, import_of(world.other, [good_row(2)]))

    def seen() -> int:
        with world.vic.transaction() as session:
            return len(Activities(session).page().rows)

    assert seen() == 1
    world.database.execute("UPDATE user_roles SET lab_id = NULL WHERE role = 'viewer'")
    assert seen() == 2
    with world.vic.transaction() as session:
        activities = Activities(session)
        [one, _] = activities.page().rows
        with pytest.raises(DatabaseProblem):
            activities.change(one.id, one.version, {"note": "mine"})
    world.database.execute("UPDATE users SET active = false WHERE db_role = 'vic'")
    assert seen() == 0
    world.database.execute("UPDATE users SET active = true WHERE db_role = 'vic'")
    world.database.execute("DELETE FROM user_roles WHERE role = 'viewer'")
    assert seen() == 0


def test_that_the_newest_come_first(world: World) -> None:
    many(world)
    with world.max.transaction() as session:
        days = [row.date for row in Activities(session).page().rows]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ActivityFilter(), 4),
        (ActivityFilter(lab_codes=("lab",)), 4),
        (ActivityFilter(lab_codes=("OTHER",)), 0),
        (ActivityFilter(year=2024), 3),
        (ActivityFilter(first_day=date(2024, 3, 1), last_day=date(2024, 3, 31)), 2),
        (ActivityFilter(activity_type=ActivityType.ENERGY), 4),
        (ActivityFilter(activity_type=ActivityType.TRAVEL), 0),
        (ActivityFilter(category="heating"), 1),
        (ActivityFilter(co2e_source=Co2eSource.MISSING), 1),
        (ActivityFilter(text="REUNION"), 1),
        (ActivityFilter(text="erdgas"), 1),
        (ActivityFilter(text="100%_"), 0),
        (ActivityFilter(text="natural"), 4),
    ],
)
def test_that_filters_find(world: World, wanted: ActivityFilter, expected: int) -> None:
    world.database.execute(
        """INSERT INTO emission_factors (code, name, unit, value, factor_type)
           VALUES ('G', 'Erdgas', 'kWh', 0.24, 'energy')"""
    )
    add(world, day=date(2024, 3, 1), note="Réunion à Berne")
    add(world, day=date(2024, 3, 31), category="heating")
    add(world, day=date(2024, 12, 31), factor_code="G")
    add(world, day=date(2023, 12, 31), co2e=None)
    with world.max.transaction() as session:
        activities = Activities(session)
        assert len(activities.page(wanted).rows) == expected
        assert activities.totals(wanted).count == expected


def test_that_totals_count_what_has_no_co2e(world: World) -> None:
    add(world)
    add(world, co2e=None)
    with world.max.transaction() as session:
        totals = Activities(session).totals()
    assert (totals.count, totals.co2e_kg, totals.missing_count) == (2, Decimal("2.4"), 1)


def test_that_the_activities_of_one_import_are_found(world: World) -> None:
    job = send_import(world.max, import_of(world.lab, [good_row(2), good_row(3)])).job
    add(world)
    with world.max.transaction() as session:
        assert len(Activities(session).page(ActivityFilter(import_job_id=job.id)).rows) == 2


def test_that_an_edit_counts_the_version_and_names_the_editor(world: World) -> None:
    made = add(world)
    with world.ada.transaction() as session:
        changed = Activities(session).change(
            made.id, 1, {"quantity": Decimal(20), "co2e_kg": Decimal("4.8"), "note": "twice"}
        )
    assert (changed.quantity, changed.note, changed.version) == (Decimal(20), "twice", 2)
    with pytest.raises(Co2deskError) as caught, world.max.transaction() as session:
        Activities(session).change(made.id, 1, {"note": "mine"})
    assert caught.value.code is ErrorCode.CHANGED_MEANWHILE
    assert caught.value.params["by"] == "Ada"
    with world.max.transaction() as session:
        [update, insert] = Activities(session).history(made.id)
    assert (update.who, update.action, insert.who, insert.action) == (
        "Ada", "update", "Max", "insert"
    )  # fmt: skip
    assert update.before == {"co2e_kg": 2.4, "note": "", "quantity": 10.0}
    assert update.after == {"co2e_kg": 4.8, "note": "twice", "quantity": 20}


def test_that_a_forbidden_edit_is_not_called_a_conflict(world: World) -> None:
    made = add(world)
    found = {}
    for name in ("vic", "mia", "zoe"):
        with pytest.raises(Co2deskError) as caught, getattr(world, name).transaction() as session:
            Activities(session).change(made.id, 1, {"note": "mine"})
        found[name] = caught.value.code
    assert found == {
        "vic": ErrorCode.NOT_PERMITTED,
        "mia": ErrorCode.NOT_PERMITTED,
        "zoe": ErrorCode.NO_LONGER_THERE,
    }


def test_that_a_member_edits_what_the_member_entered(world: World) -> None:
    made = add(world, "mia")
    with world.mia.transaction() as session:
        changed = Activities(session).change(made.id, 1, {"note": "mine"})
        assert Activities(session).delete({changed.id: 2}) == 1


def test_that_deleting_is_all_or_nothing_and_can_be_taken_back(world: World) -> None:
    first, second = add(world), add(world, note="second")
    with pytest.raises(Co2deskError) as caught, world.max.transaction() as session:
        Activities(session).delete({first.id: 1, second.id: 7})
    assert caught.value.code is ErrorCode.CHANGED_MEANWHILE
    with pytest.raises(Co2deskError) as caught, world.max.transaction() as session:
        Activities(session).delete({first.id: 1, ActivityId(uuid4()): 1})
    assert caught.value.code is ErrorCode.NO_LONGER_THERE
    with world.max.transaction() as session:
        activities = Activities(session)
        assert activities.totals().count == 2
        assert activities.delete({first.id: 1, second.id: 1}) == 2
        restored = activities.restore([first, second])
    assert [(row.id, row.note, row.version) for row in restored] == [
        (first.id, "", 2), (second.id, "second", 2)
    ]  # fmt: skip


def test_that_an_activity_leads_back_to_its_cells(world: World) -> None:
    send_import(world.max, import_of(world.lab, [good_row(7, Menge="1'200", Ort="Genève")]))
    with world.vic.transaction() as session:
        [row] = Activities(session).page().rows
        lineage = Activities(session).lineage(row.id)
    assert lineage is not None
    assert (lineage.filename, lineage.row_number, lineage.created_by) == ("energy.csv", 7, "Max")
    assert lineage.cells == {"Menge": "1'200", "Ort": "Genève"}
    assert list(lineage.cells) == ["Menge", "Ort"], "in the order of the file, not of JSONB"
    with world.zoe.transaction() as session:
        assert Activities(session).lineage(row.id) is None


def test_that_a_published_year_is_frozen_for_everybody(world: World) -> None:
    made = add(world)
    old = add(world, day=date(2020, 1, 1))
    world.database.execute("INSERT INTO published_years VALUES (%s, 2024)", world.lab)
    attempts = {
        "change": lambda a: a.change(made.id, 1, {"note": "x"}),
        "delete": lambda a: a.delete({made.id: 1}),
        "move in": lambda a: a.change(old.id, 1, {"date": date(2024, 1, 1)}),
        "add": lambda a: a.add([(LabId(UUID(world.lab)), activity())]),
    }
    for attempt in attempts.values():
        with pytest.raises(Co2deskError) as caught, world.ada.transaction() as session:
            attempt(Activities(session))
        assert caught.value.code is ErrorCode.YEAR_PUBLISHED
        assert caught.value.params == {"lab": "LAB", "year": "2024"}


def test_that_what_was_deleted_is_put_back_once_however_often(world: World) -> None:
    record = add(world)
    with world.max.transaction() as session:
        Activities(session).delete({record.id: record.version})
    for _ in range(2):
        with world.max.transaction() as session:
            [back] = Activities(session).restore([record])
        assert (back.id, back.version) == (record.id, record.version + 1)
    with world.max.reading() as session:
        assert Activities(session).totals().count == 1
