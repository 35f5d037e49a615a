"""Which versions of the program may write to this schema."""

from sqlalchemy import CheckConstraint, String, text
from sqlalchemy.orm import Mapped, mapped_column

from co2desk.database.tables.base import Base


class SchemaCompatTable(Base):
    """One row: the lowest and (where not empty) the highest program version that may write."""

    __tablename__ = "schema_compat"
    __table_args__ = (
        CheckConstraint("single_row", name="only_one"),
        CheckConstraint(r"min_client ~ '^[0-9]+(\.[0-9]+)*$'", name="min_client_version"),
        CheckConstraint(r"max_client ~ '^([0-9]+(\.[0-9]+)*)?$'", name="max_client_version"),
    )

    single_row: Mapped[bool] = mapped_column(primary_key=True, server_default=text("true"))
    min_client: Mapped[str] = mapped_column(String(20))
    max_client: Mapped[str] = mapped_column(String(20), server_default=text("''"))
