from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QWidget
from pytestqt.qtbot import QtBot

from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.views.colours import DARK, LIGHT
from co2desk.views.first_size import fit_screen
from co2desk.views.main_window import MainWindow
from co2desk.views.surroundings import Surroundings
from co2desk.views.theme import ThemeChoice


def test_that_the_window_stands_before_the_database_does(
    around: Surroundings, qtbot: QtBot
) -> None:
    window = MainWindow(around)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    assert "Starting the database" in window.status.findChild(QLabel, "connection").text()
    assert not window.navigation.isEnabled()


def test_that_the_first_paint_has_the_whole_status(around: Surroundings, qtbot: QtBot) -> None:
    window = MainWindow(around)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    # Before any event is answered: what is painted now is what the person sees first.
    status = window.status.findChild(QLabel, "connection")
    assert status.text() == "Starting the database…"
    assert status.width() >= status.sizeHint().width()


def test_that_a_missing_database_is_told_with_a_way_to_go_on(
    around: Surroundings, qtbot: QtBot
) -> None:
    window = MainWindow(around)
    qtbot.addWidget(window)
    window.show()
    window.show_no_database(
        DatabaseProblem(ErrorCode.SERVER_UNREACHABLE, host="db.example.org", port=5432)
    )
    sentence = window.findChild(QLabel, "empty_sentence").text()
    assert "db.example.org" in sentence
    assert not window._waiting.button.isHidden()


def test_that_a_file_dropped_on_the_window_is_taken(
    around: Surroundings, qtbot: QtBot, tmp_path: Path
) -> None:
    window = MainWindow(around)
    qtbot.addWidget(window)
    given: list[object] = []
    window.file_given.connect(given.append)
    file = tmp_path / "travel.csv"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy = Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, data, left, none))
    assert given == [file]


def test_that_a_change_of_theme_redraws_icons_in_its_colours(
    around: Surroundings, qtbot: QtBot
) -> None:
    window = MainWindow(around)
    qtbot.addWidget(window)

    def darkest() -> int:
        image = window.actions_by_id["refresh"].icon().pixmap(24, 24).toImage()
        return max(
            image.pixelColor(x, y).lightness()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        )

    assert around.theme.colours is LIGHT
    qtbot.waitUntil(lambda: not around.icons.busy)
    light = darkest()
    around.theme.choose(ThemeChoice.DARK)
    assert around.theme.colours is DARK
    assert darkest() > light + 100


def test_that_a_window_too_large_leaves_room_for_its_title_on_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    fit_screen(window, 2000, 2000)
    room = window.screen().availableSize()
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    assert room.height() // 2 < window.height() <= room.height() - title
    fit_screen(window, 400, 300)
    assert (window.width(), window.height()) == (400, 300)
