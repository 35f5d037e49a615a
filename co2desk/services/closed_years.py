"""Chooses where a closed year is read: from a standby that has all of it, else where it is written.

A standby may be moments behind. A published year is frozen, so a standby that has the very
publication that the primary has also has every activity of that year; any other year is read from
the primary, so that nobody misses what has just been entered.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from co2desk.database.health.copies import replay_delay_seconds
from co2desk.database.published_years import PublishedYears
from co2desk.database.reporting import for_reports
from co2desk.database.unit_of_work import Database, Session
from co2desk.domain.errors import DatabaseProblem, follows_interrupt
from co2desk.services.connect import Connection

_log = logging.getLogger(__name__)
_Found = TypeVar("_Found")


class ClosedYear:
    """Reads what belongs to one export, page by page, from one server as long as it answers."""

    def __init__(self, primary: Database, copy: "_Copy | None") -> None:
        self._primary = primary
        self._copy = copy

    @property
    def on_standby(self) -> bool:
        """Whether a standby is asked."""
        return self._copy is not None

    def read(self, work: Callable[[Session], _Found]) -> _Found:
        """Do `work` in a transaction; a standby that fails gives way to the primary for good."""
        if self._copy is not None:
            try:
                with self._copy.standby.reading() as session:
                    # Of several standbys, a new connection may have reached another.
                    if self._copy.has_it(session):
                        return work(session)
                _log.warning("another standby answers, the primary goes on")
            except DatabaseProblem as problem:
                if follows_interrupt(problem):
                    raise
                _log.warning("the standby gave up (%s), the primary goes on", problem.code)
            self._copy = None
        with self._primary.reading() as session:
            return work(session)


@dataclass(frozen=True, slots=True)
class _Copy:
    """A standby, and the publication that it has to have."""

    standby: Database
    year: int
    lab_codes: tuple[str, ...]
    mark: str

    def has_it(self, session: Session) -> bool:
        """Whether the server of `session` has it."""
        return PublishedYears(session).mark(self.year, self.lab_codes) == self.mark

    def answers(self) -> bool:
        """Whether a standby answers, and has it."""
        try:
            with self.standby.connection() as asked:
                behind = replay_delay_seconds(asked)
            if behind is None:
                _log.warning("no standby answers, the primary is read")
                return False
            with self.standby.reading() as session:
                there = self.has_it(session)
        except DatabaseProblem as problem:
            _log.warning("the standby does not answer (%s), the primary is read", problem.code)
            return False
        where = "the standby" if there else "the primary, for the standby has not got that far"
        _log.info("the closed year %d is read from %s, %.1f s behind", self.year, where, behind)
        return there


@contextmanager
def closed_year(
    connection: Connection, year: int | None, lab_codes: tuple[str, ...]
) -> Iterator[ClosedYear]:
    """Yield where to read a year of laboratories (all that the person sees: none named)."""
    primary = connection.database
    with _standby_of(connection) as standby:
        copy = None
        if standby is not None and year is not None:
            with primary.reading() as session:
                mark = PublishedYears(session).mark(year, lab_codes)
            if mark is not None:
                copy = _Copy(standby, year, lab_codes, mark)
        yield ClosedYear(primary, copy if copy is not None and copy.answers() else None)


def standby_state(connection: Connection) -> Mapping[str, object] | None:
    """Whether the standby of the connection answers, and seconds that it is behind if it does.

    None where the connection names none.
    """
    with _standby_of(connection) as standby:
        if standby is None:
            return None
        behind: float | None = None
        try:
            with standby.connection() as asked:
                behind = replay_delay_seconds(asked)
        except DatabaseProblem as problem:
            _log.warning("the standby does not answer (%s)", problem.code)
        assert connection.choice.profile is not None
        return {
            "name": connection.choice.profile.standby_host,
            "answers": behind is not None,
            "replay_delay_seconds": behind,
        }


@contextmanager
def _standby_of(connection: Connection) -> Iterator[Database | None]:
    profile = connection.choice.profile
    if profile is None or not profile.standby_host:
        yield None
        return
    database = Database(for_reports(connection.database.parameters, profile.standby_host))
    try:
        yield database
    finally:
        database.close()
