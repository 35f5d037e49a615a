"""F1 explains the place where the person is, from the pages that the guide is built of."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from co2desk.desktop.guide import guide_page, topic_of, topics
from co2desk.desktop.paths import resource
from co2desk.importing.flow import Step
from co2desk.views.actions import ActionId
from co2desk.views.desk import Desk
from co2desk.views.dialogs.help_window import GuideText, HelpWindow
from co2desk.views.places import PageId, Place
from co2desk.views.surroundings import Surroundings
from tests.gui.hands import Hands


@pytest.fixture
def help_window(around: Surroundings, qtbot: QtBot) -> HelpWindow:
    made = HelpWindow("de", around.icons)
    qtbot.addWidget(made)
    made.show_topic("import-review")
    return made


def text_of(window: HelpWindow) -> GuideText:
    [found] = window.findChildren(GuideText)
    return found


def opened() -> HelpWindow:
    """The help that can be seen."""
    [found] = [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, HelpWindow) and one.isVisible()
    ]
    return found


def shown_topic(window: HelpWindow) -> str:
    return topic_of(Path(text_of(window).source().toLocalFile()))


def test_that_every_view_has_a_page_of_its_own(desk: Desk, qtbot: QtBot) -> None:
    for page in PageId:
        desk.window.go(Place(page))
        desk.window.actions_by_id[ActionId.HELP].trigger()
        assert shown_topic(opened()) == page.value
    opened().close()


def test_that_f1_in_each_step_of_an_import_tells_of_that_step(
    desk: Desk, around: Surroundings, qtbot: QtBot
) -> None:
    desk.window.actions_by_id[ActionId.IMPORT_FILE].trigger()
    window = desk.import_windows[-1]
    hands = Hands(qtbot, around, window)
    hands.settle()
    window.open_file(resource("demo", "activities-2025.csv"))
    hands.settle()
    window.source.choose_laboratory("DEMO-LAB")
    seen = []
    for step in Step:
        assert window.flow.step is step
        window.actions_by_id[ActionId.HELP_IMPORT].trigger()
        seen.append(shown_topic(opened()))
        if step is not Step.COMMIT:
            window.actions_by_id[ActionId.NEXT_STEP].trigger()
            hands.settle()
    assert seen == [f"import-{step}" for step in Step]
    opened().close()


def test_that_f1_in_a_dialog_tells_of_the_dialog(desk: Desk, qtbot: QtBot) -> None:
    desk.window.actions_by_id[ActionId.CONNECTIONS].trigger()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in desk.window.findChildren(QDialog)))
    [dialog] = [one for one in desk.window.findChildren(QDialog) if one.isVisible()]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    assert shown_topic(opened()) == "connections"
    opened().close()
    dialog.reject()


def test_that_f1_in_a_form_tells_of_the_view_behind_it(desk: Desk, qtbot: QtBot) -> None:
    desk.window.go(Place(PageId.LABS))
    qtbot.mouseClick(desk.window.findChild(QPushButton, "new_lab"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in desk.window.findChildren(QDialog)))
    [form] = [one for one in desk.window.findChildren(QDialog) if one.isVisible()]
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    qtbot.keyClick(form, Qt.Key.Key_F1)
    assert shown_topic(opened()) == "labs"
    opened().close()
    form.reject()


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_that_every_page_is_drawn_with_all_its_pictures(
    around: Surroundings, qtbot: QtBot, language: str
) -> None:
    window = HelpWindow(language, around.icons)
    qtbot.addWidget(window)
    for topic in topics():
        window.show_topic(topic)
        text = text_of(window)
        assert guide_page(topic, language).title in text.toPlainText()
        named = [
            fragment.charFormat().toImageFormat().name()
            for fragment in fragments(text)
            if fragment.charFormat().isImageFormat()
        ]
        assert len(named) == guide_page(topic, language).text.count("![")
        for name in named:
            image = text.loadResource(QTextDocument.ResourceType.ImageResource, QUrl(name))
            assert image.size() != QSize(0, 0), name  # type: ignore[attr-defined]
            assert image.width() <= text.viewport().width(), name  # type: ignore[attr-defined]


def fragments(text: GuideText):  # type: ignore[no-untyped-def]
    block = text.document().begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            yield parts.fragment()
            parts += 1
        block = block.next()


def test_that_a_link_leads_to_the_page_in_the_same_language(
    help_window: HelpWindow, qtbot: QtBot
) -> None:
    text = text_of(help_window)
    text.show_topic("imports")
    text.anchorClicked.emit(QUrl("import-commit.md"))
    assert text.source().toLocalFile().endswith("import-commit.de.md")
    back = help_window.findChild(QToolButton, "help_back")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert shown_topic(help_window) == "imports"


def test_that_the_contents_can_be_searched(help_window: HelpWindow, qtbot: QtBot) -> None:
    search = help_window.findChild(QLineEdit, "help_search")
    contents = help_window.findChild(QListWidget, "help_contents")
    qtbot.keyClicks(search, "f8 demonstrationslabor")
    seen = [
        contents.item(at).text()
        for at in range(contents.count())
        if not contents.item(at).isHidden()
    ]
    assert seen == ["Erste Schritte"]
    search.clear()
    assert not any(contents.item(at).isHidden() for at in range(contents.count()))


def test_that_an_unknown_place_leads_to_the_first_page(help_window: HelpWindow) -> None:
    help_window.show_topic("../../etc/passwd")
    assert shown_topic(help_window) == "start"
