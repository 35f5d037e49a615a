-- The person behind the login. session_user cannot be forged by SET ROLE or by any setting.
CREATE FUNCTION authz.me() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT u.id FROM public.users AS u WHERE u.db_role = session_user::text AND u.active
$$;
