-- Raises where a row of a laboratory and year that is published was touched.
CREATE FUNCTION public.refuse_published(labs uuid[], years integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    frozen record;
BEGIN
    -- Whoever publishes waits for this lock, and so for the end of this transaction.
    PERFORM FROM public.laboratories WHERE id = ANY (labs) ORDER BY id FOR KEY SHARE;
    SELECT l.code, p.year INTO frozen
    FROM unnest(labs, years) AS touched (lab_id, year)
    JOIN public.published_years AS p USING (lab_id, year)
    JOIN public.laboratories AS l ON l.id = p.lab_id
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'the year is published' USING
            ERRCODE = 'CD001',
            DETAIL = jsonb_build_object('lab', frozen.code, 'year', frozen.year);
    END IF;
END
$$;
