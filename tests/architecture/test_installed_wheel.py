"""What `pip install .` brings: resources, migrations and guides inside the package."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

QUESTION = """
from co2desk.desktop.paths import data_root, migrations_dir, resource
print(data_root())
assert resource("messages", "de", "errors.toml").is_file()
assert resource("factors", "laboratory-reference.csv").is_file()
assert (migrations_dir() / "env.py").is_file()
assert (data_root() / "alembic.ini").is_file()
from co2desk.desktop.guide import guide_folder, guide_page, topics
assert all(guide_page(topic, "de").path.is_file() for topic in topics())
assert guide_page("imports", "de").path.name == "imports.de.md"
assert (guide_folder() / "screenshots" / "24-import-review-de-light.png").is_file()
"""


@pytest.mark.slow
def test_that_an_installed_wheel_finds_its_resources_migrations_and_guides(tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    install = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*install, "--no-deps", ROOT], check=True)
    subprocess.run([*install, "platformdirs"], check=True)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [python, "-c", QUESTION],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).parts[-3:] == ("site-packages", "co2desk", "_data")
    assert sys.prefix not in done.stdout
