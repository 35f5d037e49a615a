"""Starts a piece of work for a widget and brings the answer back to its bound methods."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from co2desk.desktop.messages import Messages
from co2desk.domain.errors import Co2deskError
from co2desk.models.task_runner import Task, TaskRunner, Work


def ask(
    runner: TaskRunner,
    work: Work,
    then: Callable[..., None],
    failed: Callable[..., None],
    *,
    label: str = "",
    lane: str = "reading",
) -> Task:
    """Do `work` elsewhere; `then` and `failed` are bound methods of a living widget."""
    task = runner.start(work, label=label, lane=lane)
    task.succeeded.connect(then)
    task.failed.connect(failed)
    return task


def failure_text(messages: Messages, error: object) -> str:
    """What went wrong, as a sentence that says how to go on."""
    if isinstance(error, Co2deskError):
        return messages.error(error)
    return QCoreApplication.translate(
        "Failure",
        "Something went wrong in the program itself; nothing was written. "
        "The log has the details. Try again, and tell your administrator if it comes back.",
    )
