"""Who works with the database, and in which role where."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from co2desk.database.conflicts import why_nothing_changed
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.ids import LabId, UserId
from co2desk.domain.people import Person, RoleGrant
from co2desk.domain.roles import Role

_PEOPLE = """
SELECT u.id, u.display_name, coalesce(u.email, '') AS email, coalesce(u.sciper, '') AS sciper,
    coalesce(u.db_role, '') AS login, u.active,
    coalesce((
        SELECT jsonb_agg(
            jsonb_build_object('role', r.role, 'lab_id', r.lab_id, 'code', coalesce(l.code, ''))
            ORDER BY l.code NULLS FIRST)
        FROM user_roles AS r LEFT JOIN laboratories AS l ON l.id = r.lab_id
        WHERE r.user_id = u.id
    ), '[]') AS roles
FROM users AS u
"""


class People:
    """The people; others than oneself are for administrators only."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def are_visible(self) -> bool:
        """Whether the person may read about others."""
        asked = "SELECT has_column_privilege('users', 'email', 'SELECT')"
        return bool(self._session.execute(text(asked)).scalar_one())

    def search(self, words: str = "") -> tuple[Person, ...]:
        """People by name; `words` are looked for in name, email, login and SCIPER."""
        rows = self._session.execute(
            text(
                _PEOPLE
                + """WHERE :words = '' OR strpos(lower(f_unaccent(concat_ws(' ',
                        u.display_name, u.email, u.db_role, u.sciper))),
                        lower(f_unaccent(:words))) > 0
                    ORDER BY u.display_name, u.id"""
            ),
            {"words": words.strip()},
        )
        return tuple(_person(row) for row in rows)

    def get(self, user_id: UserId) -> Person:
        """One person.

        Raises:
            DatabaseProblem: NO_LONGER_THERE.
        """
        row = self._session.execute(text(_PEOPLE + "WHERE u.id = :id"), {"id": user_id}).first()
        if row is None:
            raise DatabaseProblem(ErrorCode.NO_LONGER_THERE, what=user_id)
        return _person(row)

    def me(self) -> tuple[UserId | None, str, Role | None]:
        """The person behind the login: id, name, and the most that the person may do anywhere."""
        row = self._session.execute(
            text(
                """SELECT u.id, u.display_name, (
                       SELECT r.role FROM user_roles AS r WHERE r.user_id = u.id
                       ORDER BY array_position(
                           '{admin,lab_manager,lab_member,viewer}', r.role::text) LIMIT 1) AS role
                   FROM users AS u WHERE u.id = (SELECT authz.me())"""
            )
        ).first()
        if row is None:
            return None, "", None
        return UserId(row.id), row.display_name, Role(row.role) if row.role else None

    def save(self, person: Person) -> Person:
        """Add or change a person: name, email, SCIPER, login, active; not the roles.

        Raises:
            DatabaseProblem: NOT_PERMITTED, ALREADY_EXISTS, VALUE_REFUSED.
        """
        saved = self._session.execute(
            text(
                """INSERT INTO users (id, display_name, email, sciper, db_role, active)
                   VALUES (:id, :name, nullif(:email, ''), nullif(:sciper, ''),
                           nullif(:login, ''), :active)
                   ON CONFLICT (id) DO UPDATE SET display_name = excluded.display_name,
                       email = excluded.email, sciper = excluded.sciper,
                       db_role = excluded.db_role, active = excluded.active
                   RETURNING id"""
            ),
            {
                "id": person.id,
                "name": person.display_name,
                "email": person.email,
                "sciper": person.sciper,
                "login": person.login,
                "active": person.active,
            },
        ).first()
        if saved is None:
            raise why_nothing_changed(person.display_name, 0, 0)
        return self.get(person.id)

    def grant(self, user_id: UserId, role: Role, lab_id: LabId | None) -> Person:
        """Give a role in a laboratory (None: in all); a person has one role in each."""
        self._session.execute(
            text(
                """INSERT INTO user_roles (user_id, lab_id, role) VALUES (:user, :lab, :role)
                   ON CONFLICT (user_id, lab_id) DO UPDATE SET role = excluded.role"""
            ),
            {"user": user_id, "lab": lab_id, "role": role.value},
        )
        return self.get(user_id)

    def revoke(self, user_id: UserId, lab_id: LabId | None) -> Person:
        """Take the role in a laboratory (None: the one in all) away."""
        self._session.execute(
            text(
                """DELETE FROM user_roles
                   WHERE user_id = :user AND lab_id IS NOT DISTINCT FROM CAST(:lab AS uuid)"""
            ),
            {"user": user_id, "lab": lab_id},
        )
        return self.get(user_id)


def _person(row: Row[Any]) -> Person:
    return Person(
        id=UserId(row.id),
        display_name=row.display_name,
        email=row.email,
        sciper=row.sciper,
        login=row.login,
        active=row.active,
        roles=tuple(
            RoleGrant(
                Role(given["role"]),
                None if given["lab_id"] is None else LabId(UUID(given["lab_id"])),
                given["code"],
            )
            for given in row.roles
        ),
    )
