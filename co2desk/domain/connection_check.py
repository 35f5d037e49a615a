"""Says in values how a connection was tried, step by step, and where it failed."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How a step ended."""

    GOOD = "good"
    WARNING = "warning"
    FAILED = "failed"


class CheckCode(StrEnum):
    """What a step found; `resources/messages/*/connection.toml` has a sentence for each."""

    # the way there
    NAME_FOUND = "name_found"
    NAME_UNKNOWN = "name_unknown"
    SOCKET_FOUND = "socket_found"
    SOCKET_MISSING = "socket_missing"
    PORT_OPEN = "port_open"
    PORT_CLOSED = "port_closed"
    PORT_SILENT = "port_silent"
    NOT_POSTGRESQL = "not_postgresql"
    # protection
    TLS_VERIFIED = "tls_verified"
    TLS_NOT_OFFERED = "tls_not_offered"
    TLS_UNKNOWN_AUTHORITY = "tls_unknown_authority"
    TLS_WRONG_NAME = "tls_wrong_name"
    TLS_EXPIRED = "tls_expired"
    TLS_AUTHORITIES_MISSING = "tls_authorities_missing"
    TLS_FAILED = "tls_failed"
    TLS_WEAK = "tls_weak"
    TLS_NONE = "tls_none"
    IN_BETWEEN = "in_between"
    # login
    LOGGED_IN = "logged_in"
    PASSWORD_MISSING = "password_missing"
    PASSWORD_REFUSED = "password_refused"
    LOGIN_METHOD = "login_method"
    CERTIFICATE_WANTED = "certificate_wanted"
    CERTIFICATE_UNUSABLE = "certificate_unusable"
    CERTIFICATE_REFUSED = "certificate_refused"
    TICKET_MISSING = "ticket_missing"
    LOGIN_NOT_ADMITTED = "login_not_admitted"
    LOGIN_UNKNOWN = "login_unknown"
    DATABASE_UNKNOWN = "database_unknown"
    DATABASE_CLOSED = "database_closed"
    SERVER_FULL = "server_full"
    SERVER_NOT_READY = "server_not_ready"
    ONLY_STANDBY = "only_standby"
    LOGIN_FAILED = "login_failed"
    # what is there
    DIRECT = "direct"
    POOLER = "pooler"
    POOLER_UNDECLARED = "pooler_undeclared"
    POOLER_OLD = "pooler_old"
    POOLER_VERSION_HIDDEN = "pooler_version_hidden"
    SHARED_LOGIN = "shared_login"
    NO_GROUP = "no_group"
    NO_ROLE = "no_role"
    STANDBY = "standby"
    SERVER_TOO_OLD = "server_too_old"
    SCHEMA_FITS = "schema_fits"
    SCHEMA_MISSING = "schema_missing"
    SCHEMA_TOO_OLD = "schema_too_old"
    SCHEMA_TOO_NEW = "schema_too_new"


@dataclass(frozen=True, slots=True)
class ConnectionCheck:
    """One step of a trial; `params` fill in its sentence and never hold a password."""

    code: CheckCode
    outcome: Outcome
    params: tuple[tuple[str, str], ...] = ()


def succeeded(checks: tuple[ConnectionCheck, ...]) -> bool:
    """Whether the connection can be used."""
    return all(one.outcome is not Outcome.FAILED for one in checks)
