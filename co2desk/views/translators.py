"""Installs the window's language: our own texts and Qt's."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from co2desk.desktop.paths import resource

_SOURCE_LANGUAGE = "en"


def install_language(app: QCoreApplication, language: str) -> list[QTranslator]:
    """Install and return the translators; the caller may remove them again.

    Texts are written in English; the English file holds its plural forms only. German is spelled
    as in Switzerland, where Qt's own words are not.
    """
    wanted = [(str(resource("translations")), f"co2desk_{language}")]
    if language != _SOURCE_LANGUAGE:
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        wanted.append((qt, f"qtbase_{language}"))
        # Asked before Qt's own, where we want other words than Qt has.
        wanted.append((str(resource("translations")), f"qt_{language}"))
    installed = []
    for folder, name in wanted:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            installed.append(translator)
    return installed


def number_locale(name: str) -> QLocale:
    """The locale of numbers and dates; an empty name is the system's."""
    return QLocale(name) if name else QLocale.system()
