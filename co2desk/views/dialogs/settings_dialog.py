"""Language, numbers and dates, colours, notices of newer versions."""

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QWidget,
)

from co2desk.desktop.settings import Settings
from co2desk.models.formats import Formats
from co2desk.services.look_for_updates import NEVER, Updates
from co2desk.views.theme import ThemeChoice
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.text import secondary
from co2desk.views.widgets.titled_dialog import TitledDialog, form_layout

_LANGUAGES = (("en", "English"), ("fr", "Français"), ("de", "Deutsch"))
_LOCALES = ("de_CH", "fr_CH", "it_CH", "en_GB", "en_US", "de_DE", "fr_FR")


class SettingsDialog(TitledDialog):
    """`chosen(dict of settings)`; language and numbers take effect at the next start.

    Notices of newer versions are offered where `updates` has a place to look at.
    """

    chosen = Signal(object)

    def __init__(self, settings: Settings, updates: Updates, parent: QWidget | None = None) -> None:
        super().__init__("settings_dialog", parent)
        self.setWindowTitle(self.tr("Settings"))
        system = self.tr("As the system")
        self._language = ChoiceBox("language", self.tr("&Language"), self)
        self._language.offer([("", system), *_LANGUAGES], settings.language)
        self._numbers = ChoiceBox("number_locale", self.tr("&Numbers and dates"), self)
        self._numbers.offer(
            [("", system), *((name, _sample(name)) for name in _LOCALES)], settings.number_locale
        )
        self._theme = ChoiceBox("theme", self.tr("&Colours"), self)
        self._theme.offer(
            [
                (ThemeChoice.SYSTEM.value, system),
                (ThemeChoice.LIGHT.value, self.tr("Light")),
                (ThemeChoice.DARK.value, self.tr("Dark")),
            ],
            settings.theme,
        )
        form = form_layout()
        for choice in (self._language, self._numbers, self._theme):
            form.addRow(choice.label, choice)
        form.addRow(
            "",
            secondary(self.tr("Language and numbers change when co2desk is started again."), self),
        )
        self._updates = QCheckBox(self.tr("Tell me of &newer versions"), self)
        self._updates.setObjectName("settings_updates")
        self._updates.setChecked(updates.wanted)
        self._offer_updates(form, updates)
        cancel = self.cancel_button()
        save = self.main_button("settings_save", self.tr("Save settings"), self._save)
        self.stack(
            form,
            answers=(cancel, save),
            spacing=16,
        )
        self.setMinimumWidth(440)

    def _offer_updates(self, form: QFormLayout, updates: Updates) -> None:
        form.addRow("", self._updates)
        if updates.set_by_administrator:
            self._updates.setEnabled(False)
            form.addRow("", secondary(self.tr("Set by the administrator of this computer."), self))
        elif not updates.possible:
            form.setRowVisible(self._updates, False)
        else:
            form.addRow(
                "", secondary(self.tr("Asked for once a day; nothing about you is sent."), self)
            )

    @Slot()
    def _save(self) -> None:
        values: dict[str, str] = {
            "language": str(self._language.value),
            "number_locale": str(self._numbers.value),
            "theme": str(self._theme.value),
        }
        if self._updates.isEnabled() and self._updates.isVisible():
            values["updates"] = "" if self._updates.isChecked() else NEVER
        self.chosen.emit(values)
        self.accept()


def _sample(name: str) -> str:
    """A locale as what it does: its region, a number and a date."""
    locale = QLocale(name)
    formats = Formats.of(locale)
    day = formats.date_pattern.replace("yyyy", "2025").replace("MM", "12").replace("dd", "31")
    number = f"1{formats.group_mark}234{formats.decimal_mark}5"
    return f"{number} · {day} ({name.replace('_', '-')})"
