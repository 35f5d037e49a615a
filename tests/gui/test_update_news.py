"""News of a version come to the window by themselves, and nobody ever waits for them."""

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from co2desk.desktop.managed import UpdateRules
from co2desk.desktop.settings import SettingsFile
from co2desk.desktop.update_notice import UpdateChannel
from co2desk.services.look_for_updates import NEVER, Updates
from co2desk.views.dialogs.settings_dialog import SettingsDialog
from co2desk.views.surroundings import Surroundings
from co2desk.views.update_news import UpdateNews
from co2desk.views.widgets.message_bar import MessageBar
from tests.gui.hands import Hands
from tests.servers.notices import NoticeServer, new_key, notice_server, signed


@pytest.fixture
def server(tmp_path: Path) -> Iterator[NoticeServer]:
    with notice_server(tmp_path / "server") as made:
        yield made


@pytest.fixture
def channel(server: NoticeServer, tmp_path: Path) -> UpdateChannel:
    public, private = new_key()
    server.body = signed(private, "99.1", tmp_path, "Faster than ever.")
    return UpdateChannel(server.url, public, server.ca_file)


def looked(around: Surroundings, updates: Updates, qtbot: QtBot) -> MessageBar:
    bar = MessageBar(around.icons)
    qtbot.addWidget(bar)
    news = UpdateNews(around, updates, bar, bar)
    news.look()
    qtbot.waitUntil(lambda: not around.runner.running, timeout=20_000)
    return bar


def test_that_a_newer_version_is_told_with_its_news(
    around: Surroundings, settings: SettingsFile, channel: UpdateChannel, qtbot: QtBot
) -> None:
    bar = looked(around, Updates(settings, channel=channel), qtbot)
    assert "co2desk 99.1 is there" in bar.text
    assert "Faster than ever." in bar.text


def test_that_nothing_is_asked_where_it_is_not_wanted(
    around: Surroundings,
    settings: SettingsFile,
    server: NoticeServer,
    channel: UpdateChannel,
    qtbot: QtBot,
) -> None:
    assert looked(around, Updates(settings, UpdateRules(check=False), channel), qtbot).text == ""
    settings.change(updates=NEVER)
    assert looked(around, Updates(settings, channel=channel), qtbot).text == ""
    assert server.asked == []


def test_that_the_window_lives_while_a_server_is_silent_and_ends_at_once(
    around: Surroundings,
    settings: SettingsFile,
    server: NoticeServer,
    channel: UpdateChannel,
    qtbot: QtBot,
) -> None:
    server.way = "silent"
    bar = MessageBar(around.icons)
    qtbot.addWidget(bar)
    UpdateNews(around, Updates(settings, channel=channel), bar, bar).look()
    beats: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start(10)
    qtbot.wait(1000)
    timer.stop()
    assert max(b - a for a, b in pairwise(beats)) < 0.3
    began = time.monotonic()
    around.runner.close()
    assert time.monotonic() - began < 2
    assert bar.text == ""


@pytest.mark.parametrize(("rules", "enabled"), [(UpdateRules(), True), (UpdateRules(True), False)])
def test_that_the_settings_say_who_decides(
    around: Surroundings,
    settings: SettingsFile,
    channel: UpdateChannel,
    qtbot: QtBot,
    rules: UpdateRules,
    enabled: bool,
) -> None:
    dialog = SettingsDialog(settings.load(), Updates(settings, rules, channel))
    qtbot.addWidget(dialog)
    chosen: list[dict[str, str]] = []
    dialog.chosen.connect(chosen.append)
    dialog.show()
    hands = Hands(qtbot, around, dialog)
    box = hands.find(QCheckBox, "settings_updates")
    assert box.isChecked()
    assert box.isEnabled() is enabled
    box.click()
    hands.click("settings_save")
    assert chosen[0].get("updates") == (NEVER if enabled else None)
