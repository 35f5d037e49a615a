ALTER TABLE public.laboratories ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.laboratories FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.laboratories TO co2calculator_owner
    USING (true)
    WITH CHECK (true);
CREATE POLICY admin_all ON public.laboratories TO co2calculator_admin
    USING (true)
    WITH CHECK (true);
CREATE POLICY readonly_select ON public.laboratories FOR SELECT TO co2calculator_readonly
    USING (true);
CREATE POLICY app_select ON public.laboratories FOR SELECT TO co2calculator_app
    USING (id = ANY ((SELECT authz.my_labs('viewer'))::uuid[]));
CREATE POLICY app_update ON public.laboratories FOR UPDATE TO co2calculator_app
    USING (id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]))
    WITH CHECK (id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
CREATE POLICY authz_select ON public.laboratories FOR SELECT TO co2calculator_authz USING (true);
