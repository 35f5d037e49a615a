"""A person whose line to the database is listened in on, and can be cut."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from co2desk.database.unit_of_work import Database
from tests.postgres import DatabaseForTest
from tests.servers.line import Line, line_beside


@contextmanager
def person_on_line(database: DatabaseForTest, login: str) -> Iterator[tuple[Line, Database]]:
    """Open a database for a person, by a line of the person's own and past any pooler."""
    parameters = database.direct_parameters(login)
    server = Path(parameters.host, f".s.PGSQL.{parameters.port}")
    with line_beside(server) as line:
        person = Database(replace(parameters, host=str(line.place.parent)))
        try:
            yield line, person
        finally:
            person.close()
