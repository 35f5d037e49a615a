-- Rows that arrive with their import are in its one entry; whoever adds to an older one is named.
CREATE FUNCTION public.audit_rows_inserted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    pending uuid[] := public.pending_imports();
BEGIN
    INSERT INTO public.audit_logs (user_id, action, entity, entity_id, lab_id, import_job_id, after)
    SELECT authz.me(), 'insert', 'import_rows', r.id::text, r.lab_id, r.import_job_id, to_jsonb(r)
    FROM added AS r
    WHERE r.import_job_id <> ALL (pending);
    RETURN NULL;
END
$$;
CREATE TRIGGER audit_insert AFTER INSERT ON public.import_rows
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_rows_inserted();
