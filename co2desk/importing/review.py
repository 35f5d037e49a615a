"""Checked rows that a person corrects, step by step and back; only what changed is rechecked."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from co2desk.domain.factor import EmissionFactor
from co2desk.domain.issue import IssueCode, Severity
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Reference
from co2desk.domain.row_edit import CellEdit, EditAction, EditStep, SkipEdit
from co2desk.importing.block_result import State
from co2desk.importing.check_run import CheckRun
from co2desk.importing.checked import CheckChoices, CheckedRow, CheckedTable, Counts
from co2desk.importing.checked_rows import CheckedRows
from co2desk.importing.checker import Checker
from co2desk.importing.finding import Finding
from co2desk.importing.kinds.field import Field
from co2desk.importing.lookups import Lookups
from co2desk.importing.rules.table import already_imported, duplicate
from co2desk.importing.table import SourceTable

_VALUES_NAMED = 20


class Show(StrEnum):
    """Which rows a person wants to see; an IssueCode shows the rows with that problem."""

    ALL = "all"
    ERRORS = "errors"
    WARNINGS = "warnings"
    VALID = "valid"
    UNFILLED = "unfilled"
    SKIPPED = "skipped"


_STATES = {
    Show.ALL: frozenset(State),
    Show.ERRORS: frozenset([State.ERROR]),
    Show.WARNINGS: frozenset([State.WARNING]),
    Show.VALID: frozenset([State.VALID, State.WARNING]),
    Show.UNFILLED: frozenset([State.UNFILLED]),
    Show.SKIPPED: frozenset([State.SKIPPED]),
}


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


class Review:
    """A table in review. Rows and columns count from 0, as in the table that was read.

    `edit`, `skip`, `replace` and `fill_down` plan a step and change nothing; `apply` takes it,
    and its inverse takes it back. `steps` are those that were taken before, from a draft.
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
        self.table = table
        self.choices = choices
        self._texts = list(table.rows)
        self._kinds = list(table.kinds) if table.kinds is not None else None
        self._skipped: set[int] = set()
        for step in steps:
            self._change(step)
        self._run = CheckRun(
            checker, progress, rows=self._texts, kinds=self._kinds, skipped=self._skipped
        )
        self.rows = CheckedRows(self._run)
        self._alike: dict[int, list[int]] = {}
        for row, identity in enumerate(self._run.identities):
            if identity is not None:
                self._alike.setdefault(identity, []).append(row)

    # what there is

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

    def factors_used(self) -> frozenset[EmissionFactor]:
        """The factors that rows were computed with, in this review or before an edit."""
        verdicts = self._run.checker.layout.verdicts.values()
        return frozenset(one.factor for one in verdicts if one.factor is not None)

    def text(self, row: int, column: int) -> str:
        """The text of a cell as it stands, "" beyond the end of a short row."""
        cells = self._texts[row]
        return cells[column] if column < len(cells) else ""

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
    ) -> list[int]:
        """Indices of the rows to show, that contain `text` in any case, in file order or sorted."""
        if isinstance(show, Show):
            states = _STATES[show]
            rows = [row for row, state in enumerate(self._run.states) if state in states]
        else:
            rows = sorted(
                row
                for row, findings in self._run.findings.items()
                if any(finding.code is show for finding in findings)
            )
        if text:
            wanted, texts = text.casefold(), self._texts
            rows = [row for row in rows if wanted in "\x1f".join(texts[row]).casefold()]
        if sort_by is not None:
            return self._sorted(rows, sort_by, descending=descending)
        return rows

    def next_issue(self, row: int, column: int, *, forward: bool = True) -> tuple[int, int] | None:
        """The next cell in error after (or before) a cell, in file order; None beyond the last.

        With no error left anywhere, warnings are gone through instead.
        """
        states = self._run.states
        wanted = State.ERROR if State.ERROR in states else State.WARNING
        here = self._columns_in(row, wanted) if 0 <= row < len(states) else []
        beside = [one for one in here if (one > column if forward else one < column)]
        if beside:
            return row, (min(beside) if forward else max(beside))
        found = states.find(wanted, row + 1) if forward else states.rfind(wanted, 0, max(row, 0))
        if found < 0:
            return None
        columns = self._columns_in(found, wanted)
        return found, (min(columns) if forward else max(columns))

    # what a person does

    def edit(
        self, texts: Mapping[tuple[int, int], str], action: EditAction = EditAction.EDIT
    ) -> EditStep:
        """A step that sets cells, given by (row, column); cells that stay the same are left out."""
        edits = []
        for (row, column), after in sorted(texts.items()):
            if not (0 <= row < len(self._texts) and 0 <= column < len(self.table.header)):
                continue
            cells = self._texts[row]
            before = cells[column] if column < len(cells) else None
            if before != after and (before is not None or after):
                edits.append(CellEdit(row, column, before, after))
        return EditStep(action, cells=tuple(edits))

    def skip(self, rows: Collection[int], skipped: bool = True) -> EditStep:
        """A step that leaves rows out of the import, or takes them in again."""
        edits = tuple(
            SkipEdit(row, before=not skipped, after=skipped)
            for row in sorted(rows)
            if (row in self._skipped) != skipped
        )
        return EditStep(EditAction.SKIP if skipped else EditAction.UNSKIP, skips=edits)

    def replace(
        self, find: str, by: str, column: int | None = None, *, whole_cell: bool = False
    ) -> EditStep:
        """A step that replaces a text wherever it stands, in one column or in all."""
        texts: dict[tuple[int, int], str] = {}
        for row, cells in enumerate(self._texts):
            for index in range(len(cells)) if column is None else (column,):
                text = cells[index] if index < len(cells) else ""
                if text == find if whole_cell else find and find in text:
                    texts[row, index] = by if whole_cell else text.replace(find, by)
        return self.edit(texts, EditAction.FIX_ALL if whole_cell else EditAction.REPLACE)

    def fill_down(self, rows: Sequence[int], column: int) -> EditStep:
        """A step that writes the text of the first of `rows` into the others."""
        first = self.text(rows[0], column) if rows else ""
        return self.edit({(row, column): first for row in rows[1:]}, EditAction.FILL_DOWN)

    def apply(self, step: EditStep) -> list[int]:
        """Take a step; returns the rows whose cells, state or issues may have changed."""
        changed = sorted(row for row in step.rows if row < len(self._texts))
        touched = self._take_out(changed)
        self._change(step)
        touched |= self._put_in(changed)
        self.rows.forget()
        return sorted(touched)

    # how it is done

    def _sorted(self, rows: list[int], column: int, *, descending: bool) -> list[int]:
        """Numbers and dates before words before blanks, each in order; all turned if descending."""
        values = self._run.checker.sort_values(column, [self.text(row, column) for row in rows])
        numbers: dict[int, float] = {}
        words: dict[int, str] = {}
        for row, value in zip(rows, values, strict=True):
            if isinstance(value, str):
                words[row] = value
            else:
                numbers[row] = value
        filled = [row for row, word in words.items() if word]
        blank = [row for row, word in words.items() if not word]
        in_order = [
            *sorted(numbers, key=numbers.__getitem__),
            *sorted(filled, key=words.__getitem__),
            *blank,
        ]
        return in_order[::-1] if descending else in_order

    def _change(self, step: EditStep) -> None:
        for edit in step.cells:
            cells = list(self._texts[edit.row])
            if edit.after is None:
                del cells[edit.column :]
            else:
                cells += [""] * (edit.column + 1 - len(cells))
                cells[edit.column] = edit.after
            self._texts[edit.row] = cells
            if self._kinds is not None:
                kinds = bytearray(self._kinds[edit.row].ljust(len(cells), b"\0"))
                if edit.column < len(kinds):
                    kinds[edit.column] = 0  # what a person typed is text
                self._kinds[edit.row] = bytes(kinds)
        for skip in step.skips:
            (self._skipped.add if skip.after else self._skipped.discard)(skip.row)

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
                self._alike[identity].remove(row)
                others |= self._judge_alike(identity)
            run.identities[row] = None
        return others - set(rows)

    def _put_in(self, rows: Sequence[int]) -> set[int]:
        """Check rows anew and put them into the sums and groups."""
        run = self._run
        block = run.block(rows)
        for index, row in enumerate(rows):
            if row in self._skipped:
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
                alike = self._alike.setdefault(identity, [])
                alike.append(row)
                alike.sort()
                touched |= self._judge_alike(identity)
        return touched

    def _judge_alike(self, identity: int) -> set[int]:
        """Say of all but the first of the rows that are alike that they repeat it."""
        run = self._run
        alike = self._alike[identity]
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

    def _columns_in(self, row: int, state: State) -> list[int]:
        """Columns of the row's issues of the wanted severity; 0 for those without a column."""
        maker = self._run.checker.maker
        errors = state == State.ERROR
        return [
            maker.place(finding)[1] or 0
            for finding in self._run.findings.get(row, ())
            if finding.is_error == errors
        ]

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
