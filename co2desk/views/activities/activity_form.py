"""A new activity as a form, checked while it is filled in by the very rules of a file's rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QWidget,
)

from co2desk.domain.activity import ActivityType
from co2desk.domain.ids import ActivityId
from co2desk.domain.issue import Issue, Severity
from co2desk.services.browse_activities import Activities
from co2desk.services.check_entries import EntryCheck, EntryStyle, InvalidEntry
from co2desk.views.errands import ask, failure_text
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.form_field import FormField
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.text import secondary, set_look
from co2desk.views.widgets.titled_dialog import TitledDialog, form_layout
from co2desk.views.words import no_factor, type_word

# Long enough not to ask at every key, short enough to seem at once.
_CHECK_DELAY_MS = 300


class ActivityForm(TitledDialog):
    """`saved(entry)` asks for it to be added; the form closes when that was done.

    What is wrong is said below its field: while typing for fields that were touched, and for all
    of them once the person wanted to save.
    """

    saved = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        activities: Activities,
        lab_codes: Sequence[str],
        style: EntryStyle,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("activity_form", parent)
        self._around = around
        self._activities = activities
        self._style = style
        self._touched: set[str] = set()
        self._asked_for: Mapping[str, str] = {}
        # One for all tries, so that two of them never make two activities.
        self.activity_id = ActivityId(uuid4())
        self.setWindowTitle(self.tr("Add an activity"))
        self._notes = MessageBar(around.icons, self)
        self._lab = ChoiceBox("entry_lab", self.tr("&Laboratory"), self)
        self._lab.offer([(code, code) for code in lab_codes])
        self._lab.chosen.connect(self._check_soon)
        self._type = ChoiceBox("entry_type", self.tr("&Type"), self)
        self._type.offer([(one.value, type_word(one)) for one in ActivityType])
        self._type.chosen.connect(self._check_soon)
        today = datetime.now().astimezone().date().isoformat()
        self.fields = {
            "date": self._field("date", self.tr("&Date"), today),
            "category": self._field("category", self.tr("&Category")),
            "subcategory": self._field("subcategory", self.tr("S&ubcategory")),
            "quantity": self._field("quantity", self.tr("&Quantity")),
            "unit": self._field("unit", self.tr("U&nit")),
            "factor_code": self._field("factor_code", self.tr("&Factor")),
            "kg_co2eq": self._field("kg_co2eq", self.tr("&kg CO₂e, if known")),
            "note": self._field("note", self.tr("N&ote")),
        }
        hint = self.tr("found by itself where left empty")
        self.fields["factor_code"].line.setPlaceholderText(hint)
        self.fields["kg_co2eq"].line.setPlaceholderText(self.tr("otherwise quantity × factor"))
        self._result = QLabel(self)
        self._result.setObjectName("entry_co2e")
        self._result.setWordWrap(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CHECK_DELAY_MS)
        self._timer.timeout.connect(self._check)
        self._lay_out()
        self._say_nothing_yet()

    @property
    def entry(self) -> dict[str, str]:
        """What stands in the form, as texts by field."""
        return {
            "lab_code": str(self._lab.value or ""),
            "activity_type": str(self._type.value or ""),
            **{
                name: self._around.terms.stored(name, field.text)
                for name, field in self.fields.items()
            },
        }

    @Slot(object)
    def tell(self, error: object) -> None:
        """Say why it could not be saved, at the fields where that is known."""
        self._save.setEnabled(True)
        if isinstance(error, InvalidEntry):
            self._touched |= set(self.fields)
            self._show_issues(error.issues)
            wrong = [name for name in self.fields if self._wrong(error.issues, name)]
            if wrong:
                self.fields[wrong[0]].line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._notes.say(Tone.ERROR, failure_text(self._around.messages, error))

    def _field(self, name: str, label: str, text: str = "") -> FormField:
        field = FormField(self._around.icons, f"entry_{name}", label, self, text=text)
        field.setProperty("field", name)
        field.typed.connect(self._typed)
        return field

    def _lay_out(self) -> None:
        form = form_layout()
        form.addRow(self._lab.label, self._lab)
        form.addRow(self._type.label, self._type)
        for field in self.fields.values():
            field.add_to(form)
        cancel = self.cancel_button("entry_cancel")
        self._save = self.main_button("entry_save", self.tr("Add activity"), self._save_clicked)
        self.stack(
            secondary(self.tr("Checked by the same rules as the rows of a file."), self),
            self._notes,
            form,
            self._result,
            answers=(cancel, self._save),
        )
        self.setMinimumWidth(520)

    def _say_nothing_yet(self) -> None:
        set_look(self._result, "secondary")
        self._result.setText(self.tr("CO₂e is shown here as soon as it can be computed."))

    @Slot()
    def _typed(self) -> None:
        self._touched.add(str(self.sender().property("field")))
        self._timer.start()

    @Slot(object)
    def _check_soon(self, _value: object) -> None:
        self._timer.start()

    @Slot()
    def _check(self) -> None:
        entry, style = self.entry, self._style
        self._asked_for = entry
        ask(
            self._around.runner,
            lambda _: (entry, self._activities.preview(entry, style)),
            self._checked,
            self._not_checked,
            lane="checking",
        )

    @Slot(object)
    def _checked(self, found: tuple[Mapping[str, str], EntryCheck]) -> None:
        entry, check = found
        if entry is not self._asked_for:
            return
        self._show_issues(check.issues)
        activity = check.activity
        if activity is None:
            self._say_nothing_yet()
        elif activity.co2e_kg is None:
            set_look(self._result, "warning")
            self._result.setText(
                self.tr("%1: it can be added, and is shown as missing.").replace("%1", no_factor())
            )
        else:
            set_look(self._result, "good")
            text = self._around.formats.kg(activity.co2e_kg)
            if activity.factor_code:
                text += " · " + self.tr("factor %1").replace("%1", activity.factor_code)
            self._result.setText(text)

    @Slot(object)
    def _not_checked(self, error: object) -> None:
        self._notes.say(Tone.ERROR, failure_text(self._around.messages, error))

    def _show_issues(self, issues: Sequence[Issue]) -> None:
        elsewhere = [one for one in issues if one.field not in self.fields]
        for name, field in self.fields.items():
            wrong = self._wrong(issues, name)
            if wrong and name in self._touched:
                warning = wrong[0].severity is not Severity.ERROR
                field.say(self._around.messages.issue(wrong[0]), warning=warning)
            else:
                field.say("")
        if elsewhere:
            self._notes.say(Tone.WARNING, self._around.messages.issue(elsewhere[0]))
        else:
            self._notes.clear()

    def _wrong(self, issues: Sequence[Issue], name: str) -> list[Issue]:
        found = [one for one in issues if one.field == name]
        return sorted(found, key=lambda one: one.severity is not Severity.ERROR)

    @Slot()
    def _save_clicked(self) -> None:
        self._timer.stop()
        self._asked_for = {}
        self._save.setEnabled(False)
        self.saved.emit(self.entry)
