-- What each group may touch at all; which rows, the policies say. Nothing for PUBLIC.
GRANT USAGE ON SCHEMA public, authz TO
    co2calculator_app, co2calculator_admin, co2calculator_readonly, co2calculator_backup;
GRANT EXECUTE ON FUNCTION authz.me(), authz.my_labs(text) TO
    co2calculator_owner, co2calculator_app, co2calculator_admin, co2calculator_readonly;
GRANT EXECUTE ON FUNCTION
    public.f_unaccent(text), public.search_words(text), public.search_query(text)
    TO co2calculator_app, co2calculator_admin, co2calculator_readonly, co2calculator_backup;

GRANT SELECT ON
    public.laboratories, public.published_years, public.import_jobs, public.emission_factors,
    public.travel_factors, public.energy_factors, public.purchase_factors, public.custom_factors,
    public.activities, public.results, public.exchange_rates, public.schema_compat,
    public.audit_seals, public.alembic_version
    TO co2calculator_app, co2calculator_admin, co2calculator_readonly;
GRANT SELECT ON public.user_roles, public.import_rows, public.column_mappings, public.value_mappings
    TO co2calculator_app, co2calculator_admin;

-- People: names are for everybody, the rest for administrators. `roles` follows user_roles.
GRANT SELECT (id, display_name) ON public.users TO co2calculator_app, co2calculator_readonly;
GRANT SELECT ON public.users TO co2calculator_admin;
GRANT INSERT (id, sciper, email, display_name, db_role, active) ON public.users TO co2calculator_admin;
GRANT UPDATE (sciper, email, display_name, db_role, active) ON public.users TO co2calculator_admin;
GRANT INSERT (id, user_id, lab_id, role), UPDATE (role), DELETE ON public.user_roles
    TO co2calculator_admin;

-- Laboratories: the code stays what it is except for administrators.
GRANT UPDATE (name, faculty, members, archived_at) ON public.laboratories TO co2calculator_app;
GRANT INSERT (id, code, name, faculty, members, archived_at),
    UPDATE (code, name, faculty, members, archived_at), DELETE
    ON public.laboratories TO co2calculator_admin;
GRANT INSERT (lab_id, year) ON public.published_years TO co2calculator_app, co2calculator_admin;
GRANT DELETE ON public.published_years TO co2calculator_admin;

-- Factors.
GRANT INSERT (id, code, name, category, subcategory, value, unit, source, valid_from, valid_to,
        factor_type),
    UPDATE (code, name, category, subcategory, value, unit, source, valid_from, valid_to), DELETE
    ON public.emission_factors TO co2calculator_app, co2calculator_admin;
GRANT INSERT, UPDATE (justification), DELETE ON public.custom_factors
    TO co2calculator_app, co2calculator_admin;
GRANT INSERT, UPDATE, DELETE ON
    public.travel_factors, public.energy_factors, public.purchase_factors, public.exchange_rates
    TO co2calculator_admin;

-- Imports are never deleted, only undone; they go with their laboratory.
GRANT INSERT (id, lab_id, filename, s3_key, status, rows_total, rows_valid, rows_error, kind,
        reporting_year, file_sha256, column_mapping, co2e_kg, completed_at),
    UPDATE (s3_key, status, rows_total, rows_valid, rows_error, co2e_kg, completed_at)
    ON public.import_jobs TO co2calculator_app, co2calculator_admin;
GRANT INSERT (id, import_job_id, lab_id, row_number, raw_data, validation_errors, status,
        fingerprint),
    UPDATE (raw_data, validation_errors, status, fingerprint)
    ON public.import_rows TO co2calculator_app, co2calculator_admin;

-- Activities never move to another laboratory or import.
GRANT INSERT (id, lab_id, import_row_id, activity_type, category, subcategory, quantity, unit,
        emission_factor_id, co2e_kg, date, note, attributes, co2e_source, factor_value, created_by,
        version),
    UPDATE (activity_type, category, subcategory, quantity, unit, emission_factor_id, co2e_kg, date,
        note, attributes, co2e_source, factor_value), DELETE
    ON public.activities TO co2calculator_app, co2calculator_admin;

GRANT INSERT, UPDATE, DELETE ON public.column_mappings, public.value_mappings
    TO co2calculator_app, co2calculator_admin;
GRANT UPDATE ON public.schema_compat TO co2calculator_admin;
