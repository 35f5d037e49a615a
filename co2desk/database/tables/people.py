"""Who works with the database, and in which role where."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from co2desk.database.tables.base import Base, clean_text, generated_id, instant, one_of


class UserTable(Base):
    """A person; `db_role` is the PostgreSQL login, `roles` what the person is at most."""

    __tablename__ = "users"
    __table_args__ = (
        clean_text("display_name", required=True),
        clean_text("email"),
        clean_text("sciper"),
        CheckConstraint(
            "roles <@ ARRAY['viewer', 'lab_member', 'lab_manager', 'admin']::text[]"
            " AND cardinality(roles) > 0",
            name="roles_known",
        ),
    )

    id: Mapped[generated_id]
    sciper: Mapped[str | None] = mapped_column(String(10), unique=True)
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    display_name: Mapped[str] = mapped_column(String(200))
    roles: Mapped[list[str]] = mapped_column(
        ARRAY(Text),
        server_default=text("'{viewer}'"),
    )
    created_at: Mapped[instant]
    updated_at: Mapped[instant]
    db_role: Mapped[str | None] = mapped_column(String(63), unique=True)
    active: Mapped[bool] = mapped_column(server_default=text("true"))


class UserRoleTable(Base):
    """A person's role in a laboratory; `lab_id` NULL stands for every laboratory."""

    __tablename__ = "user_roles"
    __table_args__ = (
        one_of("role", "viewer", "lab_member", "lab_manager", "admin"),
        CheckConstraint("role <> 'admin' OR lab_id IS NULL", name="admin_everywhere"),
        UniqueConstraint("user_id", "lab_id", postgresql_nulls_not_distinct=True),
        Index(None, "lab_id"),
    )

    id: Mapped[generated_id]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    lab_id: Mapped[UUID | None] = mapped_column(ForeignKey("laboratories.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(20))
    granted_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    granted_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
