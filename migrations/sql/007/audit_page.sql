-- A page of the log, newest first, for administrators; null and '' mean: all.
CREATE FUNCTION public.audit_page(
    lab uuid, who text, of_entity text, of_id text, words text,
    since timestamptz, until timestamptz, before_id bigint, at_most integer
) RETURNS SETOF public.audit_logs
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT l.*
    FROM public.audit_logs AS l
    WHERE (lab IS NULL OR l.lab_id = lab)
        AND (who = '' OR l.db_role = who OR l.user_id IN (
            SELECT u.id FROM public.users AS u
            WHERE strpos(lower(public.f_unaccent(u.display_name)), lower(public.f_unaccent(who))) > 0))
        AND (of_entity = '' OR l.entity = of_entity)
        AND (of_id = '' OR l.entity_id = of_id)
        AND (words = '' OR strpos(
            lower(public.f_unaccent(concat_ws(' ', l.before::text, l.after::text))),
            lower(public.f_unaccent(words))) > 0)
        AND (since IS NULL OR l.at >= since)
        AND (until IS NULL OR l.at < until)
        AND (before_id IS NULL OR l.id < before_id)
    ORDER BY l.id DESC
    LIMIT least(at_most, 10000)
$$;
GRANT EXECUTE ON FUNCTION
    public.audit_page(uuid, text, text, text, text, timestamptz, timestamptz, bigint, integer)
    TO co2calculator_admin;
