"""Test 19, short: with the defaults, a server that asks for the password never gets it."""

from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from co2desk.database.engine import ConnectionParameters
from tests.servers.certificates import self_signed
from tests.servers.impostors import password_thief

PASSWORD = "a 100% sécret"
_NAIVE = {"sslmode": "prefer", "require_auth": "", "channel_binding": "prefer"}


@pytest.mark.parametrize("tls", [False, True])
def test_that_a_server_that_asks_for_the_password_does_not_get_it(
    tmp_path: Path, tls: bool, told: Callable[[str], None]
) -> None:
    captured = 0
    with password_thief(self_signed(tmp_path, "localhost") if tls else None) as thief:
        for pooled in (False, True):
            way = ConnectionParameters(
                "localhost", "co2desk", "ada", PASSWORD, thief.port, pooled=pooled
            )
            with pytest.raises(psycopg.OperationalError) as refused:
                psycopg.connect(**way.keywords())  # type: ignore[arg-type]
            assert PASSWORD not in str(refused.value)
            captured += thief.heard(PASSWORD.encode())
        # The control: whoever does not think about it gives the password away.
        naive = {**way.keywords(), **_NAIVE, "sslrootcert": ""}
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(**{name: value for name, value in naive.items() if value})  # type: ignore[arg-type]
        assert thief.heard(PASSWORD.encode())
    assert captured == 0
    told(f"{captured} passwords captured by a server {'with' if tls else 'without'} TLS")
