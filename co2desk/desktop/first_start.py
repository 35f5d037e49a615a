"""Says whether a person starts the program for the first time, with nothing chosen yet."""

from collections.abc import Mapping
from pathlib import Path

from co2desk.desktop.profiles import ConnectionRules, ProfileFile
from co2desk.desktop.settings import SettingsFile

ENVIRONMENT_VARIABLE = "CO2DESK_DATABASE"
# What the database on this computer is called where a connection is named.
EMBEDDED_NAME = "embedded"


def is_first_start(
    folder: Path, environ: Mapping[str, str], rules: ConnectionRules = ConnectionRules()
) -> bool:
    """Whether no database was ever chosen: none set, none named, none kept, none here."""
    return not (
        rules.fixed is not None
        or environ.get(ENVIRONMENT_VARIABLE)
        or SettingsFile(folder).load().last_profile
        or ProfileFile(folder).all()
        or (folder / "server").exists()
    )
