-- What only a superuser may do in the database co2desk itself; repeatable.

-- Searching without accents needs the first; the health view uses the others where they are.
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pgstattuple SCHEMA public;

-- Large objects belong to nobody's laboratory, and one of them alone stops a backup.
REVOKE EXECUTE ON FUNCTION
    pg_catalog.lo_create(oid),
    pg_catalog.lo_creat(integer),
    pg_catalog.lo_from_bytea(oid, bytea),
    pg_catalog.lo_import(text),
    pg_catalog.lo_import(text, oid),
    pg_catalog.lo_put(oid, bigint, bytea)
    FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
