"""What a file holds beside its table, and what was not asked, is said in words."""

from pathlib import Path

from openpyxl import Workbook

from tests.cli.conftest import Run


def _broken(folder: Path) -> Path:
    path = folder / "fuels.csv"
    path.write_bytes(
        "name;unit;quantity;note\nErdgas;kWh;5;Genève\n".encode() + b"Erdgas;kWh;7;Z\xfcrich\n"
    )
    return path


def test_that_a_line_in_another_encoding_is_named_with_the_candidates(
    program: Run, tmp_path: Path
) -> None:
    path = _broken(tmp_path)
    shown = program("inspect", path)
    assert "lines 3 were read as Windows-1252" in shown.out
    assert "Zürich" in shown.out
    found = program("inspect", path, "--json").json
    assert found["notes"] == {"other_encoding": "3"}
    lines = {one["encoding"]: one["lines"] for one in found["encodings"]}
    assert any("Zürich" in line for line in lines["cp1252"])
    assert "utf-8" not in lines
    checked = program("check", path, "--json").json
    assert checked["notes"] == {"other_encoding": "3"}
    assert "Windows-1252" in program("check", path).out


def test_that_merged_cells_and_hidden_sheets_are_told(program: Run, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Fuels"],
        ["name", "unit", "quantity"],
        ["Erdgas", "kWh", 5],
        ["Erdgas", "kWh", 7],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    hidden = book.create_sheet("Old figures")
    hidden.append(["a"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "fuels.xlsx")
    shown = program("inspect", tmp_path / "fuels.xlsx").out
    assert "Merged cells: A1:C1." in shown
    assert "Old figures" in shown


def test_that_a_laboratory_nobody_was_asked_about_is_called_unverified(
    program: Run, tmp_path: Path
) -> None:
    path = _broken(tmp_path)
    checked = program("check", path, "--lab", "LAB-X", "--json").json
    assert (checked["lab"], checked["lab_verified"]) == ("LAB-X", False)
    assert "LAB-X was not verified" in program("check", path, "--lab", "LAB-X").out
    assert "not verified" not in program("check", path).out


def test_that_the_persons_own_file_is_never_overwritten(program: Run, tmp_path: Path) -> None:
    path = _broken(tmp_path)
    before = path.read_bytes()
    refused = program("check", path, "--annotated", tmp_path / "." / path.name)
    assert (refused.code, path.read_bytes()) == (2, before)
    assert "your own file" in refused.err
    wrong = program("check", path, "--annotated", tmp_path / "copy.xlsx")
    assert wrong.code == 2
    assert "must end in .csv" in wrong.err
    assert not (tmp_path / "copy.xlsx").exists()


def test_that_a_choice_that_cannot_be_is_refused_with_what_can(
    program: Run, tmp_path: Path
) -> None:
    path = _broken(tmp_path)
    assert "(. ,)" in program("check", path, "--decimal-mark", "x").err
    assert "(0–3)" in program("inspect", path, "--header-row", "99").err
    (tmp_path / "tabs.txt").write_text("name\tunit\nErdgas\tkWh\n", encoding="utf-8")
    found = program("inspect", tmp_path / "tabs.txt", "--delimiter", "\\t", "--json").json
    assert found["delimiter"] == "\t"
