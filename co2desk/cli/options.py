"""The options that several commands share, each declared once."""

from pathlib import Path
from typing import Annotated

import typer

# Whether a file can be read is told by its reader, in the person's language.
File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False, readable=False)]
Json = Annotated[bool, typer.Option("--json")]
Database = Annotated[str | None, typer.Option("--database", metavar="NAME_OR_URL")]
Lab = Annotated[str, typer.Option("--lab", metavar="CODE", show_default=False)]
Year = Annotated[int | None, typer.Option("--year", min=1990, max=2100)]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND")]
Mapping = Annotated[Path | None, typer.Option("--mapping", metavar="FILE", readable=False)]
Pack = Annotated[Path | None, typer.Option("--pack", metavar="FILE", readable=False)]
AnnotatedCopy = Annotated[Path | None, typer.Option("--annotated", metavar="OUT")]
AllowNoFactor = Annotated[bool, typer.Option("--allow-no-factor")]
Again = Annotated[bool, typer.Option("--again")]
DryRun = Annotated[bool, typer.Option("--dry-run")]
Search = Annotated[str, typer.Option("--search", metavar="TEXT", show_default=False)]
Export = Annotated[Path | None, typer.Option("--export", metavar="FILE")]
Out = Annotated[Path, typer.Option("--out", metavar="FILE")]

Encoding = Annotated[str | None, typer.Option("--encoding", metavar="NAME")]
Delimiter = Annotated[str | None, typer.Option("--delimiter", metavar="CHAR")]
DecimalMark = Annotated[str | None, typer.Option("--decimal-mark", metavar="CHAR")]
DateOrder = Annotated[str | None, typer.Option("--date-order", metavar="ORDER")]
Sheet = Annotated[str | None, typer.Option("--sheet", metavar="NAME")]
HeaderRow = Annotated[int | None, typer.Option("--header-row", min=0)]
