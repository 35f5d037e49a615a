"""How the database is: what the server says of itself, group by group."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from co2desk.models.columns import Column
from co2desk.models.list_table_model import ListTableModel
from co2desk.services.maintain import HealthGroup, Maintenance
from co2desk.views.administration.health_words import figure, group_word, has_name
from co2desk.views.administration.tab import Tab
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.message_bar import Tone


@dataclass(frozen=True, slots=True)
class _Line:
    group: str
    name: str
    values: tuple[tuple[str, object], ...]


def _line(group: str, row: dict[str, object]) -> _Line:
    """A finding: what it is named by, when it names something, and its figures."""
    name = str(row.pop(next(iter(row)))) if row and has_name(group) else ""
    return _Line(group, name, tuple(row.items()))


class HealthTab(Tab):
    """One line per finding; maintenance at the foot."""

    def __init__(
        self, around: Surroundings, maintenance: Maintenance, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, parent)
        self._maintenance = maintenance
        columns: list[Column[_Line]] = [
            Column("group", self.tr("About"), lambda line: group_word(line.group), width=150),
            Column("name", self.tr("Name"), lambda line: line.name, width=260),
            Column("values", self.tr("Figures"), self._values, width=420),
        ]
        self._model = ListTableModel(columns, self)
        table = DataTable(around, "health_table", self)
        table.setAccessibleName(self.tr("Health of the database"))
        table.use(self._model, [column.width for column in columns], stretch=2)
        maintain = QPushButton(self.tr("Clean up and analyse"), self)
        maintain.setObjectName("maintain")
        around.icons.put(maintain, "heart")
        maintain.clicked.connect(self._maintain)
        row = QHBoxLayout()
        row.addWidget(maintain)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addWidget(table, 1)
        box.addLayout(row)

    def reload(self) -> None:
        """Ask the server again."""
        self.ask(lambda _: self._maintenance.health(), self._came)

    def _values(self, line: _Line) -> str:
        return " · ".join(figure(name, value, self.around.formats) for name, value in line.values)

    @Slot(object)
    def _came(self, groups: Sequence[HealthGroup]) -> None:
        lines = [_line(group.name, dict(row)) for group in groups for row in group.rows]
        self._model.show_rows(lines)
        self.counted.emit(self.tr("%n findings", "", len(lines)))

    @Slot()
    def _maintain(self) -> None:
        self.ask(
            lambda progress: self._maintenance.maintain(progress=progress),
            self._maintained,
            label=self.tr("Cleaning up…"),
            lane="writing",
        )

    @Slot(object)
    def _maintained(self, _nothing: object) -> None:
        self.said.emit(Tone.GOOD, self.tr("The database was cleaned up and analysed."))
        self.reload()
