ALTER TABLE public.alembic_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.alembic_version FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.alembic_version TO co2calculator_owner
    USING (true)
    WITH CHECK (true);
CREATE POLICY admin_select ON public.alembic_version FOR SELECT TO co2calculator_admin USING (true);
CREATE POLICY readonly_select ON public.alembic_version FOR SELECT TO co2calculator_readonly
    USING (true);
CREATE POLICY app_select ON public.alembic_version FOR SELECT TO co2calculator_app
    USING (true);
