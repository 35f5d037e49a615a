"""Takes the reference data that a file is checked against, from where there is some."""

import logging
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from co2desk.database.import_jobs import ImportJobs
from co2desk.database.laboratories import Laboratories
from co2desk.database.mappings import Mappings
from co2desk.database.reference_snapshot import take_reference
from co2desk.database.unit_of_work import Database
from co2desk.domain.errors import OF_THE_LINK, DatabaseProblem
from co2desk.domain.ids import LabId
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import KnownRow, Laboratory, Reference, no_known_rows
from co2desk.importing.kinds.registry import KINDS
from co2desk.offline.builtin_catalogue import builtin_reference
from co2desk.offline.pack import read_pack
from co2desk.services.connect import Connection
from co2desk.services.connection_choice import ChosenBy
from co2desk.services.without_database import expect_laboratory

log = logging.getLogger(__name__)

_SECONDS_LEFT_ALONE = 30.0


class References:
    """Built-in catalogue, offline pack or database; `packs` is where this computer's packs are."""

    def __init__(self, connection: Connection, resources: Path, packs: Path) -> None:
        self._connection = connection
        self._resources = resources
        self._packs = packs

    def for_check(self, lab_code: str, progress: Progress = NoProgress()) -> Reference:
        """For a check against the chosen database that need not be followed by a commit.

        A last profile that does not answer gives way to what there is without it.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY.
            DatabaseProblem: a database that was named cannot be reached.
        """
        connection = self._connection
        if not connection.is_open:
            try:
                connection.open(progress)
            except DatabaseProblem:
                if connection.choice.chosen_by is not ChosenBy.PROFILE:
                    raise
                return self.now(lab_code)
        return self.for_laboratory(lab_code)

    def now(self, lab_code: str) -> Reference:
        """The best there is at this moment: the database, the newest pack, or the catalogue.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY where laboratories are known.
            DatabaseProblem: the database answers, but refuses.
        """
        if self._connection.is_open:
            try:
                return self.for_laboratory(lab_code)
            except DatabaseProblem as problem:
                if problem.code not in OF_THE_LINK:
                    raise
                log.warning("files are checked without the database: %s", problem.code)
        if newest := self._newest_pack():
            return expect_laboratory(read_pack(newest, self._resources), lab_code)
        return self.builtin()

    def _newest_pack(self) -> Path | None:
        packs = self._packs.glob("*.co2pack")
        return max(packs, key=lambda path: path.stat().st_mtime, default=None)

    def laboratories(self) -> Sequence[Laboratory] | None:
        """The laboratories that are known at this moment; None without database and pack.

        Raises:
            DatabaseProblem: the database is open, and cannot be reached or refuses.
        """
        if not self._connection.is_open:
            return self.laboratories_offline()
        with self._connection.database.reading() as session:
            return Laboratories(session).search()

    def laboratories_offline(self) -> Sequence[Laboratory] | None:
        """The laboratories of the newest pack; None without one."""
        newest = self._newest_pack()
        if newest is None:
            return None
        reference = read_pack(newest, self._resources)
        return tuple(reference.laboratories.values()) if reference.knows_laboratories else None

    def for_laboratory(self, lab_code: str) -> Reference:
        """Today's state of the connected database, for an import into a laboratory ("" for none).

        Raises:
            UnusableInput: UNKNOWN_LABORATORY.
        """
        database, shipped = self._connection.database, self.builtin()
        with database.reading() as session:
            laboratories = Laboratories(session)
            lab = laboratories.by_code(lab_code) if lab_code else None
            reference = take_reference(
                session,
                airports=shipped.airports,
                stations=shipped.stations,
                known_rows=no_known_rows if lab is None else _KnownRows(database, lab.id),
                lab_id=None if lab is None else lab.id,
            )
            reference = replace(expect_laboratory(reference, lab_code), units=shipped.units)
            if lab is None:
                return reference
            mappings = Mappings(session)
            return replace(
                reference,
                column_mappings={kind: mappings.columns(lab.id, kind) for kind in KINDS},
                value_mappings={
                    key: meaning
                    for kind in KINDS
                    for key, meaning in mappings.values(lab.id, kind).items()
                },
            )

    def builtin(self) -> Reference:
        """The catalogue that is shipped: factors, places and rates, but no laboratories."""
        return builtin_reference(self._resources)


class _KnownRows:
    """Asks the database which rows a laboratory has already.

    Where the network goes while a person corrects rows, none is known for a while: their work
    goes on, and before anything is written all rows are checked against the database once more.
    """

    def __init__(self, database: Database, lab_id: LabId) -> None:
        self._database = database
        self._lab_id = lab_id
        self._not_before = 0.0

    def __call__(self, fingerprints: Iterable[bytes]) -> Mapping[bytes, KnownRow]:
        if time.monotonic() < self._not_before:
            return {}
        try:
            with self._database.reading() as session:
                return ImportJobs(session).known_rows(self._lab_id, fingerprints)
        except DatabaseProblem as problem:
            if problem.code not in OF_THE_LINK:
                raise
            log.warning("rows imported before are not known now: %s", problem.code)
            self._not_before = time.monotonic() + _SECONDS_LEFT_ALONE
            return {}
