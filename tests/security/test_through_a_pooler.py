"""Who may do what is the same through a pooler: PgBouncer by transactions, with TLS and SCRAM."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers.cluster import require_system_server

ROOT = Path(__file__).resolve().parents[2]
SUITE = ("tests/security/test_attacks.py", "tests/security/test_rights_matrix.py")


@pytest.mark.server
@pytest.mark.timeout(600)
def test_that_matrix_and_attacks_come_out_the_same_through_a_pooler(tmp_path: Path) -> None:
    require_system_server("pgbouncer")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", *SUITE, "-m", "not direct"],
        cwd=ROOT,
        env={**os.environ, "CO2DESK_TEST_POOLED": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    passed = re.search(r"([0-9]+) passed", done.stdout)
    assert passed is not None
    assert int(passed[1]) > 150
