-- The imports that this transaction has begun and not settled: what belongs to them is in neither
-- results nor log yet.
CREATE FUNCTION public.pending_imports() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT coalesce(array_agg(j.id), '{}') FROM public.import_jobs AS j
    WHERE j.xact = pg_current_xact_id_if_assigned() AND NOT j.settled
$$;
