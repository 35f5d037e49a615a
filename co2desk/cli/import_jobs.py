"""`imports` and `undo`: what was imported, and taking it back."""

from typing import Annotated
from uuid import UUID

import typer

from co2desk.cli import options
from co2desk.cli.terminal import Terminal


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("imports")(imports)
    app.command("undo")(undo)


def imports(
    context: typer.Context,
    lab: options.Lab = "",
    year: options.Year = None,
    search: options.Search = "",
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """List import jobs, the newest first."""
    from co2desk.cli import documents
    from co2desk.services.imports import ImportFilter

    terminal: Terminal = context.obj
    with terminal.services(database) as services:
        if lab:
            services.labs.require(lab)
        wanted = ImportFilter(lab_codes=(lab,) if lab else (), year=year, text=search)
        jobs = services.imports.jobs(wanted)
    if json:
        terminal.document({"imports": [documents.import_job(job) for job in jobs]})
        return
    terminal.table(
        ["import", "created_at", "lab", "file", "status", "rows", "valid", "errors", "co2e_kg"],
        [
            (
                job.id,
                job.created_at,
                job.lab_code,
                job.filename,
                terminal.text(f"job_status.{job.status}"),
                job.rows_total,
                job.rows_valid,
                job.rows_error,
                job.co2e_kg,
            )
            for job in jobs
        ],
    )


def undo(
    context: typer.Context,
    job_id: Annotated[str, typer.Argument(metavar="JOB_ID", show_default=False)],
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """Take the activities of an import out again."""
    from co2desk.cli import documents
    from co2desk.domain.errors import ErrorCode, UnusableInput
    from co2desk.domain.ids import ImportJobId

    terminal: Terminal = context.obj
    try:
        wanted = ImportJobId(UUID(job_id))
    except ValueError:
        raise UnusableInput(ErrorCode.UNKNOWN_IMPORT, job_id=job_id) from None
    with terminal.services(database) as services:
        outcome = services.imports.undo(wanted, terminal.progress())
        terminal.done()
    if json:
        terminal.document(documents.undo(outcome))
        return
    if not outcome.removed and not outcome.kept:
        terminal.line(terminal.text("undone_before"))
        return
    terminal.line(terminal.text("removed", count=outcome.removed))
    if outcome.kept:
        terminal.line(terminal.text("kept", count=len(outcome.kept)))
        terminal.table(
            ["activity", "reason", "person"],
            [
                (kept.activity_id, terminal.text(f"kept_reason.{kept.reason}"), kept.edited_by)
                for kept in outcome.kept
            ],
        )
