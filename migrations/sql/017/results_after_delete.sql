-- Takes what a statement removed out of the results, and rows that stand for nothing any more; what
-- belongs to an import that is not settled was never in them.
-- A row's import is looked up by the row alone, and planned anew each time: what the planner knows of
-- rows that this transaction wrote may be nothing.
CREATE OR REPLACE FUNCTION public.results_after_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
    pending uuid[] := public.pending_imports();
BEGIN
    PERFORM FROM public.results AS r
    WHERE (r.lab_id, r.year, r.activity_type, r.category) IN
        (SELECT d.lab_id, d.year, d.activity_type, d.category FROM removed AS d)
    ORDER BY r.lab_id, r.year, r.activity_type, r.category
    FOR UPDATE;
    UPDATE public.results AS r SET
        co2e_kg = r.co2e_kg - d.co2e_kg,
        activity_count = r.activity_count - d.activities,
        missing_count = r.missing_count - d.missing,
        computed_at = now()
    FROM (
        SELECT lab_id, year, activity_type, category, coalesce(sum(co2e_kg), 0) AS co2e_kg,
            count(*) AS activities, count(*) FILTER (WHERE co2e_kg IS NULL) AS missing
        FROM removed AS a
        WHERE pending = '{}' OR coalesce((
            SELECT i.import_job_id FROM public.import_rows AS i WHERE i.id = a.import_row_id
        ) <> ALL (pending), true)
        GROUP BY lab_id, year, activity_type, category
    ) AS d
    WHERE (r.lab_id, r.year, r.activity_type, r.category)
        = (d.lab_id, d.year, d.activity_type, d.category);
    DELETE FROM public.results AS r
    WHERE r.activity_count = 0 AND r.lab_id IN (SELECT d.lab_id FROM removed AS d);
    RETURN NULL;
END
$$;
