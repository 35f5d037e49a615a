"""Footprints: read from the results that triggers keep, months from the activities."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from co2desk.database.tables.laboratories import LaboratoryTable as Lab
from co2desk.database.tables.results import ResultTable as Result
from co2desk.domain.activity import ActivityType
from co2desk.domain.footprint import MonthRow, ResultRow
from co2desk.domain.ids import LabId


class Results:
    """The results of the laboratories that the person may see."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rows(
        self, *, lab_codes: Sequence[str] = (), year: int | None = None, words: str = ""
    ) -> tuple[ResultRow, ...]:
        """Results by laboratory, year, type and category; empty and None mean: all.

        `words` are looked for in the laboratory's code, name and faculty.
        """
        query: Any = (
            select(
                Lab.code,
                Result.year,
                Result.activity_type,
                Result.category,
                Result.co2e_kg,
                Result.activity_count,
                Result.missing_count,
            )
            .join(Lab, Lab.id == Result.lab_id)
            .order_by(Lab.code, Result.year, Result.activity_type, Result.category)
        )
        if lab_codes:
            query = query.where(func.lower(Lab.code).in_([code.lower() for code in lab_codes]))
        if year is not None:
            query = query.where(Result.year == year)
        if words.strip():
            query = query.where(Lab.search.op("@@")(func.search_query(words)))
        return tuple(
            ResultRow(
                lab_code=row.code,
                year=row.year,
                activity_type=ActivityType(row.activity_type),
                category=row.category,
                co2e_kg=row.co2e_kg,
                activity_count=row.activity_count,
                missing_count=row.missing_count,
            )
            for row in self._session.execute(query)
        )

    def months(self, lab_id: LabId, year: int) -> tuple[MonthRow, ...]:
        """A laboratory's year month by month, by type and category."""
        rows = self._session.execute(
            text(
                """SELECT l.code, EXTRACT(month FROM a.date)::integer AS month, a.activity_type,
                       a.category, coalesce(sum(a.co2e_kg), 0) AS co2e_kg
                   FROM activities AS a JOIN laboratories AS l ON l.id = a.lab_id
                   WHERE a.lab_id = :lab_id
                       AND a.date BETWEEN make_date(:year, 1, 1) AND make_date(:year, 12, 31)
                   GROUP BY 1, 2, 3, 4 ORDER BY 2, 3, 4"""
            ),
            {"lab_id": lab_id, "year": year},
        )
        return tuple(
            MonthRow(
                row.code,
                year,
                row.month,
                ActivityType(row.activity_type),
                row.co2e_kg,
                row.category,
            )
            for row in rows
        )

    def years(self) -> tuple[int, ...]:
        """Years with activities, newest first."""
        query = select(Result.year).distinct().order_by(Result.year.desc())
        return tuple(self._session.scalars(query))

    def rebuild(self) -> int:
        """Compute all results anew (administrators); returns how many had been wrong."""
        return int(self._session.execute(text("SELECT rebuild_results()")).scalar_one())
