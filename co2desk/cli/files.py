"""`inspect` and `convert`: what a file is, and its table as plain CSV."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from co2desk.cli import options
from co2desk.cli.notes import show_notes
from co2desk.cli.reading import read_options
from co2desk.cli.terminal import Terminal, escaped, escaped_controls

if TYPE_CHECKING:
    from co2desk.services.inspect_file import Inspection


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("inspect")(inspect)
    app.command("convert")(convert)


def inspect(
    context: typer.Context,
    file: options.File,
    json: options.Json = False,
    encoding: options.Encoding = None,
    delimiter: options.Delimiter = None,
    decimal_mark: options.DecimalMark = None,
    sheet: options.Sheet = None,
    header_row: options.HeaderRow = None,
) -> None:
    """Say what was detected in a file."""
    from co2desk.cli import documents
    from co2desk.services.inspect_file import inspect_file

    terminal: Terminal = context.obj
    chosen = read_options(encoding, delimiter, decimal_mark, sheet, header_row)
    found = inspect_file(file, chosen, terminal.progress())
    if json:
        terminal.document(documents.inspection(found))
    else:
        _show(found, terminal)


def _show(found: "Inspection", terminal: Terminal) -> None:
    facts = {
        "path": found.path,
        "format": found.format,
        "encoding": found.encoding,
        "delimiter": found.delimiter,
        "quote": found.quote,
        "decimal_mark": found.decimal_mark,
        "sheet": found.sheet,
        "header_row": str(found.header_row),
        "kind": found.kind or terminal.text("nothing_recognised"),
        "rows": str(found.rows),
        "confidence": f"{found.confidence:.0%}",
    }
    names = {key: terminal.text(f"fact.{key}") for key in facts}
    width = max(map(len, names.values()))
    for key, value in facts.items():
        if value:
            terminal.line(f"{names[key].ljust(width)}  {escaped(value)}")
    terminal.line()
    terminal.table(
        ["letter", "column", "field"],
        [(column.letter, column.name, column.field or "-") for column in found.columns],
    )
    show_notes(found.notes, terminal)
    if len(found.encodings) > 1:
        terminal.line(terminal.text("encodings_that_fit"))
        terminal.table(
            ["encoding", "beginning"],
            [(one.encoding, line[:60]) for one in found.encodings for line in one.lines[:2]],
        )
    if found.missing_fields:
        terminal.line(terminal.text("missing_fields", fields=", ".join(found.missing_fields)))
    if found.skipped:
        terminal.line()
        terminal.table(
            ["row", "left_out_because", "beginning"],
            [
                (row.row, terminal.text(f"skipped.{row.reason}"), row.text[:60])
                for row in found.skipped
            ],
        )


def convert(
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", show_default=False, readable=False)
    ],
    out_dir: Annotated[Path, typer.Option("--out-dir", metavar="DIR", show_default=False)],
) -> None:
    """Write the data table of each file as plain CSV."""
    from co2desk.services.convert_files import convert_files

    terminal: Terminal = context.obj
    bad = 0
    for done in convert_files(files, out_dir, terminal.progress()):
        if done.error is None:
            terminal.line(
                terminal.text("converted", source=escaped(str(done.source)), rows=done.rows)
            )
        else:
            bad += 1
            reason = escaped_controls(terminal.messages.error(done.error))
            source = escaped(str(done.source))
            terminal.line(terminal.text("not_converted", source=source, reason=reason))
    if bad:
        raise typer.Exit(2 if bad == len(files) else 1)
