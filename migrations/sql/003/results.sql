ALTER TABLE public.results ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.results FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.results TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY admin_select ON public.results FOR SELECT TO co2calculator_admin USING (true);
CREATE POLICY readonly_select ON public.results FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY app_select ON public.results FOR SELECT TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('viewer'))::uuid[]));
