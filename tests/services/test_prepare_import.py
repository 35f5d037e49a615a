"""An import in preparation: from the first look to the commit, and through a restart."""

import time
from decimal import Decimal
from pathlib import Path

import pytest

from co2desk.domain.errors import Cancelled, ErrorCode, UnusableInput
from co2desk.importing.checked import CheckChoices
from co2desk.importing.review_order import Show
from co2desk.importing.table import ReadOptions
from co2desk.services.bundle import Services
from co2desk.services.import_file import CommitMode, ImportStatus
from co2desk.services.imports import ImportFilter
from tests.hostile import crashing_workbook

DEMO = Path(__file__).parent.parent.parent / "resources" / "demo"
FINANCE = DEMO / "activities-2025.csv"
DATE, QUANTITY, FACTOR = 0, 4, 6


def prepared(services: Services, lab: str, path: Path = FINANCE):
    preparation = services.preparations.open_file(path)
    preparation.choose(CheckChoices(lab_code=lab, year=2025))
    preparation.check()
    return preparation


def test_that_a_file_is_inspected_before_anything_is_chosen(services: Services):
    preparation = services.preparations.open_file(FINANCE)
    found = preparation.inspection
    assert (found.kind, found.rows, found.encoding, found.delimiter) == (
        "activity", 200, "cp1252", ";",
    )  # fmt: skip
    assert [column.field for column in found.columns][:3] == ["date", "activity_type", "category"]
    preparation.discard()


def test_that_corrected_rows_are_committed_with_the_others(services: Services, lab: str):
    preparation = prepared(services, lab)
    assert preparation.snapshot.counts.error == 3
    errors = preparation.order(Show.ERRORS)
    preparation.edit({(errors[0], DATE): "28.02.2025", (errors[1], QUANTITY): "100"})
    preparation.skip([errors[2]])
    assert preparation.snapshot.counts.error == 0
    result = preparation.commit(CommitMode.ALL_OR_NOTHING)
    assert result.status is ImportStatus.COMPLETED
    assert (result.rows_valid, result.rows_error) == (199, 0)
    assert result.job_id == preparation.id
    assert not preparation.path.exists()
    preparation.keep_place({"step": "review"})  # asked for before, and late: no error
    total = sum(row.co2e_kg for row in services.results.rows() if row.lab_code == lab)
    assert total == result.co2e_kg


def test_that_every_step_survives_a_restart_and_can_be_taken_back(services: Services, lab: str):
    preparation = prepared(services, lab)
    [first, second, _] = preparation.order(Show.ERRORS)
    before = preparation.text(first, DATE)
    preparation.edit({(first, DATE): "28.02.2025"})
    preparation.edit({(second, QUANTITY): "7"})
    preparation.undo()
    preparation.close()

    again = services.preparations.resume(preparation.path)
    assert again.choices.lab_code == lab
    again.check()
    assert again.snapshot.counts.error == 2
    assert again.snapshot.can_undo
    assert again.snapshot.can_redo
    again.redo()
    assert again.text(second, QUANTITY) == "7"
    again.undo()
    again.undo()
    assert again.text(first, DATE) == before
    assert not again.snapshot.can_undo
    assert again.snapshot.counts.error == 3
    again.discard()


def test_that_drafts_are_listed_until_they_are_committed_or_thrown_away(
    services: Services, lab: str
):
    preparation = prepared(services, lab)
    preparation.close()
    [draft] = [one for one in services.preparations.drafts() if one.path == preparation.path]
    assert (draft.filename, draft.lab_code, draft.rows_error) == (FINANCE.name, lab, 3)
    services.preparations.remove(draft.path)
    assert preparation.path not in [one.path for one in services.preparations.drafts()]


def test_that_reading_otherwise_begins_anew_and_a_failure_changes_nothing(services: Services):
    preparation = services.preparations.open_file(FINANCE)
    with pytest.raises(UnusableInput):
        preparation.reread(ReadOptions(encoding="utf-8"))
    assert preparation.inspection.encoding == "cp1252"
    found = preparation.reread(ReadOptions(header_row=3))
    assert (found.header_row, found.rows) == (3, 198)
    preparation.discard()


def test_that_an_unreadable_file_leaves_no_draft(services: Services, tmp_path: Path):
    empty = tmp_path / "empty.csv"
    empty.touch()
    before = services.preparations.drafts()
    with pytest.raises(UnusableInput):
        services.preparations.open_file(empty)
    assert services.preparations.drafts() == before


def test_that_a_workbook_that_crashes_its_reader_leaves_the_program_and_no_draft(
    services: Services, tmp_path: Path
):
    hostile = tmp_path / "hostile.ods"
    hostile.write_bytes(crashing_workbook())
    before = services.preparations.drafts()
    with pytest.raises(UnusableInput) as refused:
        services.preparations.open_file(hostile)
    assert refused.value.code is ErrorCode.DAMAGED_FILE
    assert services.preparations.drafts() == before


class StopsAfter:
    """Asks to stop once some seconds have passed."""

    def __init__(self, seconds: float) -> None:
        self.at = time.monotonic() + seconds

    def report(self, done: int, total: int | None = None, stage: str = "") -> None:
        if time.monotonic() > self.at:
            raise Cancelled


def many_rows(folder: Path) -> Path:
    """Five megabytes of rows that each take a moment: quoted texts with line ends in them."""
    file = folder / "many.csv"
    row = 'natural_gas,kWh,1200,"a note\nof two lines"\n'
    file.write_text("name,unit,quantity,note\n" + row * 120_000)
    return file


def test_that_opening_a_large_file_can_be_cancelled_at_once(services: Services, tmp_path: Path):
    file = many_rows(tmp_path)
    before = services.preparations.drafts()
    stop = StopsAfter(0.1)
    with pytest.raises(Cancelled):
        services.preparations.open_file(file, stop)
    assert time.monotonic() - stop.at < 0.5
    assert services.preparations.drafts() == before


def test_that_reading_otherwise_can_be_cancelled_and_changes_nothing(
    services: Services, tmp_path: Path
):
    preparation = services.preparations.open_file(many_rows(tmp_path))
    stop = StopsAfter(0.1)
    with pytest.raises(Cancelled):
        preparation.reread(ReadOptions(header_row=3), stop)
    assert time.monotonic() - stop.at < 0.5
    assert (preparation.inspection.header_row, preparation.inspection.rows) == (1, 120_000)
    preparation.discard()


def test_that_pasted_text_is_prepared_like_a_file(services: Services, lab: str):
    text = "name\tunit\tquantity\nnatural_gas\tkWh\t1200\n"
    preparation = services.preparations.open_text(text, "clipboard")
    preparation.choose(CheckChoices(lab_code=lab, year=2025))
    preparation.check()
    assert preparation.snapshot.co2e_kg == Decimal("288")
    assert preparation.commit(CommitMode.ALL_OR_NOTHING).rows_valid == 1


def test_that_a_cancelled_commit_leaves_the_draft_and_no_trace(services: Services, lab: str):
    class StopsWhenWriting:
        def report(self, done, total=None, stage=""):
            if stage in ("writing", "committing"):
                raise Cancelled

    preparation = prepared(services, lab)
    with pytest.raises(Cancelled):
        preparation.commit(CommitMode.VALID_ONLY, StopsWhenWriting())
    assert services.imports.jobs(ImportFilter(lab_codes=(lab,))) == ()
    assert preparation.commit(CommitMode.VALID_ONLY).rows_valid == 197


def test_that_columns_and_words_are_remembered_for_the_laboratory(
    services: Services, lab: str, tmp_path: Path
):
    file = tmp_path / "gas.csv"
    file.write_text("Bezugsart,Grösse,Menge\nErdgas Nord,kWh,1200\n", encoding="utf-8")
    first = services.preparations.open_file(file)
    columns = {0: "name", 1: "unit", 2: "quantity"}
    values = {("name", "Erdgas Nord"): "natural_gas"}
    first.choose(CheckChoices(kind="fuel", lab_code=lab, year=2025, columns=columns, values=values))
    first.check()
    assert first.commit(CommitMode.ALL_OR_NOTHING).rows_valid == 1

    file.write_text("Bezugsart,Grösse,Menge\nERDGAS NORD,kWh,500\n", encoding="utf-8")
    second = services.preparations.open_file(file)
    found = second.choose(CheckChoices(lab_code=lab, year=2025))
    assert found.kind == "fuel"
    assert [column.field for column in found.columns] == ["name", "unit", "quantity"]
    second.check()
    assert second.snapshot.co2e_kg == Decimal("120")
    second.discard()


def test_that_what_changed_since_the_check_is_told_before_the_commit(
    services: Services, lab: str, tmp_path: Path
):
    factor = services.factors.search(limit=1).rows[0]
    file = tmp_path / "one.csv"
    file.write_text(
        "date,activity_type,category,subcategory,quantity,unit,factor_code\n"
        f"2025-01-01,{factor.factor_type},{factor.category},{factor.subcategory},10,"
        f"{factor.unit},{factor.code}\n"
    )
    preparation = services.preparations.open_file(file)
    preparation.choose(CheckChoices(kind="activity", lab_code=lab, year=2025))
    preparation.check()
    before = preparation.snapshot.co2e_kg
    from dataclasses import replace

    changed = services.factors.save(replace(factor, value=factor.value * 2), recalculate=False)
    try:
        [told] = preparation.compare().differences
        assert (told.change.subject, told.change.name) == ("factor", factor.code)
        assert told.rows == 1
        assert preparation.snapshot.co2e_kg == before * 2
    finally:
        services.factors.save(replace(changed, value=factor.value), recalculate=False)
        preparation.discard()


def test_that_an_unknown_laboratory_or_kind_is_refused_and_changes_nothing(services: Services):
    preparation = services.preparations.open_file(FINANCE)
    for wrong in (CheckChoices(lab_code="NOWHERE"), CheckChoices(kind="nothing")):
        with pytest.raises(UnusableInput) as refusal:
            preparation.choose(wrong)
        assert refusal.value.code in (ErrorCode.UNKNOWN_LABORATORY, ErrorCode.UNKNOWN_KIND)
    assert preparation.choices == CheckChoices()
    preparation.discard()
