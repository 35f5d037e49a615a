"""What each list and page asks of the line: ways to the server and back, counted on the wire."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from co2desk.domain.activity_list import ActivityFilter
from co2desk.services.bundle import Services
from co2desk.services.manage_factors import FactorFilter
from tests.entries import gas
from tests.servers.line import Line, line_to

# A try of the pooled connection, BEGIN, COMMIT; the rest is what the list itself asks.
_AROUND = 3


@pytest.fixture
def line(services: Services) -> Iterator[Line]:
    """The line of the services to their database, with one connection made."""
    server = services.connection.caretaker
    with line_to(Path(server.host, f".s.PGSQL.{server.port}")) as line:
        services.connection.database.close()
        services.labs.faculties()
        yield line
        services.connection.database.close()


@pytest.mark.parametrize(
    ("asked", "statements"),
    [
        (lambda services: services.activities.page(), 2),
        (lambda services: services.activities.page(ActivityFilter(text="gas")), 3),
        (lambda services: services.activities.page_before(), 2),
        (lambda services: services.activities.totals(), 1),
        (lambda services: services.labs.search(), 1),
        (lambda services: services.factors.search(FactorFilter(text="gas")), 2),
        (lambda services: services.factors.categories(), 1),
        (lambda services: services.imports.jobs(), 1),
        (lambda services: services.results.rows(), 1),
        (lambda services: services.results.years(), 1),
        (lambda services: services.administration.people(), 1),
        (lambda services: services.administration.published_years(), 1),
        (lambda services: services.administration.audit(), 1),
    ],
)
def test_that_reading_asks_the_line_for_no_more_than_it_needs(
    services: Services, line: Line, asked: Callable[[Services], object], statements: int
) -> None:
    before = line.round_trips
    asked(services)
    assert line.round_trips - before == _AROUND + statements


def test_that_writing_asks_once_more_for_what_its_commit_is_known_by(
    services: Services, lab: str, line: Line
) -> None:
    [made] = services.activities.add([gas(lab)])
    before = line.round_trips
    services.activities.delete({made.id: made.version})
    assert line.round_trips - before == _AROUND + 2


def test_that_after_a_cut_line_known_rows_are_not_asked_for_at_each_correction(
    services: Services, lab: str, line: Line
) -> None:
    """Else each edit of a cell would wait for a line that is dead."""
    known_rows = services.references.for_laboratory(lab).known_rows
    assert known_rows([b"x" * 32]) == {}
    line.cut()
    assert known_rows([b"x" * 32]) == {}
    line.mend()
    before = line.round_trips
    assert known_rows([b"x" * 32]) == {}
    assert line.round_trips == before
