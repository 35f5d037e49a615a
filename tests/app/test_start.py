"""The window is painted before what is slow is loaded."""

import subprocess
import sys


def test_that_what_speaks_to_databases_and_reads_files_is_not_loaded_before_the_window() -> None:
    slow = "alembic", "openpyxl", "pint", "psycopg", "python_calamine", "rapidfuzz", "sqlalchemy"
    question = f"import sys, co2desk.app.gui; print([m for m in {slow} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", question], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
