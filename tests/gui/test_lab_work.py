"""Laboratories made, changed, archived and deleted at the window, on a real database."""

import secrets
from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from co2desk.domain.ids import LabId
from co2desk.domain.reference import Laboratory
from co2desk.domain.roles import Role
from co2desk.views.desk import Desk
from co2desk.views.labs.labs_page import LabsPage
from co2desk.views.places import PageId, Place
from tests.entries import gas
from tests.gui.hands import Hands


def look_at(desk: Desk, qtbot: QtBot, text: str = "") -> tuple[LabsPage, Hands]:
    hands = Hands(qtbot, desk.window.around, desk.window)
    desk.window.go(Place(PageId.LABS))
    hands.settle()
    page = desk.window.pages.front
    assert isinstance(page, LabsPage)
    page.head.search.setText(text)
    page.head.search.returnPressed.emit()
    hands.settle()
    return page, hands


def known(desk: Desk, code: str) -> list[Laboratory]:
    assert desk.services is not None
    return [one for one in desk.services.labs.search(code, archived=None) if one.code == code]


def test_that_a_laboratory_is_made_and_given_members_with_each_number_looked_at(
    desk: Desk, qtbot: QtBot
) -> None:
    code = f"N-{secrets.token_hex(4)}"
    page, hands = look_at(desk, qtbot)
    hands.click("new_lab")
    form = hands.find(QWidget, "lab_form")
    hands.click("lab_save")
    assert "code and a name" in hands.find(QLabel, "message_text").text()
    qtbot.keyClicks(hands.find(QLineEdit, "lab_code"), code)
    qtbot.keyClicks(hands.find(QLineEdit, "lab_name"), "Énergie")
    qtbot.keyClicks(hands.find(QPlainTextEdit, "lab_members"), "123456 12")
    hands.click("lab_save")
    assert "12" in hands.find(QLabel, "message_text").text()
    assert form.isVisible()
    hands.find(QPlainTextEdit, "lab_members").setPlainText("123456\n654321")
    hands.click("lab_save")
    [made] = known(desk, code)
    assert (made.name, made.members) == ("Énergie", ("123456", "654321"))
    page.reload()
    hands.settle()
    assert hands.find(QLabel, "details_title").text() == "Énergie"


def test_that_a_code_that_is_taken_is_named_as_it_was_typed(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    _, hands = look_at(desk, qtbot)
    hands.click("new_lab")
    qtbot.keyClicks(hands.find(QLineEdit, "lab_code"), lab.lower())
    qtbot.keyClicks(hands.find(QLineEdit, "lab_name"), "Once more")
    hands.click("lab_save")
    assert hands.find(QLabel, "message_text").text().startswith(f"{lab.lower()} already exists.")


def test_that_an_archived_laboratory_is_out_of_sight_and_comes_back(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    active = f"{lab}-active"
    desk.services.labs.create(Laboratory(LabId(uuid4()), active, f"Laboratory {active}"))
    page, hands = look_at(desk, qtbot, lab)
    assert shown(page) == [lab, active]
    hands.click("lab_archive")
    assert known(desk, lab)[0].archived
    assert shown(page) == [active]
    hands.find(QCheckBox, "archived").click()
    hands.settle()
    assert shown(page) == [lab, active]
    # The laboratory that was chosen stays so; the archived one is above it.
    page.findChild(QTableView, "labs_table").selectRow(0)
    hands.settle()
    assert hands.find(QPushButton, "lab_archive").text() == "Take out of the archive"
    hands.click("lab_archive")
    assert not known(desk, lab)[0].archived


def shown(page: LabsPage) -> list[str]:
    model = page.findChild(QTableView, "labs_table").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_that_a_laboratory_goes_only_once_its_code_was_typed_beside_what_goes_along(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab), gas(lab)])
    desk.services.administration.publish_year(known(desk, lab)[0].id, 2025)
    _, hands = look_at(desk, qtbot, lab)
    hands.click("lab_delete")
    said = hands.find(QLabel, "confirm_text").text()
    assert "2 activities" in said
    assert "2025" in said
    yes = hands.find(QPushButton, "confirm_yes")
    qtbot.keyClicks(hands.find(QLineEdit, "confirm_typed"), lab[:-1])
    assert not yes.isEnabled()
    qtbot.keyClicks(hands.find(QLineEdit, "confirm_typed"), lab[-1])
    hands.click("confirm_yes")
    assert known(desk, lab) == []


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.ADMIN, {"lab_edit", "lab_archive", "lab_delete"}),
        (Role.LAB_MANAGER, {"lab_edit", "lab_archive"}),
        (Role.VIEWER, set()),
    ],
)
def test_that_each_role_is_offered_what_it_may_do(
    desk: Desk, qtbot: QtBot, lab: str, role: Role, allowed: set[str]
) -> None:
    page, hands = look_at(desk, qtbot, lab)
    page._show(replace(known(desk, lab)[0], role=role))
    buttons = {name for name in ("lab_edit", "lab_archive", "lab_delete")
               if hands.find(QPushButton, name).isEnabled()}  # fmt: skip
    assert buttons == allowed
