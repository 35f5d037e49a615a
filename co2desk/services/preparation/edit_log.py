"""The corrections of a draft, step by step: saved before they count, undone across restarts."""

from collections.abc import Sequence

from co2desk.domain.row_edit import EditStep
from co2desk.offline.draft.draft import Draft


class EditLog:
    """Steps in force, and behind them those that were undone and may be done again."""

    def __init__(self, draft: Draft, steps: Sequence[EditStep] = (), position: int = 0) -> None:
        self._draft = draft
        self._steps = list(steps)
        self._position = position

    @property
    def in_force(self) -> Sequence[EditStep]:
        """The steps that count, in their order."""
        return self._steps[: self._position]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was corrected yet; not even a step that was taken back."""
        return not self._steps

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._position > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return self._position < len(self._steps)

    def add(self, step: EditStep) -> None:
        """Keep a step; those that waited to be done again are dropped.

        Raises:
            UnusableInput: CANNOT_WRITE_FILE, CHANGED_MEANWHILE; the step does not count.
        """
        self._draft.append_edit(step)
        del self._steps[self._position :]
        self._steps.append(step)
        self._position += 1

    def undo(self) -> EditStep | None:
        """The step that takes the last one back, None where there is none.

        Raises:
            UnusableInput: as `add`.
        """
        if not self.can_undo:
            return None
        self._draft.set_undo_position(self._position - 1)
        self._position -= 1
        return self._steps[self._position].inverse

    def redo(self) -> EditStep | None:
        """The step that was taken back last, None where there is none.

        Raises:
            UnusableInput: as `add`.
        """
        if not self.can_redo:
            return None
        self._draft.set_undo_position(self._position + 1)
        self._position += 1
        return self._steps[self._position - 1]
