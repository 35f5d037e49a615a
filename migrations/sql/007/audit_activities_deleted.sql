-- Deleted activities are kept whole, with the import they came from.
CREATE FUNCTION public.audit_activities_deleted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    person uuid := authz.me();
BEGIN
    INSERT INTO public.audit_logs (user_id, action, entity, entity_id, lab_id, import_job_id, before)
    SELECT person, 'delete', 'activities', a.id::text, a.lab_id, r.import_job_id, to_jsonb(a)
    FROM removed AS a
    LEFT JOIN public.import_rows AS r ON r.id = a.import_row_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER audit_delete AFTER DELETE ON public.activities
    REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_activities_deleted();
