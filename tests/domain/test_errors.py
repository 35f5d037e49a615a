"""Errors keep what they say wherever they go."""

import pickle

import pytest

from co2desk.domain.errors import Cancelled, Co2deskError, DatabaseProblem, ErrorCode, UnusableInput


@pytest.mark.parametrize(
    "error",
    [
        UnusableInput(ErrorCode.EMPTY_FILE, path="x.csv"),
        DatabaseProblem(ErrorCode.SERVER_BUSY, detail="name"),
        Cancelled(),
    ],
)
def test_that_an_error_crosses_processes_whole(error: Co2deskError) -> None:
    arrived = pickle.loads(pickle.dumps(error))
    assert type(arrived) is type(error)
    assert (arrived.code, arrived.params, str(arrived)) == (error.code, error.params, str(error))
