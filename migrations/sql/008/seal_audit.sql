-- Seals what the log has gained; returns the number of the last seal. Every transaction that has
-- taken a number holds the table until its end: behind the lock no lower number can appear later.
CREATE FUNCTION public.seal_audit(batch integer DEFAULT 50000) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    last_seal public.audit_seals;
    boundary bigint;
    found_entries bigint;
BEGIN
    LOCK TABLE public.audit_seals IN EXCLUSIVE MODE;
    LOCK TABLE public.audit_logs IN SHARE MODE;
    SELECT * INTO last_seal FROM public.audit_seals ORDER BY n DESC LIMIT 1;
    IF NOT FOUND THEN
        last_seal.n := 0;
        last_seal.up_to := 0;
        last_seal.hash := decode(repeat('00', 32), 'hex');
    END IF;
    LOOP
        SELECT max(id), count(*) INTO boundary, found_entries
        FROM (
            SELECT id FROM public.audit_logs WHERE id > last_seal.up_to ORDER BY id LIMIT batch
        ) AS next_entries;
        EXIT WHEN found_entries = 0;
        INSERT INTO public.audit_seals (n, up_to, entries, hash, previous_hash)
        VALUES (
            last_seal.n + 1, boundary, found_entries,
            public.audit_digest(last_seal.up_to, boundary, last_seal.hash), last_seal.hash
        )
        RETURNING * INTO last_seal;
    END LOOP;
    RETURN last_seal.n;
END
$$;
GRANT EXECUTE ON FUNCTION public.seal_audit(integer) TO co2calculator_app, co2calculator_admin;
