"""Draws titles, tables and stacked bars on the pages of a PDF, row after row as they come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from reportlab.graphics import renderPDF
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from co2desk.desktop.paths import resource
from co2desk.services.pdf_charts import Bar, stacked_columns
from co2desk.services.pdf_text import wrapped

_PLAIN, _BOLD = "DejaVuSansCondensed", "DejaVuSansCondensed-Bold"
_SIZE, _LEADING = 8.0, 10.5
_MARGIN, _GAP, _PADDING = 15 * mm, 3 * mm, 1.2 * mm
_SAMPLE_ROWS = 500
_LINES_AT_MOST = 12
_BAR_HEIGHT, _LABEL_WIDTH = 4.5 * mm, 60 * mm
_CHART_HEIGHT = 54 * mm
_INK, _FAINT, _LINE = HexColor("#1d1d1f"), HexColor("#5f6368"), HexColor("#b8bcc2")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; numbers stand to the right."""

    title: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table as it is shown; `strong` for sums."""

    cells: tuple[str, ...]
    strong: bool = False


class PdfPages:
    """An A4 document, landscape; each page has its title, the date and its number at the foot.

    `page_word` is the word before the number. Fonts are embedded and know Latin, Greek and
    Cyrillic letters.
    """

    def __init__(self, path: Path, title: str, foot: str, page_word: str, language: str) -> None:
        for name in (_PLAIN, _BOLD):
            registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))
        self._width, self._height = landscape(A4)
        self._canvas = Canvas(str(path), (self._width, self._height), lang=language)
        self._canvas.setTitle(title)
        self._canvas.setCreator("co2desk")
        self._title, self._foot, self._page_word = title, foot, page_word
        self._y = 0.0
        self._begin_page()

    def heading(self, text: str) -> None:
        """Write a heading within the document."""
        self._need(4 * _LEADING)
        self._y -= _LEADING
        self._write(_MARGIN, text, _BOLD, _SIZE + 3)
        self._y -= 1.5 * _LEADING

    def paragraph(self, text: str) -> None:
        """Write a sentence across the page."""
        for piece in wrapped(text, _PLAIN, _SIZE + 1, self._width - 2 * _MARGIN, _LINES_AT_MOST):
            self._need(_LEADING)
            self._write(_MARGIN, piece, _PLAIN, _SIZE + 1)
            self._y -= 1.3 * _LEADING

    def figure(self, text: str) -> None:
        """Write the one number that the document is about."""
        self._need(3 * _LEADING)
        self._y -= _LEADING
        self._write(_MARGIN, text, _BOLD, 2 * _SIZE)
        self._y -= 2 * _LEADING

    def columns(
        self, title: str, bars: Sequence[Bar], colours: Mapping[str, str], unit: str
    ) -> None:
        """Draw stacked columns across the page, below title and legend, all on one page."""
        self._need(_CHART_HEIGHT + 5 * _BAR_HEIGHT + 2.5 * _LEADING)
        self.heading(title)
        self._legend(colours, _MARGIN)
        size = self._width - 2 * _MARGIN, _CHART_HEIGHT
        drawing = stacked_columns(bars, colours, unit, size, (_PLAIN, _SIZE))
        renderPDF.draw(drawing, self._canvas, _MARGIN, self._y - _CHART_HEIGHT + _LEADING)
        self._y -= _CHART_HEIGHT + _LEADING

    def table(self, columns: Sequence[Column], lines: Iterable[Line]) -> None:
        """Draw a table; its header is repeated on each page. Widths follow the first rows."""
        coming = iter(lines)
        first = list(islice(coming, _SAMPLE_ROWS))
        widths = self._widths(columns, first)
        header = Line(tuple(column.title for column in columns), strong=True)
        self._row(columns, widths, header, ruled=True)
        for line in chain(first, coming):
            if self._y - self._height_of(line, widths) < _MARGIN:
                self._next_page()
                self._row(columns, widths, header, ruled=True)
            self._row(columns, widths, line)

    def bars(self, bars: Sequence[Bar], colours: Mapping[str, str]) -> None:
        """Draw bars to one scale under a legend; `colours` by name, in the order of stacking."""
        longest = max((bar.length for bar in bars), default=0)
        room = self._width - 2 * _MARGIN - _LABEL_WIDTH - 30 * mm
        self._legend(colours, _MARGIN + _LABEL_WIDTH)
        for bar in bars:
            self._need(2 * _BAR_HEIGHT)
            label = wrapped(bar.label, _PLAIN, _SIZE, _LABEL_WIDTH - _GAP, 1)
            self._write(_MARGIN, label[0] if label else "", _PLAIN, _SIZE)
            x = _MARGIN + _LABEL_WIDTH
            for name, colour in colours.items():
                length = room * bar.parts.get(name, 0) / longest if longest else 0
                self._box(x, length, HexColor(colour))
                x += length
            self._write(x + _PADDING, bar.amount, _PLAIN, _SIZE)
            self._y -= 1.5 * _BAR_HEIGHT
        self._y -= _LEADING

    def save(self) -> None:
        """Finish the last page and write the file."""
        self._end_page()
        self._canvas.save()

    def _begin_page(self) -> None:
        self._y = self._height - _MARGIN - _LEADING
        if self._canvas.getPageNumber() == 1:
            self._write(_MARGIN, self._title, _BOLD, 16)
            self._y -= 2 * _LEADING

    def _end_page(self) -> None:
        y = 0.6 * _MARGIN
        page = f"{self._page_word} {self._canvas.getPageNumber()}"
        self._canvas.setFont(_PLAIN, _SIZE - 1)
        self._canvas.setFillColor(_FAINT)
        self._canvas.drawString(_MARGIN, y, f"{self._title} · {self._foot}")
        self._canvas.drawRightString(self._width - _MARGIN, y, page)
        self._canvas.showPage()

    def _next_page(self) -> None:
        self._end_page()
        self._begin_page()

    def _need(self, height: float) -> None:
        if self._y - height < _MARGIN:
            self._next_page()

    def _widths(self, columns: Sequence[Column], lines: Sequence[Line]) -> list[float]:
        wanted = [
            max(
                stringWidth(column.title, _BOLD, _SIZE),
                *(stringWidth(line.cells[at], _font(line), _SIZE) for line in lines),
                0.0,
            )
            for at, column in enumerate(columns)
        ]
        return shared_out(wanted, self._width - 2 * _MARGIN - _GAP * (len(columns) - 1))

    def _height_of(self, line: Line, widths: Sequence[float]) -> float:
        return max(map(len, _texts(line, widths)), default=1) * _LEADING + _PADDING

    def _row(
        self,
        columns: Sequence[Column],
        widths: Sequence[float],
        line: Line,
        *,
        ruled: bool = False,
    ) -> None:
        texts = _texts(line, widths)
        self._canvas.setFont(_font(line), _SIZE)
        self._canvas.setFillColor(_INK)
        x = _MARGIN
        for column, width, pieces in zip(columns, widths, texts, strict=True):
            for number, piece in enumerate(pieces):
                y = self._y - number * _LEADING
                if column.right:
                    self._canvas.drawRightString(x + width, y, piece)
                else:
                    self._canvas.drawString(x, y, piece)
            x += width + _GAP
        height = self._height_of(line, widths)
        if ruled or line.strong:
            self._canvas.setStrokeColor(_LINE)
            self._canvas.setLineWidth(0.5)
            y = self._y - height + _LEADING - _PADDING
            self._canvas.line(_MARGIN, y, x - _GAP, y)
        self._y -= height

    def _legend(self, colours: Mapping[str, str], left: float) -> None:
        self._need(4 * _BAR_HEIGHT)
        x = left
        for name, colour in colours.items():
            width = 1.5 * _BAR_HEIGHT + stringWidth(name, _PLAIN, _SIZE)
            if x > left and x + width > self._width - _MARGIN:
                x = left
                self._y -= 1.2 * _BAR_HEIGHT
            self._box(x, _BAR_HEIGHT, HexColor(colour))
            self._write(x + 1.5 * _BAR_HEIGHT, name, _PLAIN, _SIZE)
            x += width + 2 * _GAP
        self._y -= 2 * _BAR_HEIGHT

    def _box(self, x: float, width: float, colour: Color) -> None:
        if width > 0:
            self._canvas.setFillColor(colour)
            self._canvas.rect(x, self._y - 1, width, 0.7 * _BAR_HEIGHT, stroke=0, fill=1)

    def _write(self, x: float, text: str, font: str, size: float) -> None:
        self._canvas.setFont(font, size)
        self._canvas.setFillColor(_INK)
        self._canvas.drawString(x, self._y, text)


def shared_out(wanted: Sequence[float], room: float) -> list[float]:
    """Widths that fit into `room`: what is asked for, the widest giving way first and equally."""
    widths = [0.0] * len(wanted)
    narrowest_first = sorted(range(len(wanted)), key=wanted.__getitem__)
    for done, at in enumerate(narrowest_first):
        widths[at] = min(wanted[at], room / (len(wanted) - done))
        room -= widths[at]
    return widths


def _font(line: Line) -> str:
    return _BOLD if line.strong else _PLAIN


def _texts(line: Line, widths: Sequence[float]) -> list[list[str]]:
    return [
        wrapped(text, _font(line), _SIZE, width, _LINES_AT_MOST)
        for text, width in zip(line.cells, widths, strict=True)
    ]
