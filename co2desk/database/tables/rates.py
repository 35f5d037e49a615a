"""Yearly exchange rates."""

from sqlalchemy import CheckConstraint, String, text
from sqlalchemy.orm import Mapped, mapped_column

from co2desk.database.tables.base import Base, clean_text, exact, plausible_year


class ExchangeRateTable(Base):
    """How many units of `currency` one euro bought on average in `year`."""

    __tablename__ = "exchange_rates"
    __table_args__ = (
        CheckConstraint("currency ~ '^[A-Z]{3}$'", name="currency_code"),
        CheckConstraint("per_eur > 0 AND per_eur < 1e10", name="per_eur_plausible"),
        plausible_year("year"),
        clean_text("source"),
    )

    currency: Mapped[str] = mapped_column(String(3), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    per_eur: Mapped[exact]
    source: Mapped[str] = mapped_column(String(255), server_default=text("''"))
