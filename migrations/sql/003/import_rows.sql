ALTER TABLE public.import_rows ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.import_rows FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.import_rows TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.import_rows TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY app_select ON public.import_rows FOR SELECT TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('viewer'))::uuid[]));
CREATE POLICY app_insert ON public.import_rows FOR INSERT TO co2calculator_app
    WITH CHECK (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
CREATE POLICY app_update ON public.import_rows FOR UPDATE TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]))
    WITH CHECK (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
