"""Every CHECK of the schema refuses what it is there to refuse, by plain SQL."""

from collections.abc import Callable

import psycopg
import pytest
from psycopg import sql

from co2desk.database import provision
from co2desk.database.errors import translated
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from tests.postgres import DatabaseForTest

U = "00000000-0000-4000-8000-000000000001"
L = "00000000-0000-4000-8000-00000000000a"
F = "00000000-0000-4000-8000-00000000000f"
J = "00000000-0000-4000-8000-00000000000d"
BASE = f"""
INSERT INTO users (id, display_name) VALUES ('{U}', 'Ada');
INSERT INTO laboratories (id, code, name) VALUES ('{L}', 'LAB', 'Lab');
INSERT INTO emission_factors (id, code, name, unit, value, factor_type)
    VALUES ('{F}', 'GAS', 'Gas', 'kWh', 1, 'energy');
INSERT INTO travel_factors (id) VALUES ('{F}');
INSERT INTO energy_factors (id) VALUES ('{F}');
INSERT INTO purchase_factors (id) VALUES ('{F}');
INSERT INTO custom_factors (id) VALUES ('{F}');
INSERT INTO import_jobs (id, lab_id, filename) VALUES ('{J}', '{L}', 'a.csv');
INSERT INTO import_rows (import_job_id, lab_id, row_number, raw_data, status)
    VALUES ('{J}', '{L}', 2, '{{}}', 'valid');
INSERT INTO activities (lab_id, activity_type, quantity, unit, date, co2e_source, co2e_kg)
    VALUES ('{L}', 'energy', 1, 'kWh', '2024-01-01', 'override', 1);
INSERT INTO user_roles (user_id, lab_id, role) VALUES ('{U}', '{L}', 'viewer');
INSERT INTO exchange_rates VALUES ('CHF', 2024, 1, '');
INSERT INTO published_years (lab_id, year) VALUES ('{L}', 2020);
INSERT INTO column_mappings VALUES ('{L}', 'fuel', 'a', 'b');
INSERT INTO value_mappings VALUES ('{L}', 'fuel', 'a', 'b', 'c');
SELECT seal_audit();
"""
# What hides or reorders text, and text that only looks the same.
UNCLEAN = ("a\x01b", "a\nb", "a\x7fb", "a\u0085b", "\u202eb", "a\u2066b", "a\u200fb", "a\ufeffb",
           "a\u2028b", "e\u0301")  # fmt: skip
LARGE, HUGE = ('{"a": "%s"}' % ("x" * size) for size in (1 << 20, 1 << 24))
# constraint: (table, column, values that it refuses); a text column refuses UNCLEAN besides.
REFUSED: dict[str, tuple[str, str, tuple[object, ...]]] = {
    "ck_users_roles_known": ("users", "roles", (["owner"], [])),
    "ck_user_roles_role_known": ("user_roles", "role", ("owner", "")),
    "ck_user_roles_admin_everywhere": ("user_roles", "role", ("admin",)),
    "ck_laboratories_members_bounded": ("laboratories", "members", ([None], ["1"] * 2001)),
    "ck_laboratories_members_short": ("laboratories", "members", (["9" * 6000] * 8,)),
    "ck_laboratories_archived_at_plausible": (
        "laboratories", "archived_at", ("infinity", "-infinity", "20000-01-01", "1989-01-01")),
    "ck_published_years_year_plausible": ("published_years", "year", (1989, 2101)),
    "ck_import_jobs_status_known": ("import_jobs", "status", ("done", "")),
    "ck_import_jobs_counts_add_up": ("import_jobs", "rows_valid", (1, -1)),
    "ck_import_jobs_co2e_kg_plausible": ("import_jobs", "co2e_kg", ("NaN", "-1")),
    "ck_import_jobs_file_sha256_hex": ("import_jobs", "file_sha256", ("x" * 64, "ab")),
    "ck_import_jobs_column_mapping_object": ("import_jobs", "column_mapping", ("[]", "1")),
    "ck_import_jobs_completed_after_created": (
        "import_jobs", "completed_at", ("2000-01-01", "-infinity")),
    "ck_import_jobs_completed_at_plausible": (
        "import_jobs", "completed_at", ("infinity", "20000-01-01")),
    "ck_import_jobs_column_mapping_bounded": ("import_jobs", "column_mapping", (LARGE,)),
    "ck_import_jobs_reporting_year_plausible": ("import_jobs", "reporting_year", (0, 9999)),
    "ck_import_rows_status_known": ("import_rows", "status", ("ok", "")),
    "ck_import_rows_row_number_positive": ("import_rows", "row_number", (0, -1)),
    "ck_import_rows_fingerprint_length": ("import_rows", "fingerprint", (b"", b"x" * 31)),
    "ck_import_rows_raw_data_object": ("import_rows", "raw_data", ("[]", '"a"')),
    "ck_import_rows_raw_data_bounded": ("import_rows", "raw_data", (HUGE,)),
    "ck_import_rows_errors_bounded": ("import_rows", "validation_errors", (f"[{HUGE}]",)),
    "ck_import_rows_errors_array": ("import_rows", "validation_errors", ("{}", "null")),
    "ck_activities_activity_type_known": ("activities", "activity_type", ("sport", "")),
    "ck_activities_co2e_source_known": ("activities", "co2e_source", ("guess", "")),
    "ck_activities_quantity_plausible": (
        "activities", "quantity", ("NaN", "-0.0001", "10000000000")),
    "ck_activities_co2e_kg_plausible": ("activities", "co2e_kg", ("NaN", "-1")),
    "ck_activities_factor_plausible": ("activities", "factor_value", ("NaN", "-1")),
    "ck_activities_missing_has_no_co2e": ("activities", "co2e_source", ("missing",)),
    "ck_activities_factor_is_known": ("activities", "co2e_source", ("factor",)),
    "ck_activities_attributes_object": ("activities", "attributes", ("[]",)),
    "ck_activities_attributes_bounded": ("activities", "attributes", (LARGE,)),
    "ck_activities_version_bounded": ("activities", "version", (0, -1, 2147483647)),
    "ck_activities_clean": ("activities", "category", UNCLEAN),
    "ck_activities_note_clean": ("activities", "note", ("\u202e", "e\u0301", "n" * 2001)),
    "ck_activities_date_plausible": (
        "activities", "date", ("1989-12-31", "2101-01-01", "0001-01-01 BC")),
    "ck_emission_factors_factor_type_known": ("emission_factors", "factor_type", ("other",)),
    "ck_emission_factors_value_plausible": ("emission_factors", "value", ("NaN", "-1")),
    "ck_emission_factors_valid_from_plausible": (
        "emission_factors", "valid_from", ("-infinity", "1989-01-01")),
    "ck_emission_factors_valid_to_plausible": (
        "emission_factors", "valid_to", ("infinity", "2101-01-01")),
    "ck_emission_factors_valid_in_order": (
        "emission_factors", "(valid_from, valid_to)", (("2024-02-01", "2024-01-01"),)),
    "ck_travel_factors_haul_known": ("travel_factors", "haul", ("far",)),
    "ck_energy_factors_heating_value_known": ("energy_factors", "heating_value", ("low",)),
    "ck_purchase_factors_currency_code": ("purchase_factors", "currency", ("chf", "CH")),
    "ck_results_counts_add_up": ("results", "missing_count", (2, -1)),
    "ck_audit_seals_n_positive": ("audit_seals", "n", (0,)),
    "ck_audit_seals_hash_length": ("audit_seals", "hash", (b"x",)),
    "ck_audit_seals_previous_hash_length": ("audit_seals", "previous_hash", (b"",)),
    "ck_exchange_rates_currency_code": ("exchange_rates", "currency", ("chf", "C1F")),
    "ck_exchange_rates_per_eur_plausible": ("exchange_rates", "per_eur", ("0", "NaN", "-1")),
    "ck_exchange_rates_year_plausible": ("exchange_rates", "year", (1989,)),
    "ck_schema_compat_only_one": ("schema_compat", "single_row", (False,)),
    "ck_schema_compat_min_client_version": ("schema_compat", "min_client", ("", "new", "1.")),
    "ck_schema_compat_max_client_version": ("schema_compat", "max_client", ("new", "1.")),
}  # fmt: skip
FILLED = {("users", "display_name"), ("laboratories", "code"), ("laboratories", "name"),
          ("emission_factors", "code"), ("emission_factors", "name"), ("emission_factors", "unit"),
          ("column_mappings", "header")}  # fmt: skip


@pytest.fixture(scope="module")
def filled(shared_database: DatabaseForTest) -> DatabaseForTest:
    """One row in every table."""
    shared_database.execute(BASE)
    return shared_database


@pytest.fixture
def connection(filled: DatabaseForTest) -> psycopg.Connection[tuple[object, ...]]:
    made = provision.connected(filled.superuser)
    # Triggers would get in the way of the constraint that is asked.
    made.execute("SET session_replication_role = replica")
    return made


def checks(filled: DatabaseForTest) -> dict[str, tuple[str, str]]:
    """Every CHECK by name, with its table and text."""
    found = filled.execute(
        """SELECT conname, conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint
           WHERE contype = 'c' AND connamespace = 'public'::regnamespace"""
    )
    return {str(name): (str(table), str(said)) for name, table, said in found}


def clean_checks(filled: DatabaseForTest) -> dict[str, tuple[str, str]]:
    """The checks of clean text, with their table and column."""
    return {
        name: (table, name.removeprefix(f"ck_{table}_").removesuffix("_clean"))
        for name, (table, _) in checks(filled).items()
        if name.endswith("_clean") and name not in REFUSED
    }


def refusal(
    connection: psycopg.Connection[tuple[object, ...]], table: str, column: str, value: object
) -> str:
    """Set a column to a value, take it back, and return the constraint that objected."""
    target = sql.SQL(column) if column.startswith("(") else sql.Identifier(column)  # type: ignore[arg-type]
    given = "ROW(%s, %s)" if isinstance(value, tuple) else "%s"
    query = sql.SQL("UPDATE {} SET {} = " + given).format(sql.Identifier(table), target)  # type: ignore[arg-type]
    values = value if isinstance(value, tuple) else (value,)
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(query, values)
    except psycopg.errors.CheckViolation as error:
        return error.diag.constraint_name or ""
    return "nothing"


def test_that_every_check_has_a_value_it_refuses(
    filled: DatabaseForTest, told: Callable[[str], None]
) -> None:
    assert set(checks(filled)) == set(REFUSED) | set(clean_checks(filled))
    values = sum(len(values) for _, _, values in REFUSED.values())
    texts = len(UNCLEAN) * len(clean_checks(filled))
    told(f"{values} values and {texts} texts are tried against {len(checks(filled))} checks")


@pytest.mark.parametrize("name", REFUSED)
def test_that_it_refuses(connection: psycopg.Connection[tuple[object, ...]], name: str) -> None:
    table, column, values = REFUSED[name]
    with connection:
        for value in values:
            objected = refusal(connection, table, column, value)
            # Constraints are asked in the order of their names; another may speak first.
            assert objected == name or (
                name == "ck_activities_co2e_kg_plausible" and objected != "nothing"
            ), (value, objected)


def test_that_hidden_and_reordering_characters_are_refused_in_every_text(
    filled: DatabaseForTest, connection: psycopg.Connection[tuple[object, ...]]
) -> None:
    with connection:
        wanted = clean_checks(filled)
        assert len(wanted) >= 20
        for name, (table, column) in wanted.items():
            empty = ("",) if (table, column) in FILLED else ()
            for value in (*UNCLEAN, *empty):
                assert refusal(connection, table, column, value) == name, (name, value)


def test_that_sums_never_become_nan(filled: DatabaseForTest) -> None:
    numeric = filled.execute(
        """SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
           WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
               AND a.atttypid = 'numeric'::regtype AND NOT a.attisdropped"""
    )
    # `results` is written by triggers from checked columns alone.
    assert {f"ck_{table}_{column}" for table, column in numeric if table != "results"} == {
        "ck_activities_quantity", "ck_activities_co2e_kg", "ck_activities_factor_value",
        "ck_emission_factors_value", "ck_import_jobs_co2e_kg", "ck_exchange_rates_per_eur",
    }  # fmt: skip
    with provision.connected(filled.superuser) as connection:
        for table, column in numeric:
            if table != "results":
                assert refusal(connection, str(table), str(column), "NaN") != "nothing"


def test_that_a_note_may_have_lines(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    with connection:
        assert refusal(connection, "activities", "note", "one\ntwo\tthree") == "nothing"


@pytest.mark.parametrize("day", ["infinity", "-infinity"])
def test_that_no_activity_is_at_the_end_of_time(
    connection: psycopg.Connection[tuple[object, ...]], day: str
) -> None:
    # The generated year objects even before the CHECK does.
    with connection, pytest.raises(psycopg.errors.FeatureNotSupported):
        refusal(connection, "activities", "date", day)


@pytest.mark.parametrize(
    ("table", "column"), [("laboratories", "archived_at"), ("import_jobs", "completed_at")]
)
def test_that_a_moment_of_a_wrong_clock_is_called_that(
    connection: psycopg.Connection[tuple[object, ...]], table: str, column: str
) -> None:
    query = sql.SQL("UPDATE {} SET {} = '2150-01-01 00:00Z'").format(
        sql.Identifier(table), sql.Identifier(column)
    )
    with connection, pytest.raises(DatabaseProblem) as caught, translated("db"):
        connection.execute(query)
    assert caught.value.code is ErrorCode.CLOCK_WRONG
