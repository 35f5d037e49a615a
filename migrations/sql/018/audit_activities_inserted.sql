-- Activities of an import that is not settled are in its one entry; all others have one each. The
-- import of each is looked up by the identity of its row: a join may go through all rows of all
-- imports for each block of one, for the planner has no statistics of what nobody has seen yet.
CREATE FUNCTION public.audit_activities_inserted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
    pending uuid[] := public.pending_imports();
BEGIN
    INSERT INTO public.audit_logs (user_id, action, entity, entity_id, lab_id, import_job_id, after)
    SELECT a.created_by, 'insert', 'activities', a.id::text, a.lab_id, job.id, to_jsonb(a)
    FROM added AS a
    CROSS JOIN LATERAL (
        -- OFFSET 0 has it looked up once, and not again for each place that names it.
        SELECT (
            SELECT i.import_job_id FROM public.import_rows AS i WHERE i.id = a.import_row_id
        ) AS id OFFSET 0
    ) AS job
    WHERE job.id IS NULL OR job.id <> ALL (pending);
    RETURN NULL;
END
$$;
