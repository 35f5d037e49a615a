"""Laboratories: found without accents, edited by version, deleted with all that is in them."""

from dataclasses import replace
from uuid import uuid4

import pytest

from co2desk.database.import_commit import send_import
from co2desk.database.laboratories import Laboratories
from co2desk.domain.errors import Co2deskError, ErrorCode
from co2desk.domain.ids import LabId
from co2desk.domain.reference import Laboratory
from co2desk.domain.roles import Role
from tests.database.builders import good_row, import_of
from tests.database.conftest import World


@pytest.mark.parametrize("words", ["energie", "ÉNERGIE", "Gen", "lab energ", "a geneve"])
def test_that_words_find_a_laboratory_without_accents(world: World, words: str) -> None:
    with world.max.transaction() as session:
        assert [lab.code for lab in Laboratories(session).search(words)] == ["LAB"]


@pytest.mark.parametrize("words", ["nergie", "energie zurich", "other"])
def test_that_other_words_do_not(world: World, words: str) -> None:
    with world.max.transaction() as session:
        assert Laboratories(session).search(words) == ()


@pytest.mark.parametrize("words", ["&", "a:*", "'", "\\", "!!", "() | &", "   "])
def test_that_what_a_person_types_is_never_a_query_language(world: World, words: str) -> None:
    with world.max.transaction() as session:
        Laboratories(session).search(words)


def test_that_everybody_sees_their_own_laboratories_with_their_role(world: World) -> None:
    seen = {}
    for name in ("ada", "max", "mia", "vic", "zoe"):
        with getattr(world, name).transaction() as session:
            seen[name] = {lab.code: lab.role for lab in Laboratories(session).search()}
    assert seen == {
        "ada": {"LAB": Role.ADMIN, "OTHER": Role.ADMIN},
        "max": {"LAB": Role.LAB_MANAGER},
        "mia": {"LAB": Role.LAB_MEMBER},
        "vic": {"LAB": Role.VIEWER},
        "zoe": {"OTHER": Role.LAB_MANAGER},
    }


def test_that_an_administrator_creates_and_a_manager_edits(world: World) -> None:
    new = Laboratory(LabId(uuid4()), "NEW", "Neu", "STI", members=("123456",))
    with world.ada.transaction() as session:
        created = Laboratories(session).create(new)
    assert created == replace(new, role=Role.ADMIN)
    with world.max.transaction() as session:
        labs = Laboratories(session)
        mine = labs.by_code("lab")
        assert mine is not None
        changed = labs.change(replace(mine, name="Renamed", members=("1", "2"), archived=True))
        assert (changed.name, changed.members, changed.version) == ("Renamed", ("1", "2"), 2)
        assert labs.search() == ()
        assert [lab.code for lab in labs.search(archived=True)] == ["LAB"]
        labs.change(replace(changed, archived=False))
    with pytest.raises(Co2deskError) as caught, world.max.transaction() as session:
        Laboratories(session).create(replace(new, id=LabId(uuid4()), code="MINE"))
    assert caught.value.code is ErrorCode.NOT_PERMITTED


def test_that_codes_differing_in_case_only_are_the_same(world: World) -> None:
    with pytest.raises(Co2deskError) as caught, world.ada.transaction() as session:
        Laboratories(session).create(Laboratory(LabId(uuid4()), "lab", "again"))
    assert caught.value.code is ErrorCode.ALREADY_EXISTS


def test_that_a_stale_edit_a_forbidden_one_and_a_late_one_are_told_apart(world: World) -> None:
    with world.ada.transaction() as session:
        seen = Laboratories(session).by_code("LAB")
    assert seen is not None
    found = {}
    attempts = {
        "stale": (world.max, replace(seen, version=0, name="Mine")),
        "forbidden": (world.vic, replace(seen, name="Mine")),
        "hidden": (world.zoe, replace(seen, name="Mine")),
    }
    for name, (who, lab) in attempts.items():
        with pytest.raises(Co2deskError) as caught, who.transaction() as session:
            Laboratories(session).change(lab)
        found[name] = caught.value.code
    assert found == {
        "stale": ErrorCode.CHANGED_MEANWHILE,
        "forbidden": ErrorCode.NOT_PERMITTED,
        "hidden": ErrorCode.NO_LONGER_THERE,
    }


def test_that_deleting_takes_everything_along_and_says_what(world: World) -> None:
    send_import(world.max, import_of(world.lab, [good_row(2), good_row(3)]))
    world.database.execute("INSERT INTO published_years VALUES (%s, 2024)", world.lab)
    with world.ada.transaction() as session:
        gone = Laboratories(session).delete(LabId(world.lab))  # type: ignore[arg-type]
    assert (gone.activities, gone.imports, gone.published_years) == (2, 1, (2024,))
    left = world.database.execute(
        """SELECT (SELECT count(*) FROM activities) + (SELECT count(*) FROM import_rows)
                + (SELECT count(*) FROM import_jobs) + (SELECT count(*) FROM results)"""
    )
    assert left == [(0,)]


def test_that_managers_do_not_delete_laboratories(world: World) -> None:
    with pytest.raises(Co2deskError) as caught, world.max.transaction() as session:
        Laboratories(session).delete(LabId(world.lab))  # type: ignore[arg-type]
    assert caught.value.code is ErrorCode.NOT_PERMITTED
