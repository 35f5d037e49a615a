"""How a file was read, choice by choice, each of which can be overridden."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from co2desk.desktop.messages import Messages
from co2desk.importing.kinds.registry import KINDS
from co2desk.importing.table import ReadOptions
from co2desk.services.inspect_file import Inspection
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.words import kind_word

_ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "iso8859-1", "iso8859-15", "mac-roman",
)  # fmt: skip
_PER_ROW = 4
_HEADER_ROWS = 30


class SourceChoices(QWidget):
    """`options_chosen(ReadOptions)` when the file is to be read otherwise; `kind_chosen(kind)`.

    `comparison_wanted` when the encodings are to be compared.

    Every box begins with what was detected, so that "as detected" is never a riddle.
    """

    options_chosen = Signal(object)
    kind_chosen = Signal(object)
    comparison_wanted = Signal()

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._options = ReadOptions()
        self._kind = ChoiceBox("kind", self.tr("&Kind of data"), self)
        self._kind.chosen.connect(self.kind_chosen)
        self._sheet = ChoiceBox("sheet", self.tr("&Sheet"), self)
        self._sheet.chosen.connect(self._sheet_chosen)
        self._encoding = ChoiceBox("encoding", self.tr("&Encoding"), self)
        self._encoding.chosen.connect(self._encoding_chosen)
        self._delimiter = ChoiceBox("delimiter", self.tr("&Delimiter"), self)
        self._delimiter.chosen.connect(self._delimiter_chosen)
        self._quote = ChoiceBox("quote", self.tr("&Quotation mark"), self)
        self._quote.chosen.connect(self._quote_chosen)
        self._decimal = ChoiceBox("decimal_mark", self.tr("Decimal &mark"), self)
        self._decimal.chosen.connect(self._decimal_chosen)
        self._header = ChoiceBox("header_row", self.tr("&Header row"), self)
        self._header.chosen.connect(self._header_chosen)
        self._compare = QPushButton(self.tr("Com&pare…"), self)
        self._compare.setObjectName("compare_encodings")
        self._compare.setToolTip(self.tr("Show how the file looks in each encoding, side by side"))
        self._compare.clicked.connect(self.comparison_wanted)
        boxes = (
            self._kind,
            self._sheet,
            self._encoding,
            self._delimiter,
            self._quote,
            self._decimal,
            self._header,
        )
        self._cells = {box: self._cell(box) for box in boxes}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(_PER_ROW, 1)

    def show_choices(self, seen: Inspection, options: ReadOptions, kind: str | None) -> None:
        """Show what was detected and what the person chose instead."""
        self._options = options
        self._kind.offer(
            [(None, self._detected(kind_word(self._messages, seen.kind) if seen.kind else ""))]
            + [(one, kind_word(self._messages, one)) for one in KINDS if one != "factor"],
            kind,
        )
        self._sheet.offer(
            [
                (sheet.name, self.tr("%1 (hidden)").replace("%1", sheet.name) if sheet.hidden
                 else sheet.name)
                for sheet in seen.sheets
            ],
            seen.sheet,
        )  # fmt: skip
        self._encoding.offer(
            [(None, self._detected(seen.encoding))] + [(one, one.upper()) for one in _ENCODINGS],
            options.encoding,
        )
        self._delimiter.offer(
            [
                (None, self._detected(self._mark(seen.delimiter))),
                *((one, self._mark(one)) for one in (";", ",", "\t", "|", ":")),
            ],
            options.delimiter,
        )
        self._quote.offer(
            [
                (None, self._detected(self._mark(seen.quote))),
                *((one, self._mark(one)) for one in ('"', "'", "")),
            ],
            options.quote,
        )
        self._decimal.offer(
            [
                (None, self._detected_decimal(seen.decimal_mark)),
                *((one, self._mark(one)) for one in (",", ".")),
            ],
            options.decimal_mark,
        )
        self._header.offer(
            [(None, self._detected(str(seen.header_row)))]
            + [(0, self.tr("no header"))]
            + [(row, str(row)) for row in range(1, _HEADER_ROWS + 1)],
            options.header_row,
        )
        self._arrange(is_text=bool(seen.encoding), sheets=len(seen.sheets))

    def choose_encoding(self, encoding: str) -> None:
        """Read the file in another encoding."""
        self._encoding_chosen(encoding)

    def _arrange(self, *, is_text: bool, sheets: int) -> None:
        fits = {
            self._kind: True,
            self._sheet: sheets > 0,
            self._encoding: is_text,
            self._delimiter: is_text,
            self._quote: is_text,
            self._decimal: True,
            self._header: True,
        }
        place = 0
        for box, cell in self._cells.items():
            self._grid.removeWidget(box.label)
            self._grid.removeWidget(cell)
            cell.setVisible(fits[box])
            box.label.setVisible(fits[box])
            if fits[box]:
                row, column = divmod(place, _PER_ROW)
                self._grid.addWidget(box.label, 2 * row, column)
                self._grid.addWidget(cell, 2 * row + 1, column)
                place += 1

    def _cell(self, box: ChoiceBox) -> QWidget:
        """A box, with what is done about it beside it."""
        cell = QWidget(self)
        row = QHBoxLayout(cell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(box)
        if box is self._encoding:
            row.addWidget(self._compare)
        return cell

    def _detected(self, word: str) -> str:
        if not word:
            return self.tr("not found")
        return self.tr("%1 (found)").replace("%1", word)

    def _detected_decimal(self, mark: str) -> str:
        return self._detected(self._mark(mark)) if mark else self.tr("decided per column")

    def _mark(self, mark: str) -> str:
        match mark:
            case "\t":
                return self.tr("tab")
            case ",":
                return self.tr("comma ,")
            case ";":
                return self.tr("semicolon ;")
            case "|":
                return self.tr("bar |")
            case ":":
                return self.tr("colon :")
            case ".":
                return self.tr("point .")
            case '"':
                return self.tr('double "')
            case "'":
                return self.tr("single '")
            case "":
                return self.tr("none")
        return mark

    @Slot(object)
    def _sheet_chosen(self, sheet: str) -> None:
        # Another sheet is another table: what was chosen for the first does not carry over.
        self.options_chosen.emit(ReadOptions(sheet=sheet))

    @Slot(object)
    def _encoding_chosen(self, encoding: str | None) -> None:
        self.options_chosen.emit(replace(self._options, encoding=encoding))

    @Slot(object)
    def _delimiter_chosen(self, delimiter: str | None) -> None:
        self.options_chosen.emit(replace(self._options, delimiter=delimiter))

    @Slot(object)
    def _quote_chosen(self, quote: str | None) -> None:
        self.options_chosen.emit(replace(self._options, quote=quote))

    @Slot(object)
    def _decimal_chosen(self, mark: str | None) -> None:
        self.options_chosen.emit(replace(self._options, decimal_mark=mark))

    @Slot(object)
    def _header_chosen(self, row: int | None) -> None:
        self.options_chosen.emit(replace(self._options, header_row=row))
