"""What `pg_dump --schema-only` says of a database, without what differs from run to run."""

import re
import subprocess

from co2desk.desktop.postgres_binaries import child_environment
from tests.postgres import DatabaseForTest

# The programs' versions, the one-time key that guards psql, and the settings of the session.
_PASSING = re.compile(r"--|\\(un)?restrict |SET |SELECT pg_catalog\.set_config")


def schema_dump(database: DatabaseForTest) -> list[str]:
    """Return the lines of the dump, with rights, owners and the database's own settings.

    They are the same on every version of PostgreSQL that is supported.
    """
    server = database.superuser
    said = subprocess.run(
        [
            database.server.binaries.program("pg_dump"),
            "--schema-only",
            "--create",
            f"--dbname=postgresql:///{database.name}?host={server.host}&user={server.user}",
        ],
        env={**child_environment(), "PGPASSWORD": server.password},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout.replace(database.name, "co2desk")
    lines = [line for line in said.splitlines() if line.strip() and not _PASSING.match(line)]
    # PostgreSQL 15 leaves two blanks in these.
    return [
        " ".join(line.split()) if line.startswith("ALTER DEFAULT PRIVILEGES") else line
        for line in lines
    ]
