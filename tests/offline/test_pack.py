"""A pack is used like the database it was taken from, or says why it cannot be."""

import pickle
import sqlite3
import stat
from collections.abc import Iterable
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from co2desk.desktop.paths import resource
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.ids import FactorId, ImportJobId, LabId
from co2desk.domain.reference import History, KnownRow, Laboratory, Reference
from co2desk.domain.roles import Role
from co2desk.offline import pack as pack_module
from co2desk.offline.builtin_catalogue import builtin_reference
from co2desk.offline.pack import PACK_FORMAT, read_pack, write_pack
from co2desk.offline.sqlite_trouble import FileFormat

_LAB = Laboratory(
    id=LabId(UUID(int=1)),
    code="LAB-É",
    name="",
    faculty="SB",
    role=Role.LAB_MANAGER,
    members=("123456",),
    version=3,
)
_CUSTOM = EmissionFactor(
    code="OWN-AI",
    factor_type=FactorType.CUSTOM,
    name="Own figure",
    category="ai",
    subcategory="",
    value=Decimal("0.0000075000"),
    unit="request",
    valid_from=date(2025, 1, 1),
    id=FactorId(UUID(int=2)),
    lab_id=_LAB.id,
    justification="measured",
)
_KNOWN = KnownRow(ImportJobId(UUID(int=3)), "a.csv", 42, "Claire", datetime(2025, 3, 1, tzinfo=UTC))


@pytest.fixture
def reference() -> Reference:
    builtin = builtin_reference(resource())
    return replace(
        builtin,
        laboratories={"lab-é": _LAB},
        factors={**dict(list(builtin.factors.items())[:50]), _CUSTOM.code: _CUSTOM},
        value_mappings={("category", "avion"): "plane"},
        column_mappings={"fuel": {"Menge": "quantity"}},
        history={("plane", "passenger*km"): History(3, Decimal("500.5"), Decimal("9000"))},
        published_years=frozenset({(_LAB.id, 2023)}),
        knows_laboratories=True,
        origin="database",
        taken_at=datetime(2025, 6, 1, 12, 30, tzinfo=UTC),
    )


@pytest.fixture
def path(tmp_path: Path, reference: Reference) -> Path:
    file = tmp_path / "June.co2pack"
    write_pack(reference, file, {bytes(32): _KNOWN})
    return file


def _code_of_reading(path: Path) -> ErrorCode:
    with pytest.raises(UnusableInput) as caught:
        read_pack(path, resource())
    return caught.value.code


def _same(one: Reference, other: Reference, names: Iterable[str]) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in names)


_CARRIED = {field.name for field in fields(Reference)} - {
    "airports",
    "stations",
    "units",
    "known_rows",
    "origin",
}


def test_that_a_pack_holds_what_the_database_said(path: Path, reference: Reference) -> None:
    packed = read_pack(path, resource())
    for name in _CARRIED:
        assert dict_or_value(getattr(packed, name)) == dict_or_value(getattr(reference, name)), name
    assert str(packed.factors["OWN-AI"].value) == "0.0000075000"
    assert packed.origin == "pack"
    assert packed.airports["GVA"].country == "CH"
    assert packed.stations["genf"]


def dict_or_value(value: object) -> object:
    return dict(value.items()) if hasattr(value, "items") else value


def test_that_rows_already_imported_are_recognised(path: Path) -> None:
    packed = read_pack(path, resource())
    others = [n.to_bytes(32) for n in range(1, 2000)]
    assert packed.known_rows([bytes(32), *others, bytes(32)]) == {bytes(32): _KNOWN}
    assert packed.known_rows([]) == {}


def test_that_a_pack_can_be_sent_to_another_process(path: Path) -> None:
    sent = pickle.loads(pickle.dumps(read_pack(path, resource())))
    assert sent.known_rows([bytes(32)]) == {bytes(32): _KNOWN}
    assert sent.factors["OWN-AI"] == _CUSTOM


def test_that_a_pack_is_one_private_file(path: Path) -> None:
    read_pack(path, resource()).known_rows([bytes(32)])
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_that_a_new_pack_takes_the_place_of_the_old(path: Path, reference: Reference) -> None:
    write_pack(replace(reference, laboratories={}), path)
    packed = read_pack(path, resource())
    assert packed.laboratories == {}
    assert packed.known_rows([bytes(32)]) == {}


def test_that_a_pack_on_a_read_only_folder_is_used(path: Path) -> None:
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        assert read_pack(path, resource()).laboratories
    finally:
        path.parent.chmod(0o700)


def test_that_no_flipped_bit_changes_a_pack_unseen(path: Path, reference: Reference) -> None:
    data, random, whole = path.read_bytes(), Random(5), read_pack(path, resource())
    found = set[ErrorCode]()
    for _ in range(150):
        spoiled = bytearray(data)
        spoiled[random.randrange(len(data))] ^= 1 << random.randrange(8)
        path.write_bytes(spoiled)
        try:
            assert _same(read_pack(path, resource()), whole, _CARRIED)
        except UnusableInput as problem:
            found.add(problem.code)
    assert ErrorCode.BAD_PACK in found <= {ErrorCode.BAD_PACK, ErrorCode.FILE_TOO_NEW}


@pytest.mark.parametrize("kept", [0, 50, 5000])
def test_that_a_cut_pack_is_refused(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    assert _code_of_reading(path) is ErrorCode.BAD_PACK


def test_that_other_files_are_not_taken_for_packs(path: Path, tmp_path: Path) -> None:
    text = tmp_path / "text"
    text.write_text("code,name\n" * 500)
    assert _code_of_reading(text) is ErrorCode.BAD_PACK
    assert _code_of_reading(tmp_path / "missing") is ErrorCode.FILE_NOT_FOUND
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA application_id = 5")
    assert _code_of_reading(path) is ErrorCode.BAD_PACK


def test_that_a_missing_entry_is_noticed(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("DELETE FROM entry WHERE number = 7")
    assert _code_of_reading(path) is ErrorCode.BAD_PACK


def test_that_an_older_pack_is_read_and_a_newer_one_is_not(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    later = FileFormat(
        PACK_FORMAT.application_id,
        (*PACK_FORMAT.steps, ("CREATE TABLE remark (content TEXT)",)),
        PACK_FORMAT.damaged,
    )
    monkeypatch.setattr(pack_module, "PACK_FORMAT", later)
    assert read_pack(path, resource()).factors["OWN-AI"] == _CUSTOM
    assert path.read_bytes() == before
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version = 99")
    assert _code_of_reading(path) is ErrorCode.FILE_TOO_NEW
