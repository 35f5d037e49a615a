"""Makes checked rows, with places and activities, out of what a block's rows are."""

import hashlib
from collections.abc import Mapping, Sequence
from decimal import Decimal

from co2desk.domain.activity import Co2eSource, NewActivity
from co2desk.domain.issue import Issue
from co2desk.importing.block_result import BlockResult, State
from co2desk.importing.checked import CheckedRow, RowState
from co2desk.importing.finding import Finding
from co2desk.importing.layout import Layout

ROW_STATES = (
    RowState.VALID,
    RowState.WARNING,
    RowState.ERROR,
    RowState.UNFILLED,
    RowState.SKIPPED,
)
_SHOWN_AT_MOST = 200
_STAND_INS = {
    "factor_code": ("subcategory", "category", "name", "unit"),
    "unit": ("quantity",),
    "date": (),
}


class RowMaker:
    """Makes the rows of one table."""

    def __init__(self, layout: Layout, header: Sequence[str], letters: Sequence[str]) -> None:
        self._layout = layout
        self._header = header
        self._letters = letters
        self._index = {column.field.name: column.index for column in layout.columns}

    def row(
        self,
        number: int,
        cells: Sequence[str],
        block: BlockResult,
        index: int,
        findings: tuple[Finding, ...],
        state: int,
    ) -> CheckedRow:
        """The checked row with the physical row `number`, the block's row `index`."""
        issues = tuple(self.issue(finding, number, cells) for finding in findings)
        if state > State.WARNING:
            return CheckedRow(number, tuple(cells), ROW_STATES[state], issues)
        free = self._free_texts(block, index)
        return CheckedRow(
            number,
            tuple(cells),
            ROW_STATES[state],
            issues,
            self._activity(block, index, free),
            self._fingerprint(block, index, free),
        )

    def issue(self, finding: Finding, number: int, cells: Sequence[str]) -> Issue:
        """The finding at its place in the file."""
        name, column = self.place(finding)
        if column is None:
            return Issue(finding.code, number, name, "", "", "", finding.severity, finding.params)
        text = cells[column] if column < len(cells) else ""
        return Issue(
            finding.code,
            number,
            name,
            self._header[column],
            self._letters[column],
            text[:_SHOWN_AT_MOST],
            finding.severity,
            finding.params,
        )

    def place(self, finding: Finding) -> tuple[str, int | None]:
        """The field that a finding is shown in, and its column; None where it has none.

        Where the field has no column, the nearest one that decides the same stands in.
        """
        name = finding.field_name
        if name not in self._index:
            name = next((one for one in _STAND_INS.get(name, ()) if one in self._index), name)
        return name, self._index.get(name)

    def index_of(self, field_name: str) -> int | None:
        """The column of a field."""
        return self._index.get(field_name)

    def fingerprint(self, block: BlockResult, index: int) -> bytes:
        """32 bytes that are the same for rows that say the same, whatever the file's dialect."""
        return self._fingerprint(block, index, self._free_texts(block, index))

    def _activity(self, block: BlockResult, index: int, free: Mapping[str, str]) -> NewActivity:
        verdict = block.verdicts[index]
        meaning = verdict.meaning
        assert meaning is not None  # the state says that the row can be committed
        override = block.overrides[index] if block.overrides is not None else None
        factor = verdict.factor
        co2e: Decimal | None
        if isinstance(override, Decimal):
            co2e, source, factor = override, Co2eSource.OVERRIDE, None
        elif factor is not None:
            co2e, source = block.kilograms[index], Co2eSource.FACTOR
        else:
            co2e, source = None, Co2eSource.MISSING
        attributes = {**meaning.attributes, **self._entered(block, index), **free}
        note = attributes.pop("note", "")
        return NewActivity(
            meaning.activity_type,
            meaning.category,
            meaning.subcategory,
            block.quantities[index],
            meaning.unit,
            block.days[index],
            co2e,
            source,
            factor.code if factor else "",
            factor.id if factor else None,
            factor.value if factor else None,
            note,
            verdict.lab_code,
            attributes,
        )

    def _fingerprint(self, block: BlockResult, index: int, free: Mapping[str, str]) -> bytes:
        override = block.overrides[index] if block.overrides is not None else None
        said = "\x1e".join(
            (
                block.verdicts[index].identity,
                block.days[index].isoformat(),
                _plain(block.quantities[index]),
                _plain(override) if isinstance(override, Decimal) else "",
                *(f"{name}={text.casefold()}" for name, text in sorted(free.items())),
            )
        )
        return hashlib.sha256(said.encode()).digest()

    def _free_texts(self, block: BlockResult, index: int) -> dict[str, str]:
        texts: dict[str, str] = {}
        for column, column_texts in zip(self._layout.free, block.free_texts, strict=True):
            value = self._layout.cells[column.field.name][column_texts[index]]
            if isinstance(value, str):
                texts[column.field.name] = value
        return texts

    def _entered(self, block: BlockResult, index: int) -> Mapping[str, str]:
        """The amount as the file counts it, where the quantity is another number."""
        amount = block.amounts[index]
        meaning = block.verdicts[index].meaning
        if not isinstance(amount, Decimal) or meaning is None:
            return {}
        if self._layout.kind.amount not in ("", "quantity"):
            return {self._layout.kind.amount: _plain(amount)}
        return {}


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
