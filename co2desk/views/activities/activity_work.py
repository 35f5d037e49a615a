"""What a person does to activities: add, change, duplicate, delete, and settle conflicts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from co2desk.domain.activity_list import ActivityRecord
from co2desk.domain.errors import Co2deskError, ErrorCode
from co2desk.models.activity_edits import ActivityEdits, Clash
from co2desk.services.browse_activities import Activities
from co2desk.services.check_entries import InvalidEntry
from co2desk.views.activities.activity_form import ActivityForm
from co2desk.views.activities.bulk_edit_dialog import BulkEditDialog
from co2desk.views.activities.conflict_dialog import ConflictDialog
from co2desk.views.dialogs.confirm import Confirm
from co2desk.views.entry_style import entry_style
from co2desk.views.errands import failure_text
from co2desk.views.surroundings import Surroundings

_OUTDATED = frozenset({ErrorCode.CHANGED_MEANWHILE, ErrorCode.NO_LONGER_THERE})


class ActivityWork(QObject):
    """Opens the dialogs and sends their answers through `edits`, so that Undo knows them all.

    `failed(text)` says why something was not written, `outdated` that what is shown is no
    longer what the database has.
    """

    failed = Signal(str)
    outdated = Signal()

    def __init__(
        self,
        around: Surroundings,
        activities: Activities,
        selected: Callable[[], list[ActivityRecord]],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._around = around
        self._activities = activities
        self._selected = selected
        self._page = page
        self._style = entry_style(around.formats)
        self._form: ActivityForm | None = None
        self._to_change: list[ActivityRecord] = []
        self._to_delete: list[ActivityRecord] = []
        self.edits = ActivityEdits(around.runner, activities, self._style, self)
        self.edits.added.connect(self._form_done)
        self.edits.conflicted.connect(self._ask_whose)
        self.edits.failed.connect(self._tell)

    def add(self, lab_codes: Sequence[str]) -> None:
        """Open the form; `lab_codes` are those that the person may write to."""
        self._form = ActivityForm(
            self._around, self._activities, lab_codes, self._style, self._page
        )
        self._form.saved.connect(self._add)
        self._form.finished.connect(self._form_closed)
        self._form.open()

    @Slot()
    def change_selected(self) -> None:
        """Ask which field of the selected activities is to be what."""
        self._to_change = self._selected()
        if self._to_change:
            dialog = BulkEditDialog(self._around, len(self._to_change), self._page)
            dialog.agreed.connect(self._change)
            dialog.open()

    @Slot()
    def duplicate_selected(self) -> None:
        """Add the selected activities once more."""
        if self._selected():
            self.edits.duplicate(self._selected())

    @Slot()
    def delete_selected(self) -> None:
        """Ask, then delete the selected activities."""
        self._to_delete = self._selected()
        count = len(self._to_delete)
        if not count:
            return
        dialog = Confirm(
            self._around.icons,
            self.tr("Delete %n activities?", "", count),
            self.tr(
                "Their CO₂e leaves the results. You can undo this as long as the view is open.",
                "",
                count,
            ),
            self.tr("Delete %n activities", "", count),
            parent=self._page,
        )
        dialog.agreed.connect(self._delete)
        dialog.open()

    @Slot(object)
    def _add(self, entry: dict[str, str]) -> None:
        if self._form is not None:
            self.edits.add(entry, self._form.activity_id, self._not_added)

    @Slot(object)
    def _not_added(self, error: object) -> None:
        if self._form is not None:
            self._form.tell(error)
        else:
            self._tell(error)

    @Slot()
    def _form_done(self) -> None:
        if self._form is not None:
            self._form.accept()

    @Slot()
    def _form_closed(self) -> None:
        self._form = None

    @Slot(str, str)
    def _change(self, field: str, text: str) -> None:
        self.edits.set_fields(self._to_change, {field: text})

    @Slot(str)
    def _delete(self, _typed: str) -> None:
        self.edits.delete(self._to_delete)

    @Slot(object)
    def _ask_whose(self, clash: Clash) -> None:
        dialog = ConflictDialog(self._around, clash, self._page)
        dialog.mine_chosen.connect(self.edits.keep_mine)
        dialog.theirs_chosen.connect(self._keep_theirs)
        dialog.open()

    @Slot(object)
    def _keep_theirs(self, clash: Clash) -> None:
        self.edits.accept_theirs(clash.conflict.theirs)

    @Slot(object)
    def _tell(self, error: object) -> None:
        if isinstance(error, InvalidEntry):
            self.failed.emit(self._around.messages.issue(error.issues[0]))
            return
        text = failure_text(self._around.messages, error)
        if self.edits.waiting:
            typed = ", ".join(f"“{one}”" for one in self.edits.waiting_texts)
            kept = self.tr("%n changes wait to be sent again", "", self.edits.waiting)
            text += f"\n{kept}: {typed}." if typed else f"\n{kept}."
        self.failed.emit(text)
        if isinstance(error, Co2deskError) and error.code in _OUTDATED:
            self.outdated.emit()
