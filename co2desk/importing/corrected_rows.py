"""The cells of a table as a person corrected them, and the steps that would change them."""

from collections.abc import Collection, Mapping, Sequence

from co2desk.domain.row_edit import CellEdit, EditAction, EditStep, SkipEdit
from co2desk.importing.table import SourceTable


class CorrectedRows:
    """Rows and columns count from 0, as in `table`, which stays as it was read.

    `edit`, `skip`, `replace` and `fill_down` plan a step and change nothing; `change` takes it.
    `kinds` is None for text files; what a person typed is text.
    """

    def __init__(self, table: SourceTable, steps: Sequence[EditStep] = ()) -> None:
        self.table = table
        self.texts = list(table.rows)
        self.kinds = list(table.kinds) if table.kinds is not None else None
        self.skipped: set[int] = set()
        for step in steps:
            self.change(step)

    def text(self, row: int, column: int) -> str:
        """The text of a cell as it stands, "" beyond the end of a short row."""
        cells = self.texts[row]
        return cells[column] if column < len(cells) else ""

    def edit(
        self, texts: Mapping[tuple[int, int], str], action: EditAction = EditAction.EDIT
    ) -> EditStep:
        """A step that sets cells, given by (row, column); cells that stay the same are left out."""
        edits = []
        for (row, column), after in sorted(texts.items()):
            if not (0 <= row < len(self.texts) and 0 <= column < len(self.table.header)):
                continue
            cells = self.texts[row]
            before = cells[column] if column < len(cells) else None
            if before != after and (before is not None or after):
                edits.append(CellEdit(row, column, before, after))
        return EditStep(action, cells=tuple(edits))

    def skip(self, rows: Collection[int], skipped: bool = True) -> EditStep:
        """A step that leaves rows out of the import, or takes them in again."""
        edits = tuple(
            SkipEdit(row, before=not skipped, after=skipped)
            for row in sorted(rows)
            if (row in self.skipped) != skipped
        )
        return EditStep(EditAction.SKIP if skipped else EditAction.UNSKIP, skips=edits)

    def replace(
        self, find: str, by: str, column: int | None = None, *, whole_cell: bool = False
    ) -> EditStep:
        """A step that replaces a text wherever it stands, in one column or in all."""
        texts: dict[tuple[int, int], str] = {}
        for row, cells in enumerate(self.texts):
            for index in range(len(cells)) if column is None else (column,):
                text = cells[index] if index < len(cells) else ""
                if text == find if whole_cell else find and find in text:
                    texts[row, index] = by if whole_cell else text.replace(find, by)
        return self.edit(texts, EditAction.FIX_ALL if whole_cell else EditAction.REPLACE)

    def fill_down(self, rows: Sequence[int], column: int) -> EditStep:
        """A step that writes the text of the first of `rows` into the others."""
        first = self.text(rows[0], column) if rows else ""
        return self.edit({(row, column): first for row in rows[1:]}, EditAction.FILL_DOWN)

    def change(self, step: EditStep) -> None:
        """Take a step; its inverse takes it back."""
        for edit in step.cells:
            cells = list(self.texts[edit.row])
            if edit.after is None:
                del cells[edit.column :]
            else:
                cells += [""] * (edit.column + 1 - len(cells))
                cells[edit.column] = edit.after
            self.texts[edit.row] = cells
            if self.kinds is not None:
                kinds = bytearray(self.kinds[edit.row].ljust(len(cells), b"\0"))
                if edit.column < len(kinds):
                    kinds[edit.column] = 0
                self.kinds[edit.row] = bytes(kinds)
        for skip in step.skips:
            (self.skipped.add if skip.after else self.skipped.discard)(skip.row)
