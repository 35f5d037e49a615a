"""How the person's locale writes what could be read in two ways."""

from co2desk.models.formats import Formats
from co2desk.services.check_entries import EntryStyle


def entry_style(formats: Formats) -> EntryStyle:
    """The decimal mark, and the order of day, month and year."""
    order = sorted("dmy", key=lambda part: formats.date_pattern.lower().find(part))
    return EntryStyle(formats.decimal_mark, "".join(order))
