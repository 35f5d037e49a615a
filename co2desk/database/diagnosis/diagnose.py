"""Tries a connection step by step, and stops at the first thing that is wrong."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg

from co2desk.database.diagnosis.certificate import is_out_of_date
from co2desk.database.diagnosis.login import explain_login
from co2desk.database.diagnosis.network import check_network
from co2desk.database.diagnosis.session import check_session
from co2desk.database.engine import ConnectionParameters
from co2desk.domain.connection_check import CheckCode, ConnectionCheck, Outcome
from co2desk.domain.progress import NoProgress, Progress


def diagnose(
    parameters: ConnectionParameters, migrations: Path, progress: Progress = NoProgress()
) -> tuple[ConnectionCheck, ...]:
    """Return what was found on the way to the database of `parameters`, in order.

    Only the last finding can be a failure: whatever comes after it cannot be tried. Each step
    waits `connect_timeout` seconds at most.

    Raises:
        Cancelled: the person asked to stop.
    """
    findings: list[ConnectionCheck] = []
    for finding in _steps(parameters, migrations):
        findings.append(finding)
        progress.report(len(findings), None, "connecting")
        if finding.outcome is Outcome.FAILED:
            break
    return tuple(findings)


def _steps(parameters: ConnectionParameters, migrations: Path) -> Iterator[ConnectionCheck]:
    yield from check_network(parameters)
    try:
        with psycopg.connect(
            **parameters.keywords(),  # type: ignore[arg-type]
            autocommit=True,
            prepare_threshold=None,
        ) as connection:
            yield from check_session(connection, parameters, migrations)
    except psycopg.Error as error:
        check = explain_login(str(error), parameters)
        if check.code is CheckCode.TLS_UNKNOWN_AUTHORITY and is_out_of_date(parameters):
            check = replace(check, code=CheckCode.TLS_EXPIRED)
        yield check
