"""People, their roles, and what laboratories and rates the program remembers for them."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from co2desk.database.import_commit import send_import
from co2desk.database.import_jobs import ImportJobs
from co2desk.database.laboratories import Laboratories
from co2desk.database.mappings import Mappings
from co2desk.database.people import People
from co2desk.database.published_years import PublishedYears
from co2desk.database.rates import ExchangeRates
from co2desk.database.reference_snapshot import take_reference
from co2desk.domain.errors import Co2deskError, ErrorCode
from co2desk.domain.ids import LabId, UserId
from co2desk.domain.people import Person, RoleGrant
from co2desk.domain.reference import ExchangeRate, History
from co2desk.domain.roles import Role
from tests.database.builders import activity, good_row, import_of
from tests.database.conftest import LAB, World

MINE = LabId(UUID(LAB))


def test_that_people_are_found_and_changed_by_administrators(world: World) -> None:
    new = Person(UserId(uuid4()), "Zoë Müller", "zoe.m@example.org", "123456", "", active=True)
    with world.ada.transaction() as session:
        people = People(session)
        assert people.save(new) == new
        assert [person.display_name for person in people.search("muller")] == ["Zoë Müller"]
        assert people.save(replace(new, active=False)).active is False
        assert len(people.search()) == 6
        assert people.me()[1:] == ("Ada", Role.ADMIN)
    with pytest.raises(Co2deskError) as caught, world.max.transaction() as session:
        People(session).save(new)
    assert caught.value.code is ErrorCode.NOT_PERMITTED
    with world.max.transaction() as session:
        assert People(session).me()[1:] == ("Max", Role.LAB_MANAGER)


def test_that_a_role_counts_at_once_and_only_where_it_was_given(world: World) -> None:
    with world.ada.transaction() as session:
        people = People(session)
        [vic] = people.search("vic")
        assert vic.roles == (RoleGrant(Role.VIEWER, MINE, "LAB"),)
        changed = people.grant(vic.id, Role.LAB_MANAGER, MINE)
        assert changed.roles == (RoleGrant(Role.LAB_MANAGER, MINE, "LAB"),)
    send_import(world.vic, import_of(world.lab, [good_row(2)]))
    assert world.database.execute("SELECT roles FROM users WHERE db_role = 'vic'") == [
        (["lab_manager"],)
    ]
    with world.ada.transaction() as session:
        assert People(session).revoke(vic.id, MINE).roles == ()
    with world.vic.transaction() as session:
        assert Laboratories(session).search() == ()
    granted = world.database.execute(
        "SELECT db_role, action FROM audit_logs WHERE entity = 'user_roles' ORDER BY id"
    )
    assert granted == [("ada", "update"), ("ada", "delete")]


def test_that_a_role_everywhere_covers_later_laboratories(world: World) -> None:
    with world.ada.transaction() as session:
        people = People(session)
        [vic] = people.search("vic")
        people.grant(vic.id, Role.VIEWER, None)
    world.database.lab("LATER")
    with world.vic.transaction() as session:
        assert {lab.code for lab in Laboratories(session).search()} == {"LAB", "OTHER", "LATER"}


def test_that_managers_publish_and_administrators_reopen(world: World) -> None:
    with world.max.transaction() as session:
        years = PublishedYears(session)
        years.publish(MINE, 2024)
        years.publish(MINE, 2024)
        assert years.all() == {(MINE, 2024)}
    with pytest.raises(Co2deskError) as caught, world.max.transaction() as session:
        PublishedYears(session).reopen(MINE, 2024)
    assert caught.value.code is ErrorCode.NOT_PERMITTED
    with pytest.raises(Co2deskError) as caught, world.mia.transaction() as session:
        PublishedYears(session).publish(MINE, 2023)
    assert caught.value.code is ErrorCode.NOT_PERMITTED
    with world.ada.transaction() as session:
        PublishedYears(session).reopen(MINE, 2024)
    with pytest.raises(Co2deskError) as caught, world.ada.transaction() as session:
        PublishedYears(session).reopen(MINE, 2024)
    assert caught.value.code is ErrorCode.NO_LONGER_THERE


def test_that_mappings_are_remembered_and_the_last_one_is_right(world: World) -> None:
    with world.max.transaction() as session:
        mappings = Mappings(session)
        mappings.remember_columns(MINE, "fuel", {"Menge": "quantity", "Egal": ""})
        mappings.remember_columns(MINE, "fuel", {"Menge": "note"})
        mappings.remember_values(MINE, "fuel", {("name", "mazout"): "heating_oil"})
        mappings.remember_values(MINE, "fuel", {("name", "mazout"): "pellets"})
        mappings.remember_values(MINE, "fuel", {})
    with world.vic.transaction() as session:
        mappings = Mappings(session)
        assert mappings.columns(MINE, "fuel") == {"Menge": "note", "Egal": ""}
        assert mappings.values(MINE, "fuel") == {("name", "mazout"): "pellets"}
        assert mappings.columns(MINE, "flight") == {}
    with world.zoe.transaction() as session:
        assert Mappings(session).columns(MINE, "fuel") == {}


def test_that_rates_are_saved_once(world: World) -> None:
    rates = [ExchangeRate("CHF", 2024, Decimal("0.9526"), "ECB")]
    with world.ada.transaction() as session:
        repository = ExchangeRates(session)
        assert (repository.save(rates), repository.save(rates)) == (1, 0)
        assert repository.all() == {("CHF", 2024): rates[0]}


def test_that_the_reference_is_one_state_of_the_world(world: World) -> None:
    rows = [good_row(n, activity(str(n))) for n in (2, 3, 10)]
    send_import(world.max, import_of(world.lab, rows))
    with world.max.transaction() as session:
        jobs = ImportJobs(session)
        reference = take_reference(
            session,
            airports={},
            stations={},
            known_rows=lambda prints: jobs.known_rows(MINE, prints),
            lab_id=MINE,
        )
        assert set(reference.laboratories) == {"lab"}
        assert reference.laboratories["lab"].role is Role.LAB_MANAGER
        assert reference.history == {("combustion", "kWh"): History(3, Decimal(3), Decimal(10))}
        assert rows[0].fingerprint is not None
        assert len(reference.known_rows([rows[0].fingerprint])) == 1
