"""Details of one thing: a title, a figure, sections of label and value, buttons."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from co2desk.views.icons import Icons
from co2desk.views.widgets.dropping import drop
from co2desk.views.widgets.text import SUBHEADING_SCALE, heading, secondary, set_look


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (may be empty) and lines of label and value."""

    title: str
    lines: Sequence[tuple[str, str]] = field(default_factory=tuple)


class DetailsPanel(QWidget):
    """Buttons are added once; what is shown changes with the selection."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._section_widgets: list[QWidget] = []
        self._title = heading("", self, SUBHEADING_SCALE)
        self._title.setObjectName("details_title")
        self._title.setWordWrap(True)
        self._figure = QLabel(self)
        self._figure.setObjectName("details_figure")
        font = self._figure.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self._figure.setFont(font)
        self._figure.setWordWrap(True)
        self._note = secondary("", self)
        self._note.setObjectName("details_note")
        for label in (self._title, self._figure, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)  # names of things are not markup
        self._sections = QVBoxLayout()
        self._sections.setSpacing(4)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(8)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addWidget(self._title)
        box.addWidget(self._figure)
        box.addWidget(self._note)
        box.addLayout(self._sections)
        box.addLayout(self._buttons)
        box.addStretch(1)

    def add_button(self, name: str, text: str, icon: str) -> QPushButton:
        """Add a button below the sections."""
        button = QPushButton(text, self)
        button.setObjectName(name)
        self._icons.put(button, icon)
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def show_details(
        self, title: str, figure: str, note: str, sections: Sequence[Section], *, tone: str = ""
    ) -> None:
        """Show one thing; `tone` colours the figure ("warning")."""
        self._title.setText(title)
        self._figure.setText(figure)
        set_look(self._figure, tone)
        self._figure.setVisible(bool(figure))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        drop(self._sections, self._section_widgets)
        self._section_widgets = [self._section(section) for section in sections]
        for shown in self._section_widgets:
            self._sections.addWidget(shown)

    def _section(self, section: Section) -> QWidget:
        shown = QWidget(self)
        form = QFormLayout(shown)
        form.setContentsMargins(0, 8, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        if section.title:
            form.addRow(heading(section.title, shown, 1.0))
        for label, value in section.lines:
            name = QLabel(label, shown)
            set_look(name, "secondary")
            text = QLabel(value, shown)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            if label:
                form.addRow(name, text)
            else:
                name.hide()
                form.addRow(text)
        return shown
