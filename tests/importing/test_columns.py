"""Columns recognised by their headers, whatever language and spelling."""

import time

import pytest

from co2desk.importing.columns import recognise
from co2desk.importing.marks import PROBLEMS
from tests.importing.tables import table, table_of


def _columns(header: str, kind: str | None = None, row: str = "") -> dict[int, str]:
    names = header.split(";")
    rows = [row.split(";")] if row else []
    return dict(recognise(table_of(names, rows), kind).columns)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("QUANTITY", "quantity"),
        ("Quantité", "quantity"),
        ("quantite", "quantity"),
        ("Quantity [kWh]", "quantity"),
        ("Quantity (kWh)", "quantity"),
        ("Menge", "quantity"),
        ("Qty.", "quantity"),
        ("factor-code", "factor_code"),
        ("Factor Code", "factor_code"),
        ("factor_code *", "factor_code"),
        ("Emissionsfaktor", "factor_code"),
        ("Emissionsfaktoren", "factor_code"),
        ("Datum", "date"),
        ("Date de facture", "date"),
        ("Einheit", "unit"),
        ("Unité", "unit"),
        ("Unit of measure", "unit"),
        ("unit_institutional_id", "lab_code"),
        ("KG_CO2EQ", "kg_co2eq"),
        ("Bemerkungen", "note"),
        ("Sous-catégorie", "subcategory"),
        ("Sub Category", "subcategory"),
        ("Quantitty", "quantity"),
        ("Kategorien", "category"),
    ],
)
def test_that_a_header_is_known_in_its_spellings(header: str, field: str) -> None:
    assert _columns(header, "activity") == {0: field}


@pytest.mark.parametrize(
    ("header", "kind", "field"),
    [
        ("Personalnummer", "flight", "user_institutional_id"),
        ("Matricule", "train", "user_institutional_id"),
        ("Beschreibung Warengruppe", "purchase", "purchase_institutional_description"),
    ],
)
def test_that_titles_of_agencies_and_of_finance_are_known(
    header: str, kind: str, field: str
) -> None:
    assert _columns(header, kind) == {0: field}


@pytest.mark.parametrize(
    "header",
    [
        "Unit price",
        "Prix unitaire",
        "Date of birth",
        "Centre de coûts",
        "Cost centre",
        "Supplier name",
        "Kostenstelle",
        "Update",
        "Quantity status",
        "Numéro de facture",
        "Project",
        "",
        PROBLEMS["fr"],
    ],
)
def test_that_a_header_of_something_else_is_left_alone(header: str) -> None:
    assert _columns(header, "activity") == {}


def test_that_each_field_is_taken_once_by_the_better_match() -> None:
    assert _columns("Total quantities;Quantity;Menge", "activity") == {1: "quantity"}


def test_that_a_remembered_header_goes_before_all_others() -> None:
    source = table("Grösse;Menge;Einheit\n1;2;kWh")
    remembered = {"fuel": {"GRÖSSE": "quantity", "Stoff": "name"}}
    assert dict(recognise(source, "fuel", remembered).columns) == {0: "quantity", 2: "unit"}


def test_that_a_date_is_recognised_by_its_content_alone() -> None:
    header = "When;activity_type;quantity;unit"
    assert _columns(header, "activity", "12.03.2025;energy;5;kWh")[0] == "date"
    assert 0 not in _columns(header, "activity", "one day;energy;5;kWh")


def test_that_missing_fields_are_named() -> None:
    found = recognise(table("name;unit\npellets;kg"), "fuel")
    assert found.missing == ("quantity",)


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("origin_iata;destination_iata", "flight"),
        ("origin_name;origin_country_code;destination_name;destination_country_code", "train"),
        ("name;unit;quantity", "fuel"),
        ("category;subcategory;quantity", "process_gas"),
        ("date;activity_type;category;quantity;unit", "activity"),
        ("code;name;category;value;unit", "factor"),
        ("colour;shape", ""),
        ("", ""),
        ("a;b;c;d;e;f", ""),
    ],
)
def test_that_the_kind_is_recognised_from_the_headers(header: str, kind: str) -> None:
    assert recognise(table_of(header.split(";"), [])).kind == kind


def test_that_an_exact_header_is_surer_than_a_similar_one() -> None:
    found = recognise(table("Quantity;Quantitty;Unit\n1;2;3"), "activity")
    similar = recognise(table("Quantitty;Unit\n2;3"), "activity")
    assert found.confidence[0] == 1
    assert 0.5 < similar.confidence[0] < 0.95


def test_that_a_table_wider_than_any_of_ours_is_recognised_within_a_moment() -> None:
    header = [f"value {number}" for number in range(10_000)]
    header[3], header[4], header[9_999] = "Nom", "Einheit", "quantity"
    begin = time.process_time()
    found = recognise(table_of(header, [["1"] * len(header)]))
    assert found.columns == {3: "name", 4: "unit", 9_999: "quantity"}
    assert time.process_time() - begin < 10
