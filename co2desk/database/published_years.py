"""The years of laboratories whose activities are frozen."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.ids import LabId


class PublishedYears:
    """Published years of the laboratories that the person may see."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> frozenset[tuple[LabId, int]]:
        """Laboratory and year of each."""
        rows = self._session.execute(text("SELECT lab_id, year FROM published_years"))
        return frozenset((LabId(row.lab_id), row.year) for row in rows)

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
