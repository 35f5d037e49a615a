"""Fills a new database with what ships: emission factors, rates and the demo laboratories."""

from collections.abc import Callable
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from co2desk.database.factors import Factors
from co2desk.database.import_commit import commit_import
from co2desk.database.laboratories import Laboratories
from co2desk.database.rates import ExchangeRates
from co2desk.database.unit_of_work import Database
from co2desk.desktop.messages import Messages
from co2desk.domain.ids import LabId
from co2desk.domain.import_job import ImportToCommit
from co2desk.domain.progress import Progress
from co2desk.domain.reference import Laboratory, Reference
from co2desk.importing.checked import CheckChoices
from co2desk.offline.builtin_catalogue import builtin_reference, shipped_factors, shipped_rates
from co2desk.offline.demo_laboratory import DemoFile, demo
from co2desk.services.check_file import check_file
from co2desk.services.rows_to_import import RowsToImport, cell_names


def catalogue_filler(resources: Path) -> Callable[[Database, Progress], bool]:
    """A function that gives a database the shipped emission factors and exchange rates.

    Where there are emission factors already it does nothing; it returns whether it loaded any.
    """

    def fill(database: Database, progress: Progress) -> bool:
        with database.transaction() as session:
            if Factors(session).search(limit=1)[1]:
                return False
            progress.report(0, None, "loading")
            Factors(session).load_set(shipped_factors(resources))
            ExchangeRates(session).save(shipped_rates(resources))
            return True

    return fill


def filler(resources: Path, messages: Messages) -> Callable[[Database, Progress], None]:
    """A function that fills a new database in one transaction.

    Where there are emission factors already, it does nothing: the person may have changed them,
    or deleted the demo.
    """

    def fill(database: Database, progress: Progress) -> None:
        with database.transaction() as session:
            if Factors(session).search(limit=1)[1]:
                return
            progress.report(0, 3, "loading")
            Factors(session).load_set(shipped_factors(resources))
            ExchangeRates(session).save(shipped_rates(resources))
            progress.report(1, 3, "loading")
            shown = demo(resources)
            for lab in shown.laboratories:
                made = Laboratory(
                    _lab_id(lab.code), lab.code, lab.name, lab.faculty, members=lab.members
                )
                Laboratories(session).create(made)
            reference = builtin_reference(resources)
            for file in shown.imported:
                commit_import(session, _import(file, reference, messages))
            progress.report(3, 3, "loading")

    return fill


def _lab_id(code: str) -> LabId:
    return LabId(uuid5(NAMESPACE_URL, f"co2desk:demo/{code}"))


def _import(file: DemoFile, reference: Reference, messages: Messages) -> ImportToCommit:
    done = check_file(file.path, reference, CheckChoices(lab_code=file.lab_code, year=file.year))
    source, checked = done.source, done.checked
    names = cell_names(source.header, source.letters)
    return ImportToCommit(
        job_id=file.job_id,
        lab_id=_lab_id(file.lab_code),
        filename=source.name,
        kind=checked.kind,
        reporting_year=file.year,
        file_sha256=source.sha256,
        column_mapping={name: checked.columns.get(at, "") for at, name in enumerate(names)},
        rows_total=checked.counts.total,
        rows=RowsToImport(checked.rows, names, messages),
    )
