"""The years of laboratories whose activities are frozen."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.ids import LabId

_MARK = """
WITH labs AS (SELECT id FROM laboratories WHERE :all OR lower(code) = ANY (:codes)),
published AS (
    SELECT p.lab_id, p.published_at FROM published_years AS p JOIN labs ON labs.id = p.lab_id
    WHERE p.year = :year
)
SELECT md5(string_agg(lab_id || ' ' || extract(epoch FROM published_at), ',' ORDER BY lab_id))
FROM published
WHERE NOT EXISTS (
    SELECT FROM results AS r JOIN labs ON labs.id = r.lab_id
    WHERE r.year = :year AND r.lab_id NOT IN (SELECT lab_id FROM published)
)
"""


class PublishedYears:
    """Published years of the laboratories that the person may see."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> frozenset[tuple[LabId, int]]:
        """Laboratory and year of each."""
        rows = self._session.execute(text("SELECT lab_id, year FROM published_years"))
        return frozenset((LabId(row.lab_id), row.year) for row in rows)

    def mark(self, year: int, lab_codes: Sequence[str] = ()) -> str | None:
        """What tells this publication of a year from any other; None while some of it is open.

        Of the laboratories named, else of all that the person sees. A year that was reopened and
        published again has another mark.
        """
        return self._session.execute(
            text(_MARK),
            {"year": year, "all": not lab_codes, "codes": [code.lower() for code in lab_codes]},
        ).scalar()

    def publish(self, lab_id: LabId, year: int) -> None:
        """Freeze a year; waits for those who are still writing to the laboratory. Repeatable.

        Raises:
            DatabaseProblem: NOT_PERMITTED, SERVER_BUSY.
        """
        self._session.execute(
            text(
                """INSERT INTO published_years (lab_id, year) VALUES (:lab_id, :year)
                   ON CONFLICT DO NOTHING"""
            ),
            {"lab_id": lab_id, "year": year},
        )

    def reopen(self, lab_id: LabId, year: int) -> None:
        """Let a published year be edited again; administrators only.

        Raises:
            DatabaseProblem: NOT_PERMITTED, NO_LONGER_THERE.
        """
        gone = self._session.execute(
            text("DELETE FROM published_years WHERE (lab_id, year) = (:lab_id, :year) RETURNING 1"),
            {"lab_id": lab_id, "year": year},
        ).first()
        if gone is None:
            raise DatabaseProblem(ErrorCode.NO_LONGER_THERE, what=year)
