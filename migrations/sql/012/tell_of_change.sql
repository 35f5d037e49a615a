-- Tells whoever listens that something changed: a hint to look again, and no more than that, for
-- anybody can send one. Equal hints of one transaction arrive as one.
CREATE FUNCTION public.tell_of_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM pg_notify('co2desk_changes', TG_TABLE_NAME);
    RETURN NULL;
END
$$;
CREATE TRIGGER tell_of_change AFTER INSERT OR UPDATE OR DELETE ON public.activities
    FOR EACH STATEMENT EXECUTE FUNCTION public.tell_of_change();
CREATE TRIGGER tell_of_change AFTER INSERT OR UPDATE OR DELETE ON public.import_jobs
    FOR EACH STATEMENT EXECUTE FUNCTION public.tell_of_change();
CREATE TRIGGER tell_of_change AFTER INSERT OR UPDATE OR DELETE ON public.laboratories
    FOR EACH STATEMENT EXECUTE FUNCTION public.tell_of_change();
CREATE TRIGGER tell_of_change AFTER INSERT OR UPDATE OR DELETE ON public.emission_factors
    FOR EACH STATEMENT EXECUTE FUNCTION public.tell_of_change();
