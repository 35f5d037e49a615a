-- Moves what a statement changed: first a row for every place (and a lock on it, in order), then
-- the differences, then rows that stand for nothing any more go. What belongs to an import that is
-- not settled was never in them.
-- A row's import is looked up by the row alone, and planned anew each time: what the planner knows of
-- rows that this transaction wrote may be nothing.
CREATE OR REPLACE FUNCTION public.results_after_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
    pending uuid[] := public.pending_imports();
BEGIN
    INSERT INTO public.results AS r (lab_id, year, activity_type, category)
    SELECT lab_id, year, activity_type, category FROM added
    UNION
    SELECT lab_id, year, activity_type, category FROM removed
    ORDER BY lab_id, year, activity_type, category
    ON CONFLICT (lab_id, year, activity_type, category) DO UPDATE SET computed_at = now();
    UPDATE public.results AS r SET
        co2e_kg = r.co2e_kg + d.co2e_kg,
        activity_count = r.activity_count + d.activities,
        missing_count = r.missing_count + d.missing
    FROM (
        SELECT lab_id, year, activity_type, category, sum(sign * coalesce(co2e_kg, 0)) AS co2e_kg,
            sum(sign) AS activities,
            coalesce(sum(sign) FILTER (WHERE co2e_kg IS NULL), 0) AS missing
        FROM (
            SELECT lab_id, year, activity_type, category, co2e_kg, import_row_id, 1 AS sign
            FROM added
            UNION ALL
            SELECT lab_id, year, activity_type, category, co2e_kg, import_row_id, -1 FROM removed
        ) AS a
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
