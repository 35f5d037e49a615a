"""Ids of imported rows are what the standard says, and lie in the order of the file."""

import time
import uuid
from itertools import pairwise

import pytest

from co2desk.database.time_ordered_ids import time_ordered_ids

# More than a millisecond has steps, so that the millisecond is carried over.
_MANY = 10_000


@pytest.mark.parametrize("count", [0, 1, 2, _MANY])
def test_that_each_id_is_of_version_7_and_greater_than_the_one_before(count: int) -> None:
    ids = [uuid.UUID(one) for one in time_ordered_ids(count)]
    assert len(ids) == count
    assert all(a < b for a, b in pairwise(ids))
    assert {(one.version, one.variant) for one in ids} <= {(7, uuid.RFC_4122)}


def test_that_an_id_begins_with_the_milliseconds_of_its_time() -> None:
    before = time.time_ns() // 1_000_000
    [one] = time_ordered_ids(1)
    after = time.time_ns() // 1_000_000
    assert before <= int(one[:12], 16) <= after


def test_that_every_bit_but_time_version_and_variant_is_left_to_chance() -> None:
    bits = [uuid.UUID(one).int & ((1 << 62) - 1) for one in time_ordered_ids(_MANY)]
    assert len(set(bits)) == _MANY
    for bit in range(62):
        ones = sum(number >> bit & 1 for number in bits)
        # Eight standard deviations to either side of the half: chance does not come that far.
        assert abs(ones - _MANY / 2) < 8 * (_MANY / 4) ** 0.5
