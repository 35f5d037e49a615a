-- Activities of an import that is not settled are in its one entry; all others have one each.
CREATE FUNCTION public.audit_activities_inserted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    pending uuid[] := public.pending_imports();
BEGIN
    INSERT INTO public.audit_logs (user_id, action, entity, entity_id, lab_id, import_job_id, after)
    SELECT a.created_by, 'insert', 'activities', a.id::text, a.lab_id, r.import_job_id, to_jsonb(a)
    FROM added AS a
    LEFT JOIN public.import_rows AS r ON r.id = a.import_row_id
    WHERE r.import_job_id IS NULL OR r.import_job_id <> ALL (pending);
    RETURN NULL;
END
$$;
CREATE TRIGGER audit_insert AFTER INSERT ON public.activities
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_activities_inserted();
