-- Lets PgBouncer look up people's password verifiers. Run as a superuser in the database co2desk;
-- repeatable. Then: ALTER ROLE co2calculator_pooler PASSWORD '...', and the same in userlist.txt.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'co2calculator_pooler') THEN
        CREATE ROLE co2calculator_pooler LOGIN NOINHERIT CONNECTION LIMIT 20;
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO co2calculator_pooler', current_database());
END
$$;

CREATE SCHEMA IF NOT EXISTS pooler;
REVOKE ALL ON SCHEMA pooler FROM PUBLIC;
GRANT USAGE ON SCHEMA pooler TO co2calculator_pooler;

-- Nobody who stands above the policies comes in through the pooler, and no password that expired.
CREATE OR REPLACE FUNCTION pooler.lookup(wanted text, OUT login text, OUT verifier text)
    RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT rolname::text, rolpassword
    FROM pg_authid
    WHERE rolname = wanted
        AND rolcanlogin AND NOT rolsuper AND NOT rolbypassrls AND NOT rolreplication
        AND rolname <> 'co2calculator_pooler'
        AND rolpassword LIKE 'SCRAM-SHA-256$%'
        AND (rolvaliduntil IS NULL OR rolvaliduntil > now())
$$;
REVOKE ALL ON FUNCTION pooler.lookup(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pooler.lookup(text) TO co2calculator_pooler;
