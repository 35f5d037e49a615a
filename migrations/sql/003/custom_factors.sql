ALTER TABLE public.custom_factors ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.custom_factors FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.custom_factors TO co2calculator_owner
    USING (true)
    WITH CHECK (true);
CREATE POLICY admin_all ON public.custom_factors TO co2calculator_admin
    USING (true)
    WITH CHECK (true);
CREATE POLICY readonly_select ON public.custom_factors FOR SELECT TO co2calculator_readonly
    USING (true);
-- A custom factor without a laboratory is everybody's, and an administrator's to change.
CREATE POLICY app_select ON public.custom_factors FOR SELECT TO co2calculator_app
    USING (lab_id IS NULL OR lab_id = ANY ((SELECT authz.my_labs('viewer'))::uuid[]));
CREATE POLICY app_insert ON public.custom_factors FOR INSERT TO co2calculator_app
    WITH CHECK (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
CREATE POLICY app_update ON public.custom_factors FOR UPDATE TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]))
    WITH CHECK (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
CREATE POLICY app_delete ON public.custom_factors FOR DELETE TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
