ALTER TABLE public.emission_factors ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.emission_factors FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.emission_factors TO co2calculator_owner
    USING (true)
    WITH CHECK (true);
CREATE POLICY admin_all ON public.emission_factors TO co2calculator_admin
    USING (true)
    WITH CHECK (true);
CREATE POLICY readonly_select ON public.emission_factors FOR SELECT TO co2calculator_readonly
    USING (true);
-- custom_factors has its own policies: the subquery finds the person's laboratories' only.
CREATE POLICY app_select ON public.emission_factors FOR SELECT TO co2calculator_app
    USING (factor_type <> 'custom' OR id IN (SELECT c.id FROM public.custom_factors AS c));
-- Its laboratory follows in custom_factors; until then nobody but administrators sees it.
CREATE POLICY app_insert ON public.emission_factors FOR INSERT TO co2calculator_app
    WITH CHECK (factor_type = 'custom' AND (SELECT authz.my_labs('lab_manager')) <> '{}');
CREATE POLICY app_update ON public.emission_factors FOR UPDATE TO co2calculator_app
    USING (factor_type = 'custom' AND id IN (
        SELECT c.id FROM public.custom_factors AS c
        WHERE c.lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[])))
    WITH CHECK (factor_type = 'custom' AND id IN (
        SELECT c.id FROM public.custom_factors AS c
        WHERE c.lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[])));
CREATE POLICY app_delete ON public.emission_factors FOR DELETE TO co2calculator_app
    USING (factor_type = 'custom' AND id IN (
        SELECT c.id FROM public.custom_factors AS c
        WHERE c.lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[])));
