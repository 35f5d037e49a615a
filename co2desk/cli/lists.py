"""`labs`, `activities`, `factors`, `results`: list, search and export; load factor sets."""

from pathlib import Path
from typing import Annotated

import typer

from co2desk.cli import options
from co2desk.cli.terminal import Terminal

Limit = Annotated[int, typer.Option("--limit", min=1, max=100_000)]


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("labs")(labs)
    app.command("activities")(activities)
    app.command("factors")(factors)
    app.command("results")(results)


def labs(
    context: typer.Context,
    add: Annotated[str, typer.Option("--add", metavar="CODE", show_default=False)] = "",
    name: Annotated[str, typer.Option("--name", metavar="TEXT", show_default=False)] = "",
    faculty: Annotated[str, typer.Option("--faculty", metavar="TEXT", show_default=False)] = "",
    search: options.Search = "",
    lab: options.Lab = "",
    export: options.Export = None,
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """List laboratories, or add one."""
    from co2desk.cli import documents

    terminal: Terminal = context.obj
    with terminal.services(database) as services:
        if add:
            services.labs.add(add, name, faculty)
            search, lab = "", add
        if export:
            _told(terminal, export, services.labs.export(export, search), json=json)
            return
        found = [
            one
            for one in services.labs.search(search)
            if not lab or one.code.lower() == lab.lower()
        ]
    if json:
        terminal.document({"labs": [documents.laboratory(one) for one in found]})
        return
    terminal.table(
        ["lab", "name", "faculty", "role"],
        [
            (one.code, one.name, one.faculty, terminal.text(f"role.{one.role}") if one.role else "")
            for one in found
        ],
    )


def activities(
    context: typer.Context,
    search: options.Search = "",
    lab: options.Lab = "",
    year: options.Year = None,
    limit: Limit = 1000,
    export: options.Export = None,
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """List activities, the newest first."""
    from co2desk.cli import documents
    from co2desk.domain.activity_list import ActivityFilter

    terminal: Terminal = context.obj
    wanted = ActivityFilter(lab_codes=(lab,) if lab else (), year=year, text=search)
    with terminal.services(database) as services:
        if lab:
            services.labs.require(lab)
        if export:
            written = services.activities.export(export, wanted, progress=terminal.progress())
            _told(terminal, export, written, json=json)
            return
        page = services.activities.page(wanted, limit=limit)
        totals = services.activities.totals(wanted)
    if json:
        terminal.document(
            {
                "activities": [documents.activity(record) for record in page.rows],
                "total": totals.count,
            }
        )
        return
    terminal.table(
        ["date", "lab", "type", "category", "subcategory", "quantity", "unit", "co2e_kg"],
        [
            (
                record.date,
                record.lab_code,
                terminal.text(f"activity_type.{record.activity_type}"),
                record.category,
                record.subcategory,
                record.quantity,
                record.unit,
                record.co2e_kg,
            )
            for record in page.rows
        ],
    )
    terminal.line(terminal.text("shown_of", shown=len(page.rows), count=totals.count))


def factors(
    context: typer.Context,
    import_: Annotated[Path | None, typer.Option("--import", metavar="FILE")] = None,
    dry_run: options.DryRun = False,
    search: options.Search = "",
    lab: options.Lab = "",
    year: options.Year = None,
    limit: Limit = 1000,
    export: options.Export = None,
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """List emission factors, or load a set of them."""
    from datetime import date

    from co2desk.cli import documents
    from co2desk.services.manage_factors import FactorFilter

    terminal: Terminal = context.obj
    if import_:
        _load_factors(terminal, import_, database, dry_run=dry_run, json=json)
        return
    wanted = FactorFilter(text=search, lab_code=lab, valid_on=date(year, 12, 31) if year else None)
    with terminal.services(database) as services:
        if lab:
            services.labs.require(lab)
        if export:
            _told(terminal, export, services.factors.export(export, wanted), json=json)
            return
        page = services.factors.search(wanted, limit=limit)
    if json:
        terminal.document(
            {"factors": [documents.factor(one) for one in page.rows], "total": page.total}
        )
        return
    terminal.table(
        ["code", "name", "category", "value", "unit", "valid_from", "valid_to"],
        [
            (one.code, one.name, one.category, one.value, one.unit, one.valid_from, one.valid_to)
            for one in page.rows
        ],
    )
    terminal.line(terminal.text("shown_of", shown=len(page.rows), count=page.total))


def _load_factors(
    terminal: Terminal, path: Path, database: str | None, *, dry_run: bool, json: bool
) -> None:
    from co2desk.cli import documents

    with terminal.services(database) as services:
        load = services.factors.load_file(path, dry_run=dry_run, progress=terminal.progress())
        terminal.done()
    if json:
        terminal.document(documents.factor_load(load, terminal.messages))
    else:
        for problem in (found for row in load.checked.rows for found in row.issues):
            terminal.line(
                terminal.text("at_row", row=problem.row, letter=problem.letter)
                + " "
                + terminal.messages.issue(problem)
            )
        key = "refused" if load.rows_error else "dry_run" if dry_run else "loaded"
        terminal.line(
            terminal.text(
                f"factor_load.{key}",
                added=load.added,
                changed=load.changed,
                unchanged=load.unchanged,
                error=load.rows_error,
            )
        )
    if load.rows_error:
        raise typer.Exit(1)


def results(
    context: typer.Context,
    search: options.Search = "",
    lab: options.Lab = "",
    year: options.Year = None,
    export: options.Export = None,
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """List CO2e by laboratory, year, type and category."""
    from co2desk.cli import documents
    from co2desk.services.summarise import ResultFilter

    terminal: Terminal = context.obj
    wanted = ResultFilter(lab_codes=(lab,) if lab else (), year=year, text=search)
    with terminal.services(database) as services:
        if lab:
            services.labs.require(lab)
        if export:
            _told(terminal, export, services.results.export(export, wanted), json=json)
            return
        rows = services.results.rows(wanted)
    if json:
        terminal.document({"results": [documents.result(row) for row in rows]})
        return
    terminal.table(
        ["lab", "year", "type", "category", "co2e_kg", "activities", "missing"],
        [
            (
                row.lab_code,
                str(row.year),
                terminal.text(f"activity_type.{row.activity_type}"),
                row.category,
                # No factor at all is not 0 kg.
                row.co2e_kg if row.missing_count < row.activity_count else None,
                row.activity_count,
                row.missing_count,
            )
            for row in rows
        ],
    )


def _told(terminal: Terminal, path: Path, rows: int, *, json: bool) -> None:
    if json:
        terminal.document({"exported": path, "rows": rows})
    else:
        terminal.line(terminal.text("exported", count=rows, path=path))
