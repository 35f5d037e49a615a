-- Activities of a published year are frozen, for everybody, until an administrator reopens it.
CREATE FUNCTION public.published_after_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM public.refuse_published(array_agg(lab_id), array_agg(year))
    FROM (
        SELECT DISTINCT lab_id, year FROM removed
    ) AS touched
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;
CREATE TRIGGER published_delete AFTER DELETE ON public.activities
    REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.published_after_delete();
