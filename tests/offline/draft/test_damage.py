"""A damaged, foreign, older or newer draft says so, and nothing else is lost."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.ids import ImportJobId
from co2desk.domain.row_edit import CellEdit, EditAction, EditStep
from co2desk.offline.draft import draft as draft_module
from co2desk.offline.draft.content import DraftContent, DraftSource
from co2desk.offline.draft.draft import DRAFT_FORMAT, Draft
from co2desk.offline.draft.folder import adopt_draft, list_drafts, rescue_source
from co2desk.offline.sealed_json import seal
from co2desk.offline.sqlite_trouble import FileFormat

_STEP = EditStep(EditAction.EDIT, (CellEdit(1, 1, "1", "2"),))


def _code_of_opening(path: Path) -> ErrorCode:
    with pytest.raises(UnusableInput) as caught, Draft.open(path) as draft:
        draft.load()
    return caught.value.code


@pytest.fixture
def closed(draft: Draft, path: Path) -> Path:
    draft.append_edit(_STEP)
    draft.close()
    return path


def _drafts(folder: Path, source: DraftSource) -> list[Draft]:
    ids = [ImportJobId(UUID(int=number)) for number in range(1, 4)]
    return [Draft.create(folder / f"{one}.co2draft", source, one) for one in ids]


def _content(path: Path) -> DraftContent:
    with Draft.open(path) as draft:
        return draft.load()


def test_that_no_flipped_bit_changes_the_content_unseen(closed: Path) -> None:
    whole, data = _content(closed), closed.read_bytes()
    random, found = Random(7), set[ErrorCode]()
    for _ in range(100):
        spoiled = bytearray(data)
        spoiled[random.randrange(len(data))] ^= 1 << random.randrange(8)
        closed.write_bytes(spoiled)
        try:
            assert _content(closed) == whole
        except UnusableInput as problem:
            found.add(problem.code)
    assert ErrorCode.DAMAGED_DRAFT in found <= {ErrorCode.DAMAGED_DRAFT, ErrorCode.FILE_TOO_NEW}


@pytest.mark.parametrize("kept", [0, 10, 100, 4096, 20_000])
def test_that_a_cut_draft_says_that_it_is_damaged(closed: Path, kept: int) -> None:
    closed.write_bytes(closed.read_bytes()[:kept])
    assert _code_of_opening(closed) is ErrorCode.DAMAGED_DRAFT


def test_that_other_files_are_not_taken_for_drafts(tmp_path: Path) -> None:
    text, database = tmp_path / "text.co2draft", tmp_path / "database.co2draft"
    text.write_text("not a database at all, but long enough to be looked at" * 100)
    with closing(sqlite3.connect(database)) as other, other:
        other.execute("CREATE TABLE part (name, content)")
    before = database.read_bytes()
    assert _code_of_opening(text) is ErrorCode.DAMAGED_DRAFT
    assert _code_of_opening(database) is ErrorCode.DAMAGED_DRAFT
    assert database.read_bytes() == before
    assert _code_of_opening(tmp_path / "missing.co2draft") is ErrorCode.FILE_NOT_FOUND


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON edit BEGIN DELETE FROM source; END",
        "CREATE VIEW v AS SELECT * FROM part",
        "DROP TABLE issue",
    ],
)
def test_that_a_strange_structure_is_refused(closed: Path, statement: str) -> None:
    with closing(sqlite3.connect(closed)) as other, other:
        other.execute(statement)
    assert _code_of_opening(closed) is ErrorCode.DAMAGED_DRAFT


@pytest.mark.parametrize(
    ("place", "content"),
    [
        ("edit", [1, "edit", [[-1, 0, "a", "b"]], []]),
        ("edit", [1, "edit", [[0, 0, 5, "b"]], []]),
        ("edit", [2, "edit", [], []]),
        ("edit", [1, "launch", [], []]),
        ("edit", {"position": 1}),
        ("row_block", [0, [[5]], [1], None]),
        ("row_block", [500, [], [], None]),
        ("issue", ["no_such_code", 1, "", "", "", "", "error", {}]),
    ],
)
def test_that_strange_content_behind_a_right_checksum_is_refused(
    closed: Path, place: str, content: object
) -> None:
    with closing(sqlite3.connect(closed)) as other, other:
        other.execute(f"DELETE FROM {place} WHERE rowid <= 1")
        other.execute(f"INSERT INTO {place} VALUES (1, ?)", (seal(content),))
    assert _code_of_opening(closed) is ErrorCode.DAMAGED_DRAFT


def test_that_a_missing_step_is_noticed(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as other, other:
        other.execute("DELETE FROM edit")
    assert _code_of_opening(closed) is ErrorCode.DAMAGED_DRAFT


def test_that_an_older_draft_is_brought_up_to_date(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _content(closed)
    later = FileFormat(
        DRAFT_FORMAT.application_id,
        (*DRAFT_FORMAT.steps, ("CREATE TABLE remark (content TEXT)",)),
        DRAFT_FORMAT.damaged,
    )
    monkeypatch.setattr(draft_module, "DRAFT_FORMAT", later)
    assert _content(closed) == whole
    with closing(sqlite3.connect(closed)) as other:
        assert other.execute("PRAGMA user_version").fetchone() == (DRAFT_FORMAT.version + 1,)
        assert other.execute("SELECT count(*) FROM remark").fetchone() == (0,)


def test_that_an_upgrade_that_fails_leaves_the_draft_as_it_was(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _content(closed)
    broken = FileFormat(
        DRAFT_FORMAT.application_id,
        (*DRAFT_FORMAT.steps, ("DROP TABLE edit", "no such statement")),
        DRAFT_FORMAT.damaged,
    )
    with monkeypatch.context() as patch:
        patch.setattr(draft_module, "DRAFT_FORMAT", broken)
        _code_of_opening(closed)
    assert _content(closed) == whole


def test_that_a_newer_draft_asks_for_the_newer_program(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as other:
        other.execute("PRAGMA user_version = 99")
    assert _code_of_opening(closed) is ErrorCode.FILE_TOO_NEW


def test_that_the_list_shows_damaged_drafts_beside_whole_ones(
    tmp_path: Path, source: DraftSource
) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    drafts = _drafts(folder, source)
    for draft in drafts:
        draft.close()
    drafts[1].path.write_bytes(drafts[1].path.read_bytes()[:5000])
    entries = {entry.path: entry for entry in list_drafts(folder)}
    assert len(entries) == 3
    damaged = entries.pop(drafts[1].path)
    assert damaged.problem is not None
    assert damaged.problem.code is ErrorCode.DAMAGED_DRAFT
    assert {entry.filename for entry in entries.values()} == {source.name}
    assert {entry.id for entry in entries.values()} == {drafts[0].id, drafts[2].id}


def test_that_the_list_begins_with_the_draft_saved_last(
    tmp_path: Path, source: DraftSource
) -> None:
    drafts = _drafts(tmp_path, source)
    drafts[1].append_edit(_STEP)
    assert list_drafts(tmp_path)[0].path == drafts[1].path
    for draft in drafts:
        draft.close()


def test_that_the_source_of_a_damaged_draft_is_rescued(closed: Path, source: DraftSource) -> None:
    with closing(sqlite3.connect(closed)) as other, other:
        other.execute("UPDATE edit SET content = 'xxxxxxxx[]'")
    assert _code_of_opening(closed) is ErrorCode.DAMAGED_DRAFT
    assert rescue_source(closed) == source


def test_that_a_source_that_was_changed_is_not_rescued(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as other, other:
        other.execute("UPDATE source SET data = x'00'")
    assert _code_of_opening(closed) is ErrorCode.DAMAGED_DRAFT
    assert rescue_source(closed) is None
    assert rescue_source(closed.with_name("missing")) is None


def test_that_a_mailed_draft_is_adopted_beside_ones_own(closed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    first, second = adopt_draft(closed, folder), adopt_draft(closed, folder)
    assert first != second
    assert _content(first) == _content(second) == _content(closed)
    assert stat.S_IMODE(first.stat().st_mode) == 0o600


def test_that_a_damaged_mail_is_not_adopted(closed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    closed.write_bytes(closed.read_bytes()[:5000])
    with pytest.raises(UnusableInput) as caught:
        adopt_draft(closed, folder)
    assert caught.value.code is ErrorCode.DAMAGED_DRAFT
    assert caught.value.params["path"] == str(closed)
    assert list(folder.iterdir()) == []
    with pytest.raises(UnusableInput) as caught:
        adopt_draft(tmp_path / "missing", folder)
    assert caught.value.code is ErrorCode.FILE_NOT_FOUND


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_that_a_draft_of_somebody_else_is_refused_in_words(closed: Path) -> None:
    closed.chmod(0)
    assert _code_of_opening(closed) is ErrorCode.NO_PERMISSION
