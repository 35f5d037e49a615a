"""Says why a login failed, from libpq's words: before a session stands there is no SQLSTATE."""

import re

from co2desk.database.diagnosis.findings import failed
from co2desk.database.engine import ConnectionParameters
from co2desk.domain.connection_check import CheckCode, ConnectionCheck

_KNOWN = (
    (r"root certificate file .* does not exist", CheckCode.TLS_AUTHORITIES_MISSING),
    (r"no password supplied|fe_sendauth", CheckCode.PASSWORD_MISSING),
    (r"password authentication failed|SASL authentication failed", CheckCode.PASSWORD_REFUSED),
    (r"requires a valid client certificate", CheckCode.CERTIFICATE_WANTED),
    (
        r"certificate file .* does not exist|private key|could not (load|read) certificate",
        CheckCode.CERTIFICATE_UNUSABLE,
    ),
    (r"certificate authentication failed|alert unknown ca", CheckCode.CERTIFICATE_REFUSED),
    (r"GSSAPI|GSS failure|Kerberos|ticket", CheckCode.TICKET_MISSING),
    (r"authentication method requirement", CheckCode.LOGIN_METHOD),
    (r"channel binding", CheckCode.IN_BETWEEN),
    (r"no pg_hba\.conf entry|pg_hba\.conf rejects", CheckCode.LOGIN_NOT_ADMITTED),
    (r"role \".*\" does not exist|no such user|not permitted to log in", CheckCode.LOGIN_UNKNOWN),
    (r"database \".*\" does not exist|no such database", CheckCode.DATABASE_UNKNOWN),
    (r"permission denied for database|not currently accepting", CheckCode.DATABASE_CLOSED),
    (r"too many connections for database", CheckCode.DATABASE_CLOSED),
    (r"too many (clients|connections)|remaining connection slots", CheckCode.SERVER_FULL),
    (r"no more connections allowed", CheckCode.SERVER_FULL),
    (r"starting up|shutting down|in recovery mode|server_login_retry", CheckCode.SERVER_NOT_READY),
    (r"session is (not )?read-only|in hot standby mode", CheckCode.ONLY_STANDBY),
    (r"server does not support SSL", CheckCode.TLS_NOT_OFFERED),
    (r"does not match host name|certificate .* host name", CheckCode.TLS_WRONG_NAME),
    (r"certificate has expired|not yet valid", CheckCode.TLS_EXPIRED),
    (
        r"self-signed certificate|unable to get (local )?issuer|certificate verify failed",
        CheckCode.TLS_UNKNOWN_AUTHORITY,
    ),
    (r"SSL|TLS|certificate", CheckCode.TLS_FAILED),
    (r"timeout expired|timed out", CheckCode.PORT_SILENT),
)


def explain_login(words: str, parameters: ConnectionParameters) -> ConnectionCheck:
    """Return the finding that libpq's message `words` stands for.

    With several hosts each line speaks of one of them; the last is the one to explain.
    """
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    detail = re.sub(r"^.*?(FATAL|ERROR):\s*", "", lines[-1]) if lines else "-"
    for pattern, code in _KNOWN:
        if re.search(pattern, words, re.IGNORECASE):
            return failed(
                code,
                host=parameters.host,
                port=parameters.port,
                user=parameters.user,
                database=parameters.dbname,
                detail=detail,
            )
    return failed(CheckCode.LOGIN_FAILED, user=parameters.user, detail=detail)
