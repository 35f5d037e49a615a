"""Decides which database a program works on: argument, environment, last profile, embedded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import parse_qsl, unquote, urlsplit

from co2desk.database.engine import ConnectionParameters
from co2desk.desktop.first_start import EMBEDDED_NAME, ENVIRONMENT_VARIABLE
from co2desk.desktop.profiles import ConnectionProfile, ConnectionRules, refused
from co2desk.domain.errors import ErrorCode, UnusableInput

_SCHEMES = ("postgresql", "postgres")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
# Keywords of a URL that ConnectionParameters has fields of its own for.
_OWN = frozenset(
    {"host", "port", "user", "password", "dbname", "sslmode", "sslrootcert", "require_auth"}
    | {"target_session_attrs", "connect_timeout", "pooled"}
)


class ChosenBy(StrEnum):
    """Where the choice of a database comes from, in order of precedence."""

    ARGUMENT = "argument"
    ENVIRONMENT = "environment"
    PROFILE = "profile"
    EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class ConnectionChoice:
    """A database: an address, a profile, or neither for the embedded one."""

    chosen_by: ChosenBy
    address: ConnectionParameters | None = field(default=None, repr=False)
    profile: ConnectionProfile | None = None

    @property
    def embedded(self) -> bool:
        """Whether it is the database on this computer."""
        return self.address is None and self.profile is None

    @property
    def name(self) -> str:
        """The profile's name or the server, "" for the embedded database."""
        if self.profile is not None:
            return self.profile.name
        return self.address.host if self.address is not None else ""


def choose_connection(
    argument: str | None,
    environ: Mapping[str, str],
    last_profile: str,
    find_profile: Callable[[str], ConnectionProfile | None],
    rules: ConnectionRules = ConnectionRules(),
) -> ConnectionChoice:
    """Apply the rule; a last profile that is gone gives way to the embedded database.

    A connection that the administrator of this computer has set stands in for the embedded one
    where nobody named a database.

    Raises:
        UnusableInput: PASSWORD_IN_URL for an argument with a password, BAD_CONNECTION for a
            name that no profile has or an address that makes no sense, SET_BY_ADMINISTRATOR.
    """
    for text, chosen_by in (
        (argument, ChosenBy.ARGUMENT),
        (environ.get(ENVIRONMENT_VARIABLE), ChosenBy.ENVIRONMENT),
    ):
        if text:
            choice = _admitted(_named(text, chosen_by, find_profile), rules)
            return _with_password(choice, environ.get("PGPASSWORD", ""))
    fixed = rules.fixed.name if rules.fixed is not None else ""
    last = fixed if rules.only_fixed else last_profile or fixed
    if last and (profile := find_profile(last)) is not None:
        return ConnectionChoice(ChosenBy.PROFILE, profile=profile)
    return ConnectionChoice(ChosenBy.EMBEDDED)


def _named(
    text: str, chosen_by: ChosenBy, find_profile: Callable[[str], ConnectionProfile | None]
) -> ConnectionChoice:
    if "://" in text:
        address = parse_address(text)
        if address.password and chosen_by is ChosenBy.ARGUMENT:
            raise UnusableInput(ErrorCode.PASSWORD_IN_URL)
        return ConnectionChoice(chosen_by, address=address)
    profile = find_profile(text)
    if profile is not None:
        return ConnectionChoice(chosen_by, profile=profile)
    if text == EMBEDDED_NAME:
        return ConnectionChoice(chosen_by)
    raise UnusableInput(ErrorCode.BAD_CONNECTION, name=text, detail="no_such_profile")


def _admitted(choice: ConnectionChoice, rules: ConnectionRules) -> ConnectionChoice:
    """The choice, where the administrator of this computer lets it be made."""
    if choice.profile is not None:
        rules.admit(choice.profile)
    elif rules.only_fixed:
        raise refused("only_fixed_connection")
    elif rules.full_tls and choice.address is not None and not _is_protected(choice.address):
        raise refused("only_full_protection")
    return choice


def _is_protected(address: ConnectionParameters) -> bool:
    return address.sslmode == "verify-full" or is_nearby(address.host)


def is_nearby(host: str) -> bool:
    """Whether a server is on this very computer, where nothing travels over a network."""
    return host.startswith(("/", "@")) or host in _LOOPBACK


def _with_password(choice: ConnectionChoice, password: str) -> ConnectionChoice:
    """The choice with libpq's own variable, which programs started later (pg_dump) do not get."""
    if choice.address is None or choice.address.password or not password:
        return choice
    return replace(choice, address=replace(choice.address, password=password))


def parse_address(text: str) -> ConnectionParameters:
    """Read a `postgresql://user:password@host:port/dbname?keyword=value` address.

    Without an `sslmode`, servers elsewhere are verified fully; on this very computer, where
    nothing travels over a network, TLS is taken if the server has it.

    Raises:
        UnusableInput: BAD_CONNECTION; its text holds no part of the address but the scheme.
    """
    try:
        parts = urlsplit(text)
        given = dict(
            parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
        )
        credentials, _, server = parts.netloc.rpartition("@")
        user, _, password = credentials.partition(":")
        host, port = _server(server)
    except ValueError:
        raise _bad_address(text) from None
    if parts.scheme not in _SCHEMES:
        raise _bad_address(text)
    host = given.get("host") or unquote(host) or "localhost"
    nearby = is_nearby(host)
    try:
        return ConnectionParameters(
            host=host,
            port=int(given.get("port") or port or 5432),
            dbname=given.get("dbname") or unquote(parts.path.lstrip("/")) or "co2desk",
            user=given.get("user") or unquote(user),
            password=given.get("password") or unquote(password),
            sslmode=given.get("sslmode") or ("prefer" if nearby else "verify-full"),
            sslrootcert=given.get("sslrootcert") or "system",
            require_auth=given.get("require_auth") or ("!password" if nearby else "scram-sha-256"),
            pooled=given.get("pooled", "") in ("1", "true", "yes"),
            target_session_attrs=given.get("target_session_attrs")
            or ("read-write" if "," in host else "any"),
            connect_timeout=int(given.get("connect_timeout") or 5),
            extra=tuple((key, value) for key, value in given.items() if key not in _OWN),
        )
    except ValueError:
        raise _bad_address(text) from None


def _server(text: str) -> tuple[str, str]:
    """Split `h1:5432,h2:5432` or `[::1]:5432` into hosts and the one port of them all."""
    hosts, ports = [], set()
    for one in text.split(","):
        if one.startswith("["):
            host, _, rest = one[1:].partition("]")
            port = rest.removeprefix(":")
        else:
            host, _, port = one.partition(":")
        hosts.append(host)
        ports.add(port)
    if len(ports) != 1:
        raise ValueError("several ports")
    return ",".join(hosts), ports.pop()


def _bad_address(text: str) -> UnusableInput:
    scheme = text.partition("://")[0]
    return UnusableInput(ErrorCode.BAD_CONNECTION, name=f"{scheme}://…", detail="address")


def profile_parameters(profile: ConnectionProfile, password: str = "") -> ConnectionParameters:
    """The parameters of a kept profile with its password."""
    extra = {
        "sslcert": profile.certificate,
        "sslkey": profile.certificate_key,
        "oauth_issuer": profile.oauth_issuer,
        "oauth_client_id": profile.oauth_client_id,
    }
    return ConnectionParameters(
        host=profile.host,
        port=profile.port,
        dbname=profile.database,
        user=profile.user,
        password=password,
        sslmode=profile.tls.value,
        sslrootcert=profile.ca_file if profile.tls.value.startswith("verify") else "",
        require_auth=profile.login.value,
        pooled=profile.pooled,
        target_session_attrs="read-write" if "," in profile.host else "any",
        extra=tuple((key, value) for key, value in extra.items() if value),
    )
