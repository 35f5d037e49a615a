"""Within a session bus of its own: shows the window, lets the reader read it, ends both.

Arguments: the person's folder, a file. Prints what the reader printed.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# The bindings come with the system's Python, not with ours.
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE_SECONDS = 60


def main() -> int:
    window = subprocess.Popen(
        [sys.executable, str(HERE / "window.py"), *sys.argv[1:]],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert window.stdout is not None
    try:
        if window.stdout.readline().strip() != "ready":
            return 1
        reading = [SYSTEM_PYTHON, str(HERE / "reader.py"), "co2desk"]
        return subprocess.run(reading, check=False, timeout=PATIENCE_SECONDS).returncode
    finally:
        window.communicate(timeout=PATIENCE_SECONDS)


sys.exit(main())
