"""The first steps of the program: window or command, and one sentence where neither can be."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from co2desk.app.main import has_display, opens_window
from co2desk.desktop.secrets import KEYRING_OPTION, SecretStore


def run(
    *arguments: str, home: Path, stdin: str = "", **more: str
) -> "subprocess.CompletedProcess[str]":
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "co2desk", *arguments],
        env={**environment, "CO2DESK_HOME": str(home), "XDG_RUNTIME_DIR": str(home), **more},
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "window"),
    [([], True), (["my work.co2draft"], True), (["check", "a.csv"], False), (["--help"], False)],
)
def test_that_only_a_bare_call_or_a_draft_opens_the_window(
    arguments: list[str], window: bool
) -> None:
    assert opens_window(arguments) is window


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_that_without_a_display_one_sentence_says_how_to_go_on(tmp_path: Path) -> None:
    done = run(home=tmp_path, CO2DESK_LANGUAGE="de")
    assert done.returncode == 2
    [sentence] = done.stderr.splitlines()
    assert sentence.startswith("Hier gibt es keinen Bildschirm")
    assert sentence.endswith("co2desk --help")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_that_wayland_x11_or_an_offscreen_qt_count_as_display() -> None:
    assert not has_display({})
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        assert has_display({name: "x"})


def test_that_everything_stays_in_the_folder_that_the_variable_names(tmp_path: Path) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    elsewhere.mkdir()
    run("--help", home=home, HOME=str(elsewhere), XDG_DATA_HOME=str(elsewhere))
    assert (home / "logs" / "co2desk.log").is_file()
    assert list(elsewhere.iterdir()) == []


def test_that_the_program_itself_can_be_the_keyrings_process(tmp_path: Path) -> None:
    request = {"do": "probe", "service": "co2desk-test", "name": ""}
    done = run(KEYRING_OPTION, home=tmp_path, stdin=json.dumps(request) + "\n")
    assert json.loads(done.stdout) == {"store": ""}
    assert list(tmp_path.iterdir()) == []
    frozen = SecretStore(command=(sys.executable, "-m", "co2desk", KEYRING_OPTION))
    assert frozen.store in ("", "SecretService", "kwallet", "macOS", "Windows")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX paths")
def test_that_files_are_checked_where_nothing_can_be_kept_and_the_rest_says_why() -> None:
    nowhere = Path(os.devnull) / "home"
    file = Path(__file__).parent.parent.parent / "resources" / "demo" / "trains.csv"
    checked = run("check", str(file), home=nowhere)
    assert (checked.returncode, checked.stderr) == (0, "")
    for arguments in (("labs",), ("connect", "server", "--host", "db.example.org"), ()):
        refused = run(*arguments, home=nowhere, CO2DESK_LANGUAGE="en", QT_QPA_PLATFORM="offscreen")
        assert refused.returncode == 2
        [sentence] = refused.stderr.splitlines()
        assert str(nowhere) in sentence
        assert "CO2DESK_HOME" in sentence
