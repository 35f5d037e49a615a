"""`check` and `import`: judge the rows of a file, and commit them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from co2desk.cli import options
from co2desk.cli.notes import show_notes
from co2desk.cli.reading import read_options
from co2desk.cli.shared_options import with_options_of
from co2desk.cli.terminal import Terminal
from co2desk.domain.amount_texts import plain_number

if TYPE_CHECKING:
    from co2desk.domain.reference import Reference
    from co2desk.services.check_file import CheckedImport
    from co2desk.services.import_file import ImportResult

_DATE_ORDERS = ("dmy", "mdy", "ymd")
_ISSUES_SHOWN = 50  # on a terminal; --json has them all


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("check")(check)
    app.command("import")(import_)


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What `check` and `import` both take: a file, how to read it, and what to hold it to."""

    file: options.File
    kind: options.Kind = None
    lab: options.Lab = ""
    year: options.Year = None
    mapping: options.Mapping = None
    annotated: options.AnnotatedCopy = None
    allow_no_factor: options.AllowNoFactor = False
    again: options.Again = False
    json: options.Json = False
    database: options.Database = None
    encoding: options.Encoding = None
    delimiter: options.Delimiter = None
    decimal_mark: options.DecimalMark = None
    date_order: options.DateOrder = None
    sheet: options.Sheet = None
    header_row: options.HeaderRow = None

    def checked(
        self, reference: "Reference", terminal: Terminal, *, factors_too: bool = False
    ) -> "CheckedImport":
        """Check the file against `reference`; write the annotated copy that was asked for."""
        from co2desk.importing.checked import CheckChoices
        from co2desk.importing.readers import open_source
        from co2desk.services.annotate_copy import annotate
        from co2desk.services.check_file import check_file
        from co2desk.services.mapping_file import read_mapping

        done = check_file(
            self.file,
            reference,
            CheckChoices(
                kind=self.kind,
                lab_code=self.lab,
                year=self.year,
                allow_no_factor=self.allow_no_factor,
                again=self.again,
                date_orders=_every_column(self.date_order),
            ),
            read_options(
                self.encoding, self.delimiter, self.decimal_mark, self.sheet, self.header_row
            ),
            mapping=read_mapping(self.mapping) if self.mapping else None,
            factors_too=factors_too,
            progress=terminal.progress(),
        )
        if self.annotated:
            source = open_source(self.file)
            progress = terminal.progress()
            annotate(source, done, self.annotated, terminal.messages, progress, own=self.file)
        return done


@with_options_of(CheckOptions)
def check(context: typer.Context, given: CheckOptions, pack: options.Pack = None) -> None:
    """Check every row of a file; write nothing."""
    from co2desk.cli import documents

    terminal: Terminal = context.obj
    with terminal.reference(given.database, pack, given.lab) as reference:
        done = given.checked(reference, terminal, factors_too=True)
    if given.json:
        terminal.document(documents.check(done, terminal.messages))
    else:
        _show(done, terminal)
    if done.checked.counts.error:
        raise typer.Exit(1)


@with_options_of(CheckOptions)
def import_(
    context: typer.Context,
    given: CheckOptions,
    lab: Annotated[str, typer.Option("--lab", metavar="CODE", show_default=False)],
    valid_only: Annotated[bool, typer.Option("--valid-only")] = False,
    dry_run: options.DryRun = False,
) -> None:
    """Check a file, then commit it in one transaction."""
    from co2desk.cli import documents
    from co2desk.services.import_file import CommitMode

    terminal: Terminal = context.obj
    with terminal.services(given.database) as services:
        done = given.checked(services.references.for_laboratory(lab), terminal)
        result = services.import_file.commit(
            done,
            CommitMode.VALID_ONLY if valid_only else CommitMode.ALL_OR_NOTHING,
            dry_run=dry_run,
            progress=terminal.progress(),
        )
        terminal.done()
    if given.json:
        document = documents.check(done, terminal.messages) | documents.import_result(result)
        terminal.document(document)
    else:
        _show(done, terminal)
        terminal.line(_outcome(result, terminal))
    if result.rows_error:
        raise typer.Exit(1)


def _every_column(date_order: str | None) -> "dict[int, str]":
    from co2desk.domain.errors import ErrorCode, UnusableInput
    from co2desk.importing.checker import EVERY_COLUMN

    if date_order is None:
        return {}
    if date_order not in _DATE_ORDERS:
        raise UnusableInput(
            ErrorCode.INVALID_VALUE,
            value=date_order,
            name="--date-order",
            detail=", ".join(_DATE_ORDERS),
        )
    return {EVERY_COLUMN: date_order}


def _show(done: "CheckedImport", terminal: Terminal) -> None:
    from co2desk.domain.issue import Severity
    from co2desk.importing.checked import RowState

    checked = done.checked
    # Rows that a template left unfilled are counted below, not told one by one.
    issues = [
        issue
        for row in checked.rows
        if row.state is not RowState.UNFILLED
        for issue in sorted(row.issues, key=lambda one: (len(one.letter), one.letter))
    ]
    if issues:
        terminal.table(
            ["row", "letter", "column", "severity", "code", "message"],
            [
                (
                    issue.row,
                    issue.letter,
                    issue.column,
                    terminal.text(f"severity.{issue.severity}"),
                    issue.code,
                    terminal.messages.issue(issue),
                )
                for issue in issues[:_ISSUES_SHOWN]
            ],
        )
        if len(issues) > _ISSUES_SHOWN:
            terminal.line(terminal.text("more_issues", count=len(issues) - _ISSUES_SHOWN))
        for code in sorted(
            {str(issue.code) for issue in issues if issue.severity is Severity.ERROR}
        ):
            if f"terminal.issue_hint.{code}" in terminal.messages.texts:
                terminal.line(terminal.text(f"issue_hint.{code}"))
        terminal.line()
    counts = checked.counts
    terminal.line(
        terminal.text(
            "row_counts",
            kind=checked.kind,
            total=counts.total,
            valid=counts.valid,
            warning=counts.warning,
            error=counts.error,
            unfilled=counts.unfilled,
            skipped=counts.skipped,
        )
    )
    if checked.kind == "factor":
        terminal.line(terminal.text("issue_hint.factor_set"))
        return
    terminal.line(terminal.text("co2e_of_rows", co2e=plain_number(checked.co2e_kg)))
    if checked.missing_count:
        terminal.line(terminal.text("rows_without_co2e", count=checked.missing_count))
    if checked.default_date is not None and counts.valid:
        terminal.line(terminal.text("default_date", date=checked.default_date))
    if done.choices.lab_code and done.laboratory is None:
        terminal.line(terminal.text("laboratory_not_verified", lab=done.choices.lab_code))
    show_notes(done.source.notes, terminal)


def _outcome(result: "ImportResult", terminal: Terminal) -> str:
    return terminal.text(
        f"import.{result.status}",
        valid=result.rows_valid,
        error=result.rows_error,
        job_id=result.job_id,
        co2e=plain_number(result.co2e_kg),
    )
