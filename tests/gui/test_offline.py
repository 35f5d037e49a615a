"""Files are prepared without the database, and committed once it is there again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from co2desk.app.container import build_services
from co2desk.desktop.settings import SettingsFile
from co2desk.views.desk import Desk
from co2desk.views.surroundings import Surroundings
from tests.gui.hands import Hands
from tests.gui.test_journey import FINANCE


def answer(hands: Hands, action: str, name: str) -> None:
    """Choose a file in the dialog that an action of the menu opens."""
    hands.window.findChild(object, f"action_{action}").trigger()
    hands.settle()
    [dialog] = [one for one in hands.window.findChildren(QFileDialog) if one.isVisible()]
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    field.setText(name)  # typed, its completer would take the Return that ends the dialog
    dialog.accept()
    hands.settle()


def begin(desk: Desk, qtbot: QtBot, path: Path) -> Hands:
    desk.import_file(path)
    window = desk.import_windows[-1]
    hands = Hands(qtbot, window.around, window)
    hands.settle()
    return hands


def test_that_a_draft_prepared_offline_is_committed_once_the_database_is_back(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    services = desk.services
    assert services is not None
    main = Hands(qtbot, desk.window.around, desk.window)
    pack = services.offline.folder / "travel.co2pack"
    try:
        answer(main, "take_offline", str(pack))
        assert "travel.co2pack holds" in desk.window.notes.text
        services.connection.close()

        # Without the database: the laboratory comes from the pack, the rows are checked with it.
        hands = begin(desk, qtbot, FINANCE)
        hands.choose("lab", lab)
        hands.click("forward")
        hands.click("forward")
        assert "197 ready · 3 in error" in hands.find(QLabel, "review_summary").text()
        grid = hands.find(QTableView, "review_grid")
        hands.press(Qt.Key.Key_F8)
        hands.type_into(grid, grid.currentIndex(), "12,5")
        hands.click("forward")
        forward = hands.find(QPushButton, "forward")
        assert not forward.isEnabled()
        assert "cannot be reached" in desk.import_windows[-1].notes.text
        hands.window.close()
        main.settle()
        draft = services.preparations.drafts()[0]

        # Back at the database: the draft goes on where it was left, just before the commit.
        desk.open_database()
        main.settle()
        hands = begin(desk, qtbot, draft.path)
        assert "198 activities will be added" in hands.find(QLabel, "effect").text()
        hands.click("forward")
        title = hands.find(QLabel, "result_title").text()
        assert title == f"198 activities were committed to {lab}"
    finally:
        pack.unlink(missing_ok=True)


@pytest.fixture
def desk_alone(around: Surroundings, settings: SettingsFile, tmp_path: Path, qtbot: QtBot) -> Desk:
    """The program's windows where the server does not answer, and no pack was taken."""
    address = "postgresql://nobody@127.0.0.1:9/co2?connect_timeout=2"
    made = Desk(around, lambda _: build_services(address, tmp_path / "alone"), settings)
    made.window.show()
    made.open_database()
    qtbot.waitUntil(lambda: made.services is not None, timeout=20_000)
    return made


def test_that_rows_are_checked_with_neither_database_nor_pack(
    desk_alone: Desk, qtbot: QtBot
) -> None:
    hands = begin(desk_alone, qtbot, FINANCE)
    assert hands.find(QComboBox, "lab").count() == 1
    hands.click("forward")
    hands.click("forward")
    assert "197 ready · 3 in error" in hands.find(QLabel, "review_summary").text()
    hands.click("forward")
    assert not hands.find(QPushButton, "forward").isEnabled()
    hands.window.close()
    desk_alone.window.close()
    desk_alone.close()
    desk_alone.window.deleteLater()
