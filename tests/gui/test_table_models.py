from dataclasses import dataclass

from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from co2desk.models.columns import ROW_ROLE, Column
from co2desk.models.list_table_model import ListTableModel
from co2desk.models.paged_table_model import PLACEHOLDER, PagedTableModel


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    size: int


def columns() -> list[Column[Thing]]:
    return [
        Column("name", "Name", lambda thing: thing.name, editable=True),
        Column("size", "Size", lambda thing: str(thing.size), numeric=True, sort=lambda t: t.size),
    ]


def texts(model: ListTableModel[Thing] | PagedTableModel[Thing], column: int = 0) -> list[object]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_that_a_list_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = ListTableModel(columns())
    model.show_rows([Thing("b", 10), Thing("a", 9)])
    qtmodeltester.check(model, force_py=True)


def test_that_numbers_sort_as_numbers_and_selections_follow() -> None:
    model = ListTableModel(columns())
    model.show_rows([Thing("x", 10), Thing("y", 9), Thing("z", 100)])
    model.sort(1)
    assert texts(model) == ["y", "x", "z"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert texts(model) == ["z", "x", "y"]
    model.show_rows([Thing("p", 1), Thing("q", 2)])
    assert texts(model) == ["q", "p"]


def test_that_a_paged_model_is_sound_while_pages_come(qtmodeltester: ModelTester) -> None:
    model = PagedTableModel(columns())
    qtmodeltester.check(model, force_py=True)
    asked: list[int] = []
    model.page_wanted.connect(asked.append)
    model.begin()
    model.page_came(asked[-1], [Thing(str(at), at) for at in range(100)], more=True)
    model.page_came(asked[-1], [Thing(str(at), at) for at in range(100, 130)], more=True)
    model.page_came(asked[-1], [Thing("last", 0)], more=False)
    assert model.rowCount() == 131
    qtmodeltester.check(model, force_py=True)


def test_that_looking_at_a_placeholder_asks_for_one_page_only(qtbot: QtBot) -> None:
    model = PagedTableModel(columns())
    asked: list[int] = []
    model.page_wanted.connect(asked.append)
    model.begin()
    model.page_came(asked[0], [Thing("a", 1)], more=True)
    assert texts(model)[:3] == ["a", PLACEHOLDER, PLACEHOLDER]
    assert len(asked) == 2
    assert model.index(1, 0).data(ROW_ROLE) is None


def test_that_a_model_begun_at_the_end_grows_upwards(qtmodeltester: ModelTester) -> None:
    model = PagedTableModel(columns())
    qtmodeltester.check(model, force_py=True)
    asked: list[int] = []
    model.page_wanted.connect(asked.append)
    model.begin(at_end=True)
    model.page_came(asked[-1], [Thing(str(at), at) for at in range(200, 300)], more=True)
    assert model.row_at(model.rowCount() - 1) == Thing("299", 299)
    above = model.rowCount() - 100
    assert above > 0
    assert model.index(above - 1, 0).data() == PLACEHOLDER
    assert model.row_at(above - 1) is None
    assert not model.index(above - 1, 0).flags() & Qt.ItemFlag.ItemIsEditable
    assert model.row_at(above) == Thing("200", 200)
    # What is chosen moves along with the rows that come above it.
    chosen = QPersistentModelIndex(model.index(above, 0))
    waiting = QPersistentModelIndex(model.index(above - 1, 0))
    model.page_came(asked[-1], [Thing(str(at), at) for at in range(190, 200)], more=True)
    assert (chosen.data(), waiting.data()) == ("200", "199")
    model.page_came(asked[-1], [Thing(str(at), at) for at in range(190)], more=False)
    assert texts(model) == [str(at) for at in range(300)]
    assert (chosen.row(), waiting.row()) == (200, 199)
    model.replace(lambda thing: Thing("new", 0) if thing.size == 250 else None)
    assert model.index(250, 0).data() == "new"
    qtmodeltester.check(model, force_py=True)


def test_that_a_page_of_an_earlier_order_is_dropped() -> None:
    model = PagedTableModel(columns())
    asked: list[int] = []
    model.page_wanted.connect(asked.append)
    model.begin()
    model.begin()
    model.page_came(asked[0], [Thing("late", 1)], more=False)
    assert model.rowCount() == 0
    model.page_came(asked[1], [Thing("now", 1)], more=False)
    assert texts(model) == ["now"]


def test_that_an_edit_is_asked_for_and_shown_only_when_agreed() -> None:
    model = PagedTableModel(columns())
    asked: list[int] = []
    edits: list[tuple[Thing, str, str]] = []
    model.page_wanted.connect(asked.append)
    model.edited.connect(lambda *edit: edits.append(edit))
    model.begin()
    model.page_came(asked[0], [Thing("a", 1)], more=False)
    cell = model.index(0, 0)
    assert cell.flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(cell, " b ")
    assert not model.setData(cell, "a")
    assert edits == [(Thing("a", 1), "name", "b")]
    assert cell.data() == "a"
    model.replace(lambda thing: Thing("b", 1) if thing.name == "a" else None)
    assert cell.data() == "b"
