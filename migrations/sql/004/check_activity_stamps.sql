-- Nobody enters an activity in somebody else's name.
CREATE FUNCTION public.check_activity_stamps() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    person uuid := authz.me();
BEGIN
    IF EXISTS (SELECT FROM added WHERE created_by IS DISTINCT FROM person) THEN
        RAISE EXCEPTION 'an activity cannot be entered in another name' USING ERRCODE = 'CD002';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER check_stamps AFTER INSERT ON public.activities
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.check_activity_stamps();
