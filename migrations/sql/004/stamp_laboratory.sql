-- Who made a laboratory; every change counts its version up.
CREATE FUNCTION public.stamp_laboratory() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.created_by := authz.me();
        NEW.version := 1;
    ELSE
        NEW.created_by := OLD.created_by;
        NEW.created_at := OLD.created_at;
        NEW.updated_at := now();
        NEW.version := OLD.version + 1;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.laboratories
    FOR EACH ROW EXECUTE FUNCTION public.stamp_laboratory();
