"""Takes a picture of every view, wizard page and dialog, in light, dark and three languages.

Usage: `python -m co2desk.app.screenshots FOLDER [--few]`; a few are enough to see that the window
can be drawn on a computer without a display.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from co2desk.app.gui import make_application
from co2desk.app.tour import Tour

_SETS = (("en", "light"), ("en", "dark"), ("fr", "light"), ("de", "light"))
_FEW = frozenset({"01-start", "04-activities", "06-results", "24-import-review"})


def main() -> int:
    """Take all pictures into the folder named on the command line."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--few"]
    few = "--few" in sys.argv[1:]
    folder = Path(arguments[0] if arguments else "docs/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    for language, theme in _SETS[:1] if few else _SETS:
        # A socket's path may have a hundred bytes only.
        home = Path(tempfile.mkdtemp(prefix="c2d-shots-"))
        try:
            tour = Tour(app, home, folder, language, theme, _FEW if few else None)
            if few:
                tour.walk_main()
            else:
                tour.walk()
        finally:
            shutil.rmtree(home, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
