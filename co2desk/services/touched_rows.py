"""What changed in the reference data since a check, and how many rows each change concerns."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from co2desk.domain.plain_words import plain_words
from co2desk.domain.reference import Reference
from co2desk.domain.reference_changes import ChangeSubject, ReferenceChange, changes_between
from co2desk.importing.review import Review


@dataclass(frozen=True, slots=True)
class Difference:
    """A change, and how many rows of the file had used what changed."""

    change: ReferenceChange
    rows: int


def differences_between(before: Reference, after: Reference, review: Review) -> list[Difference]:
    """What a file reviewed against `before` meets differently in `after`.

    Left out is what no row uses; what concerns a whole laboratory is told wherever the file has
    rows for it or is imported into it.
    """
    changes = changes_between(before, after)
    if not changes:
        return []
    return list(_concerning(changes, review))


@dataclass(slots=True)
class _Uses:
    """Rows that can be committed by what they use; laboratories in casefolded form."""

    factors: Counter[str] = field(default_factory=Counter)
    rates: Counter[str] = field(default_factory=Counter)
    labs: Counter[str] = field(default_factory=Counter)
    years: Counter[tuple[str, str]] = field(default_factory=Counter)


def _concerning(changes: Sequence[ReferenceChange], review: Review) -> Iterator[Difference]:
    uses, own_lab = _uses(review), review.choices.lab_code.casefold()
    for change in changes:
        lab = change.name.casefold()
        match change.subject:
            case ChangeSubject.FACTOR:
                rows, concerns = uses.factors[change.name], False
            case ChangeSubject.RATE:
                rows, concerns = uses.rates[change.name], False
            case ChangeSubject.VALUE_MAPPING:
                rows, concerns = _rows_with(review, change.aspect, change.name), False
            case ChangeSubject.PUBLISHED_YEAR:
                rows = uses.years[lab, change.after or change.before]
                concerns = lab == own_lab
            case ChangeSubject.LABORATORY | ChangeSubject.ROLE:
                rows, concerns = uses.labs[lab], lab == own_lab
        if rows or concerns:
            yield Difference(change, rows)


def _uses(review: Review) -> _Uses:
    uses = _Uses()
    for row in review.rows:
        activity = row.activity
        if activity is None:
            continue
        lab = (activity.lab_code or review.choices.lab_code).casefold()
        uses.factors[activity.factor_code] += 1
        uses.labs[lab] += 1
        uses.years[lab, str(activity.date.year)] += 1
        year = activity.attributes.get("exchange_year", "")
        for currency in {activity.attributes.get("currency", ""), activity.unit} if year else ():
            uses.rates[f"{currency} {year}"] += 1
    return uses


def _rows_with(review: Review, field_name: str, word: str) -> int:
    """How many rows have a word in a field, however it is written."""
    columns = [at for at, name in review.columns.items() if name == field_name]
    texts = Counter(review.text(row, at) for at in columns for row in range(len(review.rows)))
    return sum(count for text, count in texts.items() if plain_words(text) == word)
