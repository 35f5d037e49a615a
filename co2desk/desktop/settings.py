"""What this person likes on this computer: language, numbers, theme, recent files."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

from co2desk.desktop.json_file import Document, change_json, read_json

_MOST_RECENT = 12


@dataclass(frozen=True, slots=True)
class Settings:
    """Preferences; every one has a value that suits a newcomer.

    An empty `language` or `number_locale` means "as the system". `last_profile` is empty for the
    embedded database. `updates` is "never" where the person wants no notice of newer versions,
    `updates_looked_at` the day of the last look. `layouts` keeps the state of windows and columns
    by name, as text that only the window understands. `archive` is where originals of imported
    files are kept, a folder or `s3://bucket/prefix` (with `archive_endpoint` and
    `archive_region` where it is not Amazon's); empty for nowhere.
    """

    language: str = ""
    number_locale: str = ""
    theme: str = "system"
    last_profile: str = ""
    updates: str = ""
    updates_looked_at: str = ""
    archive: str = ""
    archive_endpoint: str = ""
    archive_region: str = ""
    recent_files: tuple[str, ...] = ()
    layouts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_document(cls, document: Document) -> Self:
        """Take what is usable; a value of the wrong shape gives way to the default."""
        defaults = cls()
        usable: dict[str, Any] = {}
        for one in fields(cls):
            value, default = document.get(one.name), getattr(defaults, one.name)
            if isinstance(default, str) and isinstance(value, str):
                usable[one.name] = value
            elif isinstance(default, tuple) and isinstance(value, list):
                usable[one.name] = tuple(item for item in value if isinstance(item, str))
            elif isinstance(default, dict) and isinstance(value, dict):
                usable[one.name] = {k: v for k, v in value.items() if isinstance(v, str)}
        return cls(**usable)


class SettingsFile:
    """The settings of one folder; two programs may change different ones at once."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "settings.json"

    def load(self) -> Settings:
        """Return the settings as they are now."""
        return Settings.from_document(read_json(self._path))

    def change(self, **values: object) -> Settings:
        """Change some settings by name and return all of them."""
        return self._rewrite(lambda settings: replace(settings, **values))  # type: ignore[arg-type]

    def remember_layout(self, name: str, state: str) -> Settings:
        """Keep the state of one window or table."""
        return self._rewrite(
            lambda settings: replace(settings, layouts={**settings.layouts, name: state})
        )

    def remember_file(self, path: Path) -> Settings:
        """Put a file first among the recent ones."""
        name = str(path.absolute())

        def with_file(settings: Settings) -> Settings:
            others = tuple(one for one in settings.recent_files if one != name)
            return replace(settings, recent_files=(name, *others)[:_MOST_RECENT])

        return self._rewrite(with_file)

    def _rewrite(self, change: Callable[[Settings], Settings]) -> Settings:
        def rewritten(found: Document) -> Document:
            settings = asdict(change(Settings.from_document(found)))
            return {**settings, "recent_files": list(settings["recent_files"])}

        return Settings.from_document(change_json(self._path, rewritten))
