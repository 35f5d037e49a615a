"""Publishes a laboratory's year, so that its activities no longer change, or reopens it."""

from collections.abc import Set

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from co2desk.domain.ids import LabId
from co2desk.domain.reference import Laboratory
from co2desk.domain.roles import Role
from co2desk.services.administer import Administration
from co2desk.views.dialogs.confirm import Confirm
from co2desk.views.errands import ask
from co2desk.views.surroundings import Surroundings


class Publishing(QObject):
    """`button` says what it would do; `done(text)`, `failed(error)`."""

    done = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        administration: Administration,
        button: QPushButton,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._around = around
        self._administration = administration
        self._button = button
        self._page = page
        self._lab: Laboratory | None = None
        self._year = 0
        self._published = False
        button.clicked.connect(self._ask)
        self.show(None, None, frozenset())

    def show(
        self, lab: Laboratory | None, year: int | None, published: Set[tuple[LabId, int]]
    ) -> None:
        """Offer it for one laboratory's year; None where none or several are shown."""
        self._lab, self._year = lab, year or 0
        self._published = lab is not None and (lab.id, self._year) in published
        self._button.setText(
            self.tr("Reopen the year…") if self._published else self.tr("Publish the year…")
        )
        why_not = self._why_not(lab, year)
        self._button.setEnabled(not why_not)
        self._button.setToolTip(why_not)

    def _why_not(self, lab: Laboratory | None, year: int | None) -> str:
        if lab is None or year is None:
            return self.tr("Choose a laboratory and a year first.")
        if self._published and lab.role is not Role.ADMIN:
            return self.tr("Only administrators may reopen a published year.")
        if lab.role not in (Role.ADMIN, Role.LAB_MANAGER):
            return self.tr("Only the laboratory's administrators may do this.")
        return ""

    @Slot()
    def _ask(self) -> None:
        if self._lab is None:
            return
        year, code = str(self._year), self._lab.code
        if self._published:
            title = self.tr("Reopen %1 of %2?")
            text = self.tr("Its activities can be changed again, and what was published with them.")
            verb = self.tr("Reopen the year")
        else:
            title = self.tr("Publish %1 of %2?")
            text = self.tr(
                "Its activities can then no longer be changed, imported or taken back, until an "
                "administrator reopens the year."
            )
            verb = self.tr("Publish the year")
        dialog = Confirm(
            self._around.icons,
            title.replace("%1", year).replace("%2", code),
            text,
            verb,
            parent=self._page,
        )
        dialog.agreed.connect(self._do)
        dialog.open()

    @Slot(str)
    def _do(self, _typed: str) -> None:
        lab, year = self._lab, self._year
        if lab is None:
            return
        service = self._administration
        act = service.reopen_year if self._published else service.publish_year
        ask(
            self._around.runner,
            lambda _: act(lab.id, year),
            self._was_done,
            self.failed.emit,
            lane="writing",
        )

    @Slot(object)
    def _was_done(self, _nothing: object) -> None:
        text = (
            self.tr("%1 is open again.") if self._published else self.tr("%1 is published.")
        ).replace("%1", str(self._year))
        self.done.emit(text)
