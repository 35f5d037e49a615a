"""What the rows of each kind of file mean as activities."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from co2desk.domain.activity import ActivityType, NewActivity
from co2desk.domain.distance import great_circle_km
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.ids import LabId
from co2desk.domain.issue import IssueCode
from co2desk.domain.reference import Laboratory, Reference
from co2desk.domain.roles import Role
from co2desk.importing.checked import CheckChoices, RowState
from co2desk.importing.factor_set import check_factors
from co2desk.importing.kinds.process_gas import gas_name
from co2desk.importing.kinds.train import charged_country
from tests.importing.tables import CHOICES, check, codes, only_row, table

_PURCHASE = "name;total_spent_amount;currency;purchase_institutional_code;purchase_additional_code"
_EQUIPMENT = (
    "equipment_id;name;equipment_class;active_usage_hours_per_week;"
    "standby_usage_hours_per_week;active_power_w;standby_power_w"
)


def _activity(text: str, reference: Reference, choices: CheckChoices = CHOICES) -> NewActivity:
    row = only_row(text, reference, choices)
    assert row.activity is not None, row.issues
    return row.activity


def _with_factors(reference: Reference, *factors: EmissionFactor) -> Reference:
    return replace(reference, factors={**reference.factors, **{one.code: one for one in factors}})


# flight


@pytest.mark.parametrize(
    ("cabin", "factor", "warned"),
    [
        ("economy", "PLANE-LONG-ECONOMY", False),
        ("", "PLANE-LONG-ECONOMY", True),
        ("Premium Economy", "PLANE-LONG-BUSINESS", True),
        ("Classe affaires", "PLANE-LONG-BUSINESS", False),
        ("Erste Klasse", "PLANE-LONG-FIRST", False),
    ],
)
def test_that_a_cabin_has_its_factor_or_says_which_it_takes(
    reference: Reference, cabin: str, factor: str, *, warned: bool
) -> None:
    row = only_row(f"origin_iata;destination_iata;cabin_class\nZRH;JFK;{cabin}", reference)
    assert row.activity is not None
    assert row.activity.factor_code == factor
    assert [code for _, _, code in codes(row)] == ([IssueCode.CABIN_FALLBACK] if warned else [])


def test_that_trips_multiply_the_way_with_its_detour(reference: Reference) -> None:
    one = _activity("origin_iata;destination_iata;cabin_class\nGVA;CDG;y", reference)
    four = _activity("from;to;class;trips\ngva;cdg;eco;4", reference)
    assert four.quantity == 4 * one.quantity
    assert four.attributes["number_of_trips"] == "4"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("GVA;QQQ;y;1", IssueCode.UNKNOWN_AIRPORT),
        ("GVA;GVA;y;1", IssueCode.SAME_ORIGIN_AND_DESTINATION),
        ("GVA;CDG;y;0", IssueCode.NUMBER_OUT_OF_RANGE),
        ("GVA;CDG;y;1.5", IssueCode.NUMBER_OUT_OF_RANGE),
        ("GVA;CDG;hammock;1", IssueCode.UNKNOWN_CHOICE),
        (";CDG;y;1", IssueCode.MISSING_VALUE),
    ],
)
def test_that_a_wrong_flight_says_why(reference: Reference, row: str, code: IssueCode) -> None:
    text = f"origin_iata;destination_iata;cabin_class;number_of_trips;user\n{row};x"
    assert [found for _, _, found in codes(only_row(text, reference))] == [code]


def test_that_a_city_is_no_airport_but_suggests_its_only_one(reference: Reference) -> None:
    (issue,) = only_row("origin;destination;class\nGeneva;CDG;y", reference).issues
    assert issue.params["suggestion"] == "GVA"


# train


@pytest.mark.parametrize(
    ("origin", "destination", "charged"),
    [("CH", "CH", "CH"), ("CH", "FR", "FR"), ("FR", "CH", "FR"), ("DE", "FR", "FR")],
)
def test_that_a_trip_is_charged_to_the_end_abroad(
    origin: str, destination: str, charged: str
) -> None:
    assert charged_country(origin, destination) == charged


def test_that_a_train_goes_a_fifth_farther_than_the_great_circle(reference: Reference) -> None:
    activity = _activity(
        "Origine;Pays d'origine;Destination;Pays de destination;Nombre de trajets\n"
        "Genève;Suisse;Paris Gare de Lyon;France;2",
        reference,
    )
    geneva, paris = reference.stations["geneve"][0], reference.stations["paris"][0]
    great_circle = great_circle_km(
        geneva.latitude, geneva.longitude, paris.latitude, paris.longitude
    )
    assert activity.quantity == great_circle * Decimal("2.4")
    assert (activity.factor_code, activity.unit) == ("TRAIN-FR", "passenger*km")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Lyon;FR;Nowhere-sur-Rien;FR", IssueCode.UNKNOWN_STATION),
        ("Lyon;FR;Villeneuve;FR", IssueCode.AMBIGUOUS_STATION),
        ("Lyon;FR;Lyon Part-Dieu;FR", IssueCode.SAME_ORIGIN_AND_DESTINATION),
        ("Madrid;ES;Barcelona;ES", IssueCode.NO_FACTOR),
        ("Lyon;Ruritania;Bern;CH", IssueCode.UNKNOWN_CHOICE),
    ],
)
def test_that_a_wrong_train_says_why(reference: Reference, row: str, code: IssueCode) -> None:
    header = "origin_name;origin_country_code;destination_name;destination_country_code"
    assert [found for _, _, found in codes(only_row(f"{header}\n{row}", reference))] == [code]


def test_that_a_candidate_of_an_ambiguous_place_can_be_copied_as_the_answer(
    reference: Reference,
) -> None:
    header = "origin_name;origin_country_code;destination_name;destination_country_code"
    (issue,) = only_row(f"{header}\nLyon;FR;Villeneuve;FR", reference).issues
    answer = issue.params["candidates"].split("; ")[0]
    assert only_row(f"{header}\nLyon;FR;{answer};FR", reference).state is RowState.VALID


# process gas


@pytest.mark.parametrize(
    ("written", "gas"),
    [
        ("R-134a", "r134a"),
        ("HFC-134a", "r134a"),
        ("Lachgas", "n2o"),
        ("protoxyde d'azote", "n2o"),
        ("CO2", "co2"),
        ("SF₆", "sf6"),
        ("Methan", "ch4"),
        ("R 410 A", "r410a"),
    ],
)
def test_that_a_gas_is_known_by_its_names(written: str, gas: str) -> None:
    assert gas_name(written) == gas


def test_that_gas_counts_with_its_warming_potential(reference: Reference) -> None:
    activity = _activity("Gaz;Réfrigérant;Quantité (kg)\nréfrigérants;R-134a;2,5", reference)
    assert (activity.co2e_kg, activity.category) == (Decimal("3250.0000"), "process_gas")


def test_that_grams_of_gas_are_not_taken_for_kilograms(reference: Reference) -> None:
    activity = _activity("category;quantity;unit\nSF6;500;g", reference)
    assert activity.co2e_kg == Decimal("11750.0000")


def test_that_an_unknown_gas_has_no_factor(reference: Reference) -> None:
    row = only_row("category;subcategory;quantity\nrefrigerant;R999;1", reference)
    assert [code for _, _, code in codes(row)] == [IssueCode.NO_FACTOR]


# equipment


def test_that_hours_and_power_make_a_year_of_energy(reference: Reference) -> None:
    activity = _activity(f"{_EQUIPMENT}\nE1;Freezer;freezer;100;68;500;100", reference)
    assert activity.quantity == Decimal("2953.6")  # (100 x 500 + 68 x 100) x 52 / 1000
    assert (activity.unit, activity.factor_code) == ("kWh", "CH-ELECTRICITY")


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("E1;Oven;oven;100;68.5;1;1", (IssueCode.HOURS_EXCEED_WEEK, "D")),
        ("E1;Oven;oven;10;;;", (IssueCode.MISSING_VALUE, "F")),
        ("E1;Oven;oven;169;;5;", (IssueCode.NUMBER_OUT_OF_RANGE, "D")),
        ("E1;Oven;;10;;5;", (IssueCode.MISSING_VALUE, "C")),
    ],
)
def test_that_wrong_equipment_says_why(
    reference: Reference, row: str, found: tuple[IssueCode, str]
) -> None:
    issues = only_row(f"{_EQUIPMENT}\n{row}", reference).issues
    assert [(issue.code, issue.letter) for issue in issues] == [found]


def test_that_listed_equipment_without_hours_is_unfilled(reference: Reference) -> None:
    lines = "\n".join(f"E{n};Oven;oven;;;1000;" for n in range(51))
    counts = check(f"{_EQUIPMENT}\n{lines}", reference).counts
    assert (counts.unfilled, counts.error) == (51, 0)


def test_that_own_factors_go_first_and_national_sets_last(reference: Reference) -> None:
    text = "date;activity_type;category;quantity;unit\n2025-01-01;energy;heat;10;kWh"
    lab = Laboratory(LabId(UUID(int=1)), "LAB-A", "Ours", role=Role.LAB_MANAGER)
    choices = CheckChoices(year=2025, lab_code="LAB-A")
    shared = EmissionFactor("HEAT", FactorType.ENERGY, "Heat", "heat", "", Decimal("0.2"), "kWh")
    national = replace(shared, code="UKGOV-HEAT")
    own = replace(shared, code="ROOF", lab_id=lab.id)
    known: list[EmissionFactor] = []
    for factor in (national, shared, own):
        known.append(factor)
        world = replace(_with_factors(reference, *known), laboratories={"lab-a": lab})
        assert _activity(text, world, choices).factor_code == factor.code


# purchase, cloud


def test_that_money_is_exchanged_at_the_rate_of_the_reporting_year(reference: Reference) -> None:
    activity = _activity(f"{_PURCHASE}\nSoy;100;CHF;111110;", reference)
    rate = reference.rates["USD", 2025].per_eur / reference.rates["CHF", 2025].per_eur
    assert activity.quantity == (100 * rate).quantize(Decimal("0.0001"))
    assert activity.unit == "USD"
    assert activity.attributes["exchange_rate"] == f"{rate:.6f}"
    assert activity.attributes["total_spent_amount"] == "100"


def test_that_the_additional_code_goes_before_the_institutional_one(reference: Reference) -> None:
    activity = _activity(f"{_PURCHASE}\nSoy;100;USD;111110;111130", reference)
    assert activity.factor_code == "USEPA-SC-111130"


def test_that_a_code_can_be_given_its_factor_once_and_for_all(reference: Reference) -> None:
    text = f"{_PURCHASE}\nSoy;100;USD;K-77;"
    assert [code for _, _, code in codes(only_row(text, reference))] == [IssueCode.NO_FACTOR]
    answer = CheckChoices(
        year=2025, values={("purchase_institutional_code", "K-77"): "USEPA-SC-111110"}
    )
    assert _activity(text, reference, answer).co2e_kg == Decimal("53.2000")
    remembering = replace(
        reference, value_mappings={("purchase_institutional_code", "k 77"): "USEPA-SC-111110"}
    )
    assert _activity(text, remembering).co2e_kg == Decimal("53.2000")


def test_that_a_currency_without_a_rate_is_no_guess(reference: Reference) -> None:
    row = only_row(f"{_PURCHASE}\nSoy;100;XAU;111110;", reference)
    assert codes(row) == [(2, "C", IssueCode.UNKNOWN_CURRENCY)]


def test_that_cloud_services_are_counted_in_euros(reference: Reference) -> None:
    activity = _activity("service_type;provider;spent_amount\ncompute;AWS;100", reference)
    assert (activity.co2e_kg, activity.unit) == (Decimal("25.9000"), "EUR")
    assert activity.activity_type is ActivityType.SERVICE


# ai, facility


@pytest.mark.parametrize(
    ("written", "requests"),
    [
        ("1_5", "705"),
        ("1-5 times per day", "705"),
        ("5–20", "2937.5"),
        ("20 bis 100 mal pro Tag", "14100"),
        (">100", "23500"),
        ("plus de 100 fois par jour", "23500"),
    ],
)
def test_that_a_habit_is_a_number_of_requests_a_year(
    reference: Reference, written: str, requests: str
) -> None:
    text = f"provider;usage_type;requests_per_user_per_day;fte_count\nX;text;{written};1"
    assert _activity(text, reference).quantity == Decimal(requests)


def test_that_less_than_100_is_not_more_than_100(reference: Reference) -> None:
    text = "provider;usage_type;requests_per_user_per_day;fte_count\nX;text;<100;1"
    assert [code for _, _, code in codes(only_row(text, reference))] == [IssueCode.UNKNOWN_CHOICE]


def test_that_80_percent_of_a_person_is_0_8(reference: Reference) -> None:
    text = "provider;usage_type;requests_per_user_per_day;fte_count\nX;code;gt_100;80 %"
    assert _activity(text, reference).quantity == 18800


def test_that_a_facility_is_found_by_its_id_name_or_type(reference: Reference) -> None:
    factor = EmissionFactor(
        "FAC-1", FactorType.CUSTOM, "Microscopy", "facility", "F-7", Decimal(2), "h"
    )
    text = "researchfacility_id;researchfacility_name;use;use_unit\n{};Microscopy;90;min"
    for written in ("f-7", "other"):
        activity = _activity(text.format(written), _with_factors(reference, factor))
        assert activity.co2e_kg == 3


# factor


_FACTORS = (
    "code;name;category;value;unit;valid_from;valid_to\n"
    "NAC-1;Chemistry;spend;0,4321;EUR;01.01.2025;31.12.2025\n"
    "AI-X;Requests;ai;7.5E-06;request;;\n"
)


def test_that_a_set_of_factors_is_refused_as_activities(reference: Reference) -> None:
    with pytest.raises(UnusableInput) as caught:
        check(_FACTORS, reference)
    assert caught.value.code is ErrorCode.FACTORS_NOT_ACTIVITIES


def test_that_a_set_of_factors_is_read_exactly(reference: Reference) -> None:
    first, second = check_factors(table(_FACTORS), CHOICES, reference).factors
    assert (first.value, first.valid_to) == (Decimal("0.4321"), date(2025, 12, 31))
    assert (first.factor_type, first.purchase_code) == (FactorType.PURCHASE, "NAC-1")
    assert second.value == Decimal("0.0000075")


def test_that_a_wrong_factor_says_why(reference: Reference) -> None:
    text = _FACTORS + "NAC-1;Again;spend;1;EUR;;\nB;B;b;1;EUR;2025-02-01;2025-01-01\nC;C;c;x;Fass;;"
    found = check_factors(table(text), CHOICES, reference)
    assert codes(found.checked.rows) == [
        (4, "A", IssueCode.DUPLICATE_IN_FILE),
        (5, "G", IssueCode.PERIOD_REVERSED),
        (6, "D", IssueCode.NOT_A_NUMBER),
        (6, "E", IssueCode.UNKNOWN_UNIT),
    ]
    assert (len(found.factors), found.checked.counts.error) == (2, 3)
