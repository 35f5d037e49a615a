-- What happened to one row, newest first, for whoever may see its laboratory.
CREATE FUNCTION public.audit_trail(of_entity text, of_id text) RETURNS SETOF public.audit_logs
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT l.*
    FROM public.audit_logs AS l
    WHERE l.entity = of_entity AND l.entity_id = of_id
        AND (
            l.lab_id = ANY ((SELECT authz.my_labs('viewer'))::uuid[])
            OR pg_has_role(session_user, 'co2calculator_admin', 'MEMBER')
        )
    ORDER BY l.id DESC
    LIMIT 1000
$$;
GRANT EXECUTE ON FUNCTION public.audit_trail(text, text) TO co2calculator_app, co2calculator_admin;
