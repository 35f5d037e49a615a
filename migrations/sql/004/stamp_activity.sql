-- Fills in who enters an activity where the row does not say; who says somebody else is refused by
-- check_activity_stamps. Imports give it themselves, and so pay for no trigger per row.
CREATE FUNCTION public.stamp_activity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    NEW.created_by := authz.me();
    RETURN NEW;
END
$$;
CREATE TRIGGER stamp_insert BEFORE INSERT ON public.activities
    FOR EACH ROW WHEN (NEW.created_by IS NULL) EXECUTE FUNCTION public.stamp_activity();
