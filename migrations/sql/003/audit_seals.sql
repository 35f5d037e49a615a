ALTER TABLE public.audit_seals ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.audit_seals FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.audit_seals TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY admin_select ON public.audit_seals FOR SELECT TO co2calculator_admin USING (true);
CREATE POLICY readonly_select ON public.audit_seals FOR SELECT TO co2calculator_readonly
    USING (true);
CREATE POLICY app_select ON public.audit_seals FOR SELECT TO co2calculator_app
    USING (true);
