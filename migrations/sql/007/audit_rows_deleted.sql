-- Rows of imports go with their laboratory only: one entry per import says how many.
CREATE FUNCTION public.audit_rows_deleted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO public.audit_logs
        (user_id, action, entity, entity_id, lab_id, import_job_id, before)
    SELECT authz.me(), 'delete', 'import_rows', import_job_id::text, lab_id, import_job_id,
        jsonb_build_object('rows', count(*))
    FROM removed
    GROUP BY import_job_id, lab_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER audit_delete AFTER DELETE ON public.import_rows
    REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_rows_deleted();
