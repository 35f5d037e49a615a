ALTER TABLE public.user_roles ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.user_roles FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.user_roles TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.user_roles TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY app_select ON public.user_roles FOR SELECT TO co2calculator_app
    USING (user_id = (SELECT authz.me())
        OR lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
CREATE POLICY authz_select ON public.user_roles FOR SELECT TO co2calculator_authz USING (true);
