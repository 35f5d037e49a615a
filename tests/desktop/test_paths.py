"""Where shipped files and the person's folder are found."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from co2desk.desktop import paths


def test_that_resources_are_found_in_the_source_tree() -> None:
    assert paths.resource("messages", "en", "errors.toml").is_file()
    assert paths.migrations_dir().name == "migrations"


def test_that_data_inside_the_package_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "co2desk" / "_data" / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "co2desk")
    assert paths.resource("x") == tmp_path / "co2desk" / "_data" / "resources" / "x"


def test_that_the_users_folder_moves_and_is_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "deep" / "home"
    monkeypatch.setenv("CO2DESK_HOME", str(home))
    assert paths.user_folder() == home
    if sys.platform != "win32":
        assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_that_without_the_variable_the_platform_decides(tmp_path: Path) -> None:
    code = "from co2desk.desktop.paths import user_folder; print(user_folder())"
    environment = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(tmp_path / "data" / "co2desk")
