"""What dialogs look like: a title, its parts below one another, the answers at the bottom."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from co2desk.views.widgets.text import SUBHEADING_SCALE, heading


class TitledDialog(QDialog):
    """Titled as its window is, and gone once it is closed; it makes its parts, then stacks them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def cancel_button(self, name: str = "cancel") -> QPushButton:
        """The way back."""
        cancel = QPushButton(QCoreApplication.translate("TitledDialog", "Cancel"), self)
        cancel.setObjectName(name)
        cancel.clicked.connect(self.reject)
        return cancel

    def main_button(self, name: str, words: str, go_on: Callable[..., object]) -> QPushButton:
        """The way on, which Enter takes."""
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setProperty("look", "primary")
        button.setDefault(True)
        button.clicked.connect(go_on)
        return button

    def stack(
        self,
        *parts: QWidget | QLayout,
        answers: Sequence[QWidget],
        beside: Sequence[QWidget] = (),
        picture: QWidget | None = None,
        spacing: int = 12,
    ) -> None:
        """Put title, parts and answers below one another.

        `picture` stands before the title, `beside` at the other end of the line of answers.
        """
        head = QHBoxLayout()
        head.setSpacing(12)
        if picture is not None:
            head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(heading(self.windowTitle(), self, SUBHEADING_SCALE), 1)
        buttons = QHBoxLayout()
        for widget in beside:
            buttons.addWidget(widget)
        buttons.addStretch(1)
        for widget in answers:
            buttons.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(spacing)
        box.addLayout(head)
        for part in parts:
            if isinstance(part, QLayout):
                box.addLayout(part)
            else:
                box.addWidget(part)
        box.addLayout(buttons)


def form_layout(spacing: int = 8) -> QFormLayout:
    """A form with room between its lines, whose fields take the width there is."""
    form = QFormLayout()
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(spacing)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form
