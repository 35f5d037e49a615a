-- Every change counts the version up and says who made it; where a row came from never changes.
CREATE FUNCTION public.stamp_activity_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    NEW.id := OLD.id;
    NEW.lab_id := OLD.lab_id;
    NEW.import_row_id := OLD.import_row_id;
    NEW.created_by := OLD.created_by;
    NEW.created_at := OLD.created_at;
    NEW.updated_by := authz.me();
    NEW.updated_at := now();
    NEW.version := OLD.version + 1;
    RETURN NEW;
END
$$;
CREATE TRIGGER stamp_update BEFORE UPDATE ON public.activities
    FOR EACH ROW EXECUTE FUNCTION public.stamp_activity_update();
