"""The few shapes that Fusion does not draw: cards, bars, chips, the primary button.

Rules name object names and the property `look`; sizes are multiples of 4 px and fonts are never
set, so that the desktop's own font and size stay in force.
"""

from string import Template

from co2desk.views.colours import ColourScheme

_RULES = Template("""
QToolTip { color: $text; background: $base; border: 1px solid $border; padding: 4px; }

QWidget[look="side"] { background: $alternate; }
QFrame[look="card"] { background: $base; border: 1px solid $hairline; border-radius: 4px; }
QFrame[look="rule"] { background: $hairline; border: none; }
QLabel[look="secondary"] { color: $secondary; }
QLabel[look="error"] { color: $error; }
QLabel[look="warning"] { color: $warning; }
QLabel[look="good"] { color: $good; }

QFrame[look="message-error"] {
    background: $error_tint; border: 1px solid $error; border-radius: 4px; }
QFrame[look="message-warning"] {
    background: $warning_tint; border: 1px solid $warning; border-radius: 4px; }
QFrame[look="message-good"] {
    background: $good_tint; border: 1px solid $good; border-radius: 4px; }
QFrame[look="message-information"] {
    background: $accent_tint; border: 1px solid $accent; border-radius: 4px; }

QLineEdit, QPlainTextEdit {
    border: 1px solid $border; border-radius: 4px; padding: 3px 4px; background: $base; }
QLineEdit:focus, QPlainTextEdit:focus { border-color: $accent; }
QLineEdit:read-only { background: $alternate; border-color: $hairline; }
QAbstractItemView QLineEdit { border-radius: 0; padding: 0 2px; border-color: $accent; }
QCheckBox::indicator:unchecked {
    width: 13px; height: 13px; border: 1px solid $border; border-radius: 2px;
    background: $base; }
QRadioButton::indicator:unchecked {
    width: 13px; height: 13px; border: 1px solid $border; border-radius: 7px;
    background: $base; }
QPushButton { padding: 4px 10px; }
QPushButton[look="icon"] { padding: 4px 6px; }
QPushButton[look="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; border-radius: 4px;
    padding: 5px 14px; }
QPushButton[look="primary"]:hover { border-color: $text; }
QPushButton[look="primary"]:focus { border: 2px solid $text; padding: 4px 13px; }
QPushButton[look="primary"]:disabled {
    background: $hover; color: $secondary; border-color: $hairline; }
QPushButton[look="link"] {
    background: transparent; border: none; color: $accent; text-align: left; padding: 2px 0; }
QPushButton[look="link"]:hover, QPushButton[look="link"]:focus { text-decoration: underline; }

QToolButton[look="navigation"] {
    border: none; border-left: 3px solid transparent; padding: 8px 12px; text-align: left;
    color: $text; background: transparent; }
QToolButton[look="navigation"]:disabled { color: $secondary; }
QToolButton[look="navigation"]:hover { background: $hover; }
QToolButton[look="navigation"]:focus { border: 1px solid $accent; border-left-width: 3px; }
QToolButton[look="navigation"]:checked {
    background: $accent_tint; border-left-color: $accent; }
QLabel[look="count"] {
    background: $accent; color: $on_accent; border-radius: 8px; padding: 1px 7px; }

QToolButton[look="chip"] {
    border: 1px solid $border; border-radius: 4px; padding: 3px 8px; background: $base;
    color: $text; }
QToolButton[look="chip"]:hover { background: $hover; }
QToolButton[look="chip"]:focus { border-color: $accent; }
QToolButton[look="chip"]:checked {
    background: $accent_tint; border-color: $accent; }

QToolButton[look="menu"] {
    border: 1px solid $border; border-radius: 4px; padding: 4px 16px 4px 6px;
    background: $base; }
QToolButton[look="menu"]:hover { background: $hover; }
QToolButton[look="menu"]:focus { border-color: $accent; }

QToolButton[look="step"] {
    border: none; border-bottom: 3px solid transparent; padding: 8px 12px; color: $text;
    background: transparent; }
QToolButton[look="step"]:disabled { color: $secondary; }
QToolButton[look="step"]:hover:enabled { background: $hover; }
QToolButton[look="step"]:focus { border: 1px solid $accent; border-bottom-width: 3px; }
QToolButton[look="step"]:checked { border-bottom-color: $accent; }

QHeaderView::section {
    background: $alternate; color: $text; border: none; border-right: 1px solid $hairline;
    border-bottom: 1px solid $hairline; padding: 4px 3px; }
QTableView { border: 1px solid $hairline; gridline-color: $hairline; }
QTreeView { border: 1px solid $hairline; }
QTableView:focus, QTreeView:focus { border-color: $accent; }

QStatusBar { border-top: 1px solid $hairline; }
QStatusBar::item { border: none; }
QDockWidget::title { background: $alternate; padding: 6px; }
QMainWindow::separator { background: $hairline; width: 1px; height: 1px; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
""")


def style_sheet(colours: ColourScheme) -> str:
    """The rules in the colours of a scheme."""
    return _RULES.substitute(
        {name: getattr(colours, name) for name in ColourScheme.__dataclass_fields__}
    )
