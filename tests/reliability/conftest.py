"""The same people and laboratories as the tests of the database have."""

from tests.database.conftest import lasting_world, recycled_database, world

__all__ = ["lasting_world", "recycled_database", "world"]
