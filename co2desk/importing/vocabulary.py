"""The words of a file that must mean something known, and what each of them is taken for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from co2desk.domain.factor import EmissionFactor
from co2desk.domain.plain_words import plain_words
from co2desk.importing.answers import Answer, answers_for, is_purchase_code
from co2desk.importing.cells import CellReader, Conventions
from co2desk.importing.checked import CheckChoices
from co2desk.importing.finding import Finding
from co2desk.importing.kinds.field import Field, FieldType
from co2desk.importing.kinds.registry import KINDS
from co2desk.importing.lookups import Lookups
from co2desk.importing.parsing.blank import is_blank
from co2desk.importing.table import SourceTable

_OF_KNOWN_MEANING = frozenset(
    [
        FieldType.CHOICE,
        FieldType.WORD,
        FieldType.UNIT,
        FieldType.CURRENCY,
        FieldType.AIRPORT,
        FieldType.COUNTRY,
        FieldType.FACTOR,
        FieldType.LAB,
    ]
)
_SAID_OF_A_CODE = ("purchase_institutional_description", "name")
_LONGEST_ABOUT = 80


class Origin(StrEnum):
    """How it is known what a word means."""

    UNKNOWN = "unknown"
    CHOSEN = "chosen"  # said by the person for this import
    REMEMBERED = "remembered"  # said at an earlier import of the laboratory
    KNOWN = "known"  # to the program
    FREE = "free"  # any text may stand here, and this one is no word that the program knows


@dataclass(frozen=True, slots=True)
class Word:
    """A text of a field as the file has it, in how many rows, and what it is taken for.

    `meaning` is "" where that is not known; `suggestion` may then be what is meant. `about` is
    what the file itself says of it, "" for most.
    """

    field: str
    text: str
    count: int
    meaning: str = ""
    origin: Origin = Origin.UNKNOWN
    suggestion: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a file: those not known first, then by field and number of rows.

    `left_out` counts words beyond the limit. `answers` are the values that each field takes.
    """

    words: tuple[Word, ...] = ()
    left_out: int = 0
    answers: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)

    @property
    def unknown(self) -> int:
        """How many of the words are not known."""
        return sum(word.origin is Origin.UNKNOWN for word in self.words)


def vocabulary(
    table: SourceTable,
    kind: str,
    columns: Mapping[int, str],
    choices: CheckChoices,
    lookups: Lookups,
    limit: int = 1000,
) -> Vocabulary:
    """Look up each different text of the columns in which only known words may stand."""
    if kind not in KINDS:
        return Vocabulary()
    fields = KINDS[kind].by_name
    words: list[Word] = []
    answers = {}
    for index, name in sorted(columns.items()):
        one = fields.get(name)
        if one is not None and (one.type in _OF_KNOWN_MEANING or is_purchase_code(one)):
            words += _words(table, columns, index, one, choices, lookups)
            answers[name] = answers_for(one, lookups)
    words.sort(key=lambda word: (word.origin is not Origin.UNKNOWN,))
    return Vocabulary(tuple(words[:limit]), max(0, len(words) - limit), answers)


def _words(
    table: SourceTable,
    columns: Mapping[int, str],
    index: int,
    one: Field,
    choices: CheckChoices,
    lookups: Lookups,
) -> Iterable[Word]:
    reader = CellReader.of(one, Conventions(), lookups)
    texts = Counter(row[index] for row in table.rows if len(row) > index)
    said = _said_of(table, columns, index) if is_purchase_code(one) else {}
    for text, count in texts.most_common():
        if not is_blank(text):
            meaning, suggestion = _meaning(text, one, reader, lookups)
            yield Word(
                one.name,
                text,
                count,
                meaning,
                _origin(text, meaning, one, choices, lookups),
                suggestion,
                said.get(text, ""),
            )


def _meaning(text: str, one: Field, reader: CellReader, lookups: Lookups) -> tuple[str, str]:
    """What a text is taken for, and else what may be meant."""
    if is_purchase_code(one):
        mapped = lookups.mapped_value(one.name, text)
        code = mapped or text
        named = lookups.by_code.get(code.casefold()) if mapped else None
        found = (named,) if named is not None else lookups.of_purchase_code(code)
        return (code if found else ""), ""
    value = reader(text)
    match value:
        case Finding():
            return "", value.params.get("suggestion", "")
        case EmissionFactor():
            return value.code, ""
        case None:
            return text.strip(), ""
    return str(value), ""


def _origin(text: str, meaning: str, one: Field, choices: CheckChoices, lookups: Lookups) -> Origin:
    if not meaning:
        return Origin.UNKNOWN
    if choices.values.get((one.name, text)) or choices.values.get((one.name, text.strip())):
        return Origin.CHOSEN
    if (one.name, plain_words(text)) in lookups.reference.value_mappings:
        return Origin.REMEMBERED
    if one.type is FieldType.WORD and not _is_category(meaning, one, lookups):
        return Origin.FREE
    return Origin.KNOWN


def _is_category(meaning: str, one: Field, lookups: Lookups) -> bool:
    return meaning in one.choices or (one.name == "category" and bool(lookups.in_category(meaning)))


def _said_of(table: SourceTable, columns: Mapping[int, str], index: int) -> dict[str, str]:
    """What the file says of each code, by its first row."""
    places = {name: at for at, name in columns.items()}
    beside = [places[name] for name in _SAID_OF_A_CODE if name in places]
    said: dict[str, str] = {}
    rows: Iterable[Sequence[str]] = table.rows
    for row in rows:
        if len(row) > index and row[index] not in said:
            texts = (row[at].strip() for at in beside if len(row) > at)
            text = next((text for text in texts if text), "")
            if text:
                said[row[index]] = text[:_LONGEST_ABOUT]
    return said
