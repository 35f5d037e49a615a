import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import defaultdict
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QDockWidget,
    QFileDialog,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from co2desk.desktop.messages import read_texts
from co2desk.desktop.paths import resource
from co2desk.views.action_table import ACTIONS, Menu, Scope
from co2desk.views.actions import text_of
from co2desk.views.translators import install_language
from tests.gui.looking import shown

ROOT = Path(__file__).resolve().parent.parent.parent
LANGUAGES = ("en", "fr", "de")


def texts(path: Path) -> dict[tuple[str, str], bool]:
    """Every (context, text) of a .ts file, and whether it is translated."""
    return {
        (str(context.findtext("name")), str(message.findtext("source"))): all(
            form.text for form in message.findall("translation/numerusform")
        )
        and message.find("translation").get("type") is None  # type: ignore[union-attr]
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_text_of_the_window_is_translated(language: str, tmp_path: Path) -> None:
    kept = resource("translations", f"co2desk_{language}.ts")
    collected = tmp_path / kept.name
    shutil.copy(kept, collected)
    sources = [str(path) for path in (ROOT / "co2desk").rglob("*.py")]
    kinds = ["-pluralonly"] if language == "en" else []
    program = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    assert program is not None
    call = [program, *sources, "-ts", str(collected), "-no-obsolete", "-silent", *kinds]
    subprocess.run(call, check=True, capture_output=True)
    unfinished = [text for text, translated in texts(collected).items() if not translated]
    assert not unfinished, "run make translations, then translate"
    assert set(texts(collected)) == set(texts(kept)), "run make translations"


# Nouns that a number may stand before; each must have a form for one.
COUNTED = re.compile(
    r"(%\d|\{(?!count)[a-z_]+\}) (rows|activities|laborator|factors|emission factors|tables|"
    r"imports|entries|cells|duplicates|columns|lignes|activités|laboratoires|facteurs|entrées|"
    r"cellules|doublons|colonnes|sessions|ajoutés|modifiés|Zeilen|Aktivitäten|Labore|Emissionsfaktoren|"
    r"Tabellen|Importe|Einträge|Zellen|Spalten)"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_number_stands_before_a_word_that_is_always_plural(language: str) -> None:
    file = ET.parse(resource("translations", f"co2desk_{language}.ts"))
    window = [
        str(message.findtext("translation") or message.findtext("source"))
        for message in file.getroot().iter("message")
        if message.get("numerus") != "yes"
    ]
    terminal = read_texts(resource("messages", language))
    # A row has at least two cells before one can be too few.
    allowed = {"issues.too_few_cells", "issues.too_many_cells"}
    texts = window + [text for key, text in terminal.items() if key not in allowed]
    assert len(texts) > 500
    assert not [text for text in texts if COUNTED.search(text)]


@pytest.mark.parametrize(("language", "word"), [("fr", "Activités"), ("de", "Aktivitäten")])
def test_that_the_compiled_language_is_installed(
    qapp: QApplication, language: str, word: str
) -> None:
    translators = install_language(qapp, language)
    try:
        assert QCoreApplication.translate("Navigation", "Activities") == word
        assert len(translators) >= 2, "Qt's own texts are missing"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


def test_that_german_is_spelled_as_in_switzerland_by_qt_too(
    qapp: QApplication, qtbot: QtBot
) -> None:
    translators = install_language(qapp, "de")
    try:
        buttons = QDialogButtonBox()
        for button in QDialogButtonBox.StandardButton:
            if button is not QDialogButtonBox.StandardButton.NoButton:
                buttons.addButton(button)
        files = QFileDialog()
        files.setOption(QFileDialog.Option.DontUseNativeDialog)
        files.show()
        tabs = QTabWidget()
        tabs.setTabsClosable(True)
        tabs.addTab(QWidget(), "")
        dock = QDockWidget()
        texts: set[str] = set()
        for window in (buttons, files, tabs, dock):
            qtbot.addWidget(window)
            texts |= shown(window)
        assert {"Schliessen", "Grösse", "Abbrechen"} <= texts
        assert not [text for text in texts if "ß" in text]
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


def test_that_german_is_spelled_as_in_switzerland_in_all_we_wrote() -> None:
    ours = [
        *(ROOT / "resources" / "messages" / "de").glob("*.toml"),
        *(ROOT / "resources" / "translations").glob("*_de.ts"),
        *(ROOT / "docs").rglob("*.de.md"),
    ]
    assert len(ours) > 20
    assert not [path.name for path in ours if "ß" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_letter_opens_two_entries_of_a_menu(qapp: QApplication, language: str) -> None:
    translators = install_language(qapp, language)
    try:
        entries: dict[tuple[Scope, Menu], list[str]] = defaultdict(list)
        for spec in ACTIONS:
            entries[spec.scope, spec.menu].append(text_of(spec))
        entries[Scope.MAIN, Menu.FILE].append(
            QCoreApplication.translate("RecentFiles", "Recent &files")
        )
        for texts in entries.values():
            letters = [text[text.index("&") + 1].casefold() for text in texts]
            assert not [text for text, one in zip(texts, letters, strict=True)
                        if letters.count(one) > 1]  # fmt: skip
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
