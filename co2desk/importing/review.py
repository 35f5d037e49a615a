"""Checked rows that a person corrects, step by step and back; only what changed is rechecked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from co2desk.domain.issue import IssueCode, Severity
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Reference
from co2desk.domain.row_edit import EditStep
from co2desk.importing.alike_rows import AlikeRows
from co2desk.importing.block_result import State
from co2desk.importing.check_run import CheckRun
from co2desk.importing.checked import CheckChoices, CheckedRow, CheckedTable, Counts
from co2desk.importing.checked_rows import CheckedRows
from co2desk.importing.checker import Checker
from co2desk.importing.corrected_rows import CorrectedRows
from co2desk.importing.date_readings import DateReading
from co2desk.importing.finding import Finding
from co2desk.importing.kinds.field import Field
from co2desk.importing.lookups import Lookups
from co2desk.importing.review_order import Show, next_issue, rows_in_order
from co2desk.importing.rules.table import already_imported, duplicate
from co2desk.importing.table import SourceTable

_VALUES_NAMED = 20


@dataclass(frozen=True, slots=True)
class IssueGroup:
    """Problems of one kind in one field, for the list beside the grid.

    `column_index` is None where the field has no column. `sample` is the text of the first cell,
    `values` the most frequent texts with their number of rows, `first_row` an index of a row.
    """

    code: IssueCode
    field: str
    column_index: int | None
    severity: Severity
    count: int
    sample: str
    first_row: int
    values: tuple[tuple[str, int], ...] = ()


class Review(CorrectedRows):
    """A table in review: its rows with their corrections, and what they are with them.

    A step is planned (`edit`, `skip`, `replace`, `fill_down`), and then applied; its inverse
    takes it back. `steps` are those that were taken before, from a draft.
    """

    def __init__(
        self,
        table: SourceTable,
        choices: CheckChoices,
        reference: Reference,
        steps: Sequence[EditStep] = (),
        progress: Progress = NoProgress(),
    ) -> None:
        checker = Checker(table, choices, reference)
        super().__init__(table, steps)
        self.choices = choices
        self.reference = reference
        self._run = CheckRun(
            checker, progress, rows=self.texts, kinds=self.kinds, skipped=self.skipped
        )
        self.rows = CheckedRows(self._run)
        self._alike = AlikeRows(self._run.identities)

    def rows_at(self, rows: Sequence[int]) -> list[CheckedRow]:
        """The rows with these indices, for a grid that shows them in an order of its own."""
        return self._run.make_rows(rows)

    @property
    def counts(self) -> Counts:
        """Rows by outcome."""
        return self._run.counts()

    @property
    def co2e_kg(self) -> Decimal:
        """kg CO2e of the rows that can be committed."""
        return sum(self._run.kilograms.values(), Decimal(0))

    @property
    def co2e_by_category(self) -> Mapping[tuple[str, str], Decimal]:
        """kg CO2e of the rows that can be committed, by (activity type, category)."""
        return {name: kg for name, kg in self._run.kilograms.items() if kg}

    @property
    def missing_count(self) -> int:
        """Rows that can be committed, but without CO2e."""
        return self._run.missing_count

    @cached_property
    def date_readings(self) -> tuple[DateReading, ...]:
        """What was decided about how columns of dates are read."""
        return self._run.checker.date_readings()

    @property
    def columns(self) -> Mapping[int, str]:
        """Field name by column index."""
        return self._run.checker.columns

    @property
    def lookups(self) -> Lookups:
        """What the rows are looked up in."""
        return self._run.checker.lookups

    def field(self, column: int) -> Field | None:
        """The field of a column, None where it has none."""
        return self._run.checker.kind.by_name.get(self.columns.get(column, ""))

    def checked(self) -> CheckedTable:
        """The rows as they stand, as the outcome of a check."""
        checker = self._run.checker
        return CheckedTable(
            checker.kind.name,
            self.table.header,
            self.columns,
            self.rows,
            self.counts,
            self.co2e_kg,
            self.co2e_by_category,
            self.missing_count,
            checker.default_date,
            checker.year,
        )

    def issue_groups(self) -> list[IssueGroup]:
        """Problems by kind and field, errors first, then the most frequent ones."""
        maker = self._run.checker.maker
        rows: dict[tuple[IssueCode, str, Severity], list[int]] = {}
        for row in sorted(self._run.findings):
            for finding in self._run.findings[row]:
                key = (finding.code, maker.place(finding)[0], finding.severity)
                rows.setdefault(key, []).append(row)
        groups = [self._group(*key, where) for key, where in rows.items()]
        return sorted(groups, key=lambda one: (one.severity != Severity.ERROR, -one.count))

    def order(
        self,
        show: Show | IssueCode = Show.ALL,
        text: str = "",
        sort_by: int | None = None,
        *,
        descending: bool = False,
    ) -> Sequence[int]:
        """Indices of the rows to show, that contain `text` in any case, in file order or sorted."""
        return rows_in_order(self._run, show, text, sort_by, descending=descending)

    def next_issue(self, row: int, column: int, *, forward: bool = True) -> tuple[int, int] | None:
        """The next cell in error after (or before) a cell, in file order; None beyond the last.

        With no error left anywhere, warnings are gone through instead.
        """
        return next_issue(self._run, row, column, forward=forward)

    def apply(self, step: EditStep) -> list[int]:
        """Take a step; returns the rows whose cells, state or issues may have changed."""
        changed = sorted(row for row in step.rows if row < len(self.texts))
        touched = self._take_out(changed)
        self.change(step)
        touched |= self._put_in(changed)
        self.rows.forget()
        return sorted(touched)

    def _take_out(self, rows: Sequence[int]) -> set[int]:
        """Take rows out of the sums and of the groups of rows that are alike."""
        run = self._run
        block = run.block(rows)
        block.states[:] = bytes(run.states[row] for row in rows)
        run.add_up(block, -1)
        others: set[int] = set()
        for row in rows:
            run.findings.pop(row, None)
            run.states[row] = State.VALID
            identity = run.identities[row]
            if identity is not None:
                others |= self._judge_alike(self._alike.take(row, identity))
            run.identities[row] = None
        return others - set(rows)

    def _put_in(self, rows: Sequence[int]) -> set[int]:
        """Check rows anew and put them into the sums and groups."""
        run = self._run
        block = run.block(rows)
        for index, row in enumerate(rows):
            if row in self.skipped:
                block.leave_out(index)
            run.states[row] = block.states[index]
            if index in block.findings:
                run.findings[row] = block.findings[index]
        for row, known in run.imported_before(block, rows).items():
            run.add(row, already_imported(known, again=self.choices.again))
        block.states[:] = bytes(run.states[row] for row in rows)
        run.add_up(block)
        touched = set(rows)
        for row, identity in zip(rows, block.identities(), strict=True):
            run.identities[row] = identity
            if identity is not None:
                touched |= self._judge_alike(self._alike.put(row, identity))
        return touched

    def _judge_alike(self, alike: Sequence[int]) -> set[int]:
        """Say of all but the first of the rows that are alike that they repeat it."""
        run = self._run
        for row in alike:
            kept = tuple(
                finding
                for finding in run.findings.get(row, ())
                if finding.code is not IssueCode.DUPLICATE_IN_FILE
            )
            if row != alike[0]:
                kept = (*kept, duplicate(self.table.row_numbers[alike[0]]))
            run.findings[row] = kept
            run.states[row] = _state_of(kept)
            if not kept:
                del run.findings[row]
        return set(alike)

    def _group(
        self, code: IssueCode, field: str, severity: Severity, rows: list[int]
    ) -> IssueGroup:
        column = self._run.checker.maker.index_of(field)
        texts = [self.text(row, column) if column is not None else "" for row in rows]
        frequent = Counter(text for text in texts if text).most_common(_VALUES_NAMED)
        return IssueGroup(
            code, field, column, severity, len(rows), texts[0], rows[0], tuple(frequent)
        )


def _state_of(findings: Sequence[Finding]) -> State:
    if any(finding.is_error for finding in findings):
        return State.ERROR
    return State.WARNING if findings else State.VALID
