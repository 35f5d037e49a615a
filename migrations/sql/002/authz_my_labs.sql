-- The laboratories in which the person behind the login has at least a role. Policies call it once
-- per statement: USING (lab_id = ANY ((SELECT authz.my_labs('viewer'))::uuid[])).
CREATE FUNCTION authz.my_labs(at_least text) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    WITH ranks (role, rank) AS (
        VALUES ('viewer', 0), ('lab_member', 1), ('lab_manager', 2), ('admin', 3)
    ), granted AS (
        SELECT r.lab_id
        FROM public.user_roles AS r
        JOIN public.users AS u ON u.id = r.user_id
        JOIN ranks AS has ON has.role = r.role
        JOIN ranks AS needs ON needs.role = at_least
        WHERE u.db_role = session_user::text AND u.active AND has.rank >= needs.rank
    )
    SELECT coalesce(array_agg(lab_id), '{}')
    FROM (
        SELECT lab_id FROM granted WHERE lab_id IS NOT NULL
        UNION
        SELECT l.id FROM public.laboratories AS l WHERE EXISTS (SELECT FROM granted WHERE lab_id IS NULL)
    ) AS labs
$$;
