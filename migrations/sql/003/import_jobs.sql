ALTER TABLE public.import_jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.import_jobs FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.import_jobs TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.import_jobs TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY readonly_select ON public.import_jobs FOR SELECT TO co2calculator_readonly
    USING (true);
CREATE POLICY app_select ON public.import_jobs FOR SELECT TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('viewer'))::uuid[]));
CREATE POLICY app_insert ON public.import_jobs FOR INSERT TO co2calculator_app
    WITH CHECK (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
CREATE POLICY app_update ON public.import_jobs FOR UPDATE TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]))
    WITH CHECK (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
