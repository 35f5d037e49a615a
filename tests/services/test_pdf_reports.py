"""A PDF says what the database says, in words that people read, on pages that can be printed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest
from pypdf import PdfReader

from co2desk.desktop.messages import Messages
from co2desk.domain.activity import ActivityType, Co2eSource
from co2desk.domain.activity_list import ActivityRecord
from co2desk.domain.errors import Cancelled, ErrorCode, UnusableInput
from co2desk.domain.footprint import ResultRow
from co2desk.domain.ids import ActivityId, LabId
from co2desk.services.pdf_pages import shared_out
from co2desk.services.pdf_reports import PdfReports
from co2desk.services.pdf_text import wrapped

FONT = "Helvetica"


def result(lab: str, year: int, kg: str, category: str = "electricity", missing: int = 0):
    return ResultRow(lab, year, ActivityType.ENERGY, category, Decimal(kg), 3, missing)


def activity(kg: str | None, lab: str = "BIO", note: str = "") -> ActivityRecord:
    return ActivityRecord(
        ActivityId(uuid4()),
        LabId(uuid4()),
        lab,
        ActivityType.ENERGY,
        "électricité",
        note,
        Decimal("1200.0000"),
        "kWh",
        date(2025, 3, 1),
        Decimal(kg) if kg is not None else None,
        Co2eSource.FACTOR,
        "",
        None,
        None,
        "",
        {},
        None,
        datetime(2025, 3, 1, tzinfo=UTC),
        1,
    )


def lines_of(path: Path) -> list[str]:
    """All text by line, the words of a line apart by single spaces."""
    texts = [page.extract_text(extraction_mode="layout") for page in PdfReader(path).pages]
    return [" ".join(line.split()) for text in texts for line in text.splitlines() if line.strip()]


def reports(language: str = "en") -> PdfReports:
    return PdfReports(Messages.load(language))


def test_that_results_are_summed_by_laboratory_and_year_and_in_all(tmp_path: Path):
    path = tmp_path / "results.pdf"
    rows = [
        result("BIO", 2025, "100.25", "heat"),
        result("BIO", 2025, "200.5", missing=1),
        result("BIO", 2024, "10"),
        result("LCM", 2025, "1"),
    ]
    assert reports().results(path, rows) == 4
    lines = lines_of(path)
    assert "Total BIO 2024 10.0 3 0" in lines
    assert "Total BIO 2025 300.8 6 1" in lines
    assert "Total LCM 2025 1.0 3 0" in lines
    assert "Total 311.8 12 1" in lines
    assert "BIO 2025 energy heat 100.3 3 0" in lines
    assert any(line.startswith("BIO 2025 300.8 kg") for line in lines)


@pytest.mark.parametrize(
    ("language", "title", "unit"),
    [("fr", "CO2e des laboratoires", "kg CO2e"), ("de", "CO2e der Labore", "kg CO2e")],
)
def test_that_title_date_page_and_unit_are_told_in_the_language(
    tmp_path: Path, language: str, title: str, unit: str
):
    path = tmp_path / "results.pdf"
    reports(language).results(path, [result("Łódź-Zürich-Genève", 2025, "1")])
    reader = PdfReader(path)
    assert reader.metadata is not None
    assert reader.metadata.title == title
    text = "\n".join(lines_of(path))
    assert title in text
    assert unit in text
    assert "Łódź-Zürich-Genève" in text
    assert datetime.now().astimezone().strftime("%Y-%m-%d") in text
    assert ("Page 1" if language == "fr" else "Seite 1") in text


def test_that_categories_are_called_by_their_names(tmp_path: Path):
    path = tmp_path / "results.pdf"
    reports("de").results(path, [result("BIO", 2025, "1", "process_gas")])
    text = "\n".join(lines_of(path))
    assert "Prozessgas" in text
    assert "process_gas" not in text


def test_that_a_long_list_repeats_its_header_and_numbers_its_pages(tmp_path: Path):
    path = tmp_path / "activities.pdf"
    assert reports().activities(path, (activity("1") for _ in range(200))) == 200
    pages = [page.extract_text() for page in PdfReader(path).pages]
    assert len(pages) > 3
    for number, text in enumerate(pages, start=1):
        assert f"Page {number}" in text
    assert all("kg CO2e" in text for text in pages)
    assert sum(text.count("électricité") for text in pages) == 200


def test_that_activities_are_summed_and_those_without_co2e_counted(tmp_path: Path):
    path = tmp_path / "activities.pdf"
    found = [activity("288.0000"), activity(None), activity("12.5", lab="LCM")]
    reports().activities(path, found)
    lines = lines_of(path)
    assert "2025-03-01 BIO energy électricité 1200 kWh 288.0" in lines
    assert "2025-03-01 BIO energy électricité 1200 kWh" in lines
    assert "BIO 2025 288.0 2 1" in lines
    assert "LCM 2025 12.5 1 0" in lines
    assert "Total 300.5 3 1" in lines


def test_that_an_empty_list_is_still_a_document(tmp_path: Path):
    path = tmp_path / "results.pdf"
    assert reports().results(path, []) == 0
    assert "Total 0.0 0 0" in lines_of(path)


def test_that_a_cancelled_report_leaves_no_file(tmp_path: Path):
    class StopsAtOnce:
        def report(self, done: int, total: int | None = None, stage: str = "") -> None:
            raise Cancelled

    path = tmp_path / "activities.pdf"
    path.write_bytes(b"older")
    with pytest.raises(Cancelled):
        reports().activities(path, [activity("1")], 1, StopsAtOnce())
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_folder_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(UnusableInput) as refused:
        reports().results(tmp_path / "none" / "x.pdf", [])
    assert refused.value.code is ErrorCode.CANNOT_WRITE_FILE


def test_that_a_text_too_long_for_its_column_is_read_in_full(tmp_path: Path):
    path = tmp_path / "activities.pdf"
    words = [f"word{number}" for number in range(60)]
    reports().activities(path, [activity("1", note=" ".join(words))])
    text = "\n".join(lines_of(path))
    assert all(word in text for word in words)


def test_that_lines_keep_every_letter_and_fit():
    text = "a few words and " + "x" * 80
    lines = wrapped(text, FONT, 8, 60, 99)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert len(lines) > 4


def test_that_more_lines_than_a_row_may_have_end_in_an_ellipsis():
    lines = wrapped("word " * 500, FONT, 8, 60, 12)
    assert len(lines) == 12
    assert lines[-1].endswith("…")


def pairs() -> Iterator[tuple[list[float], float, list[float]]]:
    yield [10, 20], 100, [10, 20]
    yield [10, 90, 80], 100, [10, 45, 45]
    yield [50, 50, 50], 90, [30, 30, 30]


@pytest.mark.parametrize(("wanted", "room", "given"), list(pairs()))
def test_that_the_widest_columns_give_way(wanted: list[float], room: float, given: list[float]):
    assert shared_out(wanted, room) == given
