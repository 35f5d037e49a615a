-- Adds what a statement brought to the results, in order; imports are added when they settle.
-- A row's import is looked up by the row alone, and planned anew each time: what the planner knows of
-- rows that this transaction wrote may be nothing.
CREATE OR REPLACE FUNCTION public.results_after_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
    pending uuid[] := public.pending_imports();
BEGIN
    INSERT INTO public.results AS r
        (lab_id, year, activity_type, category, co2e_kg, activity_count, missing_count)
    SELECT lab_id, year, activity_type, category,
        coalesce(sum(co2e_kg), 0), count(*), count(*) FILTER (WHERE co2e_kg IS NULL)
    FROM added AS a
    WHERE pending = '{}' OR coalesce((
        SELECT i.import_job_id FROM public.import_rows AS i WHERE i.id = a.import_row_id
    ) <> ALL (pending), true)
    GROUP BY lab_id, year, activity_type, category
    ORDER BY lab_id, year, activity_type, category
    ON CONFLICT (lab_id, year, activity_type, category) DO UPDATE SET
        co2e_kg = r.co2e_kg + excluded.co2e_kg,
        activity_count = r.activity_count + excluded.activity_count,
        missing_count = r.missing_count + excluded.missing_count,
        computed_at = now();
    RETURN NULL;
END
$$;
