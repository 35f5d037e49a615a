"""Nobody has to think of sealing the audit log: whoever opens the window does it."""

from pytestqt.qtbot import QtBot
from sqlalchemy import text

from co2desk.views.desk import Desk
from tests.gui.hands import Hands
from tests.gui.own_desk import open_database


def test_that_what_was_done_is_sealed_when_the_window_opens(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    hands = Hands(qtbot, desk.window.around, desk.window)
    hands.settle()
    assert desk.services is not None
    [newest, *_] = desk.services.administration.audit()
    assert newest.lab_code == lab
    open_database(desk, qtbot)
    hands.settle()
    with desk.services.connection.database.reading() as session:
        up_to = session.scalar(text("SELECT max(up_to) FROM audit_seals"))
    assert up_to >= newest.id
