"""The people and laboratories of the tests of the database, and the windows of those of the GUI."""

from tests.database.conftest import lasting_world, recycled_database, world
from tests.gui.conftest import around, messages, settings

__all__ = ["around", "lasting_world", "messages", "recycled_database", "settings", "world"]
