"""The footprint of laboratories, kept exact by triggers on the activities."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from co2desk.database.tables.base import Base, instant, total


class ResultTable(Base):
    """kg CO2e of one laboratory, year, type and category; `missing_count` activities have none."""

    __tablename__ = "results"
    __table_args__ = (
        CheckConstraint(
            "activity_count >= 0 AND missing_count >= 0 AND missing_count <= activity_count",
            name="counts_add_up",
        ),
        Index(None, "year", "lab_id"),
    )

    lab_id: Mapped[UUID] = mapped_column(
        ForeignKey("laboratories.id", ondelete="CASCADE"), primary_key=True
    )
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    activity_type: Mapped[str] = mapped_column(String(20), primary_key=True)
    category: Mapped[str] = mapped_column(String(100), primary_key=True)
    co2e_kg: Mapped[total] = mapped_column(server_default=text("0"))
    activity_count: Mapped[int] = mapped_column(server_default=text("0"))
    missing_count: Mapped[int] = mapped_column(server_default=text("0"))
    computed_at: Mapped[instant]
