"""What rows are looked up in: the reference data, indexed once for one check."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache

from co2desk.domain.emission import AMOUNTS
from co2desk.domain.factor import EmissionFactor
from co2desk.domain.issue import IssueCode
from co2desk.domain.plain_words import loses_letters, plain_words
from co2desk.domain.reference import Reference
from co2desk.importing.checked import CheckChoices
from co2desk.importing.finding import Finding, error

_LAST_RESORT = ("UKGOV-", "USEPA-")
_NAMED_AT_MOST = 6

_plain = lru_cache(maxsize=20_000)(plain_words)


@dataclass(frozen=True)
class Lookups:
    """Finds factors, rates and laboratories for the rows of one laboratory and reporting year."""

    reference: Reference
    choices: CheckChoices
    year: int

    @property
    def lab_code(self) -> str:
        """The code of the laboratory that the import is for; may be empty without a database."""
        return self.choices.lab_code

    @cached_property
    def factors(self) -> tuple[EmissionFactor, ...]:
        """The factors that this laboratory may use: everybody's and its own."""
        lab = self.reference.laboratories.get(self.lab_code.casefold())
        own = lab.id if lab else None
        return tuple(
            factor
            for factor in self.reference.factors.values()
            if factor.lab_id is None or factor.lab_id == own
        )

    @cached_property
    def by_code(self) -> Mapping[str, EmissionFactor]:
        """Factors by code without regard to case."""
        return {factor.code.casefold(): factor for factor in self.factors}

    @cached_property
    def _by_category(self) -> Mapping[str, tuple[EmissionFactor, ...]]:
        """Factors by category in plain words."""
        found: dict[str, list[EmissionFactor]] = {}
        for factor in self.factors:
            found.setdefault(_plain(factor.category), []).append(factor)
        return {category: tuple(factors) for category, factors in found.items()}

    @cached_property
    def _by_purchase_code(self) -> Mapping[str, tuple[EmissionFactor, ...]]:
        """Factors by the code of what is bought, in plain words."""
        found: dict[str, list[EmissionFactor]] = {}
        for factor in self.factors:
            if factor.purchase_code:
                found.setdefault(_plain(factor.purchase_code), []).append(factor)
        return {code: tuple(factors) for code, factors in found.items()}

    @cached_property
    def validity_limits(self) -> tuple[date, ...]:
        """Days on which some factor becomes valid or has ceased to be, in order."""
        begins = {factor.valid_from for factor in self.factors}
        ends = {factor.valid_to for factor in self.factors} - {date.max}
        days = {day for day in begins if day}
        days.update(date.fromordinal(day.toordinal() + 1) for day in ends if day)
        return tuple(sorted(days))

    @cached_property
    def _airports_by_city(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for airport in self.reference.airports.values():
            found.setdefault(plain_words(airport.city), []).append(airport.iata)
        return {city: tuple(codes) for city, codes in found.items()}

    def airports_of_city(self, city: str) -> tuple[str, ...]:
        """IATA codes of the airports of a city."""
        return self._airports_by_city.get(plain_words(city), ())

    def mapped_value(self, field_name: str, text: str) -> str | None:
        """What the person said, now or at an earlier import, that `text` stands for."""
        chosen = self.choices.values
        value = chosen.get((field_name, text)) or chosen.get((field_name, text.strip()))
        if value or loses_letters(text):
            return value
        return self.reference.value_mappings.get((field_name, plain_words(text)))

    def in_category(self, category: str, subcategory: str = "") -> tuple[EmissionFactor, ...]:
        """The factors of a category; those of the subcategory where there are such.

        A subcategory is also found by a factor's name. Where the catalogue does not know the
        subcategory, the factors that stand for the whole category remain.
        """
        pool = self._by_category.get(_plain(category), ())
        if not _plain(subcategory):
            return pool
        exact = self.named_in_category(category, subcategory)
        return exact or tuple(factor for factor in pool if not factor.subcategory)

    def named_in_category(self, category: str, name: str) -> tuple[EmissionFactor, ...]:
        """The factors of a category whose subcategory or name is `name`."""
        wanted = _plain(name)
        return tuple(
            factor
            for factor in self._by_category.get(_plain(category), ())
            if wanted in (_plain(factor.subcategory), _plain(factor.name))
        )

    def of_purchase_code(self, code: str) -> tuple[EmissionFactor, ...]:
        """The factors for what is bought under a code."""
        return self._by_purchase_code.get(_plain(code), ())

    def choose(
        self, candidates: Iterable[EmissionFactor], unit: str, day: date, *, category: str
    ) -> EmissionFactor | Finding:
        """The one factor among `candidates` that fits `unit` and is valid on `day`.

        A laboratory's own factors go before the shared ones, and these before the national sets
        of last resort (UK Government, US EPA). Several that are left are a question.
        """
        pool = tuple(candidates)
        if not pool:
            return error(IssueCode.NO_FACTOR, category=category, unit=unit)
        fitting = [
            factor for factor in pool if self.reference.units.factor(unit, factor.unit) is not None
        ]
        if not fitting:
            return self.unit_mismatch(unit, pool[0])
        valid = [factor for factor in fitting if factor.valid_on(day)]
        if not valid:
            return not_valid(fitting[0], day)
        best_rank = min(_rank(factor) for factor in valid)
        best = [factor for factor in valid if _rank(factor) == best_rank]
        if len(best) == 1:
            return best[0]
        named = [factor.code for factor in best[:_NAMED_AT_MOST]]
        return error(
            IssueCode.AMBIGUOUS_FACTOR,
            category=category,
            candidates=", ".join(named) + (" …" if len(best) > len(named) else ""),
            count=str(len(best)),
        )

    def unit_mismatch(self, unit: str, factor: EmissionFactor) -> Finding:
        """Say that `unit` does not convert into the factor's, and which units would."""
        accepted = self.reference.units.convertible_into(factor.unit)
        return error(
            IssueCode.UNIT_MISMATCH,
            "unit",
            unit=unit,
            factor_unit=factor.unit,
            factor_code=factor.code,
            accepted=", ".join(accepted),
        )

    def exchanged(self, source: str, target: str) -> Decimal | Finding:
        """Units of `target` for one of `source`, at the mean rate of the reporting year."""
        if source == target:
            return Decimal(1)
        rates = self.reference.rates
        if (source, self.year) not in rates or (target, self.year) not in rates:
            missing = source if (source, self.year) not in rates else target
            return error(IssueCode.UNKNOWN_CURRENCY, currency=missing, year=str(self.year))
        per_eur = rates[source, self.year].per_eur
        return AMOUNTS.divide(rates[target, self.year].per_eur, per_eur)


def not_valid(factor: EmissionFactor, day: date) -> Finding:
    """Say that `factor` may not be used for an activity of `day`."""
    return error(
        IssueCode.FACTOR_NOT_VALID_ON_DATE,
        factor_code=factor.code,
        date=day.isoformat(),
        valid_from=factor.valid_from.isoformat() if factor.valid_from else "…",
        valid_to=factor.valid_to.isoformat() if factor.valid_to else "…",
    )


def _rank(factor: EmissionFactor) -> int:
    if factor.lab_id is not None:
        return 0
    return 2 + _LAST_RESORT.index(factor.code[:6]) if factor.code[:6] in _LAST_RESORT else 1
