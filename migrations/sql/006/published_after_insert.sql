-- Activities of a published year are frozen, for everybody, until an administrator reopens it.
CREATE FUNCTION public.published_after_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM public.refuse_published(array_agg(lab_id), array_agg(year))
    FROM (
        SELECT DISTINCT lab_id, year FROM added
    ) AS touched
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;
CREATE TRIGGER published_insert AFTER INSERT ON public.activities
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.published_after_insert();
