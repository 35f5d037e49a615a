"""Looks through windows for what a person who cannot see, or reads no English, would miss."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)

_CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QPlainTextEdit,
    QAbstractSpinBox,
    QAbstractItemView,
)
# Parts of controls that Qt itself makes and names through the control they belong to.
_INNER = (QHeaderView,)
OF_QT = ("QComboBoxListView", "QTableCornerButton", "CloseButton")


def nameless(window: QWidget) -> list[str]:
    """Controls that a screen reader would announce by nothing but their kind."""
    labelled = {label.buddy() for label in window.findChildren(QLabel) if label.text()}
    found = []
    for control in window.findChildren(QWidget):
        if not isinstance(control, _CONTROLS) or isinstance(control, _INNER):
            continue
        if not control.isVisibleTo(window):
            continue
        name, parent = control.objectName(), control.parentWidget()
        inner = isinstance(parent, (QComboBox, QAbstractSpinBox, QLineEdit, QDockWidget))
        if inner or name.startswith("qt_") or type(control).__name__ in OF_QT:
            continue
        text = control.text() if isinstance(control, QAbstractButton) else ""
        if not (control.accessibleName() or text or control in labelled):
            found.append(f"{type(control).__name__} {name!r} in {type(parent).__name__}")
    return found


def shown(window: QWidget) -> set[str]:
    """Every text of a window and of the models and actions in it."""
    texts = set()
    for one in (window, *window.findChildren(QWidget)):
        texts |= {one.windowTitle(), one.toolTip(), one.accessibleName()}
        if isinstance(one, (QLabel, QAbstractButton)):
            texts.add(one.text())
        if isinstance(one, QHeaderView) and one.model() is not None:
            along = one.orientation()
            texts |= {str(one.model().headerData(at, along)) for at in range(one.count())}
        texts |= {action.text() for action in one.actions()}
    return texts


class Pseudo(QTranslator):
    """Brackets every text that is translated, so that the others stand out."""

    def translate(
        self, _context: str, text: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str:
        return f"⟦{text}⟧" if text else ""


def fixed_texts(page: QWidget) -> Iterator[str]:
    """What a view says by itself: buttons, labels of fields, groups, headers of columns, tabs."""
    for button in page.findChildren(QAbstractButton):
        if not button.objectName().startswith("qt_") and button.property("look") != "link":
            yield button.text()
            yield button.toolTip()
    for label in page.findChildren(QLabel):
        if label.buddy() is not None:
            yield label.text()
    for group in page.findChildren(QGroupBox):
        yield group.title()
    for line in page.findChildren(QLineEdit):
        yield line.placeholderText()
    for tabs in page.findChildren(QTabWidget):
        for at in range(tabs.count()):
            yield tabs.tabText(at)
    for view in page.findChildren(QHeaderView):
        model = view.model()
        if view.orientation() is Qt.Orientation.Horizontal and model is not None:
            for at in range(model.columnCount()):
                yield str(model.headerData(at, Qt.Orientation.Horizontal) or "")


def is_words(text: str) -> bool:
    """Whether a text has words of a language, not only figures, units and signs."""
    return re.search("[A-Za-zÀ-ÿ]{4,}", text) is not None
