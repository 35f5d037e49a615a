"""Makes an installer from a Windows bundle: `build_windows.py setup|msi FOLDER ICON`.

The setup for one person needs makensis, the MSI for administrators wixl and wixl-heat.
"""

import sys
from pathlib import Path

from installer import places, windows

_MAKERS = {
    "setup": (windows.make_setup, "-setup.exe"),
    "msi": (windows.make_msi, ".msi"),
}


def main() -> None:
    """Write it into dist/."""
    if len(sys.argv) != 4 or sys.argv[1] not in _MAKERS:
        sys.exit(__doc__)
    make, ending = _MAKERS[sys.argv[1]]
    places.DIST.mkdir(exist_ok=True)
    payload, icon = (Path(argument).absolute() for argument in sys.argv[2:])
    target = places.DIST / f"co2desk-{places.version()}{ending}"
    print(make(payload, icon, target).relative_to(places.ROOT))


if __name__ == "__main__":
    main()
