"""The log tells what happened and never a password."""

import json
import logging
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from co2desk.desktop.logging import LogFiles, start_logging
from co2desk.desktop.redaction import Redactor


@pytest.fixture
def files(tmp_path: Path) -> Iterator[LogFiles]:
    files = start_logging(tmp_path)
    yield files
    files.close()


def lines(files: LogFiles) -> list[dict[str, str]]:
    return [json.loads(line) for line in files.log.read_text(encoding="utf-8").splitlines()]


def test_that_each_event_is_one_private_json_line(files: LogFiles) -> None:
    logging.getLogger("co2desk.services").info("imported %d rows", 197)
    assert lines(files)[-1]["message"] == "imported 197 rows"
    assert lines(files)[-1]["logger"] == "co2desk.services"
    if sys.platform != "win32":
        assert stat.S_IMODE(files.log.stat().st_mode) == 0o600


def test_that_a_known_password_never_reaches_the_log(files: LogFiles) -> None:
    files.redactor.hide("S3cr%tpw")
    try:
        raise ValueError('invalid percent-encoded token: "S3cr%tpw"')
    except ValueError:
        logging.getLogger("co2desk.database").exception("cannot connect with S3cr%tpw")
    assert "S3cr%tpw" not in files.log.read_text(encoding="utf-8")
    assert "invalid percent-encoded token" in lines(files)[-1]["traceback"]


@pytest.mark.parametrize(
    "text",
    [
        "password=hunter22 host=db",
        "host=db PASSWORD = 'hunter22 with space'",
        "postgresql://ada:hunter22@db/co2",
        "postgresql+psycopg://ada:hun:ter22@db/co2",
        "pwd: hunter22",
    ],
)
def test_that_an_unknown_password_is_seen_by_its_shape(text: str) -> None:
    cleaned = Redactor().clean(text)
    assert "ter22" not in cleaned
    assert "***" in cleaned


def test_that_ordinary_sentences_stay() -> None:
    text = "password authentication failed for user ada at https://db:5432/x"
    assert Redactor().clean(text) == text


def test_that_a_large_log_makes_room_at_the_next_start(tmp_path: Path) -> None:
    start_logging(tmp_path).close()
    log = tmp_path / "logs" / "co2desk.log"
    log.write_text("x" * 2_100_000)
    start_logging(tmp_path).close()
    assert log.stat().st_size < 1000
    assert (tmp_path / "logs" / "co2desk.log.1").stat().st_size == 2_100_000


def test_that_a_fatal_crash_leaves_a_trace(tmp_path: Path) -> None:
    code = (
        "import sys, ctypes; from pathlib import Path;"
        "from co2desk.desktop.logging import start_logging;"
        "start_logging(Path(sys.argv[1])); ctypes.string_at(0)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert done.returncode != 0
    assert "Current thread" in (tmp_path / "logs" / "crash.log").read_text()


def test_that_an_uncaught_error_is_logged_on_every_thread(tmp_path: Path) -> None:
    code = (
        "import sys, threading; from pathlib import Path;"
        "from co2desk.desktop.logging import log_uncaught, start_logging;"
        "start_logging(Path(sys.argv[1])); log_uncaught();"
        "t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join(); [][1]"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, check=False
    )
    assert b"IndexError" in done.stderr
    log = (tmp_path / "logs" / "co2desk.log").read_text()
    assert "ZeroDivisionError" in log
    assert "IndexError" in log


def test_that_of_two_passwords_the_longer_one_is_hidden_whole() -> None:
    redactor = Redactor()
    redactor.hide("correct")
    redactor.hide("correct horse")
    assert redactor.clean("it is correct horse!") == "it is ***!"
