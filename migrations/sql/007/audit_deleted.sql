-- One entry with the whole row for every row deleted. The arguments name the key's columns.
CREATE FUNCTION public.audit_deleted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO public.audit_logs (user_id, action, entity, entity_id, lab_id, before)
    SELECT authz.me(), 'delete', TG_TABLE_NAME,
        (SELECT string_agg(image ->> key, '/') FROM unnest(TG_ARGV) AS key),
        coalesce(image ->> 'lab_id', CASE TG_TABLE_NAME WHEN 'laboratories' THEN image ->> 'id' END)::uuid,
        image
    FROM (SELECT to_jsonb(r) - 'search' AS image FROM removed AS r) AS images;
    RETURN NULL;
END
$$;
