-- The one entry of an import, written at its commit: the job with its file's hash and its counts,
-- and the activities that are really there. The rows themselves are kept in import_rows.
CREATE FUNCTION public.audit_import() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO public.audit_logs (user_id, action, entity, entity_id, lab_id, import_job_id, after)
    SELECT j.uploader_id, 'import', 'import_jobs', j.id::text, j.lab_id, j.id,
        to_jsonb(j) || (
            SELECT jsonb_build_object(
                'activities', count(*), 'activities_co2e_kg', coalesce(sum(a.co2e_kg), 0)
            )
            FROM public.import_rows AS r
            JOIN public.activities AS a ON a.import_row_id = r.id
            WHERE r.import_job_id = j.id
        )
    FROM public.import_jobs AS j
    WHERE j.id = NEW.id;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER audit_import AFTER INSERT ON public.import_jobs
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION public.audit_import();
