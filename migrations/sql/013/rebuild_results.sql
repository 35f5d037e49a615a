-- Computes all results anew; returns how many rows were not what they should have been.
CREATE FUNCTION public.rebuild_results() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    pending uuid[] := public.pending_imports();
    wrong bigint;
BEGIN
    LOCK TABLE public.activities IN SHARE MODE;
    WITH truth AS (
        SELECT lab_id, year, activity_type, category, coalesce(sum(co2e_kg), 0) AS co2e_kg,
            count(*) AS activity_count, count(*) FILTER (WHERE co2e_kg IS NULL) AS missing_count
        FROM public.activities AS a
        WHERE pending = '{}' OR NOT EXISTS (
            SELECT FROM public.import_rows AS i
            WHERE i.id = a.import_row_id AND i.import_job_id = ANY (pending)
        )
        GROUP BY lab_id, year, activity_type, category
    ), gone AS (
        DELETE FROM public.results AS r
        WHERE NOT EXISTS (
            SELECT FROM truth AS t
            WHERE (t.lab_id, t.year, t.activity_type, t.category)
                = (r.lab_id, r.year, r.activity_type, r.category)
        )
        RETURNING 1
    ), mended AS (
        INSERT INTO public.results AS r
            (lab_id, year, activity_type, category, co2e_kg, activity_count, missing_count)
        SELECT * FROM truth
        ON CONFLICT (lab_id, year, activity_type, category) DO UPDATE SET
            co2e_kg = excluded.co2e_kg,
            activity_count = excluded.activity_count,
            missing_count = excluded.missing_count,
            computed_at = now()
        WHERE (r.co2e_kg, r.activity_count, r.missing_count)
            IS DISTINCT FROM (excluded.co2e_kg, excluded.activity_count, excluded.missing_count)
        RETURNING 1
    )
    SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM mended) INTO wrong;
    RETURN wrong;
END
$$;
GRANT EXECUTE ON FUNCTION public.rebuild_results() TO co2calculator_admin;
