"""Tells of a newer version once the window stands, and never before or instead of work."""

from datetime import date

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from co2desk import __version__
from co2desk.desktop.update_notice import UpdateNotice
from co2desk.services.look_for_updates import Updates
from co2desk.views.errands import ask
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone


class UpdateNews(QObject):
    """Looks off the GUI thread, in a lane of its own; what it finds is said in `bar`."""

    def __init__(
        self, around: Surroundings, updates: Updates, bar: MessageBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._updates = updates
        self._bar = bar
        self._url = ""
        bar.action_chosen.connect(self._open)

    def look(self) -> None:
        """Look where it is wanted, once a day."""
        today = date.today()  # noqa: DTZ011 the person's own day
        if self._updates.due(today):
            ask(
                self._around.runner,
                lambda progress: self._updates.look(today, progress),
                self._came,
                self._nothing,
                lane="updates",
            )

    @Slot(object)
    def _came(self, notice: UpdateNotice | None) -> None:
        if notice is None:
            return
        self._url = notice.url
        text = self.tr("co2desk %1 is there; this is %2.").replace("%1", notice.version)
        words = [text.replace("%2", __version__)]
        if news := notice.news.get(self._around.messages.language):
            words.append(news)
        self._bar.say(Tone.INFORMATION, " ".join(words), self.tr("What is new…"))

    @Slot(object)
    def _nothing(self, _error: object) -> None:
        """The log has it; nobody is disturbed by what they did not ask for."""

    @Slot()
    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self._url))
