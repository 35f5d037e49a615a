-- What an import does to its own job until it is settled is in the import's entry.
DROP TRIGGER audit_update ON public.import_jobs;
CREATE TRIGGER audit_update AFTER UPDATE ON public.import_jobs
    FOR EACH ROW WHEN (OLD.settled) EXECUTE FUNCTION public.audit_updated('id');
