"""What was saved in a draft is there again, and only one file is left behind."""

import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.issue import Issue, IssueCode, Severity
from co2desk.domain.row_edit import CellEdit, EditAction, EditStep, SkipEdit
from co2desk.offline.draft.content import DraftChoices, DraftProgress, DraftSource, DraftTable
from co2desk.offline.draft.draft import Draft
from tests.offline.draft.conftest import JOB

_CHOICES = DraftChoices(
    kind="fuel",
    lab_code="LAB-É",
    year=2025,
    read_options={"delimiter": ";", "header_row": None},
    check_choices={"columns": {"0": "date"}, "values": [["name", "gaz", "natural_gas"]]},
)
_ISSUE = Issue(
    IssueCode.NOT_A_NUMBER,
    row=48,
    field="quantity",
    column="Menge",
    letter="B",
    value="zw\udc80ölf\x00",
    severity=Severity.WARNING,
    params={"example": "12,5"},
)


def _step(row: int, before: str | None = "a", after: str | None = "b") -> EditStep:
    return EditStep(EditAction.EDIT, (CellEdit(row, 1, before, after),))


def test_that_everything_is_there_again(
    draft: Draft, path: Path, source: DraftSource, table: DraftTable
) -> None:
    skip = EditStep(EditAction.SKIP, skips=(SkipEdit(7, before=False, after=True),))
    draft.save_choices(_CHOICES)
    draft.append_edit(_step(3, before=None))
    draft.append_edit(skip)
    draft.save_issues([_ISSUE], DraftProgress(rows=1200, rows_error=1))
    draft.close()

    with Draft.open(path) as again:
        content = again.load()
    assert content.id == again.id == JOB
    assert content.source == source
    assert content.choices == _CHOICES
    assert content.steps == (_step(3, before=None), skip)
    assert content.undo_position == 2
    assert content.issues == (_ISSUE,)
    assert content.progress == DraftProgress(1200, 1)
    assert content.table is not None
    assert content.table.header == table.header
    assert list(content.table.rows) == list(table.rows)
    assert list(content.table.row_numbers) == list(table.row_numbers)
    assert content.table.kinds == table.kinds
    assert content.table.details == table.details


def test_that_a_draft_without_a_table_can_be_resumed(path: Path, source: DraftSource) -> None:
    Draft.create(path, source, JOB).close()
    with Draft.open(path) as draft:
        assert draft.load().table is None


def test_that_undo_goes_on_after_a_restart(draft: Draft, path: Path) -> None:
    for row in range(3):
        draft.append_edit(_step(row))
    draft.set_undo_position(1)
    draft.close()
    with Draft.open(path) as again:
        content = again.load()
        assert (len(content.steps), content.undo_position) == (3, 1)
        again.set_undo_position(3)
        assert again.load().undo_position == 3


def test_that_an_edit_drops_the_steps_that_were_undone(draft: Draft) -> None:
    for row in range(3):
        draft.append_edit(_step(row))
    draft.set_undo_position(1)
    draft.append_edit(_step(9))
    content = draft.load()
    assert content.steps == (_step(0), _step(9))
    assert content.undo_position == 2


@pytest.mark.parametrize("position", [-1, 2])
def test_that_there_is_no_undo_beyond_the_log(draft: Draft, position: int) -> None:
    draft.append_edit(_step(0))
    with pytest.raises(ValueError, match="no step"):
        draft.set_undo_position(position)


def test_that_rows_read_anew_begin_a_new_log(draft: Draft, table: DraftTable) -> None:
    draft.append_edit(_step(0))
    draft.save_issues([_ISSUE], DraftProgress(1200, 1))
    draft.save_table(DraftTable(("A",), [("x",)], [1]))
    content = draft.load()
    assert content.table == DraftTable(("A",), [("x",)], [1])
    assert (content.steps, content.undo_position, content.issues) == ((), 0, ())
    draft.append_edit(_step(0))
    assert draft.load().undo_position == 1


def test_that_a_second_window_is_told_when_the_first_edited(draft: Draft, path: Path) -> None:
    with Draft.open(path) as second:
        draft.append_edit(_step(0))
        with pytest.raises(UnusableInput) as caught:
            second.append_edit(_step(1))
        assert caught.value.code is ErrorCode.CHANGED_MEANWHILE
        assert second.load().steps == (_step(0),)
        second.append_edit(_step(1))
    assert draft.load().steps == (_step(0), _step(1))


def test_that_one_private_file_is_left_behind(draft: Draft, path: Path) -> None:
    draft.append_edit(_step(0))
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    draft.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_that_a_copy_to_mail_is_one_complete_file(draft: Draft, path: Path, tmp_path: Path) -> None:
    draft.append_edit(_step(0))
    target = tmp_path / "mail" / "for Claire.co2draft"
    target.parent.mkdir()
    target.write_text("an older copy")
    draft.export(target)
    assert [file.name for file in target.parent.iterdir()] == [target.name]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with Draft.open(target) as copy:
        assert copy.load() == draft.load()


def test_that_a_copy_that_cannot_be_written_leaves_the_old_one(
    draft: Draft, tmp_path: Path
) -> None:
    with pytest.raises(UnusableInput) as caught:
        draft.export(tmp_path / "no such folder" / "copy.co2draft")
    assert caught.value.code is ErrorCode.CANNOT_WRITE_FILE


def test_that_a_discarded_draft_leaves_nothing(draft: Draft, path: Path) -> None:
    draft.append_edit(_step(0))
    draft.discard()
    assert list(path.parent.iterdir()) == []


def test_that_a_draft_never_replaces_another(draft: Draft, path: Path, source: DraftSource) -> None:
    with pytest.raises(UnusableInput) as caught:
        Draft.create(path, source, JOB)
    assert caught.value.code is ErrorCode.CANNOT_WRITE_FILE
    assert draft.load().source == source


_TEXT = st.text(st.characters(exclude_categories=()), max_size=8)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None
)
@given(
    rows=st.lists(st.lists(_TEXT, max_size=4).map(tuple), max_size=8),
    cells=st.lists(st.builds(CellEdit, st.integers(0), st.integers(0), _TEXT, st.none() | _TEXT)),
)
def test_that_any_text_survives(
    draft: Draft, rows: list[tuple[str, ...]], cells: list[CellEdit]
) -> None:
    step = EditStep(EditAction.PASTE, tuple(cells))
    draft.save_table(DraftTable(("a", "b"), rows, list(range(len(rows)))))
    draft.append_edit(step)
    content = draft.load()
    assert content.table is not None
    assert content.table.rows == rows
    assert content.steps == (step,)
