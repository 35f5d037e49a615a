"""Reference data as a list of entries in sections, and back: what packs and drafts keep of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from co2desk.domain.ids import LabId
from co2desk.domain.reference import Reference
from co2desk.offline.reference_records import (
    Json,
    factor_from_record,
    history_from_record,
    laboratory_from_record,
    rate_from_record,
    record,
)


def reference_entries(reference: Reference) -> Iterator[tuple[str, Json]]:
    """All of `reference` but the places and units that ship with the program, and known rows."""
    for laboratory in reference.laboratories.values():
        yield "laboratory", record(laboratory)
    for factor in reference.factors.values():
        yield "factor", record(factor)
    for rate in reference.rates.values():
        yield "rate", record(rate)
    for (field, text), value in reference.value_mappings.items():
        yield "value_mapping", [field, text, value]
    for kind, columns in reference.column_mappings.items():
        yield "column_mapping", [kind, dict(columns)]
    for (category, unit), history in reference.history.items():
        yield "history", [category, unit, record(history)]
    for lab_id, year in sorted(reference.published_years):
        yield "published_year", [str(lab_id), year]


def reference_from_entries(sections: Mapping[str, Sequence[Json]], shipped: Reference) -> Reference:
    """The reference data that the entries were made of, with the places and units of `shipped`."""
    laboratories = map(laboratory_from_record, sections.get("laboratory", ()))
    factors = map(factor_from_record, sections.get("factor", ()))
    rates = map(rate_from_record, sections.get("rate", ()))
    return replace(
        shipped,
        laboratories={laboratory.code.casefold(): laboratory for laboratory in laboratories},
        factors={factor.code: factor for factor in factors},
        rates={(rate.currency, rate.year): rate for rate in rates},
        value_mappings={
            (field, text): value for field, text, value in sections.get("value_mapping", ())
        },
        column_mappings=dict(sections.get("column_mapping", ())),
        history={
            (category, unit): history_from_record(content)
            for category, unit, content in sections.get("history", ())
        },
        published_years=frozenset(
            (LabId(UUID(lab_id)), int(year)) for lab_id, year in sections.get("published_year", ())
        ),
    )
