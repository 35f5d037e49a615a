-- Whether the person behind the login has a role in every laboratory, those to come among them.
CREATE FUNCTION authz.sees_all() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM public.user_roles AS r
        JOIN public.users AS u ON u.id = r.user_id
        WHERE u.db_role = session_user::text AND u.active AND r.lab_id IS NULL
    )
$$;
