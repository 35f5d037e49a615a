"""What every command keeps to: quick to start, no Qt, one document, words in three languages."""

import io
import json
import os
import re
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest

from co2desk.cli.application import build_application
from co2desk.cli.terminal import Terminal, escaped, table_lines
from co2desk.desktop.messages import Messages
from tests.cli.conftest import FINANCE, Run

CLI = Path(__file__).parent.parent.parent / "co2desk" / "cli"


def loaded(*arguments: str, home: Path) -> set[str]:
    code = (
        "import sys\nfrom co2desk.app.main import start\n"
        f"start({list(arguments)!r})\nprint(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "CO2DESK_HOME": str(home),
        },
    )
    return set(done.stderr.split())


def test_that_no_command_loads_qt(person: Path):
    for arguments in (("labs",), ("check", str(FINANCE)), ("results", "--json")):
        assert not any(name.startswith("PySide6") for name in loaded(*arguments, home=person))


def test_that_help_and_checks_load_nothing_for_a_database(person: Path):
    for arguments in (("--help",), ("check", str(FINANCE)), ("inspect", str(FINANCE))):
        names = {name.split(".")[0] for name in loaded(*arguments, home=person)}
        assert not names & {"PySide6", "sqlalchemy", "psycopg", "alembic"}, arguments


def test_that_help_is_there_at_once(program: Run):
    began = time.monotonic()
    shown = program("--help")
    assert shown.code == 0
    assert "import" in shown.out
    # Measured alone it takes 0.1 s; a machine full of tests takes longer.
    assert time.monotonic() - began < 3


def commands(command, path=""):
    for name, child in getattr(command, "commands", {}).items():
        yield from commands(child, f"{path} {name}".strip())
    if not getattr(command, "commands", None):
        yield path, command


CONTRACT = {
    "inspect", "convert", "check", "import", "imports", "undo", "template", "labs", "activities",
    "factors", "results", "pack", "guide", "connect", "db status", "db upgrade", "db downgrade",
    "db current", "db history", "db stamp", "db revision", "db backup", "db restore", "db verify",
    "db prune", "db new-key", "db health", "db maintain", "db grant", "db roles", "db audit-verify",
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_that_every_command_and_option_explains_itself(language: str):
    messages = Messages.load(language)
    found = dict(commands(build_application(messages)))
    assert set(found) == CONTRACT
    for path, command in found.items():
        assert command.help, path
        assert not command.help.startswith("help."), path
        for parameter in command.params:
            if parameter.opts[0].startswith("--") and parameter.name != "help":
                assert parameter.help, f"{path} {parameter.opts[0]}"


def test_that_every_text_a_command_asks_for_is_there():
    texts = Messages.load("en").texts
    for path in CLI.glob("*.py"):
        for key in re.findall(r"terminal\.text\(\s*\"([a-z_.]+)\"", path.read_text("utf-8")):
            known = f"terminal.{key}" in texts or f"terminal.{key}.other" in texts or key in texts
            assert known, f"{path.name}: {key}"


def test_that_every_column_of_a_table_has_a_title():
    texts = Messages.load("en").texts
    for path in CLI.glob("*.py"):
        for titles in re.findall(r"\.table\(\s*\[([^\]]+)\]", path.read_text("utf-8")):
            for title in re.findall(r"\"([a-z_0-9]+)\"", titles):
                assert f"terminal.column.{title}" in texts, f"{path.name}: {title}"


def test_that_json_is_the_only_thing_on_standard_output(program: Run):
    for arguments in (("labs",), ("imports",), ("results",), ("db", "status"), ("db", "roles")):
        done = program(*arguments, "--json")
        assert done.code == 0
        assert isinstance(json.loads(done.out), dict)


def test_that_the_terminal_speaks_the_person_s_language(program: Run):
    assert "Labor" in program("labs", environ={"CO2DESK_LANGUAGE": "de"}).out
    refused = program("check", "fehlt.csv", environ={"CO2DESK_LANGUAGE": "fr"})
    assert "fehlt.csv" in refused.err
    assert "Vérifiez" in refused.err


def test_that_the_shell_completes_commands_and_options(program: Run):
    done = program(
        environ={
            "_CO2DESK_COMPLETE": "complete_bash",
            "COMP_WORDS": "co2desk im",
            "COMP_CWORD": "1",
        }
    )
    assert done.out.split() == ["import", "imports"]


def test_that_figures_stand_to_the_right_and_texts_to_the_left():
    rows = [("a", 1), ("bb", 200)]
    lines = table_lines(["name", "n"], [("a", "1"), ("bb", "200")], rows)
    assert lines == ["name    n", "----  ---", "a       1", "bb    200"]


def test_that_what_could_steer_a_terminal_is_made_visible():
    assert escaped("Zürich\x1b[31m\u202e") == "Zürich\\x1b[31m\\u202e"


def test_that_amounts_stand_under_each_other_with_the_same_decimals():
    out = io.StringIO()
    terminal = Terminal(Messages.load("en"), lambda _: None, out=out)
    rows = [
        ("a", Decimal("1200"), Decimal("288.0000")),
        ("b", Decimal("12.25"), Decimal("0.0123")),
        ("c", Decimal("0.5000"), None),
    ]
    terminal.table(["name", "quantity", "co2e_kg"], rows)
    assert out.getvalue().splitlines()[2:] == [
        "a      1200.00    288.0",
        "b        12.25     <0.1",
        "c         0.50",
    ]


def test_that_a_bar_is_drawn_on_a_terminal_only(tmp_path: Path):
    with (tmp_path / "err").open("w+") as stream:
        terminal = Terminal(Messages.load("en"), lambda _: None, err=stream)
        terminal.progress().report(1, 2, "checking")
        stream.seek(0)
        assert stream.read() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="sh and /dev/full")
@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("factors --json | head -1 >&2; exit ${PIPESTATUS[0]}", 0, "{"),
        ("check FILE --json | true; exit ${PIPESTATUS[0]}", 1, ""),
        ("--help | true; exit ${PIPESTATUS[0]}", 0, ""),
        ("labs <&- >&-", 0, ""),
        ("check FILE >&- 2>&-", 1, ""),
        ("check FILE --json >/dev/full", 2, "could not be printed"),
        ("check NOTHING --json >/dev/full", 2, "There is no file NOTHING"),
    ],
)
def test_that_whoever_reads_the_output_the_exit_code_is_that_of_the_work(
    person: Path, command: str, code: int, said: str
):
    done = subprocess.run(
        ["bash", "-c", f"$PYTHON -m co2desk {command.replace('FILE', '$FILE')}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "PYTHON": sys.executable,
            "FILE": str(FINANCE),
        },
    )
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == bool(said)


def test_that_a_set_of_factors_is_checked_too(co2desk: Run, tmp_path: Path):
    file = tmp_path / "factors.csv"
    file.write_text("code,name,category,value,unit\nX-1,Heat,district,0.1,kWh\nX-2,Cold,,z,kWh\n")
    done = co2desk("check", file, "--json")
    assert (done.code, done.json["kind"]) == (1, "factor")
    assert (done.json["rows"]["valid"], done.json["rows"]["error"]) == (1, 1)
    assert {issue["code"] for issue in done.json["issues"]} == {"missing_value", "not_a_number"}
    assert done.json["activities"] == []
    assert "co2desk factors --import FILE" in co2desk("check", file).out


@pytest.mark.slow
def test_that_programs_that_start_for_the_first_time_at_once_all_find_the_same_database(
    tmp_path: Path,
):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "co2desk", "imports", "--json"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment | {"CO2DESK_HOME": str(tmp_path)},
        )
        for _ in range(3)
    ]
    ended = [one.communicate(timeout=300) for one in started]
    assert [(one.returncode, err) for one, (_, err) in zip(started, ended, strict=True)] == [
        (0, "")
    ] * 3
    assert len({out for out, _ in ended}) == 1
    assert len(json.loads(ended[0][0])["imports"]) == 3
