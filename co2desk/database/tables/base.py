"""What all table classes share: names of constraints, column types, checks of text."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, Integer, MetaData, Numeric, String, text
from sqlalchemy.dialects.postgresql import UUID as PG_UUID
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import UserDefinedType

# Spelled out so that a constraint has the same name on every server and in every dump.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# Controls, bidi marks and line separators: they hide or reorder what a person reads.
UNWANTED = (
    r"[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
# A note may have several lines.
UNWANTED_IN_NOTES = UNWANTED.replace(r"\u0001-\u001f", r"\u0001-\u0008\u000b-\u001f")

EARLIEST, LATEST = "1990-01-01", "2100-12-31"


class Xid8(UserDefinedType[int]):
    """A 64-bit transaction id of PostgreSQL."""

    cache_ok = True

    def get_col_spec(self, **_kw: object) -> str:
        """Return the name of the type in DDL."""
        return "xid8"


class Base(DeclarativeBase):
    """The root of all table classes."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012  (read by SQLAlchemy as it stands)
        datetime: DateTime(timezone=True),
        UUID: PG_UUID(as_uuid=True),
        str: String,
        int: Integer,
    }


generated_id = Annotated[
    UUID, mapped_column(primary_key=True, server_default=text("gen_random_uuid()"))
]
instant = Annotated[datetime, mapped_column(server_default=text("now()"))]
amount = Annotated[Decimal, mapped_column(Numeric(15, 4))]
total = Annotated[Decimal, mapped_column(Numeric(18, 4))]
exact = Annotated[Decimal, mapped_column(Numeric(20, 10))]
version_number = Annotated[int, mapped_column(server_default=text("1"))]


def one_of(column: str, *choices: str) -> CheckConstraint:
    """Return the check that `column` is one of `choices`."""
    listed = ", ".join(f"'{choice}'" for choice in choices)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def clean_text(column: str, *, required: bool = False) -> CheckConstraint:
    """Return the check that a text is NFC, and free of characters that hide or reorder it."""
    filled = f"{column} <> '' AND " if required else ""
    return CheckConstraint(
        f"{filled}{column} IS NFC NORMALIZED AND {column} !~ '{UNWANTED}'", name=f"{column}_clean"
    )


def plausible_day(column: str) -> CheckConstraint:
    """Return the check that stops `infinity` and years BC, which break every later read."""
    return CheckConstraint(
        f"{column} BETWEEN DATE '{EARLIEST}' AND DATE '{LATEST}'", name=f"{column}_plausible"
    )


def plausible_year(column: str) -> CheckConstraint:
    """Return the check that a year is one that an activity can have."""
    return CheckConstraint(f"{column} BETWEEN 1990 AND 2100", name=f"{column}_plausible")
