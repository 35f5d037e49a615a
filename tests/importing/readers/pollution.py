"""A clean table and the ways in which real exports spoil it, each with the truth beside it.

The kinds of pollution are those of Vitagliano, Hameed, Jiang, Reisener, Wu and Naumann, "Pollock:
A Data Loading Benchmark", PVLDB 16 (2023), made here from a table of our own.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

HEADER = [
    "DATE",
    "TIME",
    "Qty",
    "PRODUCTID",
    "Price",
    "ProductType",
    "ProductDescription",
    "URL",
    "Comments",
]
_TYPES = [
    "Men's Trail Shoes",
    "Kids' Fleece, Hooded",
    "Leather Sofa",
    'Round Table, 48"',
    "Women's Rain Jacket",
    "Travel Lock, Cable",
    "Wool Coat",
    'Mountain Bike 24" Frame',
]
_TEXTS = [
    "Rugged enough for long days, yet light.",
    "An easy pick for every season and every size",
    "Warm, dry and quick to pack; you won't leave home without it.",
    'The blade is 8" long, and the grip is soft.',
    "Made of cotton: resists wrinkles, stains and shrinking, wash after wash.",
    "Built with care since 1912",
]  # fmt: skip
_COMMENTS = ["", "", "back in stock", "check size, again", ""]


def clean_rows(count: int = 83) -> list[list[str]]:
    """Rows of a shop's sales: dates, times, amounts, codes, prose, addresses, gaps."""
    rows = []
    for i in range(count):
        rows.append(
            [
                f"{1 + i % 28:02d}/{1 + i // 28:02d}/2018",
                f"{i // 4:02d}:{15 * (i % 4):02d}",
                str(i * 7 % 31),
                f"{'RMBYC'[i % 5]}{'GIHYC'[i // 3 % 5]}-{1000 + i * 97 % 9000}",
                f"{(i * 1337 % 9900) / 100:.2f}",
                _TYPES[i * 5 % len(_TYPES)],
                _TEXTS[i * 7 % len(_TEXTS)],
                f"https://shop.example.org/p/{i * 31 % 997}",
                _COMMENTS[i * 3 % len(_COMMENTS)],
            ]
        )  # fmt: skip
    return rows


@dataclass(frozen=True)
class Made:
    """A text made of rows by a dialect, with single places spoilt."""

    rows: list[list[str]]
    delimiter: str = ","
    quote: str = '"'
    escape: str = '"'
    end: str = "\r\n"
    last_end: str | None = None
    quote_all: bool = False
    row_delimiters: dict[int, str] = field(default_factory=dict)
    more_separators: frozenset[tuple[int, int]] = frozenset()
    less_separators: frozenset[tuple[int, int]] = frozenset()
    extra_quotes: frozenset[tuple[int, int]] = frozenset()

    def text(self) -> str:
        """Write the rows."""
        lines = [self._line(index, row) for index, row in enumerate(self.rows)]
        last = self.end if self.last_end is None else self.last_end
        return self.end.join(lines) + last

    def _line(self, index: int, row: list[str]) -> str:
        delimiter = self.row_delimiters.get(index, self.delimiter)
        line = ""
        for column, cell in enumerate(row):
            if column and (index, column) not in self.less_separators:
                line += delimiter
            if (index, column) in self.more_separators:
                line += delimiter
            line += self._cell(index, column, cell)
        return line

    def _cell(self, index: int, column: int, cell: str) -> str:
        # As in the benchmark, what is quoted is what a comma-separated file had to quote.
        quoted = self.quote_all or "," in cell or '"' in cell or "\n" in cell
        inner = cell.replace(self.quote, self.escape + self.quote) if quoted else cell
        if (index, column) in self.extra_quotes:
            inner = self.quote + inner
        return f"{self.quote}{inner}{self.quote}" if quoted else inner


@dataclass(frozen=True)
class Polluted:
    """A spoilt file and what a perfect reader makes of it (header first, unless there is none)."""

    name: str
    data: bytes
    truth: list[list[str]]


def polluted_files(*, quote_all: bool = False, step: int = 1) -> Iterator[Polluted]:
    """All pollutions; of those for each row and column every `step`-th only."""
    rows = [HEADER, *clean_rows()]
    made = Made(rows, quote_all=quote_all)
    yield _file("source", made, rows)
    yield Polluted("file_no_payload", b"", [])
    yield _file("file_no_trailing_newline", replace(made, last_end=""), rows)
    yield _file("file_double_trailing_newline", replace(made, last_end="\r\n\r\n"), rows)
    yield _file("file_no_header", replace(made, rows=rows[1:]), rows[1:])
    yield _file("file_header_only", replace(made, rows=rows[:1]), rows[:1])
    yield _file("file_one_data_row", replace(made, rows=rows[:2]), rows[:2])
    preamble = [["PREAMBLE"] + [""] * 8, [""] * 9]
    yield _file("file_preamble", replace(made, rows=preamble + rows), rows)
    yield _file("file_preamble_plain", replace(made, rows=[["PREAMBLE"], [""], *rows]), rows)
    notes = [[""] * 9, ["FOOTNOTE"] + [""] * 8]
    yield _file("file_footnote", replace(made, rows=rows + notes), rows)
    yield _file("file_footnote_plain", replace(made, rows=[*rows, ["FOOTNOTE"]]), rows)
    yield from _tables(made, rows)
    yield from _dialects(made, rows)
    yield from _places(made, rows, step)


def _file(name: str, made: Made, truth: list[list[str]]) -> Polluted:
    return Polluted(name + ".csv", made.text().encode(), truth)


def _tables(made: Made, rows: list[list[str]]) -> Iterator[Polluted]:
    for name, second in (
        ("less", [row[:8] for row in rows[:83]]),
        ("same", rows[:83]),
        ("more", [[*row, row[-1]] for row in rows[:83]]),
    ):
        truth = rows + second[1:]
        yield _file(f"file_multitable_{name}", replace(made, rows=rows + second), truth)
    doubled = [[f"{name} {name}" for name in HEADER], *rows[1:]]
    yield _file("file_header_multirow_2", replace(made, rows=[HEADER, *rows]), doubled)


def _dialects(made: Made, rows: list[list[str]]) -> Iterator[Polluted]:
    for delimiter in (";", "\t", ", ", " ", "|"):
        name = "_".join(f"0x{ord(char):X}" for char in delimiter)
        yield _file(f"file_field_delimiter_{name}", replace(made, delimiter=delimiter), rows)
    yield _file("file_quotation_char_0x27", replace(made, quote="'", escape="'"), rows)
    # As in the benchmark: the apostrophes of words stay as they are.
    yield _file("file_quotation_char_bare", replace(made, quote="'", escape=""), rows)
    yield _file("file_escape_char_0x5C", replace(made, escape="\\"), rows)
    yield _file("file_escape_char_0x00", replace(made, escape=""), rows)
    yield _file("file_record_delimiter_0xA", replace(made, end="\n"), rows)
    yield _file("file_record_delimiter_0xD", replace(made, end="\r"), rows)
    text = made.text()
    for encoding in ("utf-16", "utf-16-le", "utf-8-sig", "latin-1"):
        yield Polluted(f"file_encoding_{encoding}.csv", text.encode(encoding), rows)


def _places(made: Made, rows: list[list[str]], step: int) -> Iterator[Polluted]:
    places = [(row, column) for row in range(len(rows)) for column in range(len(HEADER))]
    for row, column in places[::step]:
        place = frozenset({(row, column)})
        name = f"row{row}_col{column}"
        yield _file(f"row_more_sep_{name}", replace(made, more_separators=place), rows)
        if column:
            yield _file(f"row_less_sep_{name}", replace(made, less_separators=place), rows)
        extra = [list(cells) for cells in rows]
        extra[row][column] = made.quote + extra[row][column]
        yield _file(f"row_extra_quote_{name}", replace(made, extra_quotes=place), extra)
    for row in range(0, len(rows), step):
        yield _file(
            f"row_field_delimiter_{row}_0x20", replace(made, row_delimiters={row: " "}), rows
        )


def clean_table(data: bytes) -> list[list[str]]:
    """The rows of a plain CSV: UTF-8, comma, double quotes."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def score(converted: bytes | None, truth: list[list[str]]) -> float:
    """0 to 10: success, and precision, recall and F1 of header, records and cells."""
    if converted is None:
        return 0.0
    loaded = clean_table(converted)
    if not truth:
        return 10.0
    joined = ["".join(row) for row in truth[1:]], ["".join(row) for row in loaded[1:]]
    cells = [cell for row in truth for cell in row], [cell for row in loaded for cell in row]
    header = truth[0], loaded[0] if loaded else []
    return 1.0 + sum(_agreement(*pair) for pair in (header, joined, cells))


def _agreement(wanted: list[str], found: list[str]) -> float:
    if not wanted:
        return 3.0
    left = list(wanted)
    common = 0
    counts: dict[str, int] = {}
    for text in left:
        counts[text] = counts.get(text, 0) + 1
    for text in found:
        if counts.get(text, 0):
            counts[text] -= 1
            common += 1
    if not common:
        return 0.0
    precision, recall = common / len(wanted), common / len(found)
    return precision + recall + 2 * precision * recall / (precision + recall)
