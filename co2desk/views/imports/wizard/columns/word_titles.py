"""The words of the tables of words, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from co2desk.domain.activity import ActivityType
from co2desk.importing.vocabulary import Origin
from co2desk.models.words_model import RememberedColumn, WordColumn, WordTitles
from co2desk.services.remembered_mappings import Taught
from co2desk.views.surroundings import Surroundings
from co2desk.views.words import field_word, type_word

translate = QCoreApplication.translate
# Fuels and ways of using an assistant become the subcategory of an activity.
_AS_STORED = {"name": "subcategory", "usage_type": "subcategory"}


def word_titles(around: Surroundings) -> WordTitles:
    """Titles of columns, and what stands in them."""
    return WordTitles(
        words={
            WordColumn.FIELD: translate("WordTables", "Field"),
            WordColumn.TEXT: translate("WordTables", "In the file"),
            WordColumn.ROWS: translate("WordTables", "Rows"),
            WordColumn.MEANING: translate("WordTables", "Means"),
            WordColumn.ORIGIN: translate("WordTables", "Known"),
        },
        remembered={
            RememberedColumn.ABOUT: translate("WordTables", "What"),
            RememberedColumn.FIELD: translate("WordTables", "Field"),
            RememberedColumn.TEXT: translate("WordTables", "In the file"),
            RememberedColumn.MEANING: translate("WordTables", "Means"),
        },
        origins={
            Origin.UNKNOWN: translate("WordTables", "not known"),
            Origin.CHOSEN: translate("WordTables", "said by you"),
            Origin.REMEMBERED: translate("WordTables", "as last time"),
            Origin.KNOWN: translate("WordTables", "known"),
            Origin.FREE: translate("WordTables", "kept as written"),
        },
        about={
            Taught.COLUMN: translate("WordTables", "Column"),
            Taught.WORD: translate("WordTables", "Word"),
        },
        field=lambda name: field_word(around.messages, name),
        meaning=lambda field, value: _meaning(around, field, value),
        number=around.formats.number,
        unused=translate("WordTables", "not used"),
        choose=translate("WordTables", "choose…"),
        maybe=lambda idea: translate("WordTables", "perhaps %1?").replace("%1", idea),
    )


def _meaning(around: Surroundings, field: str, value: str) -> str:
    if field == "activity_type" and value in set(ActivityType):
        return type_word(ActivityType(value))
    return around.terms.shown(_AS_STORED.get(field, field), value)
