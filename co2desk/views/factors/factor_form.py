"""An emission factor as a form that shows, before it is saved, what it would change."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QWidget,
)

from co2desk.domain.errors import OF_THE_LINK
from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.footprint import FactorEffect
from co2desk.models.columns import Column, number_column
from co2desk.models.formats import Formats
from co2desk.models.list_table_model import ListTableModel
from co2desk.services.check_entries import EntryStyle
from co2desk.services.check_factor import FactorCheck
from co2desk.services.manage_factors import Factors
from co2desk.views.errands import ask, failure_text
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.form_field import FormField
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.text import secondary
from co2desk.views.widgets.titled_dialog import TitledDialog, form_layout

_CHECK_DELAY_MS = 400


class FactorForm(TitledDialog):
    """`saved(EmissionFactor, recalculate)`; the form closes when that was done.

    Without a `factor` it is about a new one of a laboratory of `lab_codes`.
    """

    saved = Signal(object, bool)

    def __init__(
        self,
        around: Surroundings,
        factors: Factors,
        style: EntryStyle,
        factor: EmissionFactor | None,
        lab_codes: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("factor_form", parent)
        self._around = around
        self._factors = factors
        self._style = style
        self._factor = factor
        self._asked_for: object = None
        self._ready: EmissionFactor | None = None
        self._touched: set[str] = set()
        self.setWindowTitle(
            self.tr("Edit factor") if factor else self.tr("New factor of a laboratory")
        )
        self._notes = MessageBar(around.icons, self)
        self._notes.action_chosen.connect(self._check)
        self._lab = ChoiceBox("factor_lab", self.tr("&Laboratory"), self)
        self._lab.offer([(code, code) for code in lab_codes])
        self._lab.chosen.connect(self._check)
        self.fields = self._make_fields(factor)
        self._effects = ListTableModel(self._columns(), self)
        self._table = DataTable(around, "factor_effects", self)
        self._table.setAccessibleName(self.tr("What would change"))
        self._table.use(self._effects, [96, 56, 92, 110, 120, 140])
        self._table.setFixedHeight(150)
        self._summary = QLabel(self)
        self._summary.setObjectName("factor_summary")
        self._summary.setWordWrap(True)
        self._anew = QCheckBox(self.tr("&Compute these activities anew"), self)
        self._anew.setObjectName("factor_anew")
        self._anew.setChecked(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CHECK_DELAY_MS)
        self._timer.timeout.connect(self._check)
        self._lay_out()
        self._check()

    @Slot(object)
    def tell(self, error: object) -> None:
        """Say why it could not be saved."""
        self._notes.say(Tone.ERROR, failure_text(self._around.messages, error))
        self._save.setEnabled(self._ready is not None)

    @Slot(object)
    def _not_checked(self, error: object) -> None:
        cut = getattr(error, "code", None) in OF_THE_LINK
        again = self.tr("Try again") if cut else ""
        self._notes.say(Tone.ERROR, failure_text(self._around.messages, error), again)

    def _make_fields(self, factor: EmissionFactor | None) -> dict[str, FormField]:
        def day(value: date | None) -> str:
            return value.isoformat() if value else ""

        def amount(value: Decimal) -> str:
            # Without a needless tail of zeros, which would hide what the person changes.
            return f"{value.normalize():f}".replace(".", self._style.decimal_mark)

        def named(field: str) -> str:
            return self._around.terms.shown(field, getattr(factor, field)) if factor else ""

        one = factor
        made = {
            "code": self._field("code", self.tr("&Code"), one.code if one else ""),
            "name": self._field("name", self.tr("&Name"), one.name if one else ""),
            "category": self._field("category", self.tr("Cate&gory"), named("category")),
            "subcategory": self._field(
                "subcategory",
                self.tr("S&ubcategory"),
                named("subcategory"),
            ),
            "value": self._field("value", self.tr("&kg CO₂e"), amount(one.value) if one else ""),
            "unit": self._field("unit", self.tr("&per (unit)"), named("unit")),
            "source": self._field("source", self.tr("&Source"), one.source if one else ""),
            "valid_from": self._field(
                "valid_from", self.tr("Valid &from"), day(one.valid_from) if one else ""
            ),
            "valid_to": self._field(
                "valid_to", self.tr("&Valid until"), day(one.valid_to) if one else ""
            ),
        }
        if one is None or one.factor_type is FactorType.CUSTOM:
            made["justification"] = self._field(
                "justification", self.tr("&Justification"), one.justification if one else ""
            )
        made["code"].line.setReadOnly(one is not None)
        return made

    def _field(self, name: str, label: str, text: str) -> FormField:
        field = FormField(self._around.icons, f"factor_{name}", label, self, text=text)
        field.setProperty("field", name)
        field.typed.connect(self._typed)
        return field

    def _columns(self) -> list[Column[FactorEffect]]:
        formats = self._around.formats
        return [
            Column("lab", self.tr("Laboratory"), lambda one: one.lab_code),
            Column("year", self.tr("Year"), lambda one: str(one.year)),
            number_column("count", self.tr("Activities"), lambda one: one.activity_count, formats),
            number_column(
                "before", self.tr("kg CO₂e now"), lambda one: one.before_kg, formats, decimals=1
            ),
            number_column(
                "after",
                self.tr("kg CO₂e then"),
                lambda one: one.before_kg if one.published else one.after_kg,
                formats,
                decimals=1,
            ),
            Column("change", self.tr("Change"), self._change, numeric=True),
        ]

    def _change(self, one: FactorEffect) -> str:
        if one.published:
            return self.tr("published: stays")
        return _signed(one.after_kg - one.before_kg, self._around.formats)

    def _lay_out(self) -> None:
        form = form_layout(6)
        if self._factor is None:
            form.addRow(self._lab.label, self._lab)
        else:
            self._lab.label.hide()
            self._lab.hide()
        for field in self.fields.values():
            field.add_to(form)
        cancel = self.cancel_button("factor_cancel")
        self._save = self.main_button("factor_save", self.tr("Save factor"), self._save_clicked)
        self._save.setEnabled(False)
        explanation = self.tr("Only this laboratory can use it; say why it needs one.")
        self.stack(
            *(() if self._factor else (secondary(explanation, self),)),
            self._notes,
            form,
            self._summary,
            self._table,
            answers=(cancel, self._save),
            beside=(self._anew,),
            spacing=8,
        )
        self._table.hide()
        self._anew.hide()
        self.setMinimumWidth(660)

    @Slot()
    def _typed(self) -> None:
        self._touched.add(str(self.sender().property("field")))
        # What was shown is about another text now.
        self._save.setEnabled(False)
        self._timer.start()

    @Slot()
    def _check(self, _chosen: object = None) -> None:
        stored = self._around.terms.stored
        texts = {name: stored(name, field.text) for name, field in self.fields.items()}
        self._asked_for = texts
        self._ready = None
        base, style, lab_code = self._factor, self._style, ""
        if base is None:
            lab_code = str(self._lab.value or "")
        ask(
            self._around.runner,
            lambda _: (texts, self._factors.check(texts, base, style, lab_code)),
            self._checked,
            self._not_checked,
            lane="checking",
        )

    @Slot(object)
    def _checked(self, found: tuple[Mapping[str, str], FactorCheck]) -> None:
        texts, check = found
        if texts is not self._asked_for:
            return
        self._notes.clear()
        wrong = {issue.field: issue for issue in reversed(check.issues)}
        for name, field in self.fields.items():
            shown = name in wrong and (name in self._touched or self._factor is not None)
            field.say(self._around.messages.issue(wrong[name]) if shown else "")
        self._ready = check.factor
        self._save.setEnabled(check.factor is not None and check.factor != self._factor)
        self._show_effects(check.effects)

    def _show_effects(self, effects: Sequence[FactorEffect]) -> None:
        self._effects.show_rows(effects)
        moved = [one for one in effects if not one.published and one.after_kg != one.before_kg]
        self._table.setVisible(bool(effects))
        self._anew.setVisible(bool(moved))
        if self._factor is None:
            self._summary.hide()
        elif not effects:
            self._summary.setText(self.tr("No activity uses this factor."))
        elif not moved:
            self._summary.setText(self.tr("No laboratory's CO₂e would change."))
        else:
            total = sum((one.after_kg - one.before_kg for one in moved), Decimal(0))
            self._summary.setText(
                self.tr("%1 in all. Published years stay as they are.").replace(
                    "%1", _signed(total, self._around.formats)
                )
            )

    @Slot()
    def _save_clicked(self) -> None:
        if self._ready is not None:
            self._save.setEnabled(False)
            self.saved.emit(self._ready, self._anew.isChecked())


def _signed(change: Decimal, formats: Formats) -> str:
    return ("+" if change > 0 else "") + formats.kg(change)
