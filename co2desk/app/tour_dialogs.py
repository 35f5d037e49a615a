"""Opens every dialog of the main window, as a person would, for its picture."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget

from co2desk.app.camera import Camera
from co2desk.desktop.crash_report import crash_report
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.ids import UserId
from co2desk.domain.people import Person
from co2desk.models.activity_edits import Clash
from co2desk.models.edit_steps import FieldEdit
from co2desk.services.administer import GrantedLogin, ServerAddress
from co2desk.services.browse_activities import Conflict
from co2desk.views.action_table import ActionId
from co2desk.views.activities.activities_page import ActivitiesPage
from co2desk.views.administration.administration_page import AdministrationPage
from co2desk.views.administration.database_tab import DatabaseTab
from co2desk.views.administration.hand_over_dialog import HandOverDialog
from co2desk.views.administration.unlock_dialog import UnlockDialog
from co2desk.views.desk import Desk
from co2desk.views.dialogs.crash_dialog import CrashDialog
from co2desk.views.factors.factors_page import FactorsPage
from co2desk.views.places import PageId, Place
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.data_table import DataTable

_PEOPLE, _AUDIT, _DATABASE = 0, 1, 3
_GAS = "NATURAL-GAS"
_FACTORS = """code,name,category,value,unit,source
NATURAL-GAS,Natural gas,combustion,0.25,kWh,example
HYDROGEN,Hydrogen from electrolysis,combustion,0.11,kWh,example
"""
# Forms say what is wrong a moment after the last key.
_CHECKED_AFTER_MS = 700


W = TypeVar("W", bound=QWidget)


class DialogTour:
    """Leaves everything as it was: each dialog is closed without saying yes."""

    def __init__(self, desk: Desk, camera: Camera, around: Surroundings, home: Path) -> None:
        self._home = home
        self._desk = desk
        self._window = desk.window
        self._camera = camera
        self._around = around

    def walk(self) -> None:
        """Dialogs by view, then those of the program."""
        self._labs_and_imports()
        self._activities()
        self._factors()
        self._administration()
        self._program()

    def _labs_and_imports(self) -> None:
        for page_id, action, name in (
            (PageId.LABS, ActionId.NEW, "30-new-laboratory"),
            (PageId.LABS, ActionId.CHANGE, "31-laboratory"),
            (PageId.LABS, ActionId.DELETE, "32-delete-laboratory"),
            (PageId.IMPORTS, ActionId.WORKLIST, "33-worklist"),
            (PageId.IMPORTS, ActionId.UNDO_IMPORT, "34-undo-import"),
        ):
            self._go(page_id)
            self._by_action(action, name)

    def _activities(self) -> None:
        page = self._go(PageId.ACTIVITIES)
        assert isinstance(page, ActivitiesPage)
        self._by_action(ActionId.NEW, "40-add-activity", self._fill_activity)
        self._by_action(ActionId.CHANGE, "41-bulk-edit")
        self._dialog(lambda: self._clash(page), "42-conflict")
        self._by_action(ActionId.DELETE, "43-delete-activities")
        self._by_action(ActionId.SAVE_VIEW, "44-save-view")
        self._window.view_actions.show_menu(self._window.mapToGlobal(QPoint(500, 300)))
        for menu in self._window.findChildren(QMenu, "view_menu"):
            self._camera.take(menu, "45-right-click")
            menu.close()

    def _fill_activity(self, form: QWidget) -> None:
        for name, text in (("category", "combustion"), ("quantity", "1200"), ("unit", "viel")):
            _inside(form, QLineEdit, f"entry_{name}").setText(text)
        self._camera.pause(_CHECKED_AFTER_MS)

    def _clash(self, page: ActivitiesPage) -> None:
        mine = page.model.rows[0]
        theirs = replace(
            mine,
            quantity=mine.quantity + Decimal("12.5"),
            note="Invoice of March",
            version=mine.version + 1,
            updated_at=datetime(2026, 3, 4, 9, 15, tzinfo=UTC),
        )
        edit = FieldEdit(mine.id, "quantity", str(mine.quantity), "99")
        page.edits.conflicted.emit(Clash(Conflict(mine, theirs, "Ada Lovelace"), (edit,)))

    def _factors(self) -> None:
        page = self._go(PageId.FACTORS)
        assert isinstance(page, FactorsPage)
        self._by_action(ActionId.NEW, "46-new-factor")
        page.head.search.setText(_GAS)
        page.head.search.returnPressed.emit()
        self._camera.settle()
        self._by_action(ActionId.CHANGE, "47-factor", self._dearer)
        file = self._home / "factors-2026.csv"
        file.write_text(_FACTORS, encoding="utf-8")
        self._dialog(lambda: page.loading.try_file(str(file)), "48-load-factors")

    def _dearer(self, form: QWidget) -> None:
        _inside(form, QLineEdit, "factor_value").setText("0.3")
        self._camera.pause(_CHECKED_AFTER_MS)

    def _administration(self) -> None:
        page = self._go(PageId.ADMINISTRATION)
        assert isinstance(page, AdministrationPage)
        page.show_tab(_PEOPLE)
        self._camera.settle()
        self._by_action(ActionId.NEW, "50-new-person")
        self._by_action(ActionId.CHANGE, "51-person")
        self._hand_over()
        page.show_tab(_AUDIT)
        self._camera.settle()
        log = _inside(page, DataTable, "audit_table")
        log.choose_row(0)
        self._dialog(lambda: log.row_opened.emit(log.chosen_rows()[0]), "57-audit-entry")
        page.show_tab(_DATABASE)
        self._camera.settle()
        tab = _inside(page, DatabaseTab, "")
        backup = self._home / "co2desk-2026-03-01.backup"
        backup.touch()
        self._dialog(lambda: tab.work.restore(str(backup)), "53-restore")
        self._by_action(ActionId.BACK_UP, "58-back-up")
        unlock = UnlockDialog(
            self._around.icons, "co2desk-2026.backup.age", by_passphrase=True, parent=self._window
        )
        self._dialog(unlock.open, "59-unlock-backup")
        page.show_tab(_PEOPLE)

    def _hand_over(self) -> None:
        ada = Person(UserId(UUID(int=1)), "Ada Lovelace", "ada@example.org", "", "ada", True)
        dialog = HandOverDialog(
            self._around.icons,
            GrantedLogin(ada, "kT3-example-only-9QxW"),
            ServerAddress("db.example.org", 5432, "co2desk"),
            self._window,
        )
        self._dialog(dialog.open, "52-hand-over")

    def _program(self) -> None:
        self._go(PageId.START)
        for action, name in (
            (ActionId.SETTINGS, "35-settings"),
            (ActionId.COMMANDS, "36-find-an-action"),
            (ActionId.ABOUT, "37-about"),
            (ActionId.CONNECTIONS, "39-connections"),
            (ActionId.TEMPLATE, "54-template"),
        ):
            self._by_action(action, name)
        too_old = DatabaseProblem(ErrorCode.SCHEMA_TOO_OLD, schema="019", head="022")
        self._dialog(lambda: self._desk.upgrades.offer(too_old), "55-upgrade")
        self._dialog(self._fail, "56-error-report")
        self._desk.show_help("imports")
        for shown in QApplication.topLevelWidgets():
            # Those of the languages before are closed, and may still be there.
            if shown.objectName() == "help_window" and shown.isVisible():
                self._camera.take(shown, "38-help")
                shown.close()

    def _fail(self) -> None:
        dialog = CrashDialog(self._around.icons, self._window)
        try:
            int("twelve")
        except ValueError as error:
            dialog.tell(crash_report(type(error), error.__traceback__, str))

    def _go(self, page_id: PageId) -> QWidget:
        self._window.go(Place(page_id))
        self._camera.settle()
        return self._window.pages.page(page_id)

    def _by_action(
        self, action: ActionId, name: str, then: Callable[[QWidget], None] | None = None
    ) -> None:
        """Nothing where the action has nothing to be done to, as in an empty database."""
        known = self._window.actions_by_id[action]
        if known.isEnabled():
            self._dialog(known.trigger, name, then)

    def _dialog(
        self,
        open_it: Callable[[], None],
        name: str,
        then: Callable[[QWidget], None] | None = None,
    ) -> None:
        open_it()
        self._camera.wait_for(lambda: bool(self._shown()), name)
        for dialog in self._shown():
            if then is not None:
                then(dialog)
            self._camera.take(dialog, name)
            dialog.reject()
        self._camera.wait_for(lambda: not self._shown(), name)

    def _shown(self) -> list[QDialog]:
        return [one for one in self._window.findChildren(QDialog) if one.isVisible()]


def _inside(window: QWidget, kind: type[W], name: str) -> W:
    """The widget of that kind and name; an empty name stands for the only one of its kind."""
    found = window.findChild(kind, name) if name else window.findChild(kind)
    assert found is not None, name
    return found
