"""The files of an import: the one that goes in, and the annotated copy that comes out."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

_DRAFT = ".co2draft"
_PATTERNS = "*.csv *.tsv *.txt *.xlsx *.xls *.xlsb *.ods *.co2draft"


class ImportFiles(QObject):
    """`given(Path)` and `text_given(str)` to import.

    `copy_wanted(Path)` to write the annotated copy to, `draft_wanted(Path)` a copy of the draft.
    """

    given = Signal(object)
    text_given = Signal(str)
    copy_wanted = Signal(object)
    draft_wanted = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def choose(self) -> None:
        """Ask for a file to import."""
        dialog = QFileDialog(self._window, self.tr("Choose a file to import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Tables and drafts") + f" ({_PATTERNS})",
                self.tr("All files") + " (*)",
            ]
        )
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def choose_copy(self, of: str) -> None:
        """Ask where to write the annotated copy of the file named `of`."""
        name = self.tr("%1 with errors").replace("%1", Path(of).stem)
        suffix = Path(of).suffix or ".csv"
        dialog = QFileDialog(self._window, self.tr("Save annotated copy"), f"{name}{suffix}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._copy_chosen)
        dialog.open()

    def choose_draft_copy(self, of: str) -> None:
        """Ask where to write a copy of the draft for the file named `of`."""
        name = f"{Path(of).stem}{_DRAFT}"
        dialog = QFileDialog(self._window, self.tr("Save a copy of the draft"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Drafts of imports") + f" (*{_DRAFT})"])
        dialog.setDefaultSuffix(_DRAFT.removeprefix("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._draft_chosen)
        dialog.open()

    def take(self, data: QMimeData) -> None:
        """Take what was copied elsewhere: a file, or cells of a spreadsheet."""
        files = [url for url in data.urls() if url.isLocalFile()]
        if files:
            self.given.emit(Path(files[0].toLocalFile()))
        elif data.hasText() and data.text().strip():
            self.text_given.emit(data.text())

    @Slot(str)
    def _chosen(self, name: str) -> None:
        self.given.emit(Path(name))

    @Slot(str)
    def _draft_chosen(self, name: str) -> None:
        self.draft_wanted.emit(Path(name))

    @Slot(str)
    def _copy_chosen(self, name: str) -> None:
        self.copy_wanted.emit(Path(name))
