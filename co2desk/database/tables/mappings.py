"""What is remembered of earlier imports: which column and which word meant what."""

from uuid import UUID

from sqlalchemy import ForeignKey, String, text
from sqlalchemy.orm import Mapped, mapped_column

from co2desk.database.tables.base import Base, clean_text, instant


class ColumnMappingTable(Base):
    """A laboratory's column header, and the field of the kind that it stands for."""

    __tablename__ = "column_mappings"
    __table_args__ = (clean_text("header", required=True), clean_text("field"))

    lab_id: Mapped[UUID] = mapped_column(
        ForeignKey("laboratories.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    header: Mapped[str] = mapped_column(String(255), primary_key=True)
    field: Mapped[str] = mapped_column(String(100), server_default=text("''"))
    updated_at: Mapped[instant]


class ValueMappingTable(Base):
    """A laboratory's word in a field ("avion"), and the value it stands for ("plane")."""

    __tablename__ = "value_mappings"
    __table_args__ = (clean_text("value"), clean_text("meaning"))

    lab_id: Mapped[UUID] = mapped_column(
        ForeignKey("laboratories.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    field: Mapped[str] = mapped_column(String(100), primary_key=True)
    value: Mapped[str] = mapped_column(String(255), primary_key=True)
    meaning: Mapped[str] = mapped_column(String(255))
    updated_at: Mapped[instant]
