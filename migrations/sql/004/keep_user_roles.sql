-- users.roles says what a person is at most; it follows user_roles, and no policy asks it.
CREATE FUNCTION public.keep_user_roles() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    person uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.user_id ELSE NEW.user_id END;
BEGIN
    UPDATE public.users AS u
    SET roles = coalesce(
        (SELECT array_agg(DISTINCT r.role::text) FROM public.user_roles AS r WHERE r.user_id = u.id),
        '{viewer}'
    )
    WHERE u.id = person;
    RETURN NULL;
END
$$;
CREATE TRIGGER keep_roles AFTER INSERT OR UPDATE OR DELETE ON public.user_roles
    FOR EACH ROW EXECUTE FUNCTION public.keep_user_roles();
