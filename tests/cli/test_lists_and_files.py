"""Lists, exports, templates, packs and conversions from the terminal."""

import csv
from decimal import Decimal

import openpyxl
import pytest
from pypdf import PdfReader

from co2desk.domain.amount_texts import kilograms
from co2desk.importing.kinds.registry import KINDS
from tests.cli.conftest import DEMO, FINANCE, Run


def test_that_inspect_tells_everything_of_the_contract(co2desk: Run):
    found = co2desk("inspect", FINANCE, "--json")
    assert found.code == 0
    document = found.json
    assert set(document) >= {
        "path", "sha256", "format", "encoding", "delimiter", "quote", "escape", "decimal_mark",
        "sheets", "sheet", "header_row", "columns", "kind", "rows", "confidence",
    }  # fmt: skip
    assert (document["encoding"], document["delimiter"], document["decimal_mark"]) == (
        "cp1252", ";", ",",
    )  # fmt: skip
    assert (document["kind"], document["rows"], document["header_row"]) == ("activity", 200, 1)
    first = document["columns"][0]
    assert (first["name"], first["letter"], first["field"]) == ("DATE", "A", "date")


def test_that_what_was_detected_can_be_overridden(co2desk: Run):
    found = co2desk("inspect", FINANCE, "--encoding", "latin-1", "--header-row", 3, "--json").json
    assert (found["header_row"], found["rows"]) == (3, 198)


def test_that_laboratories_are_found_without_accents(co2desk: Run):
    found = co2desk("labs", "--search", "demonstration", "--json").json
    assert [lab["code"] for lab in found["labs"]] == ["DEMO-LAB"]
    assert set(found["labs"][0]) == {"code", "name", "faculty", "role"}
    assert "démonstration" in co2desk("labs").out


def test_that_factors_are_searched_and_counted(co2desk: Run):
    found = co2desk("factors", "--search", "electricity swiss", "--json").json
    assert [factor["code"] for factor in found["factors"]] == ["CH-ELECTRICITY"]
    assert found["total"] == 1
    assert Decimal(found["factors"][0]["value"]) == Decimal("0.097")
    assert co2desk("factors", "--limit", 5, "--json").json["total"] > 3000


def test_that_exported_factors_are_loaded_again_without_a_change(co2desk: Run, tmp_path):
    path = tmp_path / "factors.csv"
    assert co2desk("factors", "--export", path).code == 0
    loaded = co2desk("factors", "--import", path, "--json")
    assert loaded.code == 0
    assert (loaded.json["added"], loaded.json["changed"]) == (0, 0)
    assert loaded.json["unchanged"] > 3000


def test_that_a_set_of_factors_is_loaded_whole_or_not_at_all(co2desk: Run, tmp_path):
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    header = "code,name,category,value,unit,valid_from\n"
    good.write_text(header + "T-SAND,Sand,minerals,0.0075,kg,2025-01-01\n")
    bad.write_text(header + "T-CLAY,Clay,minerals,0.1,kg,\nT-ROCK,Rock,minerals,hard,kg,\n")
    tried = co2desk("factors", "--import", good, "--dry-run", "--json")
    assert (tried.code, tried.json["added"]) == (0, 1)
    assert co2desk("factors", "--search", "T-SAND", "--json").json["total"] == 0
    refused = co2desk("factors", "--import", bad, "--json")
    assert refused.code == 1
    assert [(one["row"], one["code"]) for one in refused.json["issues"]] == [(3, "not_a_number")]
    assert co2desk("factors", "--search", "T-CLAY", "--json").json["total"] == 0
    assert co2desk("factors", "--import", good, "--json").json["added"] == 1
    assert co2desk("factors", "--search", "T-SAND", "--json").json["total"] == 1


@pytest.mark.parametrize("unit", ["kg CO2e/kWh", "kgCO2eq / kWh", "kg/kWh", "kg CO₂e per kWh"])
def test_that_the_unit_of_a_factor_may_say_that_it_counts_kilograms(
    co2desk: Run, tmp_path, unit: str
):
    file = tmp_path / "factors.csv"
    file.write_text(f"code,name,category,value,unit\nT-SUN,Sun,electricity,0.04,{unit}\n", "utf-8")
    assert co2desk("factors", "--import", file, "--dry-run", "--json").json["added"] == 1
    file.write_text("code,name,category,value,unit\nT-SUN,Sun,electricity,40,g CO2e/kWh\n", "utf-8")
    refused = co2desk("factors", "--import", file, "--dry-run", "--json").json
    assert [one["code"] for one in refused["issues"]] == ["unknown_unit"]


@pytest.mark.parametrize("command", ["labs", "activities", "factors", "results"])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_that_every_list_is_exported_whole(co2desk: Run, tmp_path, command, suffix):
    path = tmp_path / f"{command}{suffix}"
    told = co2desk(command, "--export", path, "--json")
    assert told.code == 0
    if suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = len(list(csv.reader(file))) - 1
    else:
        rows = openpyxl.load_workbook(path, read_only=True).active.max_row - 1
    assert rows == told.json["rows"] > 0


@pytest.mark.parametrize("command", ["labs", "activities", "factors", "results"])
def test_that_every_list_is_exported_to_pages(co2desk: Run, tmp_path, command):
    path = tmp_path / f"{command}.pdf"
    told = co2desk(command, "--export", path, "--json")
    assert told.code == 0
    assert told.json["rows"] > 0
    pages = [page.extract_text() for page in PdfReader(path).pages]
    assert pages
    assert f"Page {len(pages)}" in pages[-1]
    if command == "results":
        kg = sum(Decimal(row["co2e_kg"]) for row in co2desk("results", "--json").json["results"])
        assert kilograms(kg) in pages[-1].split("Total")[-1]


def test_that_an_export_of_no_known_format_names_those_there_are(co2desk: Run, tmp_path):
    outcome = co2desk("labs", "--export", tmp_path / "labs.odt")
    assert (outcome.code, outcome.out) == (2, "")
    assert ".pdf" in outcome.err


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_that_a_template_is_recognised_as_its_kind(co2desk: Run, tmp_path, kind, language):
    path = tmp_path / "template.xlsx"
    assert co2desk("template", kind, "--out", path, "--lang", language).code == 0
    assert co2desk("inspect", path, "--json").json["kind"] == kind


def test_that_a_template_of_no_kind_is_refused(co2desk: Run, tmp_path):
    assert co2desk("template", "nothing", "--out", tmp_path / "x.xlsx").code == 2
    assert co2desk("template", "fuel", "--out", tmp_path / "x.csv").code == 2
    assert co2desk("template", "fuel", "--out", tmp_path / "x.xlsx", "--lang", "it").code == 2


def test_that_a_pack_knows_laboratories_and_what_was_imported(co2desk: Run, lab, tmp_path):
    pack = tmp_path / "all.co2pack"
    taken = co2desk("pack", "--out", pack, "--lab", lab, "--json")
    assert taken.code == 0
    assert taken.json["factors"] > 3000
    call = ("check", DEMO / "travel.csv", "--pack", pack, "--json")
    assert co2desk(*call, "--lab", lab).json["rows"]["error"] == 1
    assert co2desk(*call, "--lab", "NOWHERE").code == 2
    pack.write_bytes(b"no pack")
    assert co2desk(*call, "--lab", lab).code == 2


def test_that_many_files_are_converted_and_a_bad_one_stops_nothing(co2desk: Run, tmp_path):
    files = []
    for number in range(30):
        files.append(tmp_path / f"file-{number}.csv")
        files[-1].write_bytes(f'name;note\n"Müller; {number}";"x"\n'.encode("cp1252"))
    out = tmp_path / "out"
    done = co2desk("convert", *files, tmp_path / "missing.csv", "--out-dir", out)
    assert done.code == 1
    assert len(done.out.splitlines()) == 31
    assert len(list(out.iterdir())) == 30
    with (out / "file-7.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [["name", "note"], ["Müller; 7", "x"]]


def test_that_an_annotated_copy_is_imported_again(co2desk: Run, tmp_path):
    copy = tmp_path / "copy.xlsx"
    first = co2desk("check", DEMO / "fuel.xlsx", "--year", 2025, "--annotated", copy, "--json").json
    again = co2desk("check", copy, "--year", 2025, "--json").json
    assert again["rows"] == first["rows"]
    assert again["activities"] == first["activities"]


def test_that_a_mapping_names_columns_and_words(co2desk: Run, tmp_path):
    file, mapping = tmp_path / "gas.csv", tmp_path / "mapping.json"
    file.write_text("Bezugsart,Grösse,Menge\nErdgas Nord,kWh,1200\n", encoding="utf-8")
    mapping.write_text(
        '{"kind": "fuel", "columns": {"Bezugsart": "name", "B": "unit", "Menge": "quantity"},'
        ' "values": {"name": {"Erdgas Nord": "natural_gas"}}}'
    )
    checked = co2desk("check", file, "--year", 2025, "--mapping", mapping, "--json")
    assert checked.code == 0
    assert Decimal(checked.json["co2e_kg"]) == Decimal("288")
