"""Activities by hand: added, changed, deleted, put back, exported and imported again."""

from decimal import Decimal
from pathlib import Path

import pytest

from co2desk.domain.activity import Co2eSource
from co2desk.domain.activity_list import ActivityFilter
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.importing.checked import CheckChoices
from co2desk.services.browse_activities import ActivityChange
from co2desk.services.bundle import Services
from co2desk.services.check_entries import EntryStyle, InvalidEntry
from co2desk.services.check_file import check_file
from tests.entries import gas


def test_that_an_activity_by_hand_gets_the_co2e_of_its_factor(services: Services, lab: str):
    [made] = services.activities.add([gas(lab, note="Halle 3")])
    assert made.co2e_kg == Decimal("288")
    assert made.co2e_source is Co2eSource.FACTOR
    assert services.activities.lineage(made.id).filename == ""
    [row] = [one for one in services.results.rows() if one.lab_code == lab]
    assert row.co2e_kg == Decimal("288")


def test_that_a_wrong_entry_is_refused_with_the_issue_of_its_field(services: Services, lab: str):
    with pytest.raises(InvalidEntry) as refusal:
        services.activities.add([gas(lab), gas(lab, quantity="many")])
    [issue] = refusal.value.issues
    assert (issue.code, issue.field, issue.value) == ("not_a_number", "quantity", "many")
    assert services.activities.totals(ActivityFilter(lab_codes=(lab,))).count == 0


def test_that_a_number_with_two_readings_is_read_in_the_person_s_way(services: Services, lab: str):
    [swiss] = services.activities.add([gas(lab, "1.234")], EntryStyle(decimal_mark="."))
    [german] = services.activities.add([gas(lab, "1.234")], EntryStyle(decimal_mark=","))
    assert (swiss.quantity, german.quantity) == (Decimal("1.234"), Decimal("1234"))


def test_that_a_changed_quantity_changes_co2e_and_the_old_version_cannot_be_changed_again(
    services: Services, lab: str
):
    [made] = services.activities.add([gas(lab)])
    [changed] = services.activities.change(
        [ActivityChange(made.id, made.version, {"quantity": "600"})]
    )
    assert (changed.quantity, changed.co2e_kg) == (Decimal("600"), Decimal("144"))
    with pytest.raises(DatabaseProblem) as conflict:
        services.activities.change([ActivityChange(made.id, made.version, {"quantity": "5"})])
    assert conflict.value.code is ErrorCode.CHANGED_MEANWHILE
    both = services.activities.conflict(made)
    assert (both.mine.quantity, both.theirs.quantity) == (Decimal("1200"), Decimal("600"))
    assert both.changed_by


def test_that_an_override_holds_until_it_is_taken_away(services: Services, lab: str):
    [made] = services.activities.add([gas(lab, kg_co2eq="12.5")])
    assert (made.co2e_kg, made.co2e_source) == (Decimal("12.5"), Co2eSource.OVERRIDE)
    [doubled] = services.activities.change(
        [ActivityChange(made.id, made.version, {"quantity": "2400"})]
    )
    assert doubled.co2e_kg == Decimal("12.5")
    [without] = services.activities.change(
        [ActivityChange(made.id, doubled.version, {"kg_co2eq": ""})]
    )
    assert (without.co2e_kg, without.co2e_source) == (Decimal("576"), Co2eSource.FACTOR)


def test_that_deleted_activities_can_be_put_back(services: Services, lab: str):
    made = services.activities.add([gas(lab), gas(lab, "5")])
    assert services.activities.delete({one.id: one.version for one in made}) == 2
    assert services.activities.totals(ActivityFilter(lab_codes=(lab,))).count == 0
    restored = services.activities.restore(made)
    assert [one.id for one in restored] == [one.id for one in made]
    assert services.activities.totals(ActivityFilter(lab_codes=(lab,))).count == 2


def test_that_a_duplicate_is_an_activity_of_its_own(services: Services, lab: str):
    [made] = services.activities.add([gas(lab)])
    [twin] = services.activities.duplicate([made.id])
    assert twin.id != made.id
    assert (twin.quantity, twin.co2e_kg, twin.factor_id) == (
        made.quantity, made.co2e_kg, made.factor_id,
    )  # fmt: skip


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_that_an_export_is_imported_again_without_loss(
    services: Services, lab: str, tmp_path: Path, suffix: str
):
    services.activities.add(
        [
            gas(lab, "1234.5678", note='=HYPERLINK("http://x"), Zürich'),
            gas(lab, "7", kg_co2eq="3.25", note="'=kept"),
            gas(lab, "8", note="-5 °C, 'quoted'"),
        ]
    )
    path = tmp_path / f"export{suffix}"
    wanted = ActivityFilter(lab_codes=(lab,))
    assert services.activities.export(path, wanted) == 3
    checked = check_file(
        path, services.references.for_laboratory(lab), CheckChoices(lab_code=lab, year=2025)
    ).checked
    assert (checked.kind, checked.counts.valid, checked.counts.error) == ("activity", 3, 0)
    again = [row.activity for row in checked.rows if row.activity]
    there = services.activities.page(wanted).rows

    def essence(one):
        return (one.date, one.quantity, one.unit, one.co2e_kg, one.co2e_source, one.note)

    assert sorted(map(essence, again)) == sorted(map(essence, there))
