"""Administration: one tab per concern."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QTabWidget, QWidget

from co2desk.services.administer import Administration
from co2desk.services.back_up import Backups
from co2desk.services.change_schema import Schema
from co2desk.services.connect import Connection
from co2desk.services.manage_labs import Laboratories
from co2desk.services.watch_health import Health
from co2desk.views.action_table import ActionId
from co2desk.views.administration.audit_tab import AuditTab
from co2desk.views.administration.database_tab import DatabaseTab
from co2desk.views.administration.health_tab import HealthTab
from co2desk.views.administration.people_tab import PeopleTab
from co2desk.views.administration.tab import Tab
from co2desk.views.command_set import Command
from co2desk.views.page import Page
from co2desk.views.surroundings import Surroundings


class AdministrationPage(Page):
    """Reads only the tab that is seen."""

    def __init__(
        self,
        around: Surroundings,
        administration: Administration,
        health: Health,
        schema: Schema,
        backups: Backups,
        connection: Connection,
        labs: Laboratories,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, parent)
        self.set_title(self.tr("Administration"))
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("administration_tabs")
        self._tabs.setDocumentMode(True)
        tabs: Sequence[tuple[Tab, str, str]] = (
            (PeopleTab(around, administration, labs), "person", self.tr("People and roles")),
            (AuditTab(around, administration, labs), "history", self.tr("Audit log")),
            (HealthTab(around, health), "heart", self.tr("Health")),
            (
                DatabaseTab(around, schema, backups, connection),
                "database",
                self.tr("Database"),
            ),
        )
        for tab, icon, title in tabs:
            self._tabs.addTab(tab, around.icons.icon(icon), title)
            tab.said.connect(self.notes.say)
            tab.failed.connect(self.tell_failure)
            tab.not_done.connect(self.tell_not_done)
            tab.counted.connect(self.count)
            tab.wrote.connect(self.wrote)
            tab.commands.changed.connect(self.commands.changed)
        self._tabs.currentChanged.connect(self._tab_shown)
        self.body.addWidget(self._tabs)

    def reload(self) -> None:
        """Read what the tab in front shows."""
        self._tab_shown(self._tabs.currentIndex())

    def possible(self) -> Mapping[ActionId, Command]:
        """What the tab in front can do."""
        tab = self._tabs.currentWidget()
        return tab.commands.now() if isinstance(tab, Tab) else {}

    def search_field(self) -> QLineEdit | None:
        """The field of the tab in front."""
        tab = self._tabs.currentWidget()
        return tab.search if isinstance(tab, Tab) else None

    def show_tab(self, index: int) -> None:
        """Bring a tab to the front."""
        self._tabs.setCurrentIndex(index)

    @Slot(int)
    def _tab_shown(self, _index: int) -> None:
        tab = self._tabs.currentWidget()
        if isinstance(tab, Tab):
            self.count("")
            tab.reload()
            self.commands.changed.emit()
