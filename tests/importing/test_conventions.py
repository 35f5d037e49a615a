"""A file means the same in any dialect, encoding, decimal mark and date order."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from co2desk.desktop.language import LANGUAGES
from co2desk.desktop.messages import Messages
from co2desk.domain.reference import Reference
from co2desk.importing.annotate import annotated_copy
from co2desk.importing.checked import CheckChoices
from co2desk.importing.checker import EVERY_COLUMN
from co2desk.importing.kinds.field import FieldType
from co2desk.importing.kinds.kind import Kind
from co2desk.importing.kinds.registry import KINDS
from co2desk.importing.pipeline import check_table
from co2desk.importing.readers import Source, read_table
from co2desk.importing.table import SourceTable
from co2desk.importing.template_examples import EXAMPLES

_ORDERS = {"ymd": "%Y-%m-%d", "dmy": "%d.%m.%Y", "mdy": "%m/%d/%Y"}
_GROUPINGS = {",": ("", "'", "\u2019", ".", "\u00a0", "\u202f"), ".": ("", "'", ",", "\u00a0")}
_NOTES = ["", "Genève", 'the "big" one; really', "Büro, 2. Stock", "8 - 10 Uhr", "x"]
_KINDS = [name for name in KINDS if name not in ("factor", "facility")]


@dataclass(frozen=True)
class Convention:
    """How somebody's program writes a file."""

    delimiter: str
    encoding: str
    mark: str
    grouping: str
    order: str
    line_end: str

    def number(self, value: Decimal) -> str:
        """`value` as this program writes it."""
        whole, _, fraction = f"{value:,f}".partition(".")
        return whole.replace(",", self.grouping) + (self.mark + fraction if fraction else "")

    def file(self, header: list[str], rows: list[list[str]]) -> Source:
        """A file of these cells."""
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=self.delimiter, lineterminator=self.line_end)
        writer.writerow(header)
        writer.writerows(rows)
        return Source("file.csv", stream.getvalue().encode(self.encoding), "0" * 64)


_PLAIN = Convention(";", "utf-8", ".", "", "ymd", "\r\n")


@st.composite
def conventions(draw: st.DrawFn) -> Convention:
    mark = draw(st.sampled_from([".", ","]))
    groupings = _GROUPINGS[mark]
    encoding = draw(
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
    )
    allowed = [g for g in groupings if encoding.startswith("utf") or g != "\u202f"]
    return Convention(
        draw(st.sampled_from([";", "\t", "|", ","])),
        encoding,
        mark,
        draw(st.sampled_from(allowed)),
        draw(st.sampled_from(sorted(_ORDERS))),
        draw(st.sampled_from(["\r\n", "\n", "\r"])),
    )


@st.composite
def contents(draw: st.DrawFn) -> tuple[Kind, list[dict[str, object]]]:
    """A kind of file, and rows like the example of its template, with values of their own."""
    kind = KINDS[draw(st.sampled_from(_KINDS))]
    example = EXAMPLES[kind.name]
    rows = []
    for _ in range(draw(st.integers(2, 6))):
        row: dict[str, object] = dict(example)
        for field in kind.fields:
            if field.name not in example and field.name != "note":
                continue
            if field.type is FieldType.DATE:
                row[field.name] = draw(st.dates(date(2025, 1, 1), date(2025, 12, 31)))
            elif field.type is FieldType.NUMBER and field.whole:
                row[field.name] = Decimal(draw(st.integers(1, 2_000)))
            elif field.type is FieldType.NUMBER:
                largest = min(Decimal(80), field.below) if "hours" in field.name else field.below
                amount = draw(st.decimals("0.1", min(largest, Decimal(10) ** 6) - 1, places=2))
                row[field.name] = amount
            elif field.name == "note":
                row["note"] = draw(st.sampled_from(_NOTES))
        rows.append(row)
    return kind, rows


def _written(kind: Kind, rows: list[dict[str, object]], convention: Convention) -> Source:
    names = [field.name for field in kind.fields if field.name in rows[0]]
    return convention.file(
        names, [[_cell(row[name], convention) for name in names] for row in rows]
    )


def _cell(value: object, convention: Convention) -> str:
    if isinstance(value, Decimal):
        return convention.number(value)
    if isinstance(value, date):
        return value.strftime(_ORDERS[convention.order])
    return str(value)


def _choices(convention: Convention) -> CheckChoices:
    return CheckChoices(
        year=2025,
        decimal_marks={EVERY_COLUMN: convention.mark},
        date_orders={EVERY_COLUMN: convention.order},
        allow_no_factor=True,
    )


def _meaning(table: SourceTable, convention: Convention, reference: Reference) -> list[object]:
    rows = check_table(table, _choices(convention), reference).rows
    return [
        (
            row.state,
            [(issue.code, issue.letter) for issue in row.issues],
            row.activity,
            row.fingerprint,
        )
        for row in rows
    ]


@pytest.mark.slow
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(conventions(), contents())
def test_that_a_file_means_the_same_in_every_convention(
    reference: Reference, convention: Convention, content: tuple[Kind, list[dict[str, object]]]
) -> None:
    kind, rows = content
    plain = read_table(_written(kind, rows, _PLAIN))
    table = read_table(_written(kind, rows, convention))
    assert table.dialect.delimiter == convention.delimiter
    assert table.header == plain.header
    assert _meaning(table, convention, reference) == _meaning(plain, _PLAIN, reference)


@pytest.mark.slow
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(conventions(), contents(), st.booleans(), st.sampled_from(LANGUAGES))
def test_that_an_annotated_copy_means_the_same_as_its_file(
    reference: Reference,
    convention: Convention,
    content: tuple[Kind, list[dict[str, object]]],
    spoilt: bool,
    language: str,
) -> None:
    kind, rows = content
    amount = kind.amount if kind.amount in rows[0] else next(iter(rows[0]))
    if spoilt:
        rows[-1][amount] = 'viel; "sehr" viel'
    source = _written(kind, rows, convention)
    for _ in range(2):
        table = read_table(source)
        told = _meaning(table, convention, reference)
        checked = check_table(table, _choices(convention), reference).rows
        data = annotated_copy(source, table, checked, Messages.load(language).issue, language)
        source = Source("file.csv", data, "1" * 64)
        copy = read_table(source)
        assert copy.dialect.delimiter == convention.delimiter
        assert _meaning(copy, convention, reference) == told
