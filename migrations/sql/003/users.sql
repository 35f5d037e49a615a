ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.users FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.users TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.users TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY readonly_select ON public.users FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY app_select ON public.users FOR SELECT TO co2calculator_app
    USING (true);
CREATE POLICY authz_select ON public.users FOR SELECT TO co2calculator_authz USING (true);
