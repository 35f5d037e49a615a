"""The laboratories that the person may see: search, edit, archive, delete."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, func, literal_column, select, text, true
from sqlalchemy.orm import Session

from co2desk.database.conflicts import why_nothing_changed
from co2desk.database.tables.laboratories import LaboratoryTable as Lab
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.ids import LabId
from co2desk.domain.reference import Laboratory
from co2desk.domain.roles import Role

# The most that the person may do in a laboratory, there or everywhere.
_MY_ROLE = """(
    SELECT r.role FROM user_roles AS r
    WHERE r.user_id = (SELECT authz.me()) AND (r.lab_id = laboratories.id OR r.lab_id IS NULL)
    ORDER BY array_position('{admin,lab_manager,lab_member,viewer}', r.role::text) LIMIT 1
)"""


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes along when a laboratory is deleted."""

    activities: int
    imports: int
    published_years: tuple[int, ...]


class Laboratories:
    """The laboratories that the person may see."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def search(
        self, words: str = "", faculty: str = "", *, archived: bool | None = False
    ) -> tuple[Laboratory, ...]:
        """Laboratories by code; every word begins one of code, name or faculty, accents ignored.

        `archived` None gives both kinds.
        """
        query = _laboratories().order_by(Lab.code)
        if words.strip():
            query = query.where(Lab.search.op("@@")(func.search_query(words)))
        if faculty:
            query = query.where(Lab.faculty == faculty)
        if archived is not None:
            query = query.where(
                Lab.archived_at.is_not(None) if archived else Lab.archived_at.is_(None)
            )
        return tuple(_laboratory(row) for row in self._session.execute(query))

    def by_code(self, code: str) -> Laboratory | None:
        """The laboratory of a code, in whichever case it is written."""
        query = _laboratories().where(func.lower(Lab.code) == code.lower())
        row = self._session.execute(query).first()
        return None if row is None else _laboratory(row)

    def get(self, lab_id: LabId) -> Laboratory | None:
        """One laboratory, None where there is none that the person may see."""
        row = self._session.execute(_laboratories().where(Lab.id == lab_id)).first()
        return None if row is None else _laboratory(row)

    def faculties(self) -> tuple[str, ...]:
        """The faculties in use."""
        query = select(Lab.faculty).where(Lab.faculty != "").distinct().order_by(Lab.faculty)
        return tuple(self._session.scalars(query))

    def create(self, lab: Laboratory) -> Laboratory:
        """Add a laboratory under the id that the client made.

        Repeatable: who heard nothing of a first try sends it again, corrected or not.

        Raises:
            DatabaseProblem: ALREADY_EXISTS, NOT_PERMITTED, VALUE_REFUSED.
        """
        earlier = self.get(lab.id)
        if earlier is not None:
            if earlier.code != lab.code:
                raise DatabaseProblem(ErrorCode.ALREADY_EXISTS, what=earlier.code)
            return self.change(replace(lab, version=earlier.version))
        self._session.execute(
            text(
                """INSERT INTO laboratories (id, code, name, faculty, members, archived_at)
                   VALUES (:id, :code, :name, :faculty, :members,
                           CASE WHEN :archived THEN now() END)"""
            ),
            _columns(lab) | {"code": lab.code},
        )
        return self._there(lab.id)

    def change(self, lab: Laboratory) -> Laboratory:
        """Write name, faculty, members and archived of the version that the person saw.

        Repeatable: where exactly that stands there already, nothing is changed.

        Raises:
            DatabaseProblem: CHANGED_MEANWHILE, NO_LONGER_THERE, NOT_PERMITTED, VALUE_REFUSED.
        """
        changed = self._session.execute(
            text(
                """UPDATE laboratories SET name = :name, faculty = :faculty, members = :members,
                       archived_at =
                           CASE WHEN :archived THEN coalesce(archived_at, now()) END
                   WHERE id = :id AND version = :version RETURNING id"""
            ),
            _columns(lab) | {"version": lab.version},
        ).first()
        if changed is None:
            now = self.get(lab.id)
            if now is not None and now.version > lab.version and _columns(now) == _columns(lab):
                return now
            raise why_nothing_changed(lab.code, lab.version, now.version if now else None)
        return self._there(lab.id)

    def contents(self, lab_id: LabId) -> Contents:
        """Count what would be deleted along."""
        row = self._session.execute(
            text(
                """SELECT
                       (SELECT count(*) FROM activities WHERE lab_id = :id),
                       (SELECT count(*) FROM import_jobs WHERE lab_id = :id),
                       ARRAY(SELECT year FROM published_years WHERE lab_id = :id ORDER BY year)"""
            ),
            {"id": lab_id},
        ).one()
        return Contents(row[0], row[1], tuple(row[2]))

    def delete(self, lab_id: LabId) -> Contents:
        """Delete a laboratory and all that is in it, published years too; administrators only.

        Raises:
            DatabaseProblem: NOT_PERMITTED, NO_LONGER_THERE.
        """
        contents = self.contents(lab_id)
        here = {"id": lab_id}
        self._session.execute(text("SET LOCAL statement_timeout = '10min'"))
        self._session.execute(text("DELETE FROM published_years WHERE lab_id = :id"), here)
        self._session.execute(text("DELETE FROM activities WHERE lab_id = :id"), here)
        gone = self._session.execute(
            text("DELETE FROM laboratories WHERE id = :id RETURNING id"), here
        ).first()
        if gone is None:
            now = self.get(lab_id)
            version = now.version if now else None
            raise why_nothing_changed(now.code if now else str(lab_id), version or 0, version)
        return contents

    def _there(self, lab_id: LabId) -> Laboratory:
        return _laboratory(self._session.execute(_laboratories().where(Lab.id == lab_id)).one())


def _laboratories() -> Any:
    return select(
        Lab.id,
        Lab.code,
        Lab.name,
        Lab.faculty,
        literal_column(_MY_ROLE).label("role"),
        Lab.members,
        Lab.archived_at.is_not(None).label("archived"),
        Lab.version,
    ).where(true())


def _laboratory(row: Row[Any]) -> Laboratory:
    return Laboratory(
        id=LabId(row.id),
        code=row.code,
        name=row.name,
        faculty=row.faculty,
        role=None if row.role is None else Role(row.role),
        members=tuple(row.members),
        archived=row.archived,
        version=row.version,
    )


def _columns(lab: Laboratory) -> dict[str, object]:
    members: Sequence[str] = lab.members
    return {
        "id": lab.id,
        "name": lab.name,
        "faculty": lab.faculty,
        "members": list(members),
        "archived": lab.archived,
    }
