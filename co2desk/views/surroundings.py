"""What every widget needs around it: work, looks, number formats, words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from co2desk.desktop.messages import Messages
from co2desk.models.formats import Formats
from co2desk.models.task_runner import TaskRunner
from co2desk.views.icons import Icons
from co2desk.views.theme import Theme
from co2desk.views.window_memory import WindowMemory

if TYPE_CHECKING:
    from co2desk.desktop.terms import Terms


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Made once by the application; tests make another."""

    runner: TaskRunner
    theme: Theme
    icons: Icons
    formats: Formats
    messages: Messages
    memory: WindowMemory

    @property
    def terms(self) -> "Terms":
        """The names of stored values."""
        from co2desk.desktop.terms import Terms  # the first window shows none

        return Terms(self.messages)
