-- What an import brought is added to the results at its commit, in one statement and in order: two
-- imports of a laboratory never wait for one another while they write, and never crosswise. Its one
-- entry in the log says so: the job with its file's hash and its counts, and the activities that
-- are really there. From then on the job is like any other, even within the same transaction.
CREATE OR REPLACE FUNCTION public.settle_import() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
    job public.import_jobs;
    pending boolean;
    summary jsonb;
BEGIN
    SELECT * INTO job FROM public.import_jobs WHERE id = NEW.id;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    pending := job.xact = pg_current_xact_id() AND NOT job.settled;
    WITH sums AS MATERIALIZED (
        SELECT a.lab_id, a.year, a.activity_type, a.category,
            coalesce(sum(a.co2e_kg), 0) AS co2e_kg, count(*) AS activities,
            count(*) FILTER (WHERE a.co2e_kg IS NULL) AS missing
        FROM public.import_rows AS r
        CROSS JOIN LATERAL (
            SELECT * FROM public.activities WHERE import_row_id = r.id
            OFFSET 0
        ) AS a
        WHERE r.import_job_id = job.id
        GROUP BY a.lab_id, a.year, a.activity_type, a.category
    ), added AS (
        INSERT INTO public.results AS r
            (lab_id, year, activity_type, category, co2e_kg, activity_count, missing_count)
        SELECT * FROM sums WHERE pending ORDER BY lab_id, year, activity_type, category
        ON CONFLICT (lab_id, year, activity_type, category) DO UPDATE SET
            co2e_kg = r.co2e_kg + excluded.co2e_kg,
            activity_count = r.activity_count + excluded.activity_count,
            missing_count = r.missing_count + excluded.missing_count,
            computed_at = now()
    )
    SELECT jsonb_build_object(
        'activities', coalesce(sum(activities), 0), 'activities_co2e_kg', coalesce(sum(co2e_kg), 0)
    ) INTO summary FROM sums;
    UPDATE public.import_jobs SET settled = true WHERE id = job.id AND NOT settled;
    job.settled := true;
    INSERT INTO public.audit_logs (user_id, action, entity, entity_id, lab_id, import_job_id, after)
    VALUES (job.uploader_id, 'import', 'import_jobs', job.id::text, job.lab_id, job.id,
        to_jsonb(job) || summary);
    RETURN NULL;
END
$$;
