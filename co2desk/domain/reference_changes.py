"""What changed in the reference data since a file was checked against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from co2desk.domain.factor import EmissionFactor
from co2desk.domain.reference import Laboratory, Reference

_FACTOR_ASPECTS = ("value", "unit", "valid_from", "valid_to", "category", "subcategory")


class ChangeSubject(StrEnum):
    """What kind of thing changed."""

    FACTOR = "factor"
    LABORATORY = "laboratory"
    ROLE = "role"
    RATE = "rate"
    PUBLISHED_YEAR = "published_year"
    VALUE_MAPPING = "value_mapping"


@dataclass(frozen=True, slots=True)
class ReferenceChange:
    """One difference; an empty `after` means that it is gone, an empty `before` that it is new.

    `name` is a factor's code, a laboratory's code, a currency and year (`CHF 2025`), or what the
    file says. `aspect` is the property that changed, empty where it is the thing itself.
    """

    subject: ChangeSubject
    name: str
    before: str
    after: str
    aspect: str = ""


def changes_between(before: Reference, after: Reference) -> list[ReferenceChange]:
    """What a file prepared against `before` would meet differently in `after`.

    Only what `before` held is looked at: a factor or laboratory that is new could not have been
    used. Laboratories are compared where `before` knew any.
    """
    changes = [*_factors(before, after), *_rates(before, after), *_value_mappings(before, after)]
    if before.knows_laboratories:
        changes += _laboratories(before, after)
    return changes


def _factors(before: Reference, after: Reference) -> Iterator[ReferenceChange]:
    for code, old in before.factors.items():
        new = after.factors.get(code)
        if new is None:
            yield ReferenceChange(ChangeSubject.FACTOR, code, _plain(old.value), "")
        elif new != old:
            yield from _factor_aspects(old, new)


def _factor_aspects(old: EmissionFactor, new: EmissionFactor) -> Iterator[ReferenceChange]:
    for aspect in _FACTOR_ASPECTS:
        was, now = getattr(old, aspect), getattr(new, aspect)
        if was != now:
            yield ReferenceChange(ChangeSubject.FACTOR, old.code, _plain(was), _plain(now), aspect)


def _rates(before: Reference, after: Reference) -> Iterator[ReferenceChange]:
    for (currency, year), old in before.rates.items():
        new = after.rates.get((currency, year))
        if new is None or new.per_eur != old.per_eur:
            now = "" if new is None else _plain(new.per_eur)
            yield ReferenceChange(
                ChangeSubject.RATE, f"{currency} {year}", _plain(old.per_eur), now
            )


def _value_mappings(before: Reference, after: Reference) -> Iterator[ReferenceChange]:
    for (field, text), old in before.value_mappings.items():
        new = after.value_mappings.get((field, text), "")
        if new != old:
            yield ReferenceChange(ChangeSubject.VALUE_MAPPING, text, old, new, field)


def _laboratories(before: Reference, after: Reference) -> Iterator[ReferenceChange]:
    for key, old in before.laboratories.items():
        new = after.laboratories.get(key)
        if new is None:
            yield ReferenceChange(ChangeSubject.LABORATORY, old.code, old.name, "")
            continue
        if new.archived and not old.archived:
            yield ReferenceChange(
                ChangeSubject.LABORATORY, old.code, old.name, new.name, aspect="archived"
            )
        if new.role != old.role:
            yield ReferenceChange(ChangeSubject.ROLE, old.code, _plain(old.role), _plain(new.role))
        yield from _published_years(old, before, after)


def _published_years(
    laboratory: Laboratory, before: Reference, after: Reference
) -> Iterator[ReferenceChange]:
    changed = before.published_years ^ after.published_years
    for year in sorted(year for lab_id, year in changed if lab_id == laboratory.id):
        is_published = (laboratory.id, year) in after.published_years
        yield ReferenceChange(
            ChangeSubject.PUBLISHED_YEAR,
            laboratory.code,
            before="" if is_published else str(year),
            after=str(year) if is_published else "",
        )


def _plain(value: object) -> str:
    return "" if value is None else str(value)
