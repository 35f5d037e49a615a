"""What can stand in a field instead of a word that is not known, for one answer to many rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from co2desk.domain.factor import EmissionFactor
from co2desk.domain.issue import IssueCode
from co2desk.domain.roles import Role
from co2desk.importing.kinds.field import Field, FieldType
from co2desk.importing.lookups import Lookups

_UNKNOWN_WORDS = frozenset(
    [
        IssueCode.UNKNOWN_CHOICE,
        IssueCode.UNKNOWN_FACTOR,
        IssueCode.UNKNOWN_UNIT,
        IssueCode.UNKNOWN_CURRENCY,
        IssueCode.UNKNOWN_AIRPORT,
        IssueCode.UNKNOWN_LAB,
    ]
)
_WORDS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """A value that may stand in a cell, and what it is; `about` may be empty."""

    value: str
    about: str = ""


def answers_for(field: Field, lookups: Lookups) -> tuple[Answer, ...]:
    """The values that a field takes; none where any text or number may stand in it."""
    return tuple(_answers(field, lookups))


def is_meaning(code: IssueCode, field: Field) -> bool:
    """Whether the answer says what a word means, now and in later files, wherever it stands.

    A unit that does not fit one factor, or a wrong number, says nothing about other files.
    """
    if field.type in (FieldType.NUMBER, FieldType.DATE):
        return False
    return code in _UNKNOWN_WORDS or (code is IssueCode.NO_FACTOR and is_purchase_code(field))


def _answers(field: Field, lookups: Lookups) -> Iterator[Answer]:
    reference = lookups.reference
    match field.type:
        case FieldType.CHOICE | FieldType.WORD | FieldType.COUNTRY:
            for value, words in field.choices.items():
                yield Answer(value, ", ".join(words[:_WORDS_SHOWN]))
        case FieldType.FACTOR:
            for factor in sorted(lookups.factors, key=lambda one: one.code):
                yield Answer(factor.code, f"{factor.name or factor.category} ({factor.unit})")
        case FieldType.AIRPORT:
            for iata, airport in sorted(reference.airports.items()):
                yield Answer(iata, f"{airport.city}, {airport.name}")
        case FieldType.UNIT:
            yield from map(Answer, reference.units.all)
        case FieldType.CURRENCY:
            codes = {code for code, year in reference.rates if year == lookups.year}
            yield from map(Answer, sorted(codes))
        case FieldType.LAB:
            for lab in reference.laboratories.values():
                if lab.role is not None and lab.role.includes(Role.LAB_MEMBER) and not lab.archived:
                    yield Answer(lab.code, lab.name)
        case FieldType.TEXT if is_purchase_code(field):
            yield from _purchase_codes(lookups.factors)


def is_purchase_code(field: Field) -> bool:
    """Whether the field's code leads to the factor of what is bought."""
    return field.name.startswith("purchase_") and field.name.endswith("_code")


def _purchase_codes(factors: Iterable[EmissionFactor]) -> Iterator[Answer]:
    names = {one.purchase_code: one.name for one in factors if one.purchase_code}
    for code, name in sorted(names.items()):
        yield Answer(code, name)
