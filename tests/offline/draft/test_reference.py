"""A draft knows what its rows were checked against, so that what changed since can be told."""

import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from co2desk.desktop.paths import resource
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.ids import LabId
from co2desk.domain.reference import Laboratory, Reference
from co2desk.domain.reference_changes import changes_between
from co2desk.domain.roles import Role
from co2desk.offline.builtin_catalogue import builtin_reference
from co2desk.offline.draft.content import DraftTable
from co2desk.offline.draft.draft import Draft
from co2desk.offline.draft.reference import reference_from_bytes, reference_to_bytes
from co2desk.offline.sealed_json import seal

LAB = Laboratory(LabId(UUID(int=7)), "LAB-É", "Énergie", "ENAC", Role.LAB_MANAGER, ("123456",))


@pytest.fixture(scope="module")
def shipped() -> Reference:
    return builtin_reference(resource())


@pytest.fixture
def reference(shipped: Reference) -> Reference:
    return replace(
        shipped,
        laboratories={"lab-é": LAB},
        value_mappings={("name", "erdgas nord"): "natural_gas"},
        published_years=frozenset([(LAB.id, 2023)]),
        knows_laboratories=True,
        origin="database",
        taken_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
    )


def test_that_the_reference_of_a_draft_is_the_one_it_was_checked_against(
    draft: Draft, path: Path, reference: Reference, shipped: Reference
) -> None:
    assert draft.reference(shipped) is None
    draft.save_reference(shipped)
    draft.save_reference(reference)
    draft.close()
    with Draft.open(path) as again:
        kept = again.reference(shipped)
    assert kept is not None
    assert changes_between(reference, kept) == []
    assert dict(kept.factors) == dict(reference.factors)
    assert (kept.origin, kept.taken_at) == ("database", reference.taken_at)


def test_that_a_change_since_is_found_in_what_a_draft_keeps(
    draft: Draft, reference: Reference, shipped: Reference
) -> None:
    draft.save_reference(reference)
    code = next(iter(reference.factors))
    factor = reference.factors[code]
    today = replace(
        reference, factors={**reference.factors, code: replace(factor, value=factor.value * 2)}
    )
    kept = draft.reference(shipped)
    assert kept is not None
    [change] = changes_between(kept, today)
    assert (change.name, change.before) == (code, str(factor.value))


def test_that_a_draft_names_no_members_of_laboratories(reference: Reference) -> None:
    assert b"123456" not in zlib.decompress(reference_to_bytes(reference))


def test_that_rows_read_anew_forget_what_earlier_ones_were_checked_against(
    draft: Draft, table: DraftTable, reference: Reference, shipped: Reference
) -> None:
    draft.save_reference(reference)
    draft.save_table(table)
    assert draft.reference(shipped) is None


@pytest.mark.parametrize(
    "content",
    [
        b"no zip",
        zlib.compress(b"00000000{}"),
        zlib.compress(seal({"entries": [["factor", {}]]}).encode()),
        zlib.compress(seal([]).encode())[:-3],
    ],
)
def test_that_a_reference_that_is_none_says_that_the_draft_is_damaged(
    draft: Draft, shipped: Reference, content: bytes
) -> None:
    draft._connection.execute("INSERT INTO reference VALUES (?)", (content,))
    with pytest.raises(UnusableInput) as refused:
        draft.reference(shipped)
    assert refused.value.code is ErrorCode.DAMAGED_DRAFT


def test_that_a_bomb_is_not_inflated(shipped: Reference) -> None:
    squeezer = zlib.compressobj()
    block = b" " * (1 << 20)
    bomb = b"".join(squeezer.compress(block) for _ in range(300)) + squeezer.flush()
    assert len(bomb) < 1 << 20
    with pytest.raises(ValueError, match="more than any"):
        reference_from_bytes(bomb, shipped)
