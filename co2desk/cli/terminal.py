"""What a command speaks through: texts, one JSON document or a table, notes, a progress bar."""

import getpass
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, TextIO
from unicodedata import category
from uuid import UUID

from co2desk.cli.progress_bar import ProgressBar
from co2desk.cli.standard_streams import ResultStream
from co2desk.desktop.messages import Messages
from co2desk.domain.amount_texts import decimals_of, kilograms, plain_number, with_decimals
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.progress import NoProgress, Progress

if TYPE_CHECKING:
    from co2desk.domain.reference import Reference
    from co2desk.services.bundle import Services

_KILOGRAMS = "co2e_kg"
_AMOUNT_COLUMNS = (_KILOGRAMS, "quantity")


@dataclass(frozen=True)
class Terminal:
    """Handed to every command. `build_services` takes `--database` (None: choose by the rule)."""

    messages: Messages
    build_services: "Callable[[str | None], Services]"
    out: ResultStream = field(default_factory=lambda: ResultStream(sys.stdout))
    err: TextIO = field(default_factory=lambda: sys.stderr)

    def text(self, key: str, **params: object) -> str:
        """A text of terminal.toml, filled in."""
        return self.messages.text(key, **params)

    def document(self, document: Mapping[str, object]) -> None:
        """Print the one JSON document of a command; decimals as strings."""
        json.dump(document, self.out, ensure_ascii=False, indent=2, default=_plain)
        self.out.write("\n")

    def line(self, text: str = "") -> None:
        """Print a line of the result."""
        self.out.write(f"{text}\n")

    def table(self, headers: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Print rows under headers given as keys (`column.<key>`); numbers to the right.

        Kilograms have one decimal, quantities as many as the most exact of them.
        """
        cells = [[self.shown(cell) for cell in row] for row in rows]
        for index, key in enumerate(headers):
            if key in _AMOUNT_COLUMNS:
                for row, text in zip(
                    cells, _amounts(key, [row[index] for row in rows]), strict=True
                ):
                    row[index] = text
        for line in table_lines([self.text(f"column.{key}") for key in headers], cells, rows):
            self.line(line)

    def shown(self, value: object) -> str:
        """A value as a person reads it, yes and no in words."""
        return self.yes_no(value) if isinstance(value, bool) else shown(value)

    def yes_no(self, value: bool) -> str:
        """Yes or no in the person's language."""
        return self.text("yes" if value else "no")

    def note(self, text: str) -> None:
        """Print a remark that is not part of the result; lost where nobody can take it."""
        with suppress(OSError):
            self.err.write(f"{text}\n")
            self.err.flush()

    def done(self) -> None:
        """What was asked for is in the database: Ctrl+C comes too late to say it was stopped."""
        if current_thread() is main_thread():
            signal(SIGINT, SIG_IGN)

    def progress(self) -> Progress:
        """A bar on standard error where that is a terminal, else nothing."""
        return ProgressBar(self.err, self.messages) if self.err.isatty() else NoProgress()

    @contextmanager
    def services(self, database: str | None, *, prepare: bool = True) -> "Iterator[Services]":
        """The services of the chosen database, connected, and let go of in the end.

        With `prepare` the embedded database is set up and brought up to date first.
        """
        services = self.build_services(database)
        try:
            self._open(services, prepare)
            yield services
        finally:
            services.connection.close()

    @contextmanager
    def reference(
        self, database: str | None, pack: Path | None, lab_code: str
    ) -> "Iterator[Reference]":
        """What a file is checked against: the pack, the database if one was chosen, or neither."""
        from co2desk.services.without_database import reference_without_database

        found = reference_without_database(database, pack, lab_code)
        if found is not None:
            yield found
            return
        services = self.build_services(database)
        try:
            found = services.references.for_check(lab_code, self.progress())
            if found.origin == "builtin":
                self.note(self.text("working_without_database"))
            yield found
        finally:
            services.connection.close()

    def ask_password(self, name: str) -> str | None:
        """Ask for a password without showing it; None without a terminal, or for no answer."""
        if not sys.stdin.isatty():
            return None
        return getpass.getpass(f"{self.text('password_of', name=name)}: ", self.err) or None

    def ask_passphrase(self, *, twice: bool = False) -> str:
        """Ask for a passphrase without showing it; "" without a terminal, or where two differ."""
        if not sys.stdin.isatty():
            return ""
        given = getpass.getpass(f"{self.text('passphrase')}: ", self.err)
        if twice and getpass.getpass(f"{self.text('passphrase_again')}: ", self.err) != given:
            self.note(self.text("passphrases_differ"))
            return ""
        return given

    def _open(self, services: "Services", prepare: bool) -> None:
        connection = services.connection
        try:
            connection.open(self.progress(), prepare=prepare)
        except DatabaseProblem as problem:
            if problem.code is not ErrorCode.LOGIN_REFUSED or connection.choice.profile is None:
                raise
            password = self.ask_password(connection.choice.name)
            if password is None:
                raise
            connection.open(self.progress(), prepare=prepare, password=password)


def table_lines(
    titles: Sequence[str], cells: Sequence[Sequence[str]], values: Sequence[Sequence[object]]
) -> list[str]:
    """Lay out a table in plain text, two spaces between columns, numbers to the right."""
    widths = [
        max([len(title), *(len(row[index]) for row in cells)]) for index, title in enumerate(titles)
    ]
    right = [
        all(
            isinstance(row[index], int | float | Decimal | None)
            and not isinstance(row[index], bool)
            for row in values
        )
        and bool(values)
        for index in range(len(titles))
    ]

    def line(row: Sequence[str]) -> str:
        parts = [
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(row, widths, right, strict=True)
        ]
        return "  ".join(parts).rstrip()

    return [line(titles), line(["-" * width for width in widths]), *(line(row) for row in cells)]


def _amounts(key: str, values: Sequence[object]) -> list[str]:
    """A column of amounts as texts with the same decimals; nothing for None."""
    decimals = decimals_of(value for value in values if isinstance(value, Decimal))
    return [
        ""
        if not isinstance(value, Decimal)
        else kilograms(value)
        if key == _KILOGRAMS
        else with_decimals(value, decimals)
        for value in values
    ]


def shown(value: object) -> str:
    """A value as a person reads it; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.astimezone().strftime("%Y-%m-%d %H:%M")
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, float):
        return f"{value:.1f}"
    if isinstance(value, tuple):
        return ", ".join(map(shown, value))
    return escaped(str(value.value if isinstance(value, Enum) else value))


def escaped(text: str) -> str:
    """Text from a file, with control and direction characters made visible."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )


def escaped_controls(text: str) -> str:
    """A sentence on one line: what would break it or turn its direction is made visible."""
    return "".join(
        char.encode("unicode_escape").decode() if _breaks_line(char) else char for char in text
    )


def _breaks_line(char: str) -> bool:
    return category(char) in ("Cc", "Cf", "Zl", "Zp")


def _plain(value: object) -> str | list[object]:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID | Path):
        return str(value)
    if isinstance(value, tuple | set | frozenset):
        return list(value)
    raise TypeError(f"not a value of a document: {type(value).__name__}")
