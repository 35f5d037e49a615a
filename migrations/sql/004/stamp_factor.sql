-- Every change of a factor counts its version up.
CREATE FUNCTION public.stamp_factor() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    NEW.created_at := OLD.created_at;
    NEW.updated_at := now();
    NEW.version := OLD.version + 1;
    RETURN NEW;
END
$$;
CREATE TRIGGER stamp BEFORE UPDATE ON public.emission_factors
    FOR EACH ROW EXECUTE FUNCTION public.stamp_factor();
