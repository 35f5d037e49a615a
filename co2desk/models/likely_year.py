"""The reporting year that a file is most likely about."""

import re
from collections import Counter

from co2desk.services.inspect_file import Inspection

_YEAR = re.compile(r"(?<![0-9])(19[0-9]{2}|20[0-9]{2})(?![0-9])")


def likely_year(inspection: Inspection) -> int | None:
    """The year that most of the sampled dates are in; None where no date says a year."""
    dates = (column for column in inspection.columns if column.field.endswith("date"))
    years = Counter(
        found.group() for column in dates for text in column.samples
        if (found := _YEAR.search(text)) is not None
    )  # fmt: skip
    return int(years.most_common(1)[0][0]) if years else None
