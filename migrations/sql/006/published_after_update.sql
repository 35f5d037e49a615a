-- Activities of a published year are frozen, for everybody, until an administrator reopens it.
CREATE FUNCTION public.published_after_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM public.refuse_published(array_agg(lab_id), array_agg(year))
    FROM (
        SELECT lab_id, year FROM added
        UNION SELECT lab_id, year FROM removed
    ) AS touched
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;
CREATE TRIGGER published_update AFTER UPDATE ON public.activities
    REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.published_after_update();
