"""An encrypted backup opens for its keys alone, and is tried and restored like any other."""

import random
from pathlib import Path

import pytest

from co2desk.database.backup.encryption import is_encrypted
from co2desk.database.backup.keys import new_key
from co2desk.database.backup.make import make_backup
from co2desk.database.backup.manifest import manifest_path, read_manifest
from co2desk.database.backup.programs import ClientPrograms
from co2desk.database.backup.restore import restore_backup
from co2desk.database.backup.restore_table import restore_table
from co2desk.database.backup.trial import try_backup
from co2desk.domain.backup import BackupKey, Proof, Protection
from co2desk.domain.errors import Cancelled, Co2deskError, ErrorCode, UnusableInput
from tests.postgres import DatabaseForTest

WORDS = "vier Wörter mit Akzénts"
# A passphrase is made slow to guess, and so to use.
BY_PASSPHRASE = pytest.param("passphrase", marks=pytest.mark.slow)


class Keys:
    """Ways to protect a backup, and what opens it."""

    def __init__(self, folder: Path) -> None:
        self.public = new_key(folder / "key")
        other = new_key(folder / "other")
        self.ways = {
            "key": (Protection((self.public,)), BackupKey(folder / "key")),
            "one of two keys": (Protection((other, self.public)), BackupKey(folder / "key")),
            "passphrase": (Protection(passphrase=WORDS), BackupKey(passphrase=WORDS)),
        }


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    return Keys(tmp_path_factory.mktemp("keys"))


def made(
    database: DatabaseForTest, folder: Path, programs: ClientPrograms, protection: Protection
) -> Path:
    out = folder / "all.dump.age"
    backup = make_backup(database.superuser, out, programs, tried=True, protection=protection)
    assert backup.encrypted
    assert backup.proof is Proof.EQUAL
    return out


def refusal(path: Path, database: DatabaseForTest, programs: ClientPrograms, key: BackupKey | None):
    with pytest.raises(Co2deskError) as caught:
        try_backup(path, database.superuser, programs, key=key)
    return caught.value.code


@pytest.mark.parametrize("way", ["key", "one of two keys", BY_PASSPHRASE])
def test_that_it_opens_to_what_was_backed_up_and_leaves_nothing_readable(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path, keys: Keys, way: str
) -> None:
    protection, key = keys.ways[way]
    out = made(stocked, tmp_path, programs, protection)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        out.name, manifest_path(out).name,
    ]  # fmt: skip
    assert is_encrypted(out)
    assert b"PGDMP" not in out.read_bytes()
    assert out.stat().st_mode & 0o077 == 0
    said = read_manifest(out)
    assert said is not None
    assert said.encrypted
    found = try_backup(out, stocked.superuser, programs, key=key)
    assert (found.proof, found.tables) == (Proof.EQUAL, said.tables)


@pytest.mark.parametrize("way", ["key", BY_PASSPHRASE])
def test_that_without_its_key_it_stays_closed_and_says_what_opens_it(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path, keys: Keys, way: str
) -> None:
    out = made(stocked, tmp_path, programs, keys.ways[way][0])
    assert refusal(out, stocked, programs, None) is ErrorCode.BACKUP_LOCKED
    new_key(tmp_path / "wrong")
    wrong = BackupKey(tmp_path / "wrong", "not the passphrase")
    assert refusal(out, stocked, programs, wrong) is ErrorCode.WRONG_KEY
    if way == "key":
        empty = tmp_path / "empty"
        empty.write_text("# nothing\n")
        assert refusal(out, stocked, programs, BackupKey(empty)) is ErrorCode.NO_KEY_IN_FILE
        empty.write_text("AGE-SECRET-KEY-1WITHASLIP\n")
        assert refusal(out, stocked, programs, BackupKey(empty)) is ErrorCode.NO_KEY_IN_FILE
        missing = BackupKey(tmp_path / "nowhere")
        assert refusal(out, stocked, programs, missing) is ErrorCode.FILE_NOT_FOUND


@pytest.mark.parametrize("with_manifest", [True, False])
def test_that_a_flipped_bit_anywhere_is_found(
    stocked: DatabaseForTest,
    programs: ClientPrograms,
    tmp_path: Path,
    keys: Keys,
    with_manifest: bool,
) -> None:
    protection, key = keys.ways["key"]
    out = made(stocked, tmp_path, programs, protection)
    if not with_manifest:
        manifest_path(out).unlink()
    whole, chance = out.read_bytes(), random.Random(5)
    for _ in range(20):
        bit = chance.randrange(8 * 300, 8 * len(whole))  # behind the header, which names the keys
        broken = bytearray(whole)
        broken[bit // 8] ^= 1 << bit % 8
        out.write_bytes(bytes(broken))
        assert refusal(out, stocked, programs, key) is ErrorCode.DAMAGED_BACKUP
    out.write_bytes(whole[:-1])
    assert refusal(out, stocked, programs, key) is ErrorCode.DAMAGED_BACKUP


def test_that_it_is_restored_whole_and_by_table(
    filled: DatabaseForTest, programs: ClientPrograms, tmp_path: Path, keys: Keys
) -> None:
    protection, key = keys.ways["key"]
    out = made(filled, tmp_path, programs, protection)
    before = filled.execute("SELECT count(*), sum(co2e_kg) FROM activities")
    filled.execute("DELETE FROM activities WHERE quantity < 50")
    put_back = restore_table(
        out, "activities", filled.superuser, programs,
        confirm_name=filled.name, safety_folder=tmp_path / "safety", key=key,
    )  # fmt: skip
    assert put_back.added > 0
    assert filled.execute("SELECT count(*), sum(co2e_kg) FROM activities") == before
    filled.execute("DELETE FROM laboratories")
    restore_backup(
        out, filled.superuser, programs,
        confirm_name=filled.name, safety_folder=tmp_path / "safety", key=key,
    )  # fmt: skip
    assert filled.execute("SELECT count(*), sum(co2e_kg) FROM activities") == before


def test_that_what_could_not_be_encrypted_is_not_even_begun(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    for protection, code in (
        (Protection(("age1nothing",)), ErrorCode.INVALID_VALUE),
        (Protection(), ErrorCode.NO_PASSPHRASE),
    ):
        with pytest.raises(UnusableInput) as caught:
            make_backup(stocked.superuser, tmp_path / "out", programs, protection=protection)
        assert caught.value.code is code
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stage", ["encrypting", "verifying"])
def test_that_cancel_while_encrypting_leaves_nothing(
    stocked: DatabaseForTest, programs: ClientPrograms, tmp_path: Path, keys: Keys, stage: str
) -> None:
    class Stop:
        encrypting = False

        def report(self, done: int, total: int | None = None, stage_now: str = "") -> None:
            self.encrypting = self.encrypting or stage_now == "encrypting"
            if self.encrypting and stage_now == stage:
                raise Cancelled

    with pytest.raises(Cancelled):
        make_backup(
            stocked.superuser,
            tmp_path / "out",
            programs,
            protection=keys.ways["key"][0],
            progress=Stop(),  # type: ignore[arg-type]
        )
    assert list(tmp_path.iterdir()) == []


def test_that_a_key_is_written_for_its_owner_alone_and_never_over_another(tmp_path: Path) -> None:
    public = new_key(tmp_path / "key")
    assert public.startswith("age1")
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0
    with pytest.raises(UnusableInput) as caught:
        new_key(tmp_path / "key")
    assert caught.value.code is ErrorCode.ALREADY_EXISTS


def test_that_no_text_of_a_protection_shows_its_passphrase() -> None:
    assert WORDS not in repr(Protection(passphrase=WORDS)) + repr(BackupKey(passphrase=WORDS))
