"""Drafts of every earlier version, as that version really wrote them, go on in this one."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from co2desk.desktop.paths import resource
from co2desk.domain.row_edit import CellEdit, EditAction, EditStep, SkipEdit
from co2desk.offline.builtin_catalogue import builtin_reference
from co2desk.offline.draft.content import DraftProgress
from co2desk.offline.draft.draft import DRAFT_FORMAT, Draft

VERSION_1 = Path(__file__).parents[2] / "data" / "drafts" / "version-1.co2draft"


def test_that_a_draft_of_version_1_goes_on_with_all_that_was_in_it(tmp_path: Path) -> None:
    path = tmp_path / VERSION_1.name
    shutil.copyfile(VERSION_1, path)
    shipped = builtin_reference(resource())
    with Draft.open(path) as draft:
        content = draft.load()
        assert draft.reference(shipped) is None
        draft.save_reference(shipped)
        assert draft.reference(shipped) is not None
    assert content.source.name == "gas.csv"
    assert "Büro" in content.source.data.decode("cp1252")
    assert (content.choices.kind, content.choices.year) == ("fuel", 2025)
    assert content.table is not None
    assert content.table.rows[1] == ("Erdgas", "kWh", "viel", "Labor")
    assert content.steps == (
        EditStep(EditAction.EDIT, (CellEdit(1, 2, "viel", "700"),)),
        EditStep(EditAction.SKIP, skips=(SkipEdit(2, before=False, after=True),)),
    )
    assert content.undo_position == 1
    assert content.progress == DraftProgress(3, 0)
    with closing(sqlite3.connect(path)) as connection:
        [version] = connection.execute("PRAGMA user_version").fetchone()
    assert version == DRAFT_FORMAT.version
