-- Which tables are audited by the general functions, and by which columns a row is named.

CREATE TRIGGER audit_insert AFTER INSERT ON public.users REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('id');

CREATE TRIGGER audit_delete AFTER DELETE ON public.users REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');

CREATE TRIGGER audit_update AFTER UPDATE ON public.users
    FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');

CREATE TRIGGER audit_insert AFTER INSERT ON public.user_roles REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('user_id', 'lab_id');

CREATE TRIGGER audit_delete AFTER DELETE ON public.user_roles REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('user_id', 'lab_id');

CREATE TRIGGER audit_update AFTER UPDATE ON public.user_roles
    FOR EACH ROW EXECUTE FUNCTION public.audit_updated('user_id', 'lab_id');

CREATE TRIGGER audit_insert AFTER INSERT ON public.laboratories REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('id');

CREATE TRIGGER audit_delete AFTER DELETE ON public.laboratories REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');

CREATE TRIGGER audit_update AFTER UPDATE ON public.laboratories
    FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');

CREATE TRIGGER audit_insert AFTER INSERT ON public.published_years REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('lab_id', 'year');

CREATE TRIGGER audit_delete AFTER DELETE ON public.published_years REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('lab_id', 'year');

CREATE TRIGGER audit_update AFTER UPDATE ON public.published_years
    FOR EACH ROW EXECUTE FUNCTION public.audit_updated('lab_id', 'year');

CREATE TRIGGER audit_insert AFTER INSERT ON public.emission_factors REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('id');

CREATE TRIGGER audit_delete AFTER DELETE ON public.emission_factors REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');

CREATE TRIGGER audit_update AFTER UPDATE ON public.emission_factors
    FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');

CREATE TRIGGER audit_insert AFTER INSERT ON public.travel_factors REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('id');

CREATE TRIGGER audit_delete AFTER DELETE ON public.travel_factors REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');

CREATE TRIGGER audit_update AFTER UPDATE ON public.travel_factors
    FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');

CREATE TRIGGER audit_insert AFTER INSERT ON public.energy_factors REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('id');

CREATE TRIGGER audit_delete AFTER DELETE ON public.energy_factors REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');

CREATE TRIGGER audit_update AFTER UPDATE ON public.energy_factors
    FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');

CREATE TRIGGER audit_insert AFTER INSERT ON public.purchase_factors REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('id');

CREATE TRIGGER audit_delete AFTER DELETE ON public.purchase_factors REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');

CREATE TRIGGER audit_update AFTER UPDATE ON public.purchase_factors
    FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');

CREATE TRIGGER audit_insert AFTER INSERT ON public.custom_factors REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('id');

CREATE TRIGGER audit_delete AFTER DELETE ON public.custom_factors REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');

CREATE TRIGGER audit_update AFTER UPDATE ON public.custom_factors
    FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');

CREATE TRIGGER audit_insert AFTER INSERT ON public.exchange_rates REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('currency', 'year');

CREATE TRIGGER audit_delete AFTER DELETE ON public.exchange_rates REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('currency', 'year');

CREATE TRIGGER audit_update AFTER UPDATE ON public.exchange_rates
    FOR EACH ROW EXECUTE FUNCTION public.audit_updated('currency', 'year');

CREATE TRIGGER audit_insert AFTER INSERT ON public.schema_compat REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('single_row');

CREATE TRIGGER audit_delete AFTER DELETE ON public.schema_compat REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('single_row');

CREATE TRIGGER audit_update AFTER UPDATE ON public.schema_compat
    FOR EACH ROW EXECUTE FUNCTION public.audit_updated('single_row');

CREATE TRIGGER audit_delete AFTER DELETE ON public.import_jobs REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');

-- What the transaction of the import itself does to the job is in the import's entry.
CREATE TRIGGER audit_update AFTER UPDATE ON public.import_jobs
    FOR EACH ROW WHEN (OLD.xact IS DISTINCT FROM pg_current_xact_id())
    EXECUTE FUNCTION public.audit_updated('id');

CREATE TRIGGER audit_update AFTER UPDATE ON public.import_rows
    FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');

CREATE TRIGGER audit_update AFTER UPDATE ON public.activities
    FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');
