"""Other workstations hear of a change, or find out by asking."""

import threading
import time

import pytest

from co2desk.database.changes import listen, state
from co2desk.database.import_commit import send_import
from tests.database.builders import good_row, import_of
from tests.database.conftest import World


@pytest.mark.direct
def test_that_a_listener_hears_of_an_import(world: World) -> None:
    heard: list[str] = []
    done = threading.Event()
    parameters = world.database.parameters("vic")
    listener = threading.Thread(target=listen, args=(parameters, heard.append, done.is_set, 0.1))
    listener.start()
    try:
        patience = time.monotonic() + 20
        # Listening takes a moment to begin, so there is more than one change to hear of.
        while "activities" not in heard and time.monotonic() < patience:
            send_import(world.max, import_of(world.lab, [good_row(2)]))
            time.sleep(0.1)
    finally:
        done.set()
        listener.join()
    assert set(heard) == {"import_jobs", "activities"}


def test_that_asking_shows_a_change(world: World) -> None:
    def asked() -> str:
        with world.vic.transaction() as session:
            return state(session)

    before = asked()
    assert asked() == before
    send_import(world.max, import_of(world.lab, [good_row(2)]))
    assert asked() != before
