"""From a table to checked rows."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import overload

from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Reference, no_known_rows
from co2desk.importing.block_result import BlockResult, State
from co2desk.importing.checked import CheckChoices, CheckedRow, CheckedTable, Counts
from co2desk.importing.checker import Checker
from co2desk.importing.finding import Finding
from co2desk.importing.rules.table import already_imported, duplicate, find_known, repeated_rows
from co2desk.importing.table import SkipReason, SourceTable

_BLOCK = 20_000
_PAGE = 1_000
_NOT_ROWS_OF_THE_PERSON = frozenset([SkipReason.HEADER])


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
    return Check(Checker(table, choices, reference), progress).result()


class Check:
    """One run over all rows of a table, and what it found."""

    def __init__(self, checker: Checker, progress: Progress = NoProgress()) -> None:
        self.checker = checker
        self.rows = checker.table.rows
        self.states = bytearray()
        self.findings: dict[int, tuple[Finding, ...]] = {}
        self.identities: list[int | None] = []
        self.kilograms: dict[tuple[str, str], Decimal] = {}
        self.missing_count = 0
        self._run(progress)

    def result(self) -> CheckedTable:
        """The outcome as a value."""
        table, layout = self.checker.table, self.checker.layout
        states = self.states
        warnings, errors = states.count(State.WARNING), states.count(State.ERROR)
        unfilled, skipped = states.count(State.UNFILLED), states.count(State.SKIPPED)
        left_out = sum(row.reason not in _NOT_ROWS_OF_THE_PERSON for row in table.skipped)
        counts = Counts(
            total=len(states) + left_out,
            valid=states.count(State.VALID) + warnings,
            warning=warnings,
            error=errors,
            unfilled=unfilled,
            skipped=skipped + left_out,
        )
        return CheckedTable(
            layout.kind.name,
            table.header,
            self.checker.columns,
            CheckedRows(self),
            counts,
            sum(self.kilograms.values(), Decimal(0)),
            self.kilograms,
            self.missing_count,
            layout.default_day if layout.verdicts.default_day_used else None,
            self.checker.year,
        )

    def block(self, start: int, stop: int) -> BlockResult:
        """Check the rows from `start` to before `stop` once more, for their activities."""
        kinds = self.checker.table.kinds
        return self.checker.check(
            self.rows[start:stop], kinds[start:stop] if kinds is not None else None
        )

    def _run(self, progress: Progress) -> None:
        total = len(self.rows)
        for start in range(0, total, _BLOCK):
            progress.report(start, total, "check")
            self._take(start, self.block(start, min(start + _BLOCK, total)))
        self._find_repeated()
        if self.checker.reference.known_rows is not no_known_rows:
            self._find_imported(progress)
        progress.report(total, total, "check")

    def _take(self, start: int, block: BlockResult) -> None:
        self.states += block.states
        for index, findings in block.findings.items():
            self.findings[start + index] = findings
        self.identities += [
            identity if state <= State.WARNING else None
            for identity, state in zip(block.identities(), block.states, strict=True)
        ]
        add_up(self.checker, block, self.kilograms)
        self.missing_count += count_missing(block)

    def _find_repeated(self) -> None:
        numbers = self.checker.table.row_numbers
        for row, first in repeated_rows(self.identities):
            self._add(row, duplicate(numbers[first]))

    def _find_imported(self, progress: Progress) -> None:
        known_rows = self.checker.reference.known_rows
        total = len(self.rows)
        for start in range(0, total, _BLOCK):
            progress.report(start, total, "compare")
            stop = min(start + _BLOCK, total)
            block = self.block(start, stop)
            maker = self.checker.maker
            fingerprints = {
                index: maker.fingerprint(block, index, maker.activity(block, index))
                for index in range(stop - start)
                if self.states[start + index] <= State.WARNING
            }
            for index, known in find_known(fingerprints, known_rows).items():
                finding = already_imported(known, again=self.checker.choices.again)
                self._add(start + index, finding)
                if finding.is_error:
                    self._take_back(block, index)

    def _add(self, row: int, finding: Finding) -> None:
        present = self.findings.get(row, ())
        self.findings[row] = (finding, *present) if finding.is_error else (*present, finding)
        state = State.ERROR if finding.is_error else State.WARNING
        self.states[row] = max(self.states[row], state)

    def _take_back(self, block: BlockResult, index: int) -> None:
        """Subtract a row that turned out not to be committed."""
        group = group_names(self.checker)[block.verdicts[index].group]
        self.kilograms[group] -= block.kilograms[index]
        self.missing_count -= is_missing(block, index)


class CheckedRows(Sequence[CheckedRow]):
    """All rows of a check, made page by page when they are looked at."""

    def __init__(self, check: Check) -> None:
        self._check = check
        self._page = -1
        self._made: list[CheckedRow] = []

    def __len__(self) -> int:
        return len(self._check.states)

    @overload
    def __getitem__(self, index: int) -> CheckedRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[CheckedRow]: ...
    def __getitem__(self, index: int | slice) -> CheckedRow | list[CheckedRow]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        page, place = divmod(index % len(self), _PAGE)
        if page != self._page:
            self._made, self._page = self._make(page), page
        return self._made[place]

    def __iter__(self) -> Iterator[CheckedRow]:
        for page in range(-(-len(self) // _PAGE)):
            yield from self._make(page)

    def _make(self, page: int) -> list[CheckedRow]:
        check = self._check
        start, stop = page * _PAGE, min((page + 1) * _PAGE, len(self))
        block = check.block(start, stop)
        numbers, rows, maker = check.checker.table.row_numbers, check.rows, check.checker.maker
        return [
            maker.row(
                numbers[row],
                rows[row],
                block,
                row - start,
                check.findings.get(row, ()),
                check.states[row],
            )
            for row in range(start, stop)
        ]


def group_names(checker: Checker) -> list[tuple[str, str]]:
    """(activity type, category) by the number of the group."""
    return list(checker.layout.verdicts.groups)


def add_up(checker: Checker, block: BlockResult, kilograms: dict[tuple[str, str], Decimal]) -> None:
    """Add the CO2e of a block's rows to the sums by activity type and category."""
    names = group_names(checker)
    if not names:
        return
    sums = [Decimal(0)] * len(names)
    seen = bytearray(len(names))
    for verdict, kg, state in zip(block.verdicts, block.kilograms, block.states, strict=True):
        if state <= State.WARNING:
            group = verdict.group
            sums[group] += kg
            seen[group] = 1
    for name, kg, used in zip(names, sums, seen, strict=True):
        if used:
            kilograms[name] = kilograms.get(name, Decimal(0)) + kg


def count_missing(block: BlockResult) -> int:
    """How many rows are committed without CO2e because no factor is known."""
    return sum(is_missing(block, index) for index in range(len(block.states)))


def is_missing(block: BlockResult, index: int) -> bool:
    """Whether a row is committed without CO2e."""
    if block.states[index] > State.WARNING or block.verdicts[index].factor is not None:
        return False
    return block.overrides is None or not isinstance(block.overrides[index], Decimal)
