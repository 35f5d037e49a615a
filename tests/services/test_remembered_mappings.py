"""What a laboratory's imports taught is listed, changed and forgotten."""

from pathlib import Path

import pytest

from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput
from co2desk.importing.checked import CheckChoices
from co2desk.services.bundle import Services
from co2desk.services.import_file import CommitMode
from co2desk.services.remembered_mappings import Remembered, Taught

HEADER = "date;Gattung;category;quantity;unit;factor_code\n"
ROW = "02.01.2025;Spannung;electricity;100;kWh;CH-ELECTRICITY\n"
COLUMNS = {0: "date", 1: "activity_type", 2: "category", 3: "quantity", 4: "unit", 5: "factor_code"}
WORD = Remembered(Taught.WORD, "spannung", "energy", "activity_type")


@pytest.fixture
def taught(services: Services, lab: str, tmp_path: Path) -> Path:
    """A file whose column and word the laboratory has learnt by a commit."""
    file = tmp_path / "words.csv"
    file.write_text(HEADER + ROW, encoding="utf-8")
    preparation = services.preparations.open_file(file)
    preparation.choose(
        CheckChoices(
            kind="activity",
            lab_code=lab,
            year=2025,
            columns=COLUMNS,
            values={("activity_type", "Spannung"): "energy"},
        )
    )
    preparation.check()
    preparation.commit(CommitMode.ALL_OR_NOTHING)
    return file


def test_that_columns_and_words_of_an_import_are_listed(
    services: Services, lab: str, taught: Path
) -> None:
    entries = services.preparations.remembered.of(lab, "activity")
    assert Remembered(Taught.COLUMN, "Gattung", "activity_type") in entries
    assert WORD in entries
    assert services.preparations.remembered.of(lab, "flight") == []


def test_that_the_next_file_is_understood_until_it_is_forgotten(
    services: Services, lab: str, taught: Path
) -> None:
    taught.write_text(HEADER + ROW.replace("02.01", "03.01"), encoding="utf-8")
    preparation = services.preparations.open_file(taught)
    seen = preparation.choose(CheckChoices(lab_code=lab, year=2025))
    assert seen.columns[1].is_remembered
    assert preparation.words().unknown == 0
    services.preparations.remembered.forget(
        lab, "activity", [WORD, Remembered(Taught.COLUMN, "Gattung", "activity_type")]
    )
    assert preparation.look_again().columns[1].field == ""
    assert WORD not in services.preparations.remembered.of(lab, "activity")
    preparation.discard()


def test_that_a_changed_meaning_counts_for_the_next_check(
    services: Services, lab: str, taught: Path
) -> None:
    remembered = services.preparations.remembered
    remembered.change(lab, "activity", Remembered(Taught.WORD, "Spannung", "service", WORD.field))
    assert Remembered(Taught.WORD, "spannung", "service", WORD.field) in remembered.of(
        lab, "activity"
    )


def test_that_forgetting_what_is_not_there_is_said(services: Services, lab: str) -> None:
    with pytest.raises(DatabaseProblem) as refused:
        services.preparations.remembered.forget(lab, "activity", [WORD])
    assert refused.value.code is ErrorCode.NOT_PERMITTED
    with pytest.raises(UnusableInput) as unknown:
        services.preparations.remembered.of("NOWHERE", "activity")
    assert unknown.value.code is ErrorCode.UNKNOWN_LABORATORY
