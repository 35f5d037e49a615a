-- Who publishes. The lock waits for whoever is still writing activities of the laboratory, and
-- whoever comes later finds the year published.
CREATE FUNCTION public.stamp_published_year() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    NEW.published_by := authz.me();
    NEW.published_at := now();
    PERFORM FROM public.laboratories WHERE id = NEW.lab_id FOR UPDATE;
    RETURN NEW;
END
$$;
CREATE TRIGGER stamp BEFORE INSERT ON public.published_years
    FOR EACH ROW EXECUTE FUNCTION public.stamp_published_year();
