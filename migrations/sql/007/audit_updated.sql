-- One entry with the row before and after for every row changed. The arguments name the key.
CREATE FUNCTION public.audit_updated() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    was jsonb := to_jsonb(OLD) - 'search';
    is_now jsonb := to_jsonb(NEW) - 'search';
BEGIN
    IF was = is_now THEN
        RETURN NULL;
    END IF;
    INSERT INTO public.audit_logs
        (user_id, action, entity, entity_id, lab_id, import_job_id, before, after)
    VALUES (
        authz.me(), 'update', TG_TABLE_NAME,
        (SELECT string_agg(was ->> key, '/') FROM unnest(TG_ARGV) AS key),
        coalesce(was ->> 'lab_id', CASE TG_TABLE_NAME WHEN 'laboratories' THEN was ->> 'id' END)::uuid,
        coalesce(was ->> 'import_job_id', CASE TG_TABLE_NAME WHEN 'import_jobs' THEN was ->> 'id' END)::uuid,
        was, is_now
    );
    RETURN NULL;
END
$$;
