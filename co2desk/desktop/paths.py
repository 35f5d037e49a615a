"""Where co2desk finds what it ships, and where it keeps what belongs to the person."""

import contextlib
import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent.parent


def data_root() -> Path:
    """Return the folder that holds `resources/`, `migrations/` and `alembic.ini`.

    An installed wheel and the frozen program carry them inside the package as `co2desk/_data`; in
    the source tree they lie beside the package.
    """
    inside = _PACKAGE / "_data"
    return inside if inside.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped file, for instance `resource("messages", "en")`."""
    return data_root().joinpath("resources", *parts)


def migrations_dir() -> Path:
    """Return the folder of the Alembic migrations."""
    return data_root() / "migrations"


def user_folder() -> Path:
    """Return the person's own folder, made readable by that person alone where it was missing.

    `CO2DESK_HOME` moves it; nothing is then written anywhere else. A folder that cannot be made
    is returned all the same: reading and checking need none, and who writes there will tell.
    """
    home = os.environ.get("CO2DESK_HOME")
    try:
        folder = (
            Path(home).expanduser().absolute()
            if home
            else platformdirs.user_data_path("co2desk", appauthor=False, roaming=False)
        )
    except RuntimeError:  # an account without a home
        folder = Path(os.devnull) / "co2desk"
    with contextlib.suppress(OSError):
        private_folder(folder)
    return folder


def private_folder(folder: Path) -> Path:
    """Make `folder` with mode 0700 if it is missing; a folder that stands keeps its mode."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder
