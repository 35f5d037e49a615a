"""The catalogue of emission factors: search, edit, and load whole sets."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Row, Select, func, or_, select, text
from sqlalchemy.orm import Session

from co2desk.database.conflicts import why_nothing_changed
from co2desk.database.exact_amounts import trimmed
from co2desk.database.tables.factors import (
    CustomFactorTable,
    EnergyFactorTable,
    FactorTable,
    PurchaseFactorTable,
    TravelFactorTable,
)
from co2desk.database.tables.laboratories import LaboratoryTable as Lab
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.ids import FactorId, LabId

_Factor = FactorTable.__table__
_DETAILS: dict[FactorType, Any] = {
    FactorType.TRAVEL: TravelFactorTable.__table__,
    FactorType.ENERGY: EnergyFactorTable.__table__,
    FactorType.PURCHASE: PurchaseFactorTable.__table__,
    FactorType.CUSTOM: CustomFactorTable.__table__,
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


@dataclass(frozen=True, slots=True)
class SetLoaded:
    """What loading a set of factors did."""

    added: int
    changed: int
    unchanged: int


class Factors:
    """The factors that everybody may use, and the custom ones of the person's laboratories."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[EmissionFactor, ...]:
        """All factors by code."""
        return self._read(_factors().order_by(_Factor.c.code))

    def search(
        self,
        *,
        words: str = "",
        named: Sequence[str] = (),
        factor_type: FactorType | None = None,
        category: str = "",
        valid_on: date | None = None,
        lab_code: str = "",
        offset: int = 0,
        limit: int = 200,
    ) -> tuple[tuple[EmissionFactor, ...], int]:
        """A page of the factors found, by relevance or code, and how many there are in all.

        Every word begins one of code, name, category, subcategory or source, accents ignored;
        the categories and subcategories `named` are found with them.
        """
        query = _factors()
        order: list[Any] = [_Factor.c.code]
        if words.strip():
            wanted = func.search_query(words)
            found: ColumnElement[bool] = _Factor.c.search.op("@@")(wanted)
            if named:
                kinds = _Factor.c.category.in_(named), _Factor.c.subcategory.in_(named)
                found = or_(found, *kinds)
            query = query.where(found)
            order.insert(0, func.ts_rank(_Factor.c.search, wanted).desc())
        if factor_type is not None:
            query = query.where(_Factor.c.factor_type == factor_type.value)
        if category:
            query = query.where(_Factor.c.category == category)
        if valid_on is not None:
            query = query.where(
                or_(_Factor.c.valid_from.is_(None), _Factor.c.valid_from <= valid_on),
                or_(_Factor.c.valid_to.is_(None), _Factor.c.valid_to >= valid_on),
            )
        if lab_code:
            query = query.where(
                _DETAILS[FactorType.CUSTOM].c.lab_id.in_(
                    select(Lab.id).where(func.lower(Lab.code) == lab_code.lower())
                )
            )
        total = self._session.execute(
            select(func.count()).select_from(query.with_only_columns(_Factor.c.id).subquery())
        ).scalar_one()
        return self._read(query.order_by(*order).offset(offset).limit(limit)), total

    def by_code(self, code: str) -> EmissionFactor | None:
        """The factor of a code."""
        found = self._read(_factors().where(_Factor.c.code == code))
        return found[0] if found else None

    def get(self, factor_id: FactorId) -> EmissionFactor | None:
        """One factor, None where there is none that the person may see."""
        found = self._read(_factors().where(_Factor.c.id == factor_id))
        return found[0] if found else None

    def categories(self) -> tuple[tuple[FactorType, str], ...]:
        """The types and categories in use."""
        columns = (_Factor.c.factor_type, _Factor.c.category)
        rows = self._session.execute(select(*columns).distinct().order_by(*columns))
        return tuple((FactorType(row.factor_type), row.category) for row in rows)

    def save(self, factor: EmissionFactor) -> EmissionFactor:
        """Add a factor (without an id) or change the version of it that the person saw.

        Repeatable: where exactly that stands there already, nothing is changed.

        Raises:
            DatabaseProblem: ALREADY_EXISTS, CHANGED_MEANWHILE, NO_LONGER_THERE, NOT_PERMITTED,
                VALUE_REFUSED.
        """
        now = self.by_code(factor.code) if factor.id is None else self.get(factor.id)
        if now is not None and _is_done(now, factor):
            return now
        if factor.id is None:
            factor = replace(factor, id=FactorId(uuid4()))
            self._insert([factor])
        else:
            self._change([factor])
        found = self.by_code(factor.code)
        if found is None:
            raise DatabaseProblem(ErrorCode.NOT_PERMITTED, detail=factor.code)
        return found

    def delete(self, factor: EmissionFactor) -> None:
        """Delete the version of a factor that the person saw.

        Raises:
            DatabaseProblem: STILL_IN_USE, CHANGED_MEANWHILE, NO_LONGER_THERE, NOT_PERMITTED.
        """
        gone = self._session.execute(
            text("DELETE FROM emission_factors WHERE id = :id AND version = :version RETURNING 1"),
            {"id": factor.id, "version": factor.version},
        ).first()
        if gone is None:
            raise self._why(factor)

    def load_set(self, factors: Iterable[EmissionFactor]) -> SetLoaded:
        """Add or change factors by their code, all of them or (by an error) none.

        What is as it was keeps its version. Factors that the set does not name stay.

        Raises:
            DatabaseProblem: NOT_PERMITTED, VALUE_REFUSED.
        """
        present = {factor.code: factor for factor in self.all()}
        added: list[EmissionFactor] = []
        changed: list[EmissionFactor] = []
        unchanged = 0
        for factor in factors:
            old = present.get(factor.code)
            if old is None:
                added.append(replace(factor, id=FactorId(uuid4())))
            elif _same(old, factor):
                unchanged += 1
            else:
                changed.append(replace(factor, id=old.id, version=old.version))
        retyped = [new for new in changed if present[new.code].factor_type != new.factor_type]
        if retyped:
            raise DatabaseProblem(
                ErrorCode.VALUE_REFUSED, field="factor_type", detail=retyped[0].code
            )
        self._insert(added)
        self._change(changed)
        return SetLoaded(len(added), len(changed), unchanged)

    def _insert(self, factors: Sequence[EmissionFactor]) -> None:
        if not factors:
            return
        self._session.execute(text(_INSERT), {"factors": _json(factors)})
        for factor_type, table in _DETAILS.items():
            own = [factor for factor in factors if factor.factor_type is factor_type]
            if own:
                columns = ("id", *_OF_TYPE[factor_type])
                self._session.execute(_details(f"INSERT INTO {table.name}", columns, own))

    def _change(self, factors: Sequence[EmissionFactor]) -> None:
        if not factors:
            return
        changed = set(self._session.execute(text(_UPDATE), {"factors": _json(factors)}).scalars())
        for factor in factors:
            if factor.id not in changed:
                raise self._why(factor)
        for factor_type, table in _DETAILS.items():
            own = [factor for factor in factors if factor.factor_type is factor_type]
            if own:
                self._session.execute(_changed_details(table.name, _OF_TYPE[factor_type], own))

    def _why(self, factor: EmissionFactor) -> DatabaseProblem:
        now = None if factor.id is None else self.get(factor.id)
        return why_nothing_changed(factor.code, factor.version, now.version if now else None)

    def _read(self, query: Select[Any]) -> tuple[EmissionFactor, ...]:
        return tuple(_factor(row) for row in self._session.execute(query))


def _factors() -> Select[Any]:
    travel, energy, purchase, custom = (
        _DETAILS[kind]
        for kind in (FactorType.TRAVEL, FactorType.ENERGY, FactorType.PURCHASE, FactorType.CUSTOM)
    )
    joined = _Factor
    for table in (travel, energy, purchase, custom):
        joined = joined.outerjoin(table, table.c.id == _Factor.c.id)
    return select(
        _Factor.c.code, _Factor.c.factor_type, _Factor.c.name, _Factor.c.category,
        _Factor.c.subcategory, _Factor.c.value, _Factor.c.unit, _Factor.c.source,
        _Factor.c.valid_from, _Factor.c.valid_to, _Factor.c.id, _Factor.c.version, travel.c.mode,
        travel.c.haul, travel.c.cabin_class, travel.c.country, energy.c.carrier,
        energy.c.country.label("energy_country"), energy.c.heating_value, purchase.c.purchase_code,
        purchase.c.currency, custom.c.lab_id, custom.c.justification,
    ).select_from(joined)  # fmt: skip


def _factor(row: Row[Any]) -> EmissionFactor:
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


def _same(old: EmissionFactor, new: EmissionFactor) -> bool:
    names = ("factor_type", *_COMMON, *_OF_TYPE[old.factor_type])
    return all(getattr(old, name) == getattr(new, name) for name in names)


def _is_done(now: EmissionFactor, wanted: EmissionFactor) -> bool:
    """Whether an earlier try, of which nothing was heard, has already written what is wanted."""
    return (
        (wanted.id is None or now.version > wanted.version)
        and now.factor_type is wanted.factor_type
        and now.lab_id == wanted.lab_id
        and _same(now, wanted)
    )


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
