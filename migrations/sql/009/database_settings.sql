-- Nets under every session: a forgotten transaction or a lost client never blocks the others long.
-- By database, because settings of a group role do not reach its members.
DO $$
DECLARE
    here text := quote_ident(current_database());
BEGIN
    EXECUTE format('ALTER DATABASE %s SET statement_timeout = ''60s''', here);
    EXECUTE format('ALTER DATABASE %s SET lock_timeout = ''5s''', here);
    EXECUTE format('ALTER DATABASE %s SET idle_in_transaction_session_timeout = ''60s''', here);
    EXECUTE format('ALTER DATABASE %s SET client_connection_check_interval = ''2s''', here);
    EXECUTE format('REVOKE ALL ON DATABASE %s FROM PUBLIC', here);
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %s TO co2calculator_app, co2calculator_admin, '
        'co2calculator_readonly, co2calculator_backup, co2calculator_migrator', here);
    EXECUTE format(
        'GRANT TEMPORARY ON DATABASE %s TO co2calculator_app, co2calculator_admin', here);
END
$$;
