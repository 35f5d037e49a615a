"""The reporting year that a file is most likely about."""

import re
from collections import Counter
from datetime import date

from co2desk.importing.parsing.dates import parse_date
from co2desk.services.inspect_file import Inspection

_YEAR = re.compile(r"(?<![0-9])(19[0-9]{2}|20[0-9]{2})(?![0-9])")


def likely_year(inspection: Inspection) -> int | None:
    """The year that most of the sampled dates are in, else the one that the file's name says.

    None where neither says a year, or the name says several.
    """
    dates = (column for column in inspection.columns if column.field.endswith("date"))
    said = (_year_of(text) for column in dates for text in column.samples)
    years = Counter(year for year in said if year is not None)
    if years:
        return years.most_common(1)[0][0]
    named = set(_YEAR.findall(re.split(r"[\\/]", inspection.path)[-1]))
    return int(named.pop()) if len(named) == 1 else None


def _year_of(text: str) -> int | None:
    """The year of a date; which of day and month comes first is no matter for it."""
    for order in ("dmy", "mdy"):
        day = parse_date(text, order)
        if isinstance(day, date):
            return day.year
    found = _YEAR.search(text)
    return int(found.group()) if found else None
