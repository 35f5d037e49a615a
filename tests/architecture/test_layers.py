"""What import-linter cannot see: third parties, widgets, and what a command really loads."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import co2desk
from co2desk.desktop.paths import resource

PACKAGE = Path(co2desk.__file__).parent


def imported_modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", sorted((PACKAGE / "domain").rglob("*.py")), ids=lambda p: p.stem)
def test_that_domain_knows_only_the_standard_library_and_pint(path: Path) -> None:
    allowed = {*sys.stdlib_module_names, "pint"}
    foreign = [
        name
        for name in imported_modules(path)
        if name.split(".")[0] not in allowed and not name.startswith("co2desk.domain")
    ]
    assert foreign == []


def test_that_models_know_no_widgets() -> None:
    for path in (PACKAGE / "models").rglob("*.py"):
        assert "QtWidgets" not in path.read_text(encoding="utf-8"), path


def test_that_every_module_says_its_one_job_first() -> None:
    for path in PACKAGE.rglob("*.py"):
        first = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")
        assert first[0].endswith((".", ":")), path
        assert len(first[0]) < 100, path


def test_that_prose_for_people_stays_out_of_error_raising() -> None:
    """A Co2deskError is made from an ErrorCode, never from a sentence."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "id", "")
            if name in ("Co2deskError", "UnusableInput", "DatabaseProblem"):
                assert isinstance(node, ast.Call)
                assert not any(isinstance(one, ast.Constant) for one in node.args), path


def test_that_the_process_of_an_import_loads_neither_window_nor_database() -> None:
    script = (
        "import sys\n"
        "from co2desk.services import understand_words\n"
        "from co2desk.services.preparation import bench_apart, corrections, outcome\n"
        "heavy = ('PySide6', 'sqlalchemy', 'psycopg', 'alembic', 'openpyxl', 'keyring')\n"
        "print([name for name in sys.modules if name.split('.')[0] in heavy])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"


def test_that_checking_a_file_never_loads_qt(tmp_path: Path) -> None:
    file = resource("demo", "activities-2025.csv")
    code = (
        "import sys\n"
        "from co2desk.app.main import start\n"
        "start(['check', sys.argv[1], '--json'])\n"
        "loaded = [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)\n"
    )
    environment = {**os.environ, "CO2DESK_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert '"kind"' in done.stdout
