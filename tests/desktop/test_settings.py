"""Preferences survive damage, older programs and two windows at once."""

import json
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from co2desk.desktop.settings import Settings, SettingsFile


def test_that_a_newcomer_gets_defaults_and_no_file(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path).load() == Settings()
    assert list(tmp_path.iterdir()) == []


def test_that_what_was_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    SettingsFile(tmp_path).change(language="de", number_locale="de_CH", theme="dark")
    settings = SettingsFile(tmp_path).load()
    assert (settings.language, settings.number_locale, settings.theme) == ("de", "de_CH", "dark")
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "settings.json").stat().st_mode) == 0o600


def test_that_recent_files_are_newest_first_without_doubles(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    for number in range(20):
        file.remember_file(tmp_path / f"{number}.csv")
    recent = file.remember_file(tmp_path / "15.csv").recent_files
    assert [Path(name).name for name in recent[:3]] == ["15.csv", "19.csv", "18.csv"]
    assert len(recent) == len(set(recent)) == 12


def test_that_damaged_preferences_never_prevent_a_start(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"language": "fr", "theme"')
    assert SettingsFile(tmp_path).load() == Settings()
    assert (tmp_path / "settings.json.damaged").is_file()


def test_that_values_of_the_wrong_shape_give_way(tmp_path: Path) -> None:
    document = {"language": 7, "theme": "dark", "recent_files": "x", "from_the_future": True}
    (tmp_path / "settings.json").write_text(json.dumps(document))
    assert SettingsFile(tmp_path).load() == Settings(theme="dark")


def test_that_two_programs_changing_different_settings_lose_none(tmp_path: Path) -> None:
    def remember(number: int) -> None:
        SettingsFile(tmp_path).remember_layout(f"table-{number}", "state")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(remember, range(40)))
    assert len(SettingsFile(tmp_path).load().layouts) == 40


def test_that_preferences_that_cannot_be_read_are_left_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()  # reading it fails as it does without the right to, for root too
    assert SettingsFile(tmp_path).load() == Settings()
    with pytest.raises(OSError, match="directory"):
        SettingsFile(tmp_path).change(theme="dark")
    assert path.is_dir()
