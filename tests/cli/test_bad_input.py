"""What cannot be used is said in one sentence, with the exit code of the contract."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from co2desk import __version__
from tests.cli.conftest import FINANCE, Outcome, Run
from tests.hostile import crashing_workbook


def assert_one_sentence(outcome: Outcome, code: int, *words: str) -> None:
    assert outcome.code == code
    if outcome.out:  # --json
        assert outcome.json["error"]["message"] == outcome.err.strip()
    assert len(outcome.err.strip().splitlines()) == 1, outcome.err
    assert "Traceback" not in outcome.err
    for word in words:
        assert word in outcome.err


def test_that_a_file_that_is_no_table_is_refused(co2desk: Run, tmp_path):
    picture = tmp_path / "photo.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    assert_one_sentence(co2desk("check", picture, "--json"), 2, "photo.csv")


def test_that_an_empty_file_is_refused(co2desk: Run, tmp_path):
    empty = tmp_path / "empty.csv"
    empty.touch()
    assert_one_sentence(co2desk("check", empty, "--json"), 2, "empty.csv", "empty")


def test_that_a_missing_column_is_named(co2desk: Run, tmp_path):
    file = tmp_path / "fuel.csv"
    file.write_text("name,quantity\nnatural_gas,1200\n")
    assert_one_sentence(co2desk("check", file, "--kind", "fuel", "--json"), 2, "unit")


def test_that_a_workbook_with_a_password_is_refused(co2desk: Run, tmp_path):
    locked = tmp_path / "locked.xlsx"
    locked.write_bytes(encrypted_workbook())
    assert_one_sentence(co2desk("check", locked, "--json"), 2, "password")


def test_that_a_damaged_workbook_is_refused(co2desk: Run, tmp_path):
    damaged = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(damaged, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook")
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert_one_sentence(co2desk("check", damaged, "--json"), 2, "damaged.xlsx")


@pytest.mark.parametrize("command", ["check", "inspect", "import"])
def test_that_a_workbook_that_crashes_its_reader_is_told_in_a_sentence(
    program: Run, lab: str, command: str, tmp_path: Path
):
    hostile = tmp_path / "hostile.ods"
    hostile.write_bytes(crashing_workbook())
    laboratory = ["--lab", lab] if command == "import" else []
    outcome = program(command, hostile, *laboratory, "--json")
    assert_one_sentence(outcome, 2, "hostile.ods is damaged")


def test_that_a_workbook_that_crashes_its_reader_does_not_stop_a_conversion(
    program: Run, tmp_path: Path
):
    hostile = tmp_path / "hostile.ods"
    hostile.write_bytes(crashing_workbook())
    outcome = program("convert", hostile, FINANCE, "--out-dir", tmp_path / "out")
    assert (outcome.code, outcome.err) == (1, "")
    told, good = outcome.out.splitlines()
    assert "not converted" in told
    assert "damaged" in told
    assert "200" in good


def test_that_a_file_that_may_not_be_read_is_refused(person, tmp_path):
    secret = tmp_path / "secret.csv"
    secret.write_text("name,unit,quantity\nnatural_gas,kWh,1\n")
    secret.chmod(0)
    command = [sys.executable, "-m", "co2desk", "check", str(secret), "--json"]
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root reads everything, and there is no setpriv to stop it")
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert_one_sentence(Outcome(done.returncode, done.stdout, done.stderr), 2, "secret.csv")


def test_that_an_unknown_laboratory_is_refused(co2desk: Run):
    assert_one_sentence(co2desk("import", FINANCE, "--lab", "NOWHERE", "--json"), 2, "NOWHERE")


def test_that_a_file_that_is_not_there_is_refused(co2desk: Run, tmp_path):
    assert_one_sentence(co2desk("check", tmp_path / "none.csv"), 2, "none.csv")
    assert_one_sentence(co2desk("inspect", tmp_path), 2)


def test_that_emission_factors_are_no_activities(co2desk: Run, lab: str, tmp_path):
    file = tmp_path / "factors.csv"
    file.write_text("code,name,category,value,unit\nX,Something,other,1.5,kg\n")
    assert_one_sentence(co2desk("import", file, "--lab", lab), 2)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "x.csv", "--nonsense"),
        ("nonsense",),
        ("import", "x.csv"),
        ("db",),
        ("check", "x.csv", "--year", "soon"),
    ],
)
def test_that_a_call_that_makes_no_sense_is_refused(co2desk: Run, arguments):
    assert_one_sentence(co2desk(*arguments), 2)


def test_that_an_unknown_kind_is_refused_with_those_that_there_are(co2desk: Run):
    assert_one_sentence(co2desk("check", FINANCE, "--kind", "flights"), 2, "flight,")


def test_that_a_job_that_is_not_there_cannot_be_undone(co2desk: Run):
    assert_one_sentence(co2desk("undo", "not-an-id"), 2, "not-an-id")
    unknown = "00000000-0000-4000-8000-000000000000"
    assert_one_sentence(co2desk("undo", unknown), 2, unknown)


def test_that_a_server_that_is_not_there_is_named(co2desk: Run, monkeypatch):
    monkeypatch.setenv("CO2DESK_DATABASE", "postgresql://anna:s3cret@127.0.0.1:1/lab")
    for command in (("labs",), ("import", FINANCE, "--lab", "X"), ("check", FINANCE)):
        outcome = co2desk(*command)
        assert_one_sentence(outcome, 3, "127.0.0.1")
        assert "s3cret" not in outcome.err


def test_that_a_password_on_the_command_line_is_refused_with_the_reason(co2desk: Run):
    outcome = co2desk("labs", "--database", "postgresql://anna:s3cret@127.0.0.1/lab")
    assert_one_sentence(outcome, 2, "password")
    assert "s3cret" not in outcome.err


def test_that_an_unwritable_export_is_refused(co2desk: Run, tmp_path):
    assert_one_sentence(co2desk("labs", "--export", tmp_path / "missing" / "labs.csv"), 2)
    assert_one_sentence(co2desk("labs", "--export", tmp_path / "labs.doc"), 2)


def encrypted_workbook() -> bytes:
    """An OLE container with the two streams of an encrypted workbook, empty but well-formed."""
    sector = 512
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

    def number(value: int, size: int = 4) -> bytes:
        return value.to_bytes(size, "little")

    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + number(0x3E, 2) + number(3, 2)
    header += number(0xFFFE, 2) + number(9, 2) + number(6, 2) + bytes(10)
    header += number(1) + number(1) + number(0) + number(4096) + number(end) + number(0)
    header += number(end) + number(0) + number(0) + number(free) * 108

    def entry(name: str, kind: int, child: int = free, right: int = free) -> bytes:
        text = name.encode("utf-16-le")
        data = text.ljust(64, b"\0") + number(len(text) + 2, 2) + bytes([kind, 1])
        data += number(free) + number(right) + number(child) + bytes(16 + 4 + 16)
        return data + number(end) + number(0, 8)

    table = number(fat) + number(end) + number(free) * 126
    directory = entry("Root Entry", 5, child=1) + entry("EncryptionInfo", 2, right=2)
    directory += entry("EncryptedPackage", 2) + bytes(128)
    assert len(header) == len(table) == len(directory) == sector
    return header + table + directory


def test_that_a_line_break_in_a_name_does_not_break_the_sentence(co2desk: Run, tmp_path):
    assert_one_sentence(co2desk("check", tmp_path / "two\nlines.csv"), 2, "two\\nlines.csv")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check"], ("FILE", "fehlt")),
        (["check", "x.csv", "--year", "soon"], ("--year", "passt nicht", "1990", "2100")),
        (["check", "x.csv", "--nonsense"], ("--nonsense", "gibt es nicht")),
        (["nonsense"], ("nonsense", "gibt es nicht")),
    ],
)
def test_that_a_wrong_call_is_told_in_the_language_of_the_person(
    co2desk: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: tuple[str, ...]
):
    monkeypatch.setenv("CO2DESK_LANGUAGE", "de")
    assert_one_sentence(co2desk(*arguments), 2, *words)


def test_that_a_question_names_the_option_that_answers_it(co2desk: Run, tmp_path):
    file = tmp_path / "fuel.csv"
    file.write_text("name,unit,quantity,date\nnatural gas,kWh,12,03/04/2025\n", "utf-8")
    asked = co2desk("check", file)
    assert (asked.code, "--date-order" in asked.out) == (1, True)
    [activity] = co2desk("check", file, "--date-order", "mdy", "--json").json["activities"]
    assert activity["date"] == "2025-03-04"
    assert_one_sentence(co2desk("check", file, "--date-order", "first"), 2, "dmy")


@pytest.mark.parametrize("command", ["activities", "factors", "results"])
def test_that_a_list_of_an_unknown_laboratory_is_not_an_empty_one(co2desk: Run, command: str):
    assert_one_sentence(co2desk(command, "--lab", "NOWHERE", "--json"), 2, "NOWHERE")


def test_that_a_file_with_column_names_only_is_told_so(co2desk: Run, lab: str, tmp_path):
    file = tmp_path / "nothing.csv"
    file.write_text("name,unit,quantity\n", "utf-8")
    assert_one_sentence(co2desk("import", file, "--lab", lab), 2, "no rows")


def test_that_a_group_without_its_command_is_told_in_the_persons_language(
    co2desk: Run, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("CO2DESK_LANGUAGE", "de")
    assert_one_sentence(co2desk("db"), 2, "Es fehlt ein Befehl.")


def test_that_two_parts_of_a_backup_at_once_are_refused_in_plain_words(co2desk: Run, tmp_path):
    both = co2desk("db", "backup", "--schema-only", "--data-only", "--out", tmp_path / "a.dump")
    assert_one_sentence(both, 2)
    assert both.err.startswith("Choose --schema-only or --data-only, not both.")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nosuch"], "There is no command nosuch. See co2desk --help."),
        (["inspect"], "FILE is missing. See co2desk inspect --help."),
        (["db", "backup"], "--out is missing. See co2desk db backup --help."),
        (["db"], "A command is missing. See co2desk db --help."),
        (["check", "a", "b", "c"], "There is more than this command takes: b c. See co2desk check"),
        (["check", "a", "--nope"], "There is no option --nope. See co2desk check --help."),
    ],
)
def test_that_a_wrong_call_leads_to_the_help_of_its_command(
    co2desk: Run, arguments: list[str], sentence: str
) -> None:
    assert_one_sentence(co2desk(*arguments), 2, sentence)


def test_that_a_mapping_file_that_is_no_json_is_said_so(co2desk: Run, tmp_path: Path) -> None:
    for content in (b"\xe8", b"date;quantity", b"[" * 100_000):
        mapping = tmp_path / "mapping.json"
        mapping.write_bytes(content)
        told = co2desk("check", FINANCE, "--mapping", mapping, "--json")
        assert_one_sentence(told, 2, "mapping.json", "it is not JSON text in UTF-8")


def test_that_the_version_is_told(co2desk: Run) -> None:
    told = co2desk("--version")
    assert (told.code, told.out, told.err) == (0, f"co2desk {__version__}\n", "")
