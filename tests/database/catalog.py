"""Writes down all that a schema is, line by line, the same on every version of PostgreSQL."""

from typing import Any

from psycopg import Connection

_OURS = "NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = {oid} AND e.deptype = 'e')"
_QUERIES = {
    "column": """
        SELECT format('%s.%s %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
            CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
            CASE WHEN a.attidentity <> '' THEN ' IDENTITY ' || a.attidentity::text ELSE '' END,
            coalesce(CASE WHEN a.attgenerated <> ''
                THEN ' GENERATED ' || a.attgenerated::text || ' ' ELSE ' DEFAULT ' END
                || pg_get_expr(d.adbin, d.adrelid), ''))
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
            AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (c.oid, a.attnum)
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')""",
    "constraint": """
        SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN
            ('c', 'f', 'p', 'u', 'x')""",
    "index": """
        SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class c ON c.oid = indexrelid
        WHERE c.relnamespace = 'public'::regnamespace""",
    "table": """
        SELECT format('%s kind %s owner %s rls %s forced %s', relname, relkind,
            pg_get_userbyid(relowner), relrowsecurity, relforcerowsecurity)
        FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm', 'p', 'f')""",
    "policy": """
        SELECT format('%s.%s %s %s TO %s USING (%s) CHECK (%s)', tablename, policyname, permissive,
            cmd, roles, qual, with_check)
        FROM pg_policies WHERE schemaname IN ('public', 'authz')""",
    "function": """
        SELECT format('%s owner %s %s definer %s %s settings %s body %s', p.oid::regprocedure,
            pg_get_userbyid(proowner), provolatile, prosecdef, proparallel, proconfig,
            md5(coalesce(pg_get_function_sqlbody(p.oid), prosrc)))
        FROM pg_proc p
        WHERE pronamespace IN ('public'::regnamespace, to_regnamespace('authz')) AND """
    + _OURS.format(oid="p.oid"),
    "trigger": """
        SELECT format('%s enabled %s', pg_get_triggerdef(oid), tgenabled)
        FROM pg_trigger WHERE NOT tgisinternal""",
    "grant": """
        SELECT format('%s %s TO %s%s', what, privilege_type,
            CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END,
            CASE WHEN is_grantable THEN ' GRANTABLE' ELSE '' END)
        FROM (
            SELECT 'table ' || relname::text AS what, relowner AS owner, x.*
            FROM pg_class, aclexplode(relacl) x WHERE relnamespace = 'public'::regnamespace
            UNION ALL
            SELECT format('column %s.%s', c.relname, a.attname), c.relowner, x.*
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid, aclexplode(a.attacl) x
            WHERE relnamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'function ' || p.oid::regprocedure::text, proowner, x.*
            FROM pg_proc p,
                aclexplode(coalesce(proacl, acldefault('f', proowner))) x
            WHERE pronamespace IN ('public'::regnamespace, to_regnamespace('authz')) AND """
    + _OURS.format(oid="p.oid")
    + """
            UNION ALL
            SELECT 'schema ' || nspname::text, nspowner, x.* FROM pg_namespace, aclexplode(nspacl) x
            WHERE nspname IN ('public', 'authz')
            UNION ALL
            SELECT 'database', datdba, x.*
            FROM pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) x
            WHERE datname = current_database()
            UNION ALL
            SELECT 'default ' || defaclobjtype::text, defaclrole, x.*
            FROM pg_default_acl, aclexplode(defaclacl) x
            UNION ALL
            SELECT 'large object ' || p.oid::regprocedure::text, proowner, x.*
            FROM pg_proc p, aclexplode(coalesce(proacl, acldefault('f', proowner))) x
            WHERE pronamespace = 'pg_catalog'::regnamespace
                AND proname IN ('lo_create', 'lo_creat', 'lo_from_bytea', 'lo_put', 'lo_import')
        ) AS given WHERE grantee <> owner""",
    "setting": """
        SELECT format('%s', s) FROM pg_db_role_setting, unnest(setconfig) s
        WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())""",
    "role": """
        SELECT format('%s login %s super %s createrole %s createdb %s bypassrls %s in %s',
            r.rolname, r.rolcanlogin, r.rolsuper, r.rolcreaterole, r.rolcreatedb, r.rolbypassrls,
            ARRAY(SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
                  WHERE m.member = r.oid AND g.rolname <> 'pg_maintain' ORDER BY 1))
        FROM pg_roles r WHERE r.rolname LIKE 'co2calculator%'""",
}


def catalog(connection: Connection[tuple[Any, ...]], *sorts: str) -> list[str]:
    """Return the lines of the given sorts, or of all, in order."""
    connection.execute("SET search_path = pg_catalog")
    lines = []
    for sort in sorts or _QUERIES:
        found = connection.execute(_QUERIES[sort]).fetchall()  # type: ignore[arg-type]
        lines += sorted(f"{sort}: {' '.join(str(line).split())}" for (line,) in found)
    connection.execute("RESET search_path")
    return lines
