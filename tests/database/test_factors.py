"""The catalogue: found by words, loaded as a set, private where it is one laboratory's."""

import csv
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from co2desk.database.factors import Factors, SetLoaded
from co2desk.database.import_commit import send_import
from co2desk.desktop.paths import resource
from co2desk.domain.errors import Co2deskError, ErrorCode
from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.ids import LabId
from tests.database.builders import activity, good_row, import_of
from tests.database.conftest import World

GAS = EmissionFactor(
    "GAS", FactorType.ENERGY, "Erdgas, Brennwert", "combustion", "natural gas", Decimal("0.24"),
    "kWh", "Labos 1point5", date(2024, 1, 1), date(2024, 12, 31), carrier="natural_gas",
    heating_value="gross",
)  # fmt: skip
TINY = EmissionFactor("AI", FactorType.PURCHASE, "Assistant", "ai", "", Decimal("0.0000075"), "EUR")


def shipped() -> list[EmissionFactor]:
    found = []
    for path in sorted(resource("factors").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                found.append(
                    EmissionFactor(
                        code=row["code"],
                        factor_type=FactorType(row["factor_type"]),
                        name=row["name"],
                        category=row["category"],
                        subcategory=row["subcategory"],
                        value=Decimal(row["value"]),
                        unit=row["unit"],
                        source=row["source"],
                        valid_from=date.fromisoformat(row["valid_from"])
                        if row["valid_from"]
                        else None,
                        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
                    )
                )
    return found


def test_that_a_factor_comes_back_as_it_was_saved(world: World) -> None:
    with world.ada.transaction() as session:
        factors = Factors(session)
        for factor in (GAS, TINY):
            saved = factors.save(factor)
            assert saved == replace(factor, id=saved.id)
            assert factors.by_code(factor.code) == saved
        assert [str(f.value) for f in factors.all()] == ["0.0000075", "0.24"]


def test_that_a_change_counts_the_version_and_a_stale_one_is_refused(world: World) -> None:
    with world.ada.transaction() as session:
        first = Factors(session).save(GAS)
        second = Factors(session).save(replace(first, value=Decimal(100), carrier="gas"))
    assert (second.version, second.carrier, str(second.value)) == (2, "gas", "100")
    with pytest.raises(Co2deskError) as caught, world.ada.transaction() as session:
        Factors(session).save(replace(first, value=Decimal(9)))
    assert caught.value.code is ErrorCode.CHANGED_MEANWHILE
    assert caught.value.params["what"] == "GAS"


def test_that_only_administrators_change_the_catalogue(world: World) -> None:
    with world.ada.transaction() as session:
        saved = Factors(session).save(GAS)
    for attempt in (GAS, TINY):
        with pytest.raises(Co2deskError) as caught, world.max.transaction() as session:
            Factors(session).save(replace(attempt, code="MINE"))
        assert caught.value.code is ErrorCode.NOT_PERMITTED
    with pytest.raises(Co2deskError) as caught, world.max.transaction() as session:
        Factors(session).save(replace(saved, value=Decimal(0)))
    assert caught.value.code is ErrorCode.NOT_PERMITTED
    with pytest.raises(Co2deskError) as caught, world.max.transaction() as session:
        Factors(session).delete(saved)
    assert caught.value.code is ErrorCode.NOT_PERMITTED


def test_that_a_custom_factor_is_its_laboratorys_alone(world: World) -> None:
    own = replace(
        TINY, code="OURS", factor_type=FactorType.CUSTOM, lab_id=LabId(UUID(world.lab)),
        justification="measured",
    )  # fmt: skip
    with world.max.transaction() as session:
        saved = Factors(session).save(own)
        assert Factors(session).save(replace(saved, name="Better")).justification == "measured"
    seen = {}
    for name in ("ada", "mia", "vic", "zoe"):
        with getattr(world, name).transaction() as session:
            seen[name] = [factor.code for factor in Factors(session).all()]
    assert seen == {"ada": ["OURS"], "mia": ["OURS"], "vic": ["OURS"], "zoe": []}
    foreign = replace(own, code="THEIRS", lab_id=LabId(UUID(world.other)))
    with pytest.raises(Co2deskError) as caught, world.max.transaction() as session:
        Factors(session).save(foreign)
    assert caught.value.code is ErrorCode.NOT_PERMITTED


def test_that_a_used_factor_is_not_deleted(world: World) -> None:
    with world.ada.transaction() as session:
        saved = Factors(session).save(GAS)
    rows = [good_row(2, activity(factor_code="GAS"))]
    send_import(world.max, import_of(world.lab, rows))
    with pytest.raises(Co2deskError) as caught, world.ada.transaction() as session:
        Factors(session).delete(saved)
    assert caught.value.code is ErrorCode.STILL_IN_USE


def test_that_the_shipped_catalogue_loads_twice_and_reads_fast(world: World) -> None:
    factors = shipped()
    with world.ada.transaction() as session:
        assert Factors(session).load_set(factors) == SetLoaded(len(factors), 0, 0)
    with world.ada.transaction() as session:
        assert Factors(session).load_set(factors) == SetLoaded(0, 0, len(factors))
    changed = [replace(factors[0], value=factors[0].value + 1), *factors[1:]]
    with world.ada.transaction() as session:
        assert Factors(session).load_set(changed) == SetLoaded(0, 1, len(factors) - 1)
    with world.max.transaction() as session:
        repository = Factors(session)
        took = []
        for _ in range(3):
            begun = time.perf_counter()
            found = repository.all()
            took.append(time.perf_counter() - begun)
        assert len(found) == len(factors)
        # Far above what it takes (0.06 s), so that a busy machine does not fail it.
        assert min(took) < 0.5
        page, total = repository.search(words="natural gas", limit=5)
        assert (len(page), total > 5) == (5, True)
        page, total = repository.search(words="natural gas", valid_on=date(2030, 1, 1))
        assert all(factor.valid_on(date(2030, 1, 1)) for factor in page)
        assert (FactorType.PURCHASE, "spend") in repository.categories()


def test_that_a_set_with_one_bad_factor_changes_nothing(world: World) -> None:
    bad = replace(GAS, code="BAD", value=Decimal(-1))
    with pytest.raises(Co2deskError) as caught, world.ada.transaction() as session:
        Factors(session).load_set([GAS, bad])
    assert caught.value.code is ErrorCode.VALUE_REFUSED
    assert world.database.execute("SELECT count(*) FROM emission_factors") == [(0,)]
