"""What a laboratory's earlier imports taught the program: listed, changed and forgotten."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from co2desk.database.laboratories import Laboratories
from co2desk.database.mappings import Mappings
from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.ids import LabId
from co2desk.domain.plain_words import plain_words
from co2desk.services.connect import Connection


class Taught(StrEnum):
    """What an entry is about."""

    COLUMN = "column"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Remembered:
    """One thing remembered of a laboratory and kind of file.

    Of a COLUMN `text` is the header and `meaning` the field, "" for: not used. Of a WORD `text`
    is the word as it stands in `field`, and `meaning` the value that is meant.
    """

    about: Taught
    text: str
    meaning: str
    field: str = ""


class RememberedMappings:
    """Column headers and words of the laboratories in the connected database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def is_within_reach(self) -> bool:
        """Whether there is a database to ask; without one what was taken along stays as it is."""
        return self._connection.is_open

    def of(self, lab_code: str, kind: str) -> Sequence[Remembered]:
        """Everything remembered: columns by header, then words by field.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY.
            DatabaseProblem: the database cannot be reached.
        """
        with self._connection.database.reading() as session:
            lab_id = _lab_id(Laboratories(session), lab_code)
            mappings = Mappings(session)
            columns = sorted(mappings.columns(lab_id, kind).items())
            words = sorted(mappings.values(lab_id, kind).items())
        return [
            *(Remembered(Taught.COLUMN, header, field) for header, field in columns),
            *(Remembered(Taught.WORD, text, meaning, field) for (field, text), meaning in words),
        ]

    def change(self, lab_code: str, kind: str, entry: Remembered) -> None:
        """Remember another meaning from now on.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY.
            DatabaseProblem: NOT_PERMITTED, VALUE_REFUSED, or it cannot be reached.
        """
        with self._connection.database.transaction() as session:
            lab_id = _lab_id(Laboratories(session), lab_code)
            if entry.about is Taught.COLUMN:
                Mappings(session).remember_columns(lab_id, kind, {entry.text: entry.meaning})
            else:
                word = entry.field, plain_words(entry.text)
                Mappings(session).remember_values(lab_id, kind, {word: entry.meaning})

    def forget(self, lab_code: str, kind: str, entries: Iterable[Remembered]) -> int:
        """Forget entries; activities that came of them stay as they are. Says how many went.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY.
            DatabaseProblem: NOT_PERMITTED where none of them went; it cannot be reached.
        """
        told = list(entries)
        headers = [one.text for one in told if one.about is Taught.COLUMN]
        words = [(one.field, one.text) for one in told if one.about is Taught.WORD]
        with self._connection.database.transaction() as session:
            lab_id = _lab_id(Laboratories(session), lab_code)
            mappings = Mappings(session)
            gone = mappings.forget_columns(lab_id, kind, headers)
            gone += mappings.forget_values(lab_id, kind, words)
        if told and not gone:
            raise DatabaseProblem(ErrorCode.NOT_PERMITTED, detail=lab_code)
        return gone


def _lab_id(laboratories: Laboratories, code: str) -> LabId:
    lab = laboratories.by_code(code)
    if lab is None:
        raise UnusableInput(ErrorCode.UNKNOWN_LABORATORY, lab=code)
    return lab.id
