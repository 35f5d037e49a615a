"""Looks once a day for a newer version, where the administrator and the person agree."""

import logging
import tomllib
from datetime import date
from pathlib import Path

from co2desk import __version__
from co2desk.desktop.managed import UpdateRules
from co2desk.desktop.settings import SettingsFile
from co2desk.desktop.update_notice import NoNotice, UpdateChannel, UpdateNotice, fetch_notice
from co2desk.domain.progress import NoProgress, Progress

log = logging.getLogger(__name__)

NEVER = "never"
NOWHERE = UpdateChannel("", "")


class Updates:
    """`channel` is the program's own; an institution's goes before it."""

    def __init__(
        self,
        settings: SettingsFile,
        rules: UpdateRules = UpdateRules(),
        channel: UpdateChannel = NOWHERE,
    ) -> None:
        self._settings = settings
        self._rules = rules
        own = UpdateChannel(rules.url, rules.public_key, rules.ca_file)
        self._channel = own if own.usable else channel

    @property
    def set_by_administrator(self) -> bool:
        """Whether a person has nothing to choose here."""
        return self._rules.check is not None

    @property
    def possible(self) -> bool:
        """Whether there is anywhere to look."""
        return self._channel.usable

    @property
    def wanted(self) -> bool:
        """Whether this computer looks for newer versions at all."""
        if self._rules.check is not None:
            return self.possible and self._rules.check
        return self.possible and self._settings.load().updates != NEVER

    def due(self, today: date) -> bool:
        """Whether to look now; once a day is enough."""
        return self.wanted and self._settings.load().updates_looked_at != today.isoformat()

    def look(self, today: date, progress: Progress = NoProgress()) -> UpdateNotice | None:
        """The notice of a newer version, None where there is none or none can be had.

        Raises:
            Cancelled: the program ends.
        """
        try:
            notice = fetch_notice(self._channel, progress)
        except NoNotice as reason:
            log.info("no notice of newer versions: %s", reason)
            return None
        self._settings.change(updates_looked_at=today.isoformat())
        return notice if notice.newer_than(__version__) else None


def own_channel(path: Path) -> UpdateChannel:
    """The program's own channel, from `resources/updates.toml`; unusable while no key is there."""
    with path.open("rb") as file:
        document = tomllib.load(file)
    return UpdateChannel(document["url"], document["public_key"])
