"""Matches the columns of a file to the fields of a kind, and finds the kind."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz

from co2desk.domain.issue import Issue, IssueCode
from co2desk.domain.plain_words import plain_words
from co2desk.importing.kinds.field import Field, FieldType
from co2desk.importing.kinds.kind import Kind
from co2desk.importing.kinds.registry import KINDS
from co2desk.importing.marks import is_problems_header
from co2desk.importing.parsing.blank import is_blank
from co2desk.importing.parsing.dates import parse_date
from co2desk.importing.table import SourceTable

EXACT, REMEMBERED, WITHOUT_BRACKETS = 1.0, 1.0, 0.95
_BY_CONTENT = 0.5
_COMPARED_COLUMNS = 256
_SIMILAR_FROM = 82
_CLEARLY_BETTER_BY = 6
_SAMPLE_ROWS = 200
_BRACKETS = re.compile(r"\s*[\[(][^\])]*[\])]\s*")

# A word that makes another thing of the one before it: a unit price is no unit.
_OTHER_THINGS = """
    price prix preis cost costs cout couts kosten total id number numero nummer nr no code
    description beschreibung comment commentaire birth naissance geburt center centre center
    name nom names end fin ende start debut beginn per par pro supplier fournisseur lieferant
    type typ art genre
    country pays land invoice facture rechnung status statut
    amount betrag montant currency devise wahrung
"""
_CHANGES_MEANING = frozenset(_OTHER_THINGS.split())


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a file was taken for.

    `kind` is "" where the headers fit none. `columns` maps column index to field name,
    `confidence` column index to 0 to 1. `missing` are required fields without a column.
    `remembered` are the columns matched as at an earlier import, `chosen` those by the person.
    """

    kind: str = ""
    columns: Mapping[int, str] = field(default_factory=dict)
    confidence: Mapping[int, float] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    remembered: frozenset[int] = frozenset()
    chosen: frozenset[int] = frozenset()

    def with_columns(self, columns: Mapping[int, str]) -> "Recognition":
        """The same with the columns as a person chose them."""
        if not self.kind:
            return self
        return Recognition(
            self.kind,
            columns,
            {at: self.confidence.get(at, 1.0) for at in columns},
            tuple(name for name in KINDS[self.kind].required if name not in columns.values()),
            frozenset(at for at in self.remembered if columns.get(at) == self.columns[at]),
            frozenset(at for at, name in columns.items() if self.columns.get(at) != name),
        )


def recognise(
    table: SourceTable,
    kind: str | None = None,
    remembered: Mapping[str, Mapping[str, str]] | None = None,
) -> Recognition:
    """Find the kind of `table` (unless `kind` names it) and which column holds which field.

    Headers match by name or synonym in English, French or German, by a mapping `remembered` (by
    kind, header to field), by similarity, and dates and the like by content. A column that fits
    two fields alike is left for the person to decide.
    """
    kinds = [KINDS[kind]] if kind is not None else list(KINDS.values())
    found = [(one, _match(table, one, (remembered or {}).get(one.name, {}))) for one in kinds]
    best, matched = max(found, key=lambda pair: _merit(*pair))
    named = {name for name, _ in matched.values()}
    missing = tuple(name for name in best.required if name not in named)
    if kind is None and (len(named) < 2 or len(missing) * 2 > len(best.required)):
        return Recognition()
    return Recognition(
        best.name,
        {index: name for index, (name, _) in sorted(matched.items())},
        {index: confidence for index, (_, confidence) in sorted(matched.items())},
        missing,
        _as_before(table, matched, (remembered or {}).get(best.name, {})),
    )


def missing_column_issues(table: SourceTable, recognition: Recognition) -> tuple[Issue, ...]:
    """One issue per required field that no column holds, at the row of the header."""
    return tuple(
        Issue(IssueCode.MISSING_COLUMN, table.header_row, name, params={"field": name})
        for name in recognition.missing
    )


def _as_before(
    table: SourceTable, matched: Mapping[int, tuple[str, float]], remembered: Mapping[str, str]
) -> frozenset[int]:
    known = {plain_words(header): name for header, name in remembered.items()}
    return frozenset(
        at for at, (name, _) in matched.items() if known.get(plain_words(table.header[at])) == name
    )


def _merit(kind: Kind, matched: Mapping[int, tuple[str, float]]) -> tuple[float, ...]:
    """Kinds with all required columns first, then those that explain most of the file."""
    named = {name for name, _ in matched.values()}
    required = kind.required
    share = sum(name in named for name in required) / len(required)
    sure = sum(confidence for _, confidence in matched.values())
    return (share == 1, share * sure, sure, len(required), -len(kind.fields))


def _match(
    table: SourceTable, kind: Kind, remembered: Mapping[str, str]
) -> dict[int, tuple[str, float]]:
    """Field and confidence by column index; each field and each column at most once."""
    known = {plain_words(header): name for header, name in remembered.items()}
    pairs: list[tuple[float, int, int, str]] = []
    for index, header in enumerate(table.header):
        if is_problems_header(header) or not plain_words(header):
            continue
        remembered_as = known.get(plain_words(header))
        if remembered_as is not None and remembered_as in kind.by_name:
            pairs.append((2 * REMEMBERED, index, 0, remembered_as))
            continue
        for rank, (name, confidence) in enumerate(_likely_fields(header, kind, index)):
            pairs.append((confidence, index, rank, name))
    matched: dict[int, tuple[str, float]] = {}
    taken: set[str] = set()
    for confidence, index, _, name in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if index not in matched and name not in taken:
            matched[index] = (name, min(confidence, 1.0))
            taken.add(name)
    _match_by_content(table, kind, matched, taken)
    return matched


def _likely_fields(header: str, kind: Kind, index: int) -> list[tuple[str, float]]:
    """Fields that a header may mean, the likeliest first; similar ones only if one stands out.

    Columns far to the right, of tables wider than any of ours, are known by their exact name only.
    """
    words = plain_words(header)
    bare = plain_words(_BRACKETS.sub(" ", header))
    for text, confidence in ((words, EXACT), (bare, WITHOUT_BRACKETS)):
        exact = [one.name for one in kind.fields if text in _names(one)]
        if exact:
            return [(name, confidence) for name in exact]
    if index >= _COMPARED_COLUMNS:
        return []
    scores = sorted(
        ((max(_similarity(bare, name) for name in _names(one)), one.name) for one in kind.fields),
        reverse=True,
    )
    best = scores[0]
    runner_up = scores[1][0] if len(scores) > 1 else 0.0
    if best[0] < _SIMILAR_FROM or best[0] - runner_up < _CLEARLY_BETTER_BY:
        return []
    return [(best[1], best[0] / 100 * 0.9)]


@lru_cache(maxsize=500)
def _names_of(name: str, synonyms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain_words(text) for text in (name, *synonyms))


def _names(one: Field) -> frozenset[str]:
    return _names_of(one.name, one.synonyms)


@lru_cache(maxsize=10_000)
def _similarity(header: str, name: str) -> float:
    """0 to 100, 0 for what decides nothing.

    Sharing words counts, unless a word more makes another thing of it.
    """
    # Most pairs have nothing in common, which the library finds out fastest.
    shared = fuzz.token_set_ratio(header, name, score_cutoff=_SIMILAR_FROM - _CLEARLY_BETTER_BY)
    if not shared:
        return 0.0
    extra = set(header.split()) - set(name.split())
    if extra & _CHANGES_MEANING or min(len(header), len(name)) < 4:
        return 0.0
    whole = fuzz.token_sort_ratio(header, name)
    return min(shared, whole + 30.0)


def _match_by_content(
    table: SourceTable, kind: Kind, matched: dict[int, tuple[str, float]], taken: set[str]
) -> None:
    """Give a required date to the only column left that holds nothing but dates."""
    open_dates = [
        one.name
        for one in kind.fields
        if one.type is FieldType.DATE and one.required and one.name not in taken
    ]
    if not open_dates:
        return
    candidates = [
        index
        for index in range(len(table.header))
        if index not in matched and _holds_dates(_sample(table, index))
    ]
    if len(candidates) == 1:
        matched[candidates[0]] = (open_dates[0], _BY_CONTENT)
        taken.add(open_dates[0])


def _sample(table: SourceTable, index: int) -> list[str]:
    rows: Sequence[Sequence[str]] = table.rows[:_SAMPLE_ROWS]
    return [row[index] for row in rows if len(row) > index and not is_blank(row[index])]


def _holds_dates(texts: Iterable[str]) -> bool:
    texts = list(texts)
    return bool(texts) and all(
        not text.strip().isdigit() and not isinstance(parse_date(text, "dmy"), IssueCode)
        for text in texts
    )
