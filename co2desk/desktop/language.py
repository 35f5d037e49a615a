"""Which of the three languages the program speaks to this person."""

import locale
import os
from collections.abc import Mapping

LANGUAGES = ("en", "fr", "de")
DEFAULT_LANGUAGE = "en"


def choose_language(chosen: str | None = None, environ: Mapping[str, str] | None = None) -> str:
    """Return "en", "fr" or "de": the person's choice, else the system's language, else English.

    `chosen` comes from the settings; an empty or unknown value means "as the system".
    """
    environ = os.environ if environ is None else environ
    wishes = [chosen, environ.get("CO2DESK_LANGUAGE")]
    wishes += [environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    wishes.append(locale.getlocale()[0])
    for wish in wishes:
        if wish:
            language = wish.replace("-", "_").split("_")[0].lower()
            if language in LANGUAGES:
                return language
            if (named := _WINDOWS_NAMES.get(language)) is not None:
                return named
    return DEFAULT_LANGUAGE


# locale.getlocale() answers with such names on Windows ("German_Switzerland").
_WINDOWS_NAMES = {"english": "en", "french": "fr", "german": "de"}
