"""The reporting year that a file is most likely about."""

import re
from collections import Counter

from co2desk.services.inspect_file import Inspection

_YEAR = re.compile(r"(?<![0-9])(19[0-9]{2}|20[0-9]{2})(?![0-9])")


def likely_year(inspection: Inspection) -> int | None:
    """The year that most of the sampled dates are in, else the one that the file's name says.

    None where neither says a year, or the name says several.
    """
    dates = (column for column in inspection.columns if column.field.endswith("date"))
    years = Counter(
        found.group() for column in dates for text in column.samples
        if (found := _YEAR.search(text)) is not None
    )  # fmt: skip
    if years:
        return int(years.most_common(1)[0][0])
    named = set(_YEAR.findall(re.split(r"[\\/]", inspection.path)[-1]))
    return int(named.pop()) if len(named) == 1 else None
