"""Says how reports reach a standby, so that they do not slow those who enter data."""

from dataclasses import replace

from co2desk.database.engine import ConnectionParameters


def for_reports(parameters: ConnectionParameters, standby_host: str) -> ConnectionParameters:
    """Return the way to a server that only reads: a standby if one answers, else the primary.

    `standby_host` may name several hosts with a comma between; they share the primary's port. No
    session on it can write, whichever server answers. A standby may be a few seconds behind.
    """
    if not standby_host:
        return parameters
    read_only = () if parameters.pooled else (("options", "-c default_transaction_read_only=on"),)
    return replace(
        parameters,
        host=f"{standby_host},{parameters.host}",
        target_session_attrs="prefer-standby",
        extra=parameters.extra + read_only,
    )
