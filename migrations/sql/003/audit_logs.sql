-- Nobody but the owner's own functions reads or writes the log.
ALTER TABLE public.audit_logs ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.audit_logs FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.audit_logs TO co2calculator_owner USING (true) WITH CHECK (true);
