"""From a table to checked rows."""

from decimal import Decimal

from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Reference
from co2desk.importing.check_run import CheckRun
from co2desk.importing.checked import CheckChoices, CheckedTable
from co2desk.importing.checked_rows import CheckedRows
from co2desk.importing.checker import Checker
from co2desk.importing.table import SourceTable


def check_table(
    table: SourceTable,
    choices: CheckChoices,
    reference: Reference,
    progress: Progress = NoProgress(),
) -> CheckedTable:
    """Check every row of `table`.

    Rows of the result are made when they are looked at; what is kept of each is its state and
    its findings.

    Raises:
        UnusableInput: no kind fits, required columns are missing, the file holds emission
            factors, or the laboratory is not known to a reference that knows laboratories.
        Cancelled: asked for through `progress`.
    """
    checker = Checker(table, choices, reference)
    run = CheckRun(checker, progress)
    return CheckedTable(
        checker.kind.name,
        table.header,
        checker.columns,
        CheckedRows(run),
        run.counts(),
        sum(run.kilograms.values(), Decimal(0)),
        run.kilograms,
        run.missing_count,
        checker.default_date,
        checker.year,
    )
