"""Writes packaging/constraints.txt: the newest versions that pyproject.toml allows.

It installs into an environment of its own, so that nothing else slips in.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "constraints.txt"
HEAD = "# The exact versions that `make run` and `make test` install; made by `make lock`.\n"


def main() -> None:
    """Resolve, freeze, write."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = str(Path(folder, "Scripts" if sys.platform == "win32" else "bin", "python"))
        subprocess.run(
            [python, "-m", "pip", "install", "-q", f"{ROOT}[test,package,bench]"], check=True
        )
        freeze = [python, "-m", "pip", "freeze", "--exclude", "co2desk"]
        frozen = subprocess.run(freeze, capture_output=True, text=True, check=True).stdout
    versions = [line for line in frozen.splitlines() if "==" in line]
    LOCK.write_text(HEAD + "\n".join(versions) + "\n", encoding="utf-8")
    print(f"{len(versions)} versions in {LOCK.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
