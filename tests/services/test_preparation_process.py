"""An import's process may be killed at any moment: the draft has it all, and a new one goes on."""

import os
import resource
import signal
import threading
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from co2desk.domain.errors import Cancelled, ErrorCode, UnusableInput
from co2desk.domain.factor import EmissionFactor
from co2desk.importing.checked import CheckChoices
from co2desk.importing.review_order import Show
from co2desk.importing.table import ReadOptions
from co2desk.services.bundle import Services
from co2desk.services.import_file import CommitMode
from co2desk.services.preparation.workbench import Workbench
from co2desk.services.prepare_import import Preparation
from tests.hostile import crashing_workbook

DEMO = Path(__file__).parent.parent.parent / "resources" / "demo"
FINANCE = DEMO / "activities-2025.csv"
DATE, QUANTITY, NOTE = 0, 4, 7


def prepared(services: Services, lab: str, path: Path = FINANCE) -> Preparation:
    preparation = services.preparations.open_file(path)
    preparation.choose(CheckChoices(lab_code=lab, year=2025))
    preparation.check()
    return preparation


def pid_of(preparation: Preparation) -> int:
    worker = preparation._bench._worker
    assert worker is not None
    pid = worker._process.pid
    assert pid is not None
    return pid


def kill(preparation: Preparation) -> None:
    os.kill(pid_of(preparation), signal.SIGKILL)


def test_that_a_killed_process_is_told_once_and_nothing_is_lost(
    services: Services, lab: str
) -> None:
    preparation = prepared(services, lab)
    [first, second, third] = preparation.order(Show.ERRORS)
    preparation.edit({(first, DATE): "28.02.2025"})
    preparation.edit({(second, QUANTITY): "7"})
    preparation.undo()
    kill(preparation)
    with pytest.raises(UnusableInput) as told:
        preparation.text(first, DATE)
    assert told.value.code is ErrorCode.HELPER_STOPPED
    assert list(preparation.order(Show.ERRORS)) == [second, third]
    assert preparation.text(first, DATE) == "28.02.2025"
    assert preparation.snapshot.can_redo
    preparation.redo()
    assert preparation.text(second, QUANTITY) == "7"
    assert preparation.commit(CommitMode.VALID_ONLY).rows_valid == 199
    assert not preparation.path.exists()


def test_that_no_process_is_left_behind(services: Services, lab: str) -> None:
    preparation = prepared(services, lab)
    pid = pid_of(preparation)
    preparation.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    leftovers = list(preparation.path.parent.glob(f"{preparation.path.name}-*"))
    assert leftovers == []
    services.preparations.remove(preparation.path)


def edit_until_killed(preparation: Preparation, row: int, after: float) -> int:
    """Correct a cell again and again; the number of corrections that were said to be saved."""
    saved = 0
    pid = pid_of(preparation)
    timer = threading.Timer(after, os.kill, (pid, signal.SIGKILL))
    timer.start()
    told: UnusableInput | None = None
    while told is None:
        try:
            preparation.edit({(row, QUANTITY): str(saved + 1)})
            saved += 1
        except UnusableInput as lost:
            told = lost
    assert told.code is ErrorCode.HELPER_STOPPED
    timer.join()
    return saved


def kill_often(services: Services, lab: str, times: int, seed: int) -> None:
    random = Random(seed)
    preparation = prepared(services, lab)
    try:
        for _ in range(times):
            saved = edit_until_killed(preparation, 5, random.uniform(0, 0.15))
            shown = preparation.text(5, QUANTITY)
            if saved:
                # One more may have been saved and not yet been said.
                assert shown in (str(saved), str(saved + 1))
    finally:
        preparation.discard()


def test_that_kills_while_a_person_corrects_lose_nothing(services: Services, lab: str) -> None:
    kill_often(services, lab, times=4, seed=3)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_that_100_kills_while_a_person_corrects_lose_nothing(services: Services, lab: str) -> None:
    kill_often(services, lab, times=100, seed=4)


def test_that_a_reader_that_crashes_on_reading_again_changes_nothing(
    services: Services, lab: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preparation = prepared(services, lab)
    first = preparation.order(Show.ERRORS)[0]
    preparation.edit({(first, DATE): "28.02.2025"})
    timer = threading.Timer(0.0, kill, (preparation,))
    timer.start()
    timer.join()
    with pytest.raises(UnusableInput) as told:
        preparation.reread(ReadOptions(header_row=3))
    assert told.value.code is ErrorCode.DAMAGED_FILE
    assert preparation.inspection.header_row == 1
    assert preparation.text(first, DATE) == "28.02.2025"
    assert preparation.snapshot.counts.error == 2
    preparation.discard()


def test_that_reading_again_what_cannot_be_read_so_keeps_the_rows(
    services: Services, lab: str
) -> None:
    preparation = prepared(services, lab)
    first = preparation.order(Show.ERRORS)[0]
    preparation.edit({(first, DATE): "28.02.2025"})
    with pytest.raises(UnusableInput):
        preparation.reread(ReadOptions(encoding="utf-8"))
    assert preparation.text(first, DATE) == "28.02.2025"
    assert len(preparation.order(Show.ERRORS)) == 2
    preparation.discard()


def test_that_a_workbook_that_aborts_its_reader_is_refused_and_leaves_no_process(
    services: Services, tmp_path: Path
) -> None:
    hostile = tmp_path / "hostile.ods"
    hostile.write_bytes(crashing_workbook())
    with pytest.raises(UnusableInput) as refused:
        services.preparations.open_file(hostile)
    assert refused.value.code is ErrorCode.DAMAGED_FILE
    assert services.preparations.drafts() == []


def fill_the_disk(bench: Workbench) -> None:
    """Let no file of this process grow beyond what the draft takes already."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    beside = bench.draft.path.with_name(f"{bench.draft.path.name}-wal")
    size = max(bench.draft.path.stat().st_size, beside.stat().st_size)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def make_room(_bench: Workbench) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def test_that_a_correction_for_which_there_is_no_room_is_told_and_not_made(
    services: Services, lab: str
) -> None:
    preparation = prepared(services, lab)
    preparation.edit({(0, QUANTITY): "1"})
    preparation._bench.call(fill_the_disk)
    kept = preparation.text(0, NOTE)
    with pytest.raises(UnusableInput) as told:
        preparation.edit({(0, NOTE): "x" * 2_000_000})
    assert told.value.code is ErrorCode.CANNOT_WRITE_FILE
    assert preparation.text(0, NOTE) == kept
    preparation._bench.call(make_room)
    preparation.edit({(0, QUANTITY): "2"})
    preparation.close()

    again = services.preparations.resume(preparation.path)
    again.check()
    assert (again.text(0, NOTE), again.text(0, QUANTITY)) == (kept, "2")
    again.undo()
    assert again.text(0, QUANTITY) == "1"
    again.discard()


class StopsAtOnceWhile:
    """Asks to stop as soon as work says that it is at a stage."""

    def __init__(self, stage: str) -> None:
        self.stage = stage
        self.stopped = 0.0

    def report(self, done: int, total: int | None = None, stage: str = "") -> None:
        if stage == self.stage:
            self.stopped = self.stopped or time.monotonic()
            raise Cancelled


def test_that_a_check_is_cancelled_at_once_and_can_be_begun_again(
    services: Services, lab: str, tmp_path: Path
) -> None:
    file = tmp_path / "many.csv"
    file.write_text(
        "name,unit,quantity\n" + "".join(f"natural_gas,kWh,{n}\n" for n in range(1, 60_001))
    )
    preparation = services.preparations.open_file(file)
    preparation.choose(CheckChoices(lab_code=lab, year=2025))
    stop = StopsAtOnceWhile("check")
    with pytest.raises(Cancelled):
        preparation.check(stop)
    assert time.monotonic() - stop.stopped < 0.5
    assert preparation.check().counts.valid == 60_000
    preparation.discard()


@pytest.fixture
def one_row(services: Services, tmp_path: Path) -> tuple[EmissionFactor, Path]:
    """A factor, and a file with one row that uses it."""
    factor = services.factors.search(limit=1).rows[0]
    file = tmp_path / "one.csv"
    file.write_text(
        "date,activity_type,category,subcategory,quantity,unit,factor_code\n"
        f"2025-01-01,{factor.factor_type},{factor.category},{factor.subcategory},10,"
        f"{factor.unit},{factor.code}\n"
    )
    return factor, file


def test_that_a_draft_of_another_day_tells_what_changed_since_it_was_checked(
    services: Services, lab: str, one_row: tuple[EmissionFactor, Path]
) -> None:
    factor, file = one_row
    preparation = prepared(services, lab, file)
    before = preparation.snapshot.co2e_kg
    preparation.close()
    changed = services.factors.save(replace(factor, value=factor.value * 2), recalculate=False)
    try:
        again = services.preparations.resume(preparation.path)
        assert again.check().co2e_kg == before * 2
        comparison = again.compare()
        [told] = comparison.differences
        assert (told.change.name, told.rows) == (factor.code, 1)
        assert told.change.before == str(factor.value)
        assert comparison.before.co2e_kg == before
        assert comparison.now.co2e_kg == before * 2
        assert again.compare().differences == ()
        again.close()
        third = services.preparations.resume(preparation.path)
        third.check()
        assert third.compare().differences == ()
        third.discard()
    finally:
        services.factors.save(replace(changed, value=factor.value), recalculate=False)


def test_that_what_changed_is_told_also_after_a_cancelled_comparison(
    services: Services, lab: str, one_row: tuple[EmissionFactor, Path]
) -> None:
    factor, file = one_row
    preparation = prepared(services, lab, file)
    changed = services.factors.save(replace(factor, value=factor.value * 2), recalculate=False)
    try:
        with pytest.raises(Cancelled):
            preparation.compare(StopsAtOnceWhile("check"))
        [told] = preparation.compare().differences
        assert told.change.name == factor.code
    finally:
        services.factors.save(replace(changed, value=factor.value), recalculate=False)
        preparation.discard()


def test_that_a_hostile_file_takes_only_its_process_and_the_next_file_is_read_at_once(
    services: Services, lab: str, tmp_path: Path
) -> None:
    crashing = tmp_path / "crashing.ods"
    crashing.write_bytes(crashing_workbook())
    preparations = services.preparations
    preparations.keep_ready()
    try:
        workers = preparations._workers
        waiting = workers._idle
        with pytest.raises(UnusableInput) as told:
            preparations.open_file(crashing)
        assert told.value.code in (ErrorCode.DAMAGED_FILE, ErrorCode.HOSTILE_FILE)
        assert waiting is not None
        assert not waiting.is_open
        next_one = workers._idle
        assert next_one is not None
        assert next_one.is_running
        next_pid = next_one._process.pid
        preparation = prepared(services, lab)
        assert pid_of(preparation) == next_pid
        preparation.discard()
    finally:
        preparations.close()
