ALTER TABLE public.schema_compat ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.schema_compat FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.schema_compat TO co2calculator_owner
    USING (true)
    WITH CHECK (true);
CREATE POLICY admin_all ON public.schema_compat TO co2calculator_admin
    USING (true)
    WITH CHECK (true);
CREATE POLICY readonly_select ON public.schema_compat FOR SELECT TO co2calculator_readonly
    USING (true);
CREATE POLICY app_select ON public.schema_compat FOR SELECT TO co2calculator_app
    USING (true);
