"""Loads a file of factors: tried first, with what it would do, and written once agreed."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from co2desk.services.manage_factors import FactorLoad, Factors
from co2desk.views.dialogs.confirm import Confirm
from co2desk.views.page import Page
from co2desk.views.surroundings import Surroundings

_MOST_NAMED = 3


class FactorLoading(QObject):
    """`loaded(text)` when it was written, `refused(text)` for rows in error.

    What goes wrong is told by `page`, which does it again where the line was cut.
    """

    loaded = Signal(str)
    refused = Signal(str)

    def __init__(self, around: Surroundings, factors: Factors, page: Page) -> None:
        super().__init__(page)
        self._around = around
        self._factors = factors
        self._page = page
        self._path = Path()

    @Slot()
    def choose_file(self) -> None:
        """Ask for the file."""
        dialog = QFileDialog(self._page, self.tr("Load a set of factors"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.xls *.ods)")])
        dialog.fileSelected.connect(self.try_file)
        dialog.open()

    @Slot(str)
    def try_file(self, name: str) -> None:
        """Read the file and say what it would do; nothing is written."""
        self._path = Path(name)
        self._load(dry_run=True)

    def _load(self, *, dry_run: bool) -> None:
        path = self._path
        self._page.ask(
            lambda progress: self._factors.load_file(path, dry_run=dry_run, progress=progress),
            self._came,
            label=self.tr("Reading factors…") if dry_run else self.tr("Loading factors…"),
            lane="writing",
        )

    @Slot(object)
    def _came(self, load: FactorLoad) -> None:
        if load.checked.counts.error:
            self.refused.emit(self._what_is_wrong(load))
        elif load.dry_run:
            self._ask(load)
        else:
            self.loaded.emit(
                self.tr("Factors: %1, %2, %3 the same as before.")
                .replace("%1", self._counted(self.tr("%n added", "", load.added), load.added))
                .replace("%2", self._counted(self.tr("%n changed", "", load.changed), load.changed))
                .replace("%3", self._around.formats.number(load.unchanged))
            )

    def _ask(self, load: FactorLoad) -> None:
        dialog = Confirm(
            self._around.icons,
            self.tr("Load %1?").replace("%1", self._path.name),
            self._numbers(
                self.tr("Factors: %1 to be added, %2 to be changed, %3 the same as before."), load
            )
            + " "
            + self.tr(
                "Activities keep the CO₂e they have; edit a factor to compute its activities anew."
            ),
            self.tr("Load the factors"),
            parent=self._page,
        )
        dialog.agreed.connect(self._agreed)
        dialog.open()

    @Slot(str)
    def _agreed(self, _typed: str) -> None:
        self._load(dry_run=False)

    def _counted(self, text: str, count: int) -> str:
        return self._around.formats.counted(text, count)

    def _numbers(self, text: str, load: FactorLoad) -> str:
        counts = (load.added, load.changed, load.unchanged)
        for place, count in enumerate(counts, start=1):
            text = text.replace(f"%{place}", self._around.formats.number(count))
        return text

    def _what_is_wrong(self, load: FactorLoad) -> str:
        wrong = [row for row in load.checked.rows if row.issues]
        lines = [
            self.tr("Row %1: %2")
            .replace("%1", str(row.row_number))
            .replace("%2", self._around.messages.issue(row.issues[0]))
            for row in wrong[:_MOST_NAMED]
        ]
        errors = load.checked.counts.error
        text = self.tr("Nothing was loaded: %n rows are in error.", "", errors)
        return "\n".join([self._counted(text, errors), *lines])
