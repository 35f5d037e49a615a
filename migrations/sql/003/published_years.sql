ALTER TABLE public.published_years ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.published_years FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.published_years TO co2calculator_owner
    USING (true)
    WITH CHECK (true);
CREATE POLICY admin_all ON public.published_years TO co2calculator_admin
    USING (true)
    WITH CHECK (true);
CREATE POLICY readonly_select ON public.published_years FOR SELECT TO co2calculator_readonly
    USING (true);
CREATE POLICY app_select ON public.published_years FOR SELECT TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('viewer'))::uuid[]));
CREATE POLICY app_insert ON public.published_years FOR INSERT TO co2calculator_app
    WITH CHECK (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
