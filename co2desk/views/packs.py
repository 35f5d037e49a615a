"""Reference data taken along for work without the database, and brought back as a file."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from co2desk.domain.progress import Progress
from co2desk.views.errands import ask, failure_text
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone

if TYPE_CHECKING:
    from co2desk.services.take_offline import Offline, PackSummary

PACK_SUFFIX = ".co2pack"


class Packs(QObject):
    """Asks where to, does it off the GUI thread, and says what came of it in `notes`."""

    def __init__(
        self,
        around: Surroundings,
        offline: Callable[[], "Offline | None"],
        notes: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._around = around
        self._offline = offline
        self._notes = notes
        self._window = window

    def take(self) -> None:
        """Ask for a name and write a pack; in the folder offered it is used by itself."""
        offline = self._offline()
        if offline is None:
            return
        dialog = QFileDialog(self._window, self.tr("Take offline"))
        dialog.setObjectName("take_offline")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Packs for work offline (*.co2pack)")])
        dialog.setDefaultSuffix(PACK_SUFFIX.removeprefix("."))
        dialog.setDirectory(str(offline.folder))
        dialog.selectFile(f"co2desk-{datetime.now().astimezone().date()}{PACK_SUFFIX}")
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def adopt(self, path: Path) -> None:
        """Use a pack from elsewhere whenever the database cannot be reached."""
        offline = self._offline()
        if offline is not None:
            self._ask(lambda _: offline.adopt(path))

    @Slot(str)
    def _take(self, name: str) -> None:
        offline = self._offline()
        if offline is not None:
            self._ask(lambda progress: offline.take(Path(name), progress=progress))

    def _ask(self, work: "Callable[[Progress], PackSummary]") -> None:
        ask(self._around.runner, work, self._stands, self._failed, label=self.tr("Packing…"))

    @Slot(object)
    def _stands(self, pack: "PackSummary") -> None:
        text = self.tr(
            "%1 holds %2 and %3 as of %4. When the database cannot "
            "be reached, files are checked against the newest pack on this computer and kept as "
            "drafts, to be committed later."
        )
        labs, factors, formats = pack.laboratories, pack.factors, self._around.formats
        for place, part in (
            ("%2", formats.counted(self.tr("%n laboratories", "", labs), labs)),
            ("%3", formats.counted(self.tr("%n emission factors", "", factors), factors)),
            ("%4", formats.moment(pack.taken_at)),
            ("%1", pack.path.name),
        ):
            text = text.replace(place, part)
        self._notes.say(Tone.GOOD, text)

    @Slot(object)
    def _failed(self, error: object) -> None:
        self._notes.say(Tone.ERROR, failure_text(self._around.messages, error))
