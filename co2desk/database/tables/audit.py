"""Who changed what and when, and the seals that prove the log untouched."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Identity, Index, LargeBinary, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from co2desk.database.tables.base import Base, Xid8


class AuditLogTable(Base):
    """One entry of the log; `before` and `after` are whole rows, or a summary for an import."""

    __tablename__ = "audit_logs"
    __table_args__ = (
        Index(None, "entity_id", "id"),
        Index(None, "lab_id", "id"),
        Index(None, "user_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    at: Mapped[datetime] = mapped_column(server_default=text("clock_timestamp()"))
    transaction: Mapped[int] = mapped_column(Xid8, server_default=text("pg_current_xact_id()"))
    user_id: Mapped[UUID | None]
    db_role: Mapped[str] = mapped_column(String(63), server_default=text("SESSION_USER"))
    action: Mapped[str] = mapped_column(String(20))
    entity: Mapped[str] = mapped_column(String(63))
    entity_id: Mapped[str] = mapped_column(Text)
    lab_id: Mapped[UUID | None]
    import_job_id: Mapped[UUID | None]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    after: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    application: Mapped[str] = mapped_column(
        Text, server_default=text("current_setting('application_name')")
    )


class AuditSealTable(Base):
    """The hash of all entries up to `up_to` since the seal before, chained to its hash."""

    __tablename__ = "audit_seals"
    __table_args__ = (
        CheckConstraint("n > 0", name="n_positive"),
        CheckConstraint("octet_length(hash) = 32", name="hash_length"),
        CheckConstraint("octet_length(previous_hash) = 32", name="previous_hash_length"),
    )

    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    up_to: Mapped[int] = mapped_column(BigInteger, unique=True)
    entries: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[bytes] = mapped_column(LargeBinary)
    previous_hash: Mapped[bytes] = mapped_column(LargeBinary)
    sealed_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
