"""Imports that are in the database: the worklist mended, and undo that keeps what was edited."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from co2desk.app.container import build_services
from co2desk.desktop.settings import SettingsFile
from co2desk.domain.activity_list import ActivityFilter
from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.ids import ImportJobId
from co2desk.domain.import_job import JobStatus
from co2desk.importing.checked import CheckChoices
from co2desk.services.browse_activities import ActivityChange
from co2desk.services.bundle import Services
from co2desk.services.check_file import check_file
from co2desk.services.import_file import CommitMode
from co2desk.services.imports import ImportFilter

DEMO = Path(__file__).parent.parent.parent / "resources" / "demo"
FINANCE = DEMO / "activities-2025.csv"


def imported(services: Services, lab: str):
    reference = services.references.for_laboratory(lab)
    done = check_file(FINANCE, reference, CheckChoices(lab_code=lab, year=2025))
    return services.import_file.commit(done, CommitMode.VALID_ONLY)


def test_that_mended_rows_join_the_same_job(services: Services, lab: str):
    job_id = imported(services, lab).job_id
    worklist = services.imports.worklist(job_id)
    assert [(row.row_number, row.issues[0].code) for row in worklist] == [
        (48, "not_a_date"), (97, "not_a_number"), (151, "unknown_factor"),
    ]  # fmt: skip
    assert worklist[0].issues[0].letter == "A"
    assert list(worklist[0].cells) == [
        "DATE", "ACTIVITY_TYPE", "CATEGORY", "SUBCATEGORY", "QUANTITY", "UNIT", "FACTOR_CODE",
        "NOTE",
    ]  # fmt: skip
    result = services.imports.commit_worklist(
        job_id,
        {
            worklist[0].id: {"DATE": "28.02.2025"},
            worklist[1].id: {"QUANTITY": "1'100,50"},
            worklist[2].id: {"FACTOR_CODE": "STILL-WRONG"},
        },
    )
    assert (result.job_id, result.rows_valid, result.rows_error) == (job_id, 199, 1)
    [left] = services.imports.worklist(job_id)
    assert left.cells["FACTOR_CODE"] == "STILL-WRONG"
    found = services.activities.totals(ActivityFilter(import_job_id=job_id))
    assert (found.count, found.co2e_kg) == (199, result.co2e_kg)


def test_that_a_row_mended_by_someone_else_is_not_committed_twice(services: Services, lab: str):
    job_id = imported(services, lab).job_id
    first = services.imports.worklist(job_id)[0]
    mended = {first.id: {"DATE": "28.02.2025"}}
    services.imports.commit_worklist(job_id, mended)
    with pytest.raises(DatabaseProblem) as problem:
        services.imports.commit_worklist(job_id, {first.id: {"DATE": "27.02.2025"}})
    assert problem.value.code is ErrorCode.CHANGED_MEANWHILE
    # The very same cells are what the second person wanted, too: they stand there once.
    assert services.imports.commit_worklist(job_id, mended).rows_valid == 198
    page = services.activities.page(ActivityFilter(import_job_id=job_id))
    assert len(page.rows) == 198


def test_that_undo_keeps_and_names_what_was_edited(services: Services, lab: str):
    job_id = imported(services, lab).job_id
    one = services.activities.page(ActivityFilter(import_job_id=job_id), limit=1).rows[0]
    services.activities.change([ActivityChange(one.id, one.version, {"note": "corrected by hand"})])
    outcome = services.imports.undo(job_id)
    assert outcome.removed == 196
    assert [(kept.activity_id, kept.reason) for kept in outcome.kept] == [(one.id, "edited_since")]
    assert services.imports.job(job_id).status is JobStatus.UNDONE


def test_that_an_undone_file_may_come_again(services: Services, lab: str):
    services.imports.undo(imported(services, lab).job_id)
    assert imported(services, lab).rows_valid == 197


def test_that_the_same_file_is_refused_with_its_job(services: Services, lab: str):
    job_id = imported(services, lab).job_id
    with pytest.raises(UnusableInput) as refusal:
        imported(services, lab)
    assert refusal.value.code is ErrorCode.FILE_ALREADY_IMPORTED
    assert refusal.value.params["job_id"] == str(job_id)


def test_that_the_original_file_is_archived_and_fetched_again(
    embedded_home: Path, lab: str, tmp_path: Path
):
    settings = SettingsFile(embedded_home)
    settings.change(archive=str(tmp_path / "archive"))
    services = build_services("embedded", embedded_home)
    try:
        services.connection.open()
        job_id = imported(services, lab).job_id
        assert services.imports.original(job_id) == FINANCE.read_bytes()
        [kept] = [path for path in (tmp_path / "archive").rglob("*") if path.is_file()]
        assert kept.relative_to(tmp_path / "archive").parts[:2] == (lab, "2025")
    finally:
        settings.change(archive="")
        services.connection.close()


def test_that_an_import_without_an_archive_has_no_original(services: Services, lab: str):
    job_id = imported(services, lab).job_id
    with pytest.raises(UnusableInput) as refusal:
        services.imports.original(job_id)
    assert refusal.value.code is ErrorCode.FILE_NOT_FOUND


def test_that_an_archive_that_cannot_be_used_stops_the_import(
    embedded_home: Path, lab: str, tmp_path: Path
):
    settings = SettingsFile(embedded_home)
    (tmp_path / "file").touch()
    settings.change(archive=str(tmp_path / "file"))
    services = build_services("embedded", embedded_home)
    try:
        services.connection.open()
        with pytest.raises(UnusableInput) as refusal:
            imported(services, lab)
        assert refusal.value.code is ErrorCode.ARCHIVE_UNUSABLE
        assert services.imports.jobs(ImportFilter(lab_codes=(lab,))) == ()
    finally:
        settings.change(archive="")
        services.connection.close()


def test_that_undo_takes_out_what_a_changed_factor_computed_anew(services: Services, lab: str):
    job_id = imported(services, lab).job_id
    [factor] = [one for one in services.factors.search().rows if one.code == "CH-ELECTRICITY"]
    services.factors.save(replace(factor, value=factor.value * 2), recalculate=True)
    of_job = ActivityFilter(import_job_id=job_id, text="electricity")
    first, second, *_ = services.activities.page(of_job, limit=10).rows
    assert (first.version, second.version) == (2, 2)
    services.activities.change(
        [ActivityChange(first.id, first.version, {"note": "corrected by hand"})]
    )
    again = replace(factor, value=factor.value, version=factor.version + 1)
    services.factors.save(again, recalculate=True)
    outcome = services.imports.undo(job_id)
    assert outcome.removed == 196
    assert [(kept.activity_id, kept.reason) for kept in outcome.kept] == [
        (first.id, "edited_since")
    ]


def test_that_a_job_sent_again_after_its_answer_was_lost_is_no_second_import(
    services: Services, lab: str
):
    reference = services.references.for_laboratory(lab)
    done = check_file(FINANCE, reference, CheckChoices(lab_code=lab, year=2025))
    job_id = ImportJobId(uuid4())
    first = services.import_file.commit(done, CommitMode.VALID_ONLY, job_id=job_id)
    again = services.import_file.commit(done, CommitMode.VALID_ONLY, job_id=job_id)
    assert (first.already_committed, again.already_committed) == (False, True)
    assert (again.job_id, again.rows_valid) == (job_id, first.rows_valid)
    with pytest.raises(UnusableInput) as refused:
        services.import_file.commit(done, CommitMode.VALID_ONLY)
    assert refused.value.code is ErrorCode.FILE_ALREADY_IMPORTED
    assert len([one for one in services.imports.jobs() if one.lab_code == lab]) == 1
