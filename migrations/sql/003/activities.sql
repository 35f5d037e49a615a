ALTER TABLE public.activities ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.activities FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.activities TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.activities TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY readonly_select ON public.activities FOR SELECT TO co2calculator_readonly
    USING (true);
CREATE POLICY app_select ON public.activities FOR SELECT TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('viewer'))::uuid[]));
CREATE POLICY app_insert ON public.activities FOR INSERT TO co2calculator_app
    WITH CHECK (lab_id = ANY ((SELECT authz.my_labs('lab_member'))::uuid[]));
-- Managers change everything in their laboratories, members what they entered themselves.
CREATE POLICY app_update ON public.activities FOR UPDATE TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]))
    WITH CHECK (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
CREATE POLICY app_update_own ON public.activities FOR UPDATE TO co2calculator_app
    USING (created_by = (SELECT authz.me())
        AND lab_id = ANY ((SELECT authz.my_labs('lab_member'))::uuid[]))
    WITH CHECK (created_by = (SELECT authz.me())
        AND lab_id = ANY ((SELECT authz.my_labs('lab_member'))::uuid[]));
CREATE POLICY app_delete ON public.activities FOR DELETE TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('lab_manager'))::uuid[]));
CREATE POLICY app_delete_own ON public.activities FOR DELETE TO co2calculator_app
    USING (created_by = (SELECT authz.me())
        AND lab_id = ANY ((SELECT authz.my_labs('lab_member'))::uuid[]));
