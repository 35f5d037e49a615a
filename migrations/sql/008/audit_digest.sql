-- The hash of the entries after one id up to another, chained to the hash before.
CREATE FUNCTION public.audit_digest(after_id bigint, up_to bigint, previous bytea) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET TimeZone = 'UTC'
    SET DateStyle = 'ISO, YMD'
AS $$
    SELECT sha256(previous || convert_to(coalesce(string_agg(
        jsonb_build_array(
            id, at::text, transaction::text, user_id, db_role, action, entity, entity_id, lab_id,
            import_job_id, before, after, application
        )::text, E'\n' ORDER BY id), ''), 'UTF8'))
    FROM public.audit_logs
    WHERE id > after_id AND id <= up_to
$$;
