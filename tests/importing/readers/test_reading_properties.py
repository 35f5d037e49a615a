"""A table written in any dialect that detection knows is read back equal."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from co2desk.importing.readers import Source, read_table
from co2desk.importing.readers.records import TextDialect, parse
from co2desk.importing.table import ReadOptions

_NAMES = ["date", "quantity", "unit", "note", "lab", "Kategorie", "prix", "größe"]
_WORDS = ["plane", "Zürich", "gaz naturel", "lab-12", "B 40", "très long", "kWh", "Müller & Co"]
_INNER = ["{d}", "{q}{q2}", "{q}", " ", "\n", "{d} {d}", "'", "é", "a", "12"]
_ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@dataclass(frozen=True)
class Written:
    rows: list[list[str]]
    delimiter: str
    quote: str
    escape: str
    end: str
    encoding: str
    quote_all: bool

    def data(self) -> bytes:
        lines = [self.delimiter.join(map(self._cell, row)) for row in self.rows]
        return (self.end.join(lines) + self.end).encode(self.encoding)

    def _cell(self, cell: str) -> str:
        special = (self.delimiter, self.quote, "\n", "\r")
        if not self.quote_all and not any(mark in cell for mark in special):
            return cell
        escape = self.escape or self.quote
        return self.quote + cell.replace(self.quote, escape + self.quote) + self.quote


@st.composite
def tables(draw: st.DrawFn) -> Written:
    delimiter = draw(st.sampled_from([",", ";", "\t", "|", "^", "~", "§"]))
    quote = draw(st.sampled_from(['"', '"', '"', "'"]))
    width = draw(st.integers(1, 4))
    height = draw(st.integers(4, 12))
    inner = [part.format(d=delimiter, q=quote, q2=quote) for part in _INNER]
    days = st.dates().map(lambda day: f"{day.day:02d}.{day.month:02d}.{2000 + day.year % 100}")
    amounts = st.decimals(0, 99999, places=2).map(lambda amount: str(amount).replace(".", ","))
    words = st.sampled_from(_WORDS)
    texts = st.lists(st.sampled_from(inner), max_size=6).map(lambda parts: f"x{''.join(parts)}y")
    columns = [
        days,
        amounts,
        *draw(st.lists(st.sampled_from([words, texts, amounts]), min_size=width, max_size=width)),
    ]
    body = draw(st.lists(st.tuples(*columns).map(list), min_size=height, max_size=height))
    return Written(
        [_NAMES[: len(columns)], *body],
        delimiter,
        quote,
        draw(st.sampled_from(["", "\\"])),
        draw(st.sampled_from(["\r\n", "\n", "\r"])),
        draw(st.sampled_from(_ENCODINGS)),
        quote == "'" or draw(st.booleans()),  # a single cell in apostrophes proves nothing
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(tables())
def test_that_a_table_in_any_dialect_is_read_back_equal(written: Written) -> None:
    table = read_table(Source("table.csv", written.data(), ""))
    assert [list(table.header), *map(list, table.rows)] == written.rows
    assert table.dialect.delimiter == written.delimiter


@settings(max_examples=60, deadline=None)
@given(tables())
def test_that_a_named_dialect_is_obeyed(written: Written) -> None:
    options = ReadOptions(
        encoding=written.encoding,
        delimiter=written.delimiter,
        quote=written.quote,
        escape=written.escape,
        header_row=1,
    )
    table = read_table(Source("table.csv", written.data(), ""), options)
    assert [list(table.header), *map(list, table.rows)] == written.rows


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab1,;\"'\\ \r\n\t", max_size=80))
def test_that_no_character_of_any_text_is_lost(text: str) -> None:
    """Whatever the quoting, each letter and digit comes back, in order."""
    records = parse(text, TextDialect(","))
    found = "".join(cell for row in records.rows for cell in row)
    assert [char for char in found if char.isalnum()] == [char for char in text if char.isalnum()]


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_that_any_bytes_give_a_table_or_a_refusal(data: bytes) -> None:
    from co2desk.domain.errors import UnusableInput

    try:
        table = read_table(Source("any.csv", data, ""))
    except UnusableInput:
        return
    assert len(table.rows) == len(table.row_numbers)
    assert len(table.header) == len(table.letters)
