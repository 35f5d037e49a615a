ALTER TABLE public.exchange_rates ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.exchange_rates FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.exchange_rates TO co2calculator_owner
    USING (true)
    WITH CHECK (true);
CREATE POLICY admin_all ON public.exchange_rates TO co2calculator_admin
    USING (true)
    WITH CHECK (true);
CREATE POLICY readonly_select ON public.exchange_rates FOR SELECT TO co2calculator_readonly
    USING (true);
CREATE POLICY app_select ON public.exchange_rates FOR SELECT TO co2calculator_app
    USING (true);
