"""Opens the archive of imported files that the settings name."""

from collections.abc import Callable
from functools import cache

from co2desk.desktop.file_archive import ArchiveLocation, FileArchive
from co2desk.desktop.secrets import SecretStore
from co2desk.desktop.settings import SettingsFile

# The secret key of the archive, in the keyring beside the passwords of connections.
SECRET_NAME = "archive://"


def archive_opener(
    settings: SettingsFile, secrets: SecretStore
) -> Callable[[], FileArchive | None]:
    """A function that opens the archive once it is needed; None where there is none.

    Raises (the function):
        UnusableInput: ARCHIVE_UNUSABLE.
    """

    @cache
    def opened() -> FileArchive | None:
        chosen = settings.load()
        if not chosen.archive:
            return None
        access_key, _, secret = (secrets.get(SECRET_NAME) or "").partition(":")
        return FileArchive(
            ArchiveLocation(
                chosen.archive,
                endpoint=chosen.archive_endpoint,
                region=chosen.archive_region,
                access_key=access_key,
                secret_key=secret,
            )
        )

    return opened
