-- Takes what a statement removed out of the results, and rows that stand for nothing any more; what
-- belongs to an import that is not settled was never in them.
CREATE FUNCTION public.results_after_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
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
        WHERE pending = '{}' OR NOT EXISTS (
            SELECT FROM public.import_rows AS i
            WHERE i.id = a.import_row_id AND i.import_job_id = ANY (pending)
        )
        GROUP BY lab_id, year, activity_type, category
    ) AS d
    WHERE (r.lab_id, r.year, r.activity_type, r.category)
        = (d.lab_id, d.year, d.activity_type, d.category);
    DELETE FROM public.results AS r
    WHERE r.activity_count = 0 AND r.lab_id IN (SELECT d.lab_id FROM removed AS d);
    RETURN NULL;
END
$$;
CREATE TRIGGER results_delete AFTER DELETE ON public.activities
    REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.results_after_delete();
