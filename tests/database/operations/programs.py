"""The client programs that the tests' server came with."""

from co2desk.database.backup.programs import ClientPrograms, inspect_programs
from co2desk.desktop.postgres_binaries import child_environment
from tests.postgres import Server


def programs_of(server: Server) -> ClientPrograms:
    """Return pg_dump and pg_restore of the server's own version."""
    found = inspect_programs(server.binaries.folder, child_environment())
    assert found is not None
    return found
