"""How the database is: what the server says of itself, kept current while it is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from co2desk.models.columns import ROW_ROLE, Column
from co2desk.models.list_table_model import ListTableModel
from co2desk.services.watch_health import Health, HealthGroup
from co2desk.views.administration.health_words import (
    figure,
    group_word,
    has_name,
    headline,
    name_word,
    needs_care,
)
from co2desk.views.administration.session_work import SessionWork
from co2desk.views.administration.tab import Tab
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.message_bar import Tone

_EVERY_MS = 5_000
_LOCKS = "locks"


@dataclass(frozen=True, slots=True)
class _Line:
    group: str
    name: str
    values: tuple[tuple[str, object], ...]
    care: bool


def _line(group: str, row: dict[str, object]) -> _Line:
    """A finding: what it is named by, when it names something, and its figures."""
    care = needs_care(group, row)
    name = str(row.pop(next(iter(row)))) if row and has_name(group) else ""
    return _Line(group, name, tuple(row.items()), care)


def _same(line: object, known: _Line) -> bool:
    return isinstance(line, _Line) and (line.group, line.name) == (known.group, known.name)


class HealthTab(Tab):
    """The figures that count above, one line per finding, and what helps below."""

    def __init__(self, around: Surroundings, health: Health, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._health = health
        self._groups: Sequence[HealthGroup] = ()
        self._asked = False
        self._headline = QLabel(self)
        self._headline.setObjectName("health_headline")
        self._headline.setWordWrap(True)
        self._about = ChoiceBox("health_about", self.tr("&About"), self)
        self._about.chosen.connect(self._show)
        columns: list[Column[_Line]] = [
            Column(
                "group",
                self.tr("About"),
                lambda line: group_word(line.group),
                width=160,
                state=lambda line: "warning" if line.care else "",
            ),
            Column(
                "name",
                self.tr("Name"),
                lambda line: name_word(line.group, line.name),
                width=220,
            ),
            Column("values", self.tr("Figures"), self._values, width=300),
        ]
        self._model = ListTableModel(columns, self)
        self._table = DataTable(around, "health_table", self)
        self._table.setAccessibleName(self.tr("Health of the database"))
        self._table.use(self._model, [column.width for column in columns], stretch=2)
        self._table.row_chosen.connect(self._chosen)
        self._sessions = SessionWork(around, health, self)
        self._sessions.done.connect(self._session_done)
        self._sessions.failed.connect(self.not_done)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.reload)
        self._lay_out()

    def reload(self) -> None:
        """Ask the server again, unless it has not answered yet."""
        if not self._asked:
            self._asked = True
            # A lane of its own: other readers may wait for the very locks that are shown here.
            task = self.ask(lambda _: self._health.read(), self._came, lane="health")
            task.finished.connect(self._answered)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the figures current from now on."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: ask no more."""
        super().hideEvent(event)
        self._timer.stop()

    def _lay_out(self) -> None:
        maintain = QPushButton(self.tr("Clean up and analyse"), self)
        maintain.setObjectName("maintain")
        self.around.icons.put(maintain, "heart")
        maintain.clicked.connect(self._maintain)
        self._reindex = QCheckBox(self.tr("&Rebuild indexes too"), self)
        self._reindex.setObjectName("maintain_reindex")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._headline, 1)
        head.addWidget(self._about.label)
        head.addWidget(self._about)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(maintain)
        row.addWidget(self._reindex)
        row.addStretch(1)
        for button in self._sessions.buttons:
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self._table, 1)
        box.addLayout(row)

    def _values(self, line: _Line) -> str:
        known = [(name, value) for name, value in line.values if value not in (None, "", ())]
        return " · ".join(figure(name, value, self.around.formats) for name, value in known)

    @Slot()
    def _answered(self) -> None:
        self._asked = False

    @Slot(object)
    def _came(self, groups: Sequence[HealthGroup]) -> None:
        self._groups = groups
        self._headline.setText(headline(groups, self.around.formats))
        every: list[tuple[object, str]] = [("", self.tr("everything"))]
        known: list[tuple[object, str]] = [
            (group.name, group_word(group.name)) for group in groups if group.rows
        ]
        self._about.offer(every + known, self._about.value)
        self._show()

    @Slot()
    def _show(self, _value: object = None) -> None:
        wanted = self._about.value
        lines = [
            _line(group.name, dict(row))
            for group in self._groups
            if not wanted or group.name == wanted
            for row in group.rows
        ]
        known = self._table.currentIndex().data(ROW_ROLE)
        at = self._table.verticalScrollBar().value()
        self._model.show_rows(lines)
        if isinstance(known, _Line):
            # The same finding, wherever it stands now: another one must not take its place.
            self._table.select_where(lambda line: _same(line, known))
        self._table.verticalScrollBar().setValue(at)
        self.counted.emit(self.tr("%n findings", "", len(lines)))

    @Slot(object)
    def _chosen(self, line: _Line | None) -> None:
        stuck = line is not None and line.group == _LOCKS
        self._sessions.choose(int(line.name) if stuck and line is not None else None)

    @Slot(str)
    def _session_done(self, text: str) -> None:
        self.said.emit(Tone.GOOD, text)
        self.reload()

    @Slot()
    def _maintain(self) -> None:
        reindex = self._reindex.isChecked()
        self.ask(
            lambda progress: self._health.maintain(reindex=reindex, progress=progress),
            self._maintained,
            label=self.tr("Cleaning up…"),
            lane="writing",
        )

    @Slot(object)
    def _maintained(self, _nothing: object) -> None:
        self.said.emit(Tone.GOOD, self.tr("The database was cleaned up and analysed."))
        self.reload()
