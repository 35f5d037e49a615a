ALTER TABLE public.energy_factors ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.energy_factors FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.energy_factors TO co2calculator_owner
    USING (true)
    WITH CHECK (true);
CREATE POLICY admin_all ON public.energy_factors TO co2calculator_admin
    USING (true)
    WITH CHECK (true);
CREATE POLICY readonly_select ON public.energy_factors FOR SELECT TO co2calculator_readonly
    USING (true);
CREATE POLICY app_select ON public.energy_factors FOR SELECT TO co2calculator_app
    USING (true);
