"""A file that was imported can be had again, from a folder and from a bucket."""

import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer

from co2desk.desktop.file_archive import ArchiveLocation, FileArchive
from co2desk.domain.errors import ErrorCode, UnusableInput

_DATA = b"Datum;Menge\r\n" * 1000
_DIGEST = hashlib.sha256(_DATA).hexdigest()
_SECRET = "canary-secret"


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveLocation:
    return ArchiveLocation(str(tmp_path / "archive" / "of files"))


@pytest.fixture(scope="module")
def s3_address() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(s3_address: str) -> ArchiveLocation:
    import boto3

    client = boto3.client(
        "s3",
        endpoint_url=s3_address,
        aws_access_key_id="key",
        aws_secret_access_key=_SECRET,
        region_name="us-east-1",
    )
    client.create_bucket(Bucket="archive")
    return ArchiveLocation("s3://archive/co2desk/files", s3_address, "us-east-1", "key", _SECRET)


@pytest.fixture(
    params=["folder", pytest.param("bucket", marks=pytest.mark.server)],
)
def location(request: pytest.FixtureRequest) -> ArchiveLocation:
    found: ArchiveLocation = request.getfixturevalue(request.param)
    return found


def test_that_a_file_is_kept_and_fetched(location: ArchiveLocation) -> None:
    archive = FileArchive(location)
    key = archive.keep("LAB-É", 2025, "Énergie & gaz #1.csv", _DATA)
    assert key == f"LAB-É/2025/{_DIGEST}/Énergie & gaz #1.csv"
    assert archive.fetch(key) == _DATA
    assert FileArchive(location).fetch(key) == _DATA


def test_that_keeping_a_file_twice_gives_one_key(location: ArchiveLocation) -> None:
    archive = FileArchive(location)
    keys = {archive.keep("LAB", 2025, "a.csv", _DATA) for _ in range(3)}
    assert len(keys) == 1
    assert archive.keep("LAB", 2025, "a.csv", _DATA + b"x") not in keys


def test_that_no_name_leads_out_of_the_archive(location: ArchiveLocation) -> None:
    archive = FileArchive(location)
    key = archive.keep("../..", 2025, "../../../escape.csv", _DATA)
    assert ".." not in key.split("/")
    assert archive.fetch(key) == _DATA


def test_that_a_folder_holds_nothing_outside_itself(tmp_path: Path) -> None:
    archive = FileArchive(ArchiveLocation(str(tmp_path / "inner")))
    archive.keep("../..", 2025, "../../../escape.csv", _DATA)
    assert [one.name for one in tmp_path.iterdir()] == ["inner"]


@pytest.mark.parametrize(
    "key",
    [
        "../../etc/passwd",
        f"LAB/2025/{_DIGEST}/../../../x",
        f"../2025/{_DIGEST}/a.csv",
        f"LAB/2025/{_DIGEST}",
        "LAB/2025/0/a.csv",
        f"LAB/2025/{'0' * 64}/a.csv",
    ],
)
def test_that_a_key_that_was_not_given_finds_nothing(location: ArchiveLocation, key: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        FileArchive(location).fetch(key)
    assert caught.value.code is ErrorCode.FILE_NOT_FOUND


def test_that_a_file_that_was_changed_is_not_given_out(folder: ArchiveLocation) -> None:
    archive = FileArchive(folder)
    key = archive.keep("LAB", 2025, "a.csv", _DATA)
    (Path(folder.address) / key).write_bytes(_DATA[:-1] + b"!")
    with pytest.raises(UnusableInput) as caught:
        archive.fetch(key)
    assert caught.value.code is ErrorCode.DAMAGED_FILE


def test_that_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UnusableInput) as caught:
        FileArchive(ArchiveLocation(str(tmp_path / "file" / "archive")))
    assert caught.value.code is ErrorCode.ARCHIVE_UNUSABLE


@pytest.mark.server
def test_that_a_missing_bucket_is_told(s3_address: str) -> None:
    location = ArchiveLocation("s3://nowhere", s3_address, "us-east-1", "key", _SECRET)
    with pytest.raises(UnusableInput) as caught:
        FileArchive(location).keep("LAB", 2025, "a.csv", _DATA)
    assert caught.value.code is ErrorCode.ARCHIVE_UNUSABLE
    assert caught.value.params["detail"] == "bucket_missing"


def test_that_a_server_that_is_gone_is_told_without_its_secret(
    caplog: pytest.LogCaptureFixture,
) -> None:
    location = ArchiveLocation("s3://a", "http://127.0.0.1:9", "us-east-1", "key", _SECRET)
    with caplog.at_level(logging.DEBUG), pytest.raises(UnusableInput) as caught:
        FileArchive(location).keep("LAB", 2025, "a.csv", _DATA)
    assert caught.value.params == {"location": "s3://a", "detail": "timeout"}
    assert _SECRET not in caplog.text + repr(location) + str(caught.value)
