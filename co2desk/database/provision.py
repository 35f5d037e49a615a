"""Prepares a server for co2desk: roles, database, schema and people's logins; repeatable."""

import logging
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
from psycopg import Connection, sql

from co2desk.database import migrate
from co2desk.database.engine import ConnectionParameters, make_engine
from co2desk.database.errors import translated
from co2desk.domain.errors import DatabaseProblem, ErrorCode

_log = logging.getLogger(__name__)

OWNER = migrate.OWNER
AUTHZ = "co2calculator_authz"
APP = "co2calculator_app"
ADMIN = "co2calculator_admin"
READONLY = "co2calculator_readonly"
BACKUP = "co2calculator_backup"
MIGRATOR = "co2calculator_migrator"

# name, attributes; a LOGIN without a password cannot log in by SCRAM until it is given one.
_ROLES = (
    (OWNER, "NOLOGIN"),
    (AUTHZ, "NOLOGIN"),
    (APP, "NOLOGIN"),
    (ADMIN, "NOLOGIN"),
    (READONLY, "NOLOGIN"),
    (BACKUP, "LOGIN BYPASSRLS CONNECTION LIMIT 5"),
    (MIGRATOR, "LOGIN CONNECTION LIMIT 5"),
)
_MEMBERSHIPS = (
    (OWNER, MIGRATOR),
    (AUTHZ, OWNER),
    ("pg_read_all_data", BACKUP),
    ("pg_monitor", ADMIN),
    ("pg_signal_backend", ADMIN),
    ("pg_maintain", ADMIN),  # from PostgreSQL 17
)
# Large objects belong to nobody's laboratory, and one of them alone stops a backup.
_LARGE_OBJECTS = (
    "lo_create(oid)",
    "lo_creat(integer)",
    "lo_from_bytea(oid, bytea)",
    "lo_import(text)",
    "lo_import(text, oid)",
    "lo_put(oid, bigint, bytea)",
)
_MAX_CONNECTIONS_OF_A_PERSON = 20


@dataclass(frozen=True, slots=True)
class Login:
    """A person's PostgreSQL login: its name, its group, and who the person is."""

    name: str
    group: str
    display_name: str
    password: str = ""
    email: str = ""
    sciper: str = ""


def prepare(
    superuser: ConnectionParameters,
    dbname: str,
    migrations: Path,
    person: Login | None = None,
) -> str:
    """Bring a server to the newest schema, whatever it has already; returns the revision.

    `superuser` is a login that may create roles and databases, connected to any database of the
    server. `person` is given a login, and where it is an administrator's, all rights.

    Raises:
        DatabaseProblem: the server cannot be reached, or the login may not do this.
    """
    with translated(superuser.host, superuser.user):
        with connected(superuser) as connection:
            create_roles(connection)
            create_database(connection, dbname)
        inside = in_database(superuser, dbname)
        with connected(inside) as connection:
            secure_database(connection)
        reached = upgrade_as_owner(inside, migrations)
        if person is not None:
            with connected(inside) as connection:
                create_login(connection, person)
                register_person(connection, person)
    return reached


def is_registered(parameters: ConnectionParameters, login: str) -> bool:
    """Whether a login is a person of the database; none is after a restore of its schema alone."""
    with translated(parameters.host, parameters.user), connected(parameters) as connection:
        known = "SELECT FROM public.users WHERE db_role = %s"
        return connection.execute(known, (login,)).fetchone() is not None


def make_room(parameters: ConnectionParameters) -> None:
    """Give an empty database what the migrations need: the roles, and the owner role as owner.

    Only a superuser can; for anybody else an administrator of the server has done it before.

    Raises:
        DatabaseProblem: ROLES_MISSING.
    """
    with (
        translated(parameters.host, parameters.user),
        connected(parameters) as connection,
    ):
        if _exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolsuper"):
            create_roles(connection)
            connection.execute(
                sql.SQL("ALTER DATABASE {} OWNER TO {}").format(
                    sql.Identifier(connection.info.dbname), sql.Identifier(OWNER)
                )
            )
            secure_database(connection)
            return
        present = {
            name
            for (name,) in connection.execute(
                "SELECT rolname FROM pg_roles WHERE rolname = ANY (%s)", ([r for r, _ in _ROLES],)
            )
        }
        if missing := [name for name, _ in _ROLES if name not in present]:
            raise DatabaseProblem(
                ErrorCode.ROLES_MISSING, user=connection.info.user, roles=", ".join(missing)
            )


def register_first_administrator(parameters: ConnectionParameters) -> str:
    """Make the superuser that set up a database its first person; returns the login, "" if none.

    A service login stays a service login: it gives the first person a role by `db grant`.
    """
    with (
        translated(parameters.host, parameters.user),
        connected(parameters) as connection,
    ):
        login = connection.info.user
        somebody = "SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolsuper"
        if not _exists(connection, somebody) or _exists(connection, "SELECT 1 FROM public.users"):
            return ""
        register_person(connection, Login(login, ADMIN, login))
        return login


def upgrade_as_owner(parameters: ConnectionParameters, migrations: Path) -> str:
    """Migrate to the newest schema with a login that may become the owner."""
    engine = make_engine(parameters, pool=False)
    try:
        if migrate.current(engine) == migrate.head(migrations):
            return migrate.head(migrations)
        return migrate.upgrade(engine, migrations)
    finally:
        engine.dispose()


def connected(parameters: ConnectionParameters) -> Connection[tuple[object, ...]]:
    """Return a connection that commits every statement by itself."""
    made = psycopg.connect(**parameters.keywords(), autocommit=True)  # type: ignore[arg-type]
    if parameters.pooled:
        made.prepare_threshold = None  # the next statement may meet another server process
    return made


def in_database(parameters: ConnectionParameters, dbname: str) -> ConnectionParameters:
    """Return `parameters` for another database of the same server."""
    return replace(parameters, dbname=dbname)


def create_roles(connection: Connection[tuple[object, ...]]) -> None:
    """Create the roles that policies and grants name, where they are missing."""
    for name, attributes in _ROLES:
        if not _exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s", name):
            try:
                connection.execute(
                    sql.SQL("CREATE ROLE {} {}").format(
                        sql.Identifier(name),
                        sql.SQL(attributes),
                    )
                )
            except (psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation):
                _log.info("role %s was made at the same time by somebody else", name)
    for group, member in _MEMBERSHIPS:
        if not _exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s", group):
            continue
        connection.execute(
            sql.SQL("GRANT {} TO {}").format(sql.Identifier(group), sql.Identifier(member))
        )


def create_database(connection: Connection[tuple[object, ...]], dbname: str) -> None:
    """Create the database, where it is missing, for the owner role."""
    if _exists(connection, "SELECT 1 FROM pg_database WHERE datname = %s", dbname):
        return
    if not _exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolsuper"):
        connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(OWNER)))
    connection.execute(
        sql.SQL("CREATE DATABASE {} OWNER {} ENCODING 'UTF8' TEMPLATE template0").format(
            sql.Identifier(dbname), sql.Identifier(OWNER)
        )
    )


def secure_database(connection: Connection[tuple[object, ...]]) -> None:
    """Take large objects away from everybody in the current database, where the server lets us."""
    for function in _LARGE_OBJECTS:
        try:
            connection.execute(
                sql.SQL("REVOKE EXECUTE ON FUNCTION pg_catalog.{} FROM PUBLIC").format(
                    sql.SQL(function)
                )
            )
        except psycopg.errors.InsufficientPrivilege:
            _log.warning("large objects stay open to everybody: only a superuser can close them")
            return


def login_exists(connection: Connection[tuple[object, ...]], name: str) -> bool:
    """Whether the server has a role of that name, of a person or of anything else."""
    return _exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s", name)


def create_login(connection: Connection[tuple[object, ...]], login: Login) -> None:
    """Create or change a person's login; the password leaves this computer as a SCRAM verifier.

    Raises:
        DatabaseProblem: NOT_PERMITTED where the connection may not make logins, VALUE_REFUSED
            where the name is one of the program's own roles or of the system.
    """
    reserved = {name for name, _ in _ROLES} | {"postgres", "public", "none"}
    if login.group not in (APP, ADMIN, READONLY):
        raise DatabaseProblem(ErrorCode.VALUE_REFUSED, field="group", detail=login.group)
    if login.name in reserved or login.name.startswith("pg_") or not login.name:
        raise DatabaseProblem(ErrorCode.VALUE_REFUSED, field="login", detail=login.name)
    name = sql.Identifier(login.name)
    with translated(), connection.transaction():
        if not _exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s", login.name):
            connection.execute(
                sql.SQL("CREATE ROLE {} LOGIN INHERIT CONNECTION LIMIT {}").format(
                    name, sql.Literal(_MAX_CONNECTIONS_OF_A_PERSON)
                )
            )
        if login.password:
            verifier = connection.pgconn.encrypt_password(
                login.password.encode(), login.name.encode(), b"scram-sha-256"
            ).decode()
            connection.execute(
                sql.SQL("ALTER ROLE {} PASSWORD {}").format(name, sql.Literal(verifier))
            )
        for group in (APP, ADMIN, READONLY):
            words = sql.SQL("GRANT {} TO {}" if group == login.group else "REVOKE {} FROM {}")
            if group == login.group or _is_member(connection, login.name, group):
                connection.execute(words.format(sql.Identifier(group), name))


def register_person(connection: Connection[tuple[object, ...]], login: Login) -> None:
    """Enter the person of a login among the users; an administrator gets the role everywhere."""
    with translated(), connection.transaction():
        connection.execute(
            """
            INSERT INTO public.users (db_role, display_name, email, sciper)
            VALUES (%s, %s, nullif(%s, ''), nullif(%s, ''))
            ON CONFLICT (db_role) DO NOTHING
            """,
            (login.name, login.display_name or login.name, login.email, login.sciper),
        )
        if login.group == ADMIN:
            connection.execute(
                """
                INSERT INTO public.user_roles (user_id, lab_id, role)
                SELECT id, NULL, 'admin' FROM public.users WHERE db_role = %s
                ON CONFLICT (user_id, lab_id) DO UPDATE SET role = 'admin'
                """,
                (login.name,),
            )


def _exists(connection: Connection[tuple[object, ...]], query: str, *names: str) -> bool:
    return connection.execute(query, names or None).fetchone() is not None


def _is_member(connection: Connection[tuple[object, ...]], member: str, group: str) -> bool:
    return _exists(
        connection,
        f"""SELECT 1 FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
            JOIN pg_roles p ON p.oid = m.member
            WHERE p.rolname = %s AND g.rolname = '{group}'""",
        member,
    )
