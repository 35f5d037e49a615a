"""Empty tables to hand out: asks which, where to, and writes them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from co2desk.domain.progress import Progress
from co2desk.views.errands import ask, failure_text
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone

if TYPE_CHECKING:
    from co2desk.domain.reference import Laboratory
    from co2desk.services.references import References


class Templates(QObject):
    """Works without the database too, with the emission factors that are at hand then."""

    def __init__(
        self,
        around: Surroundings,
        references: "Callable[[], References | None]",
        notes: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._around = around
        self._references = references
        self._notes = notes
        self._window = window
        self._wanted = ("", "", "")

    def choose(self) -> None:
        """Ask which template, once the laboratories are known."""
        references = self._references()
        if references is not None:
            ask(
                self._around.runner,
                lambda _: references.laboratories() or (),
                self._labs_known,
                self._failed,
            )

    @Slot(object)
    def _labs_known(self, labs: "Sequence[Laboratory]") -> None:
        from co2desk.views.dialogs.template_dialog import TemplateDialog

        codes = [lab.code for lab in labs]
        dialog = TemplateDialog(self._around.messages, codes, self._window)
        dialog.agreed.connect(self._ask_where)
        dialog.open()

    @Slot(str, str, str)
    def _ask_where(self, kind: str, language: str, lab_code: str) -> None:
        self._wanted = kind, language, lab_code
        dialog = QFileDialog(self._window, self.tr("Save an empty template"))
        dialog.setObjectName("save_template")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel workbook (*.xlsx)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"co2desk-{kind}.xlsx")
        dialog.fileSelected.connect(self.save)
        dialog.open()

    @Slot(str)
    def save(self, name: str) -> None:
        """Write the template that was chosen."""
        references = self._references()
        if references is None:
            return
        path, (kind, language, lab_code) = Path(name), self._wanted

        def work(_: Progress) -> Path:
            from co2desk.services.make_template import make_template

            reference = references.now(lab_code)
            make_template(kind, path, reference, lab_code=lab_code, language=language)
            return path

        ask(
            self._around.runner,
            work,
            self._saved,
            self._failed,
            label=self.tr("Writing the template…"),
            lane="exporting",
        )

    @Slot(object)
    def _saved(self, path: Path) -> None:
        text = self.tr("The template is in %1. Filled in, it can be imported as it is.")
        self._notes.say(Tone.GOOD, text.replace("%1", path.name))

    @Slot(object)
    def _failed(self, error: object) -> None:
        self._notes.say(Tone.ERROR, failure_text(self._around.messages, error))
