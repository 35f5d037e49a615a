"""The report of a year tells its figures in words and draws its charts as lines and areas."""

from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from co2desk.desktop.messages import Messages
from co2desk.domain.activity import ActivityType
from co2desk.domain.footprint import MonthRow, ResultRow
from co2desk.domain.ids import LabId
from co2desk.domain.reference import Laboratory
from co2desk.services.pdf_charts import Bar, round_step, stacked_columns
from co2desk.services.year_report import COLOURS, YearOfLab, YearReport

TRAVEL, ENERGY = ActivityType.TRAVEL, ActivityType.ENERGY
LAB = Laboratory(LabId(uuid4()), "LAB-A", "Énergie", faculty="ENAC")
ROWS = [
    ResultRow("LAB-A", 2024, TRAVEL, "plane", Decimal(20_000), 4, 0),
    ResultRow("LAB-A", 2025, TRAVEL, "plane", Decimal(15_000), 3, 0),
    ResultRow("LAB-A", 2025, ENERGY, "electricity", Decimal(10_000), 9, 2),
]
MONTHS = [
    MonthRow("LAB-A", 2025, 1, TRAVEL, Decimal(15_000), "plane"),
    MonthRow("LAB-A", 2025, 12, ENERGY, Decimal(10_000), "electricity"),
]


def written(path: Path, about: YearOfLab, language: str = "en") -> str:
    YearReport(Messages.load(language)).write(path, about)
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def filled(path: Path) -> list[str]:
    """The colours that areas are filled with, in their order, as RRGGBB."""
    found = []
    for page in PdfReader(path).pages:
        contents = page.get_contents()
        assert contents is not None
        for operands, operator in contents.operations:
            if operator == b"rg":
                found.append("".join(f"{round(float(part) * 255):02x}" for part in operands))
    return found


def test_that_a_year_is_told_against_the_one_before(tmp_path: Path) -> None:
    text = written(tmp_path / "year.pdf", YearOfLab(LAB, 2025, ROWS, MONTHS, published=True))
    assert "25.0 t CO2e" in text
    assert "+25.0 % against 2024 (20.0 t CO2e)" in text
    assert "12 activities." in text
    assert "2 activities have no emission factor" in text
    assert "published" in text


@pytest.mark.parametrize(
    ("language", "month", "missing"),
    [
        ("en", "Feb", "are missing from the sums"),
        ("fr", "févr.", "manquent dans les sommes"),
        ("de", "März", "fehlen in den Summen"),
    ],
)
def test_that_every_language_has_all_of_it(
    tmp_path: Path, language: str, month: str, missing: str
) -> None:
    text = written(tmp_path / "year.pdf", YearOfLab(LAB, 2025, ROWS, MONTHS), language)
    assert month in text
    assert missing in text
    assert "report." not in text
    assert "{" not in text


def test_that_the_charts_are_drawn_and_no_pictures(tmp_path: Path) -> None:
    path = tmp_path / "year.pdf"
    written(path, YearOfLab(LAB, 2025, ROWS, MONTHS))
    assert not [image for page in PdfReader(path).pages for image in page.images]
    assert {colour.removeprefix("#") for colour in COLOURS[:2]} <= set(filled(path))


def test_that_more_categories_than_colours_share_one(tmp_path: Path) -> None:
    months = [
        MonthRow("LAB-A", 2025, 3, ENERGY, Decimal(100 - number), f"category {number}")
        for number in range(10)
    ]
    text = written(tmp_path / "year.pdf", YearOfLab(LAB, 2025, ROWS, months))
    assert "category 6" in text
    assert "category 7" not in text
    assert "other categories" in text


def test_that_a_year_with_nothing_in_it_is_a_report_too(tmp_path: Path) -> None:
    text = written(tmp_path / "year.pdf", YearOfLab(LAB, 2023, [], []))
    assert "0.0 kg CO2e" in text
    assert "0 activities." in text


@given(st.floats(1e-6, 1e12))
def test_that_a_step_is_one_two_or_five_times_a_power_of_ten(wanted: float) -> None:
    step = round_step(wanted)
    assert wanted <= step * (1 + 1e-9)
    assert step <= wanted * 2.5 * (1 + 1e-9)
    assert f"{step:e}"[0] in "125"


def test_that_columns_keep_to_the_scale() -> None:
    bars = [Bar("one", {"a": 30.0, "b": 31.0}, "61"), Bar("two", {"a": 0.0}, "0")]
    drawing = stacked_columns(bars, {"a": "#0072b2", "b": "#e69f00"}, "t", (400, 150), ("Times", 8))
    chart = drawing.contents[0]
    assert chart.valueAxis.valueMax == 80
    assert chart.data == [(30.0, 0.0), (31.0, 0.0)]


def test_that_categories_are_called_by_their_names_in_chart_and_table(tmp_path: Path) -> None:
    rows = [ResultRow("LAB-A", 2025, ENERGY, "process_gas", Decimal(5), 1, 0)]
    months = [MonthRow("LAB-A", 2025, 3, ENERGY, Decimal(5), "process_gas")]
    text = written(tmp_path / "year.pdf", YearOfLab(LAB, 2025, rows, months), "fr")
    assert text.count("gaz de procédé") == 3
    assert "process_gas" not in text
