"""How the values of reference data are written as JSON, and read again."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.ids import FactorId, ImportJobId, LabId
from co2desk.domain.reference import ExchangeRate, History, KnownRow, Laboratory
from co2desk.domain.roles import Role

Json = Any


def record(value: EmissionFactor | Laboratory | ExchangeRate | History | KnownRow) -> Json:
    """The fields of a value, without those at their default; amounts keep all their digits."""
    return {
        field.name: _plain(content)
        for field in fields(value)
        if (content := getattr(value, field.name)) != field.default
    }


def _plain(content: object) -> Json:
    if isinstance(content, Decimal | UUID | StrEnum):
        return str(content)
    if isinstance(content, date):
        return content.isoformat()
    return content


def factor_from_record(record: Mapping[str, Json]) -> EmissionFactor:
    """The factor that `record` was made of."""
    return EmissionFactor(
        **_with(
            record,
            factor_type=FactorType,
            value=Decimal,
            valid_from=date.fromisoformat,
            valid_to=date.fromisoformat,
            id=_factor_id,
            lab_id=_lab_id,
        )
    )


def laboratory_from_record(record: Mapping[str, Json]) -> Laboratory:
    """The laboratory that `record` was made of."""
    return Laboratory(**_with(record, id=_lab_id, role=Role, members=tuple))


def rate_from_record(record: Mapping[str, Json]) -> ExchangeRate:
    """The rate that `record` was made of."""
    return ExchangeRate(**_with(record, per_eur=Decimal))


def history_from_record(record: Mapping[str, Json]) -> History:
    """The history that `record` was made of."""
    return History(**_with(record, median=Decimal, largest=Decimal))


def known_row_from_record(record: Mapping[str, Json]) -> KnownRow:
    """The known row that `record` was made of."""
    return KnownRow(
        **_with(
            record,
            import_job_id=_job_id,
            uploaded_at=datetime.fromisoformat,
        )
    )


def _with(record: Mapping[str, Json], **makers: Any) -> dict[str, Json]:
    return {
        name: makers[name](content) if name in makers else content
        for name, content in record.items()
    }


def _factor_id(text: str) -> FactorId:
    return FactorId(UUID(text))


def _lab_id(text: str) -> LabId:
    return LabId(UUID(text))


def _job_id(text: str) -> ImportJobId:
    return ImportJobId(UUID(text))
