-- The logins and groups of co2desk on a shared server, before the first `co2desk db upgrade`.
-- Run as a superuser in any database; repeatable. What it makes is what the program itself would
-- make with a superuser's connection; with this script the program never needs one:
--
--   psql -f roles.sql
--   createdb --owner=co2calculator_owner --encoding=UTF8 --template=template0 co2desk
--   psql -d co2desk -f extensions.sql
--   psql -c '\password co2calculator_migrator'      -- the password never travels as it is typed
--   co2desk db upgrade --database postgresql://co2calculator_migrator@db.example.org/co2desk

DO $$
DECLARE
    wanted record;
BEGIN
    FOR wanted IN SELECT * FROM (VALUES
        ('co2calculator_owner', 'NOLOGIN'),
        ('co2calculator_authz', 'NOLOGIN'),
        ('co2calculator_app', 'NOLOGIN'),
        ('co2calculator_admin', 'NOLOGIN'),
        ('co2calculator_readonly', 'NOLOGIN'),
        ('co2calculator_backup', 'LOGIN BYPASSRLS CONNECTION LIMIT 5'),
        ('co2calculator_migrator', 'LOGIN CONNECTION LIMIT 5')
    ) AS roles (name, attributes)
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name) THEN
            EXECUTE format('CREATE ROLE %I %s', wanted.name, wanted.attributes);
        END IF;
    END LOOP;
END
$$;

-- The migrating login owns what it makes; the owner may hand functions over to authz.
GRANT co2calculator_owner TO co2calculator_migrator;
GRANT co2calculator_authz TO co2calculator_owner;
GRANT pg_read_all_data TO co2calculator_backup;

-- Administrators see what others do, end what is stuck, and (from PostgreSQL 17) tidy up.
GRANT pg_monitor, pg_signal_backend TO co2calculator_admin;
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pg_maintain') THEN
        GRANT pg_maintain TO co2calculator_admin;
    END IF;
END
$$;
