"""Takes the snapshot of the database that the rows of a file are checked against."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from co2desk.database.exact_amounts import trimmed
from co2desk.database.factors import Factors
from co2desk.database.laboratories import Laboratories
from co2desk.database.mappings import Mappings
from co2desk.database.published_years import PublishedYears
from co2desk.database.rates import ExchangeRates
from co2desk.domain.ids import LabId
from co2desk.domain.reference import Airport, History, KnownRow, Reference, Station

# The newest activities say what is usual; more of them would only take longer.
_HISTORY = """
SELECT category, unit, count(*) AS found, max(quantity) AS largest,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY quantity) AS median
FROM (
    SELECT category, unit, quantity FROM activities WHERE lab_id = :lab_id
    ORDER BY date DESC, id LIMIT 20000
) AS newest
GROUP BY category, unit
"""


def take_reference(
    session: Session,
    *,
    airports: Mapping[str, Airport],
    stations: Mapping[str, tuple[Station, ...]],
    known_rows: Callable[[Iterable[bytes]], Mapping[bytes, KnownRow]],
    lab_id: LabId | None = None,
    kind: str = "",
) -> Reference:
    """Read laboratories, factors, rates, and for `lab_id` its mappings and history.

    `airports` and `stations` come from the shipped files; `known_rows` is asked while rows are
    checked, long after this session has ended.
    """
    return Reference(
        laboratories={
            lab.code.casefold(): lab for lab in Laboratories(session).search(archived=False)
        },
        factors={factor.code: factor for factor in Factors(session).all()},
        airports=airports,
        stations=stations,
        rates=ExchangeRates(session).all(),
        value_mappings={} if lab_id is None else Mappings(session).values(lab_id, kind),
        history={} if lab_id is None else history(session, lab_id),
        published_years=PublishedYears(session).all(),
        known_rows=known_rows,
        origin="database",
        taken_at=datetime.now(UTC),
    )


def history(session: Session, lab_id: LabId) -> dict[tuple[str, str], History]:
    """What quantities are usual in a laboratory, by category and unit."""
    rows = session.execute(text(_HISTORY), {"lab_id": lab_id})
    return {
        (row.category, row.unit): History(row.found, trimmed(row.median), trimmed(row.largest))
        for row in rows
    }
