"""The main job from end to end: a file as finance sends it, to the laboratory's CO2e and back."""

from decimal import Decimal

import pytest

from tests.cli.conftest import DEMO, FINANCE, Run


def places(document):
    return [(one["row"], one["letter"], one["column"], one["code"]) for one in document["issues"]]


WRONG = [
    (48, "A", "DATE", "not_a_date"),
    (97, "E", "QUANTITY", "not_a_number"),
    (151, "G", "FACTOR_CODE", "unknown_factor"),
]


def test_that_check_names_exactly_the_three_wrong_rows(program: Run):
    checked = program("check", FINANCE, "--year", 2025, "--json")
    assert checked.code == 1
    assert checked.err == ""
    assert places(checked.json) == WRONG
    assert all(
        issue["message"] and issue["severity"] == "error" for issue in checked.json["issues"]
    )
    assert checked.json["rows"] == {
        "total": 200, "valid": 197, "warning": 0, "error": 3, "unfilled": 0, "skipped": 0,
    }  # fmt: skip
    assert len(checked.json["activities"]) == 197
    assert isinstance(checked.json["co2e_kg"], str)


def test_that_valid_rows_are_committed_once_and_can_be_taken_out_again(
    program: Run, co2desk: Run, lab: str
):
    call = ("import", FINANCE, "--lab", lab, "--year", 2025, "--json")

    refused = co2desk(*call)
    assert refused.code == 1
    assert refused.json["status"] == "refused"
    assert refused.json["import_job_id"] is None
    assert places(refused.json) == WRONG
    assert co2desk("activities", "--lab", lab, "--json").json == {"activities": [], "total": 0}

    imported = program(*call, "--valid-only")
    assert imported.code == 1
    document = imported.json
    assert (document["status"], document["rows_total"]) == ("completed", 200)
    assert (document["rows_valid"], document["rows_error"]) == (197, 3)
    job_id = document["import_job_id"]

    results = co2desk("results", "--lab", lab, "--json").json["results"]
    assert sum(Decimal(row["co2e_kg"]) for row in results) == Decimal(document["co2e_kg"])
    assert sum(row["activity_count"] for row in results) == 197
    assert {row["year"] for row in results} == {2025}

    again = co2desk(*call, "--valid-only")
    assert again.code == 2
    assert again.json["error"]["code"] == "file_already_imported"
    assert job_id in again.err
    assert len(again.err.strip().splitlines()) == 1

    undone = co2desk("undo", job_id, "--json")
    assert undone.code == 0
    assert undone.json == {"removed": 197, "kept": []}
    assert co2desk("results", "--lab", lab, "--json").json == {"results": []}
    jobs = co2desk("imports", "--lab", lab, "--json").json["imports"]
    assert [(job["import_job_id"], job["status"]) for job in jobs] == [(job_id, "undone")]


def test_that_the_same_file_goes_in_again_only_where_it_is_asked_for(co2desk: Run, lab: str):
    call = ("import", DEMO / "activities-2024.csv", "--lab", lab, "--year", 2024, "--json")
    assert co2desk(*call).code == 0
    assert co2desk(*call).code == 2
    again = co2desk(*call, "--again")
    assert again.code == 0
    assert again.json["rows_valid"] == 178
    assert co2desk("activities", "--lab", lab, "--limit", 1, "--json").json["total"] == 356


def test_that_a_dry_run_writes_nothing(co2desk: Run, lab: str):
    tried = co2desk("import", DEMO / "activities-2024.csv", "--lab", lab, "--dry-run", "--json")
    assert tried.code == 0
    assert (tried.json["status"], tried.json["import_job_id"]) == ("dry_run", None)
    assert co2desk("imports", "--lab", lab, "--json").json == {"imports": []}


def test_that_figures_are_the_published_ones(co2desk: Run, tmp_path):
    flight = tmp_path / "flight.csv"
    flight.write_text("origin_iata,destination_iata,cabin_class\nGVA,CDG,economy\n")
    [trip] = co2desk("check", flight, "--year", 2025, "--json").json["activities"]
    assert Decimal(trip["quantity"]) == pytest.approx(Decimal(503), abs=1)
    assert Decimal(trip["co2e_kg"]) == pytest.approx(Decimal("197.3"), abs=Decimal("0.5"))

    fuel = tmp_path / "fuel.csv"
    fuel.write_text("name,unit,quantity\nnatural_gas,kWh,1200\npropane,kg,10\n")
    checked = co2desk("check", fuel, "--year", 2025, "--json")
    assert checked.code == 1
    [gas] = checked.json["activities"]
    assert Decimal(gas["co2e_kg"]) == Decimal("288.00")
    assert [(one["row"], one["code"]) for one in checked.json["issues"]] == [(3, "no_factor")]


def test_that_propane_goes_in_without_co2e_where_the_person_says_so(co2desk: Run, lab, tmp_path):
    fuel = tmp_path / "fuel.csv"
    fuel.write_text("name,unit,quantity\npropane,kg,10\n")
    done = co2desk("import", fuel, "--lab", lab, "--year", 2025, "--allow-no-factor", "--json")
    assert done.code == 0
    [row] = co2desk("results", "--lab", lab, "--json").json["results"]
    assert (Decimal(row["co2e_kg"]), row["missing_count"]) == (0, 1)
    [activity] = co2desk("activities", "--lab", lab, "--json").json["activities"]
    assert activity["co2e_kg"] is None


def test_that_an_unknown_airport_is_an_error_of_its_row(co2desk: Run):
    checked = co2desk("check", DEMO / "travel.csv", "--year", 2025, "--json")
    errors = [one for one in checked.json["issues"] if one["severity"] == "error"]
    assert [(one["row"], one["code"]) for one in errors] == [(9, "unknown_airport")]


def test_that_human_output_is_a_table_and_a_summary(co2desk: Run):
    checked = co2desk("check", FINANCE, "--year", 2025)
    assert checked.code == 1
    assert "31.02.2025" in checked.out
    assert "197 valid" in checked.out
    assert checked.err == ""
