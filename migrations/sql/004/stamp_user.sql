-- When a person's entry was changed.
CREATE FUNCTION public.stamp_user() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    NEW.created_at := OLD.created_at;
    NEW.updated_at := now();
    RETURN NEW;
END
$$;
CREATE TRIGGER stamp BEFORE UPDATE ON public.users
    FOR EACH ROW EXECUTE FUNCTION public.stamp_user();
