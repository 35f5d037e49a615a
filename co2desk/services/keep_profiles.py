"""Keeps connection profiles on this computer, and tries them."""

from collections.abc import Sequence
from pathlib import Path

from co2desk.database.diagnosis.diagnose import diagnose
from co2desk.database.unit_of_work import Database
from co2desk.desktop.profiles import ConnectionProfile, ConnectionRules, ProfileFile
from co2desk.desktop.secrets import KeptIn, SecretStore
from co2desk.desktop.settings import SettingsFile
from co2desk.domain.connection_check import ConnectionCheck
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress
from co2desk.services.connect import ConnectionStatus, status_of
from co2desk.services.connection_choice import ChosenBy, ConnectionChoice, profile_parameters


class Profiles:
    """Connection profiles; passwords are in the system keyring, or last for the session."""

    def __init__(
        self, profiles: ProfileFile, settings: SettingsFile, secrets: SecretStore, migrations: Path
    ) -> None:
        self._profiles = profiles
        self._settings = settings
        self._secrets = secrets
        self._migrations = migrations

    @property
    def rules(self) -> ConnectionRules:
        """What the administrator of this computer has set."""
        return self._profiles.rules

    def all(self) -> Sequence[ConnectionProfile]:
        """Profiles by name."""
        return self._profiles.all()

    def named(self, name: str) -> ConnectionProfile:
        """One profile.

        Raises:
            UnusableInput: BAD_CONNECTION.
        """
        profile = self._profiles.get(name)
        if profile is None:
            raise UnusableInput(ErrorCode.BAD_CONNECTION, name=name, detail="no_such_profile")
        return profile

    @property
    def keyring(self) -> str:
        """The keyring that passwords go to, "" where they last for the session only."""
        return self._secrets.store

    def save(
        self, profile: ConnectionProfile, password: str | None = None, *, lasting: bool = True
    ) -> KeptIn | None:
        """Keep a profile; says where its password went, None where none was given.

        A password that is not to be `lasting` is kept in memory only.

        Raises:
            UnusableInput: SET_BY_ADMINISTRATOR.
        """
        self._profiles.save(profile)
        return self._secrets.set(profile.name, password, lasting=lasting) if password else None

    def choose(self, name: str) -> None:
        """Work on this profile from the next start on; "" for the embedded database."""
        self._settings.change(last_profile=name)

    def remove(self, name: str) -> None:
        """Forget a profile and its password; where it was the last one, the embedded follows."""
        self._profiles.remove(name)
        self._secrets.delete(name)
        if self._settings.load().last_profile == name:
            self.choose("")

    def diagnose(
        self,
        profile: ConnectionProfile,
        password: str | None = None,
        progress: Progress = NoProgress(),
    ) -> Sequence[ConnectionCheck]:
        """Try a profile step by step: name, port, TLS, login, schema; the last may be a failure."""
        known = self._secrets.get(profile.name) if password is None else password
        return diagnose(profile_parameters(profile, known or ""), self._migrations, progress)

    def test(self, profile: ConnectionProfile, password: str | None = None) -> ConnectionStatus:
        """Connect to the server of a profile and look; nothing is kept.

        Raises:
            DatabaseProblem: what is wrong: name, port, TLS, password, role.
        """
        known = self._secrets.get(profile.name) if password is None else password
        database = Database(profile_parameters(profile, known or ""))
        try:
            choice = ConnectionChoice(ChosenBy.ARGUMENT, profile=profile)
            return status_of(database, choice, self._migrations)
        finally:
            database.close()
