ALTER TABLE public.column_mappings ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.column_mappings FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.column_mappings TO co2calculator_owner
    USING (true)
    WITH CHECK (true);
CREATE POLICY admin_all ON public.column_mappings TO co2calculator_admin
    USING (true)
    WITH CHECK (true);
CREATE POLICY app_select ON public.column_mappings FOR SELECT TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('viewer'))::uuid[]));
CREATE POLICY app_insert ON public.column_mappings FOR INSERT TO co2calculator_app
    WITH CHECK (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
CREATE POLICY app_update ON public.column_mappings FOR UPDATE TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]))
    WITH CHECK (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
CREATE POLICY app_delete ON public.column_mappings FOR DELETE TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
