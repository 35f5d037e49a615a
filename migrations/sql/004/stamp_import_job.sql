-- Who imports, when, and in which transaction.
CREATE FUNCTION public.stamp_import_job() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.uploader_id := authz.me();
        NEW.created_at := now();
        NEW.xact := pg_current_xact_id();
    ELSE
        NEW.id := OLD.id;
        NEW.lab_id := OLD.lab_id;
        NEW.uploader_id := OLD.uploader_id;
        NEW.created_at := OLD.created_at;
        NEW.xact := OLD.xact;
        NEW.file_sha256 := OLD.file_sha256;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.import_jobs
    FOR EACH ROW EXECUTE FUNCTION public.stamp_import_job();
