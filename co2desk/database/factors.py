"""The catalogue of emission factors: search, edit, and load whole sets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Select, func, or_, select, text
from sqlalchemy.orm import Session

from co2desk.database.conflicts import why_nothing_changed
from co2desk.database.factor_rows import (
    CUSTOM,
    FACTOR,
    factor_of,
    factor_query,
    insert_factors,
    same_content,
    update_factors,
)
from co2desk.database.tables.laboratories import LaboratoryTable as Lab
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.ids import FactorId


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
        return self._read(factor_query().order_by(FACTOR.c.code))

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
        query = factor_query()
        order: list[Any] = [FACTOR.c.code]
        if words.strip():
            wanted = func.search_query(words)
            found: ColumnElement[bool] = FACTOR.c.search.op("@@")(wanted)
            if named:
                kinds = FACTOR.c.category.in_(named), FACTOR.c.subcategory.in_(named)
                found = or_(found, *kinds)
            query = query.where(found)
            order.insert(0, func.ts_rank(FACTOR.c.search, wanted).desc())
        if factor_type is not None:
            query = query.where(FACTOR.c.factor_type == factor_type.value)
        if category:
            query = query.where(FACTOR.c.category == category)
        if valid_on is not None:
            query = query.where(
                or_(FACTOR.c.valid_from.is_(None), FACTOR.c.valid_from <= valid_on),
                or_(FACTOR.c.valid_to.is_(None), FACTOR.c.valid_to >= valid_on),
            )
        if lab_code:
            query = query.where(
                CUSTOM.c.lab_id.in_(select(Lab.id).where(func.lower(Lab.code) == lab_code.lower()))
            )
        total = self._session.execute(
            select(func.count()).select_from(query.with_only_columns(FACTOR.c.id).subquery())
        ).scalar_one()
        return self._read(query.order_by(*order).offset(offset).limit(limit)), total

    def by_code(self, code: str) -> EmissionFactor | None:
        """The factor of a code."""
        found = self._read(factor_query().where(FACTOR.c.code == code))
        return found[0] if found else None

    def get(self, factor_id: FactorId) -> EmissionFactor | None:
        """One factor, None where there is none that the person may see."""
        found = self._read(factor_query().where(FACTOR.c.id == factor_id))
        return found[0] if found else None

    def categories(self) -> tuple[tuple[FactorType, str], ...]:
        """The types and categories in use."""
        columns = (FACTOR.c.factor_type, FACTOR.c.category)
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
            insert_factors(self._session, [factor])
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
            elif same_content(old, factor):
                unchanged += 1
            else:
                changed.append(replace(factor, id=old.id, version=old.version))
        retyped = [new for new in changed if present[new.code].factor_type != new.factor_type]
        if retyped:
            raise DatabaseProblem(
                ErrorCode.VALUE_REFUSED, field="factor_type", detail=retyped[0].code
            )
        insert_factors(self._session, added)
        self._change(changed)
        return SetLoaded(len(added), len(changed), unchanged)

    def _change(self, factors: Sequence[EmissionFactor]) -> None:
        changed = update_factors(self._session, factors)
        for factor in factors:
            if factor.id not in changed:
                raise self._why(factor)

    def _why(self, factor: EmissionFactor) -> DatabaseProblem:
        now = None if factor.id is None else self.get(factor.id)
        return why_nothing_changed(factor.code, factor.version, now.version if now else None)

    def _read(self, query: Select[Any]) -> tuple[EmissionFactor, ...]:
        return tuple(factor_of(row) for row in self._session.execute(query))


def _is_done(now: EmissionFactor, wanted: EmissionFactor) -> bool:
    """Whether an earlier try, of which nothing was heard, has already written what is wanted."""
    return (
        (wanted.id is None or now.version > wanted.version)
        and now.factor_type is wanted.factor_type
        and now.lab_id == wanted.lab_id
        and same_content(now, wanted)
    )
