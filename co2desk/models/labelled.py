"""A name and what it says, with a colon as the language of the window writes it."""

from PySide6.QtCore import QCoreApplication


def labelled(name: str, text: str) -> str:
    """`name: text`; French has a space before the colon, too."""
    return name + QCoreApplication.translate("Labelled", ": ") + text
