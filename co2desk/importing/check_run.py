"""One run over all rows of a table, and what it found."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from itertools import compress

from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import KnownRow, no_known_rows
from co2desk.importing.block_result import BlockResult, State
from co2desk.importing.checked import CheckedRow, Counts
from co2desk.importing.checker import Checker
from co2desk.importing.finding import Finding
from co2desk.importing.no_collection import no_collection
from co2desk.importing.rules.table import already_imported, duplicate, find_known, repeated_rows
from co2desk.importing.table import SkipReason

_BLOCK = 1_000  # small enough to stay in the processor's cache
_BLOCK_TO_COMPARE = 10_000  # one question to the database each


class CheckRun:
    """The state and the findings of every row, with sums; rows themselves are made on demand.

    `states` has a State per row, `findings` the rows that have any, `identities` a hash per row
    that can be committed and None for the others. `kilograms` are kg CO2e by (type, category).
    `rows` and `kinds` stand in for the table's where a person corrected them; `skipped` are rows
    that the person left out.
    """

    def __init__(
        self,
        checker: Checker,
        progress: Progress = NoProgress(),
        *,
        rows: Sequence[Sequence[str]] | None = None,
        kinds: Sequence[bytes] | None = None,
        skipped: Collection[int] = (),
    ) -> None:
        self.checker = checker
        self.rows = checker.table.rows if rows is None else rows
        self.kinds = checker.table.kinds if rows is None else kinds
        self.states = bytearray()
        self.findings: dict[int, tuple[Finding, ...]] = {}
        self.identities: list[int | None] = []
        self.kilograms: dict[tuple[str, str], Decimal] = {}
        self.missing_count = 0
        self.known: Mapping[bytes, KnownRow] = {}
        with no_collection():
            self._run(progress, skipped)

    def counts(self) -> Counts:
        """Rows by outcome; what was skipped while reading counts as skipped."""
        states = self.states
        warnings, errors = states.count(State.WARNING), states.count(State.ERROR)
        unfilled, skipped = states.count(State.UNFILLED), states.count(State.SKIPPED)
        skipped_before = sum(
            row.reason is not SkipReason.HEADER for row in self.checker.table.skipped
        )
        return Counts(
            total=len(states) + skipped_before,
            valid=states.count(State.VALID) + warnings,
            warning=warnings,
            error=errors,
            unfilled=unfilled,
            skipped=skipped + skipped_before,
        )

    def block(self, rows: Sequence[int] | range) -> BlockResult:
        """Check some rows by themselves."""
        kinds = self.kinds
        if isinstance(rows, range):
            part = slice(rows.start, rows.stop)
            return self.checker.check(self.rows[part], kinds[part] if kinds is not None else None)
        return self.checker.check(
            [self.rows[row] for row in rows],
            [kinds[row] for row in rows] if kinds is not None else None,
        )

    def make_rows(self, rows: Sequence[int] | range) -> list[CheckedRow]:
        """The rows with their issues and activities."""
        block, maker = self.block(rows), self.checker.maker
        numbers = self.checker.table.row_numbers
        return [
            maker.row(
                numbers[row],
                self.rows[row],
                block,
                index,
                self.findings.get(row, ()),
                self.states[row],
            )
            for index, row in enumerate(rows)
        ]

    def add(self, row: int, finding: Finding) -> None:
        """Add a finding about a row that can be committed, and judge it anew."""
        present = self.findings.get(row, ())
        self.findings[row] = (finding, *present) if finding.is_error else (*present, finding)
        state = State.ERROR if finding.is_error else State.WARNING
        self.states[row] = max(self.states[row], state)

    def add_up(self, block: BlockResult, sign: int = 1) -> None:
        """Add the CO2e of a block's rows to the sums, or take it off them."""
        committed = block.committed()
        groups = list(compress([verdict.group for verdict in block.verdicts], committed))
        kilograms = compress(block.kilograms, committed)
        sums = dict.fromkeys(groups, Decimal(0))
        if len(sums) == 1:
            sums[groups[0]] = sum(kilograms, Decimal(0))
        else:
            for group, kg in zip(groups, kilograms, strict=True):
                sums[group] += kg
        names = list(self.checker.layout.verdicts.groups)
        for group, kg in sums.items():
            self.kilograms[names[group]] = self.kilograms.get(names[group], Decimal(0)) + sign * kg
        self.missing_count += sign * block.count_missing()

    def imported_before(self, block: BlockResult, rows: Sequence[int]) -> dict[int, KnownRow]:
        """Which rows of a block are among those known to be in the database, by row."""
        fingerprints = self._fingerprints(block, rows)
        return {row: self.known[key] for row, key in fingerprints.items() if key in self.known}

    def _run(self, progress: Progress, skipped: Collection[int]) -> None:
        total = len(self.rows)
        ask_database = self.checker.reference.known_rows is not no_known_rows
        size = _BLOCK_TO_COMPARE if ask_database else _BLOCK
        for start in range(0, total, size):
            progress.report(start, total, "check")
            rows = range(start, min(start + size, total))
            block = self.block(rows)
            for row in skipped:
                if row in rows:
                    block.leave_out(row - start)
            self.states += block.states
            self.findings.update((start + index, found) for index, found in block.findings.items())
            if ask_database:
                self._find_imported(block, rows)
            self.identities += block.identities()
            self.add_up(block)
        numbers = self.checker.table.row_numbers
        for row, first in repeated_rows(self.identities):
            self.add(row, duplicate(numbers[first]))
        progress.report(total, total, "check")

    def _find_imported(self, block: BlockResult, rows: range) -> None:
        fingerprints = self._fingerprints(block, rows)
        found = find_known(fingerprints, self.checker.reference.known_rows)
        self.known = {**self.known, **{fingerprints[row]: known for row, known in found.items()}}
        for row, known in found.items():
            self.add(row, already_imported(known, again=self.checker.choices.again))
            block.states[row - rows.start] = self.states[row]

    def _fingerprints(self, block: BlockResult, rows: Sequence[int]) -> dict[int, bytes]:
        maker = self.checker.maker
        return {
            row: maker.fingerprint(block, index)
            for index, row in enumerate(rows)
            if block.states[index] <= State.WARNING
        }
