"""Emission factors as rows of two tables: what all have, and what those of a type have."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, select, text
from sqlalchemy.orm import Session

from co2desk.database.exact_amounts import trimmed
from co2desk.database.tables.factors import (
    CustomFactorTable,
    EnergyFactorTable,
    FactorTable,
    PurchaseFactorTable,
    TravelFactorTable,
)
from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.ids import FactorId, LabId

FACTOR = FactorTable.__table__
CUSTOM = CustomFactorTable.__table__
_DETAILS: dict[FactorType, Any] = {
    FactorType.TRAVEL: TravelFactorTable.__table__,
    FactorType.ENERGY: EnergyFactorTable.__table__,
    FactorType.PURCHASE: PurchaseFactorTable.__table__,
    FactorType.CUSTOM: CUSTOM,
}
_COMMON = ("code", "name", "category", "subcategory", "value", "unit", "source", "valid_from",
           "valid_to")  # fmt: skip
_OF_TYPE: dict[FactorType, tuple[str, ...]] = {
    FactorType.TRAVEL: ("mode", "haul", "cabin_class", "country"),
    FactorType.ENERGY: ("carrier", "country", "heating_value"),
    FactorType.PURCHASE: ("purchase_code", "currency"),
    FactorType.CUSTOM: ("lab_id", "justification"),
}
_INSERT = """
INSERT INTO emission_factors
    (id, code, name, category, subcategory, value, unit, source, valid_from, valid_to, factor_type)
SELECT id, code, name, category, subcategory, value, unit, source, valid_from, valid_to, factor_type
FROM jsonb_to_recordset(CAST(:factors AS jsonb)) AS f (
    id uuid, code text, name text, category text, subcategory text, value numeric, unit text,
    source text, valid_from date, valid_to date, factor_type text)
"""
_UPDATE = """
UPDATE emission_factors AS e SET
    code = f.code, name = f.name, category = f.category, subcategory = f.subcategory,
    value = f.value, unit = f.unit, source = f.source, valid_from = f.valid_from,
    valid_to = f.valid_to
FROM jsonb_to_recordset(CAST(:factors AS jsonb)) AS f (
    id uuid, code text, name text, category text, subcategory text, value numeric, unit text,
    source text, valid_from date, valid_to date, version integer)
WHERE e.id = f.id AND e.version = f.version
RETURNING e.id
"""


def factor_query() -> Select[Any]:
    """All of every factor; `factor_of` makes a value of each row."""
    travel, energy, purchase, custom = (
        _DETAILS[kind]
        for kind in (FactorType.TRAVEL, FactorType.ENERGY, FactorType.PURCHASE, FactorType.CUSTOM)
    )
    joined = FACTOR
    for table in (travel, energy, purchase, custom):
        joined = joined.outerjoin(table, table.c.id == FACTOR.c.id)
    return select(
        FACTOR.c.code, FACTOR.c.factor_type, FACTOR.c.name, FACTOR.c.category,
        FACTOR.c.subcategory, FACTOR.c.value, FACTOR.c.unit, FACTOR.c.source,
        FACTOR.c.valid_from, FACTOR.c.valid_to, FACTOR.c.id, FACTOR.c.version, travel.c.mode,
        travel.c.haul, travel.c.cabin_class, travel.c.country, energy.c.carrier,
        energy.c.country.label("energy_country"), energy.c.heating_value, purchase.c.purchase_code,
        purchase.c.currency, custom.c.lab_id, custom.c.justification,
    ).select_from(joined)  # fmt: skip


def factor_of(row: Row[Any]) -> EmissionFactor:
    """The factor of a row of `factor_query`."""
    # By position: a catalogue has thousands of rows, and names cost twice the time.
    return EmissionFactor(
        code=row[0], factor_type=FactorType(row[1]), name=row[2], category=row[3],
        subcategory=row[4], value=trimmed(row[5]), unit=row[6], source=row[7],
        valid_from=row[8], valid_to=row[9], id=FactorId(row[10]), version=row[11],
        mode=row[12] or "", haul=row[13] or "", cabin_class=row[14] or "",
        country=row[15] or row[17] or "", carrier=row[16] or "", heating_value=row[18] or "",
        purchase_code=row[19] or "", currency=row[20] or "",
        lab_id=None if row[21] is None else LabId(row[21]), justification=row[22] or "",
    )  # fmt: skip


def same_content(old: EmissionFactor, new: EmissionFactor) -> bool:
    """Whether two factors say the same, whatever their ids and versions."""
    names = ("factor_type", *_COMMON, *_OF_TYPE[old.factor_type])
    return all(getattr(old, name) == getattr(new, name) for name in names)


def insert_factors(session: Session, factors: Sequence[EmissionFactor]) -> None:
    """Add factors, which have ids."""
    if not factors:
        return
    session.execute(text(_INSERT), {"factors": _json(factors)})
    for factor_type, table in _DETAILS.items():
        own = [factor for factor in factors if factor.factor_type is factor_type]
        if own:
            columns = ("id", *_OF_TYPE[factor_type])
            session.execute(_details(f"INSERT INTO {table.name}", columns, own))


def update_factors(session: Session, factors: Sequence[EmissionFactor]) -> set[FactorId]:
    """Write factors over the versions that they have; returns the ids of those that were there.

    The caller rolls back where one is missing.
    """
    if not factors:
        return set()
    changed = set(session.execute(text(_UPDATE), {"factors": _json(factors)}).scalars())
    there = [factor for factor in factors if factor.id in changed]
    for factor_type, table in _DETAILS.items():
        own = [factor for factor in there if factor.factor_type is factor_type]
        if own:
            session.execute(_changed_details(table.name, _OF_TYPE[factor_type], own))
    return changed


def _json(factors: Sequence[EmissionFactor]) -> str:
    names = ("id", "version", *_COMMON)
    return json.dumps(
        [
            {name: _plain(getattr(factor, name)) for name in names}
            | {"factor_type": factor.factor_type.value}
            for factor in factors
        ],
        ensure_ascii=False,
    )


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, int) else str(value)


def _detail_rows(columns: Sequence[str], factors: Sequence[EmissionFactor]) -> str:
    return json.dumps(
        [[_plain(getattr(factor, name)) for name in columns] for factor in factors],
        ensure_ascii=False,
    )


def _values(columns: Sequence[str]) -> str:
    return ", ".join(
        f"(d ->> {place}){'::uuid' if name in ('id', 'lab_id') else ''}"
        for place, name in enumerate(columns)
    )


def _details(insert: str, columns: Sequence[str], factors: Sequence[EmissionFactor]) -> Any:
    return text(
        f"{insert} ({', '.join(columns)}) SELECT {_values(columns)}"
        " FROM jsonb_array_elements(CAST(:details AS jsonb)) AS d"
    ).bindparams(details=_detail_rows(columns, factors))


def _changed_details(table: str, columns: Sequence[str], factors: Sequence[EmissionFactor]) -> Any:
    # A custom factor stays with its laboratory.
    own = [name for name in columns if name != "lab_id"]
    settings = ", ".join(f"{name} = d ->> {place}" for place, name in enumerate(own, start=1))
    return text(
        f"UPDATE {table} SET {settings} FROM jsonb_array_elements(CAST(:details AS jsonb)) AS d"
        f" WHERE {table}.id = (d ->> 0)::uuid"
    ).bindparams(details=_detail_rows(("id", *own), factors))
