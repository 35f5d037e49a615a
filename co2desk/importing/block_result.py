"""What the rows of a block are, before places are added to their findings."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import IntEnum

from co2desk.importing.finding import Finding
from co2desk.importing.verdict import Verdict


class State(IntEnum):
    """RowState in one byte."""

    VALID = 0
    WARNING = 1
    ERROR = 2
    UNFILLED = 3
    SKIPPED = 4


_COMMITTED = bytes(state <= State.WARNING for state in range(256))


@dataclass(slots=True)
class BlockResult:
    """What a block's rows are. All lists are as long as the block.

    `quantities` are in the unit of the row's meaning and 0 for rows that are not committed;
    `overrides` is None where no row has one. `findings` has the rows that have any.
    """

    states: bytearray
    verdicts: list[Verdict]
    amounts: Sequence[object]
    quantities: list[Decimal]
    days: Sequence[date]
    overrides: Sequence[object] | None
    free_texts: list[Sequence[str]]
    findings: dict[int, tuple[Finding, ...]] = field(default_factory=dict)
    kilograms: list[Decimal] = field(default_factory=list)

    def identities(self) -> list[int | None]:
        """A hash per row that is the same for rows that say the same; None if not committed."""
        parts: list[Iterable[object]] = [
            [verdict.identity for verdict in self.verdicts],
            self.days,
            self.quantities,
            *(map(str.strip, texts) for texts in self.free_texts),
        ]
        if self.overrides is not None:
            parts.append(self.overrides)
        identities: list[int | None] = list(map(hash, zip(*parts, strict=True)))
        for index in self.left_out():
            identities[index] = None
        return identities

    def committed(self) -> bytearray:
        """A byte per row: 1 where it can be committed."""
        return self.states.translate(_COMMITTED)

    def left_out(self) -> list[int]:
        """The places of the rows that are not committed."""
        return [found.start() for found in re.finditer(b"\0", self.committed())]

    def leave_out(self, index: int) -> None:
        """Skip a row because the person said so."""
        self.states[index] = State.SKIPPED
        self.findings.pop(index, None)

    def count_missing(self) -> int:
        """How many rows are committed without CO2e because no factor is known."""
        without = {verdict for verdict in set(self.verdicts) if verdict.factor is None}
        return sum(
            verdict in without
            and state <= State.WARNING
            and (self.overrides is None or not isinstance(self.overrides[index], Decimal))
            for index, (verdict, state) in enumerate(
                zip(self.verdicts, self.states, strict=True) if without else ()
            )
        )
