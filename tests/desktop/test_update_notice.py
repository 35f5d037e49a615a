"""A notice of a new version is believed when it is signed, costs bounded time and tells nothing."""

import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from co2desk import __version__
from co2desk.desktop.managed import UpdateRules
from co2desk.desktop.paths import resource
from co2desk.desktop.settings import SettingsFile
from co2desk.desktop.update_notice import NoNotice, UpdateChannel, fetch_notice, read_notice
from co2desk.domain.errors import Cancelled
from co2desk.domain.progress import NoProgress
from co2desk.services.look_for_updates import NEVER, Updates, own_channel
from tests.servers.notices import (
    NoticeServer,
    forged,
    new_key,
    notice_server,
    signed,
    without_signature,
)

TODAY = date(2026, 11, 28)


@pytest.fixture(scope="module")
def keys() -> tuple[str, str]:
    return new_key()


@pytest.fixture(scope="module")
def notice(keys: tuple[str, str], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return signed(keys[1], "99.1", tmp_path_factory.mktemp("notice"), "Faster.")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NoticeServer]:
    with notice_server(tmp_path_factory.mktemp("server")) as made:
        yield made


@pytest.fixture
def server(running: NoticeServer, notice: bytes) -> NoticeServer:
    running.body, running.way, running.target = notice, "plain", ""
    running.asked.clear()
    return running


@pytest.fixture
def channel(server: NoticeServer, keys: tuple[str, str]) -> UpdateChannel:
    return UpdateChannel(server.url, keys[0], server.ca_file)


def why_not(channel: UpdateChannel, seconds: float = 5) -> str:
    with pytest.raises(NoNotice) as caught:
        fetch_notice(channel, NoProgress(), seconds=seconds)
    return str(caught.value)


def test_that_a_signed_notice_is_believed(channel: UpdateChannel) -> None:
    found = fetch_notice(channel, NoProgress())
    assert (found.version, found.url) == ("99.1", "https://example.org/new")
    assert found.news["en"] == "Faster."
    assert found.newer_than(__version__)


def test_that_nothing_is_told_to_the_server(server: NoticeServer, channel: UpdateChannel) -> None:
    fetch_notice(channel, NoProgress())
    [asked] = server.asked
    assert asked.pop("host").startswith("localhost:")
    assert asked == {
        "path": "/co2desk.json",
        "user-agent": "co2desk",
        "accept": "application/json",
        "accept-encoding": "identity",
        "connection": "close",
    }


def test_that_a_forged_notice_is_not_believed(
    server: NoticeServer, channel: UpdateChannel, notice: bytes, tmp_path: Path
) -> None:
    server.body = forged(notice, "100.0")
    assert "signature" in why_not(channel)
    server.body = without_signature(notice)
    assert "signature" in why_not(channel)
    server.body = signed(new_key()[1], "100.0", tmp_path)
    assert "signature" in why_not(channel)


@pytest.mark.parametrize("body", [b"", b"[]", b"\xff", b'{"notice": 1}', b"[" * 50_000])
def test_that_anything_else_is_no_notice(
    server: NoticeServer, channel: UpdateChannel, body: bytes
) -> None:
    server.body = body
    assert "not a notice" in why_not(channel)


def test_that_what_is_signed_must_make_sense(keys: tuple[str, str], tmp_path: Path) -> None:
    for version in ("", "1", "v2.0", "1.2.3.4.5", "99999.0", "1.0\n"):
        with pytest.raises(NoNotice):
            read_notice(signed(keys[1], version, tmp_path), keys[0])


def test_that_a_server_nobody_vouches_for_is_not_listened_to(
    server: NoticeServer, keys: tuple[str, str]
) -> None:
    assert "CERTIFICATE_VERIFY_FAILED" in why_not(UpdateChannel(server.url, keys[0]))
    assert server.asked == []


def test_that_no_way_leads_to_an_unprotected_address(
    server: NoticeServer, channel: UpdateChannel
) -> None:
    server.way, server.target = "redirect", "http://localhost:9/co2desk.json"
    assert "without protection" in why_not(channel)
    assert not UpdateChannel("http://example.org/x", "key").usable


@pytest.mark.parametrize("way", ["silent", "drip", "endless"])
def test_that_a_server_that_never_finishes_costs_bounded_time(
    server: NoticeServer, channel: UpdateChannel, way: str
) -> None:
    server.way = way
    began = time.monotonic()
    assert why_not(channel, seconds=1)
    assert time.monotonic() - began < 3


def test_that_cancelling_is_heard_at_once(server: NoticeServer, channel: UpdateChannel) -> None:
    server.way = "silent"
    stop = threading.Event()

    class UntilTold:
        def report(self, done: int, total: int | None = None, stage: str = "") -> None:
            if stop.is_set():
                raise Cancelled

    threading.Timer(0.3, stop.set).start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        fetch_notice(channel, UntilTold(), seconds=30)
    assert time.monotonic() - began < 2


def test_that_versions_are_compared_by_their_numbers(keys: tuple[str, str], tmp_path: Path) -> None:
    ten = read_notice(signed(keys[1], "0.10.0", tmp_path), keys[0])
    assert ten.newer_than("0.9.2")
    assert not ten.newer_than("0.10")
    assert not ten.newer_than("0.10.0.1")


def test_that_the_server_is_asked_once_a_day(
    server: NoticeServer, channel: UpdateChannel, tmp_path: Path
) -> None:
    updates = Updates(SettingsFile(tmp_path), channel=channel)
    assert updates.due(TODAY)
    found = updates.look(TODAY)
    assert found is not None
    assert not updates.due(TODAY)
    assert updates.due(date(2026, 11, 29))
    server.way = "missing"
    assert updates.look(date(2026, 11, 29)) is None
    assert updates.due(date(2026, 11, 29))


def test_that_the_administrator_decides_before_the_person(
    channel: UpdateChannel, tmp_path: Path
) -> None:
    settings = SettingsFile(tmp_path)
    assert not Updates(settings, UpdateRules(check=False), channel).wanted
    settings.change(updates=NEVER)
    assert not Updates(settings, UpdateRules(), channel).wanted
    assert Updates(settings, UpdateRules(check=True), channel).wanted


def test_that_an_institution_can_have_its_own_channel(
    server: NoticeServer, channel: UpdateChannel, tmp_path: Path
) -> None:
    own = UpdateRules(None, channel.url, channel.public_key, channel.ca_file)
    updates = Updates(SettingsFile(tmp_path), own, UpdateChannel("https://localhost:9/", "key"))
    assert updates.look(TODAY) is not None


def test_that_without_a_key_nothing_is_fetched(tmp_path: Path) -> None:
    shipped = own_channel(resource("updates.toml"))
    assert shipped.url.startswith("https://")
    assert Updates(SettingsFile(tmp_path), channel=shipped).possible is bool(shipped.public_key)
