-- Computes every seal again: its number, and whether the log and the chain still fit it.
CREATE FUNCTION public.verify_audit() RETURNS TABLE (seal integer, sealed bigint, intact boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT s.n, s.entries,
        s.n = 1 + coalesce(p.n, 0)
        AND s.previous_hash = coalesce(p.hash, decode(repeat('00', 32), 'hex'))
        AND s.hash = public.audit_digest(coalesce(p.up_to, 0), s.up_to, s.previous_hash)
    FROM public.audit_seals AS s
    LEFT JOIN LATERAL (
        SELECT e.n, e.hash, e.up_to FROM public.audit_seals AS e
        WHERE e.n < s.n ORDER BY e.n DESC LIMIT 1
    ) AS p ON true
    ORDER BY s.n
$$;
GRANT EXECUTE ON FUNCTION public.verify_audit() TO co2calculator_app, co2calculator_admin;
