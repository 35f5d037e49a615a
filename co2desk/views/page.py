"""What every view of the main window has: a head, a place for messages, details of its own."""

from collections.abc import Callable, Mapping
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QTableView, QVBoxLayout, QWidget

from co2desk.domain.errors import OF_THE_LINK
from co2desk.models.task_runner import Task, Work
from co2desk.views.action_table import ActionId
from co2desk.views.command_set import Command, CommandSet
from co2desk.views.errands import failure_text
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.page_header import PageHeader

READING_LANES = ("reading", "counting", "health")


class Page(QWidget):
    """A view. `body` is a stack: index 0 is the view itself, others are its empty states.

    Signals: `wrote` after a change to the database, so that the other views read again;
    `place_wanted(Place)` to go elsewhere; `import_wanted`, `paste_wanted` (import what is on the
    clipboard), `sample_wanted` and `help_wanted(topic)` ask the window; `counted(str)` is what the
    status strip says about this view; `details_changed` that another panel is to be shown.
    `commands` are the actions of the window that the view answers.
    """

    wrote = Signal()
    place_wanted = Signal(object)
    import_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal()
    help_wanted = Signal(str)
    counted = Signal(str)
    details_changed = Signal()
    has_details = False

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self.title = ""
        self.count_text = ""
        self.commands = CommandSet(self)
        self._told_of_the_link = ""
        self._cut_off: list[Callable[[], object]] = []
        self._may_be_undone = False
        self._repeatable: WeakKeyDictionary[QObject, Callable[[], object]] = WeakKeyDictionary()
        self.head = PageHeader(around.icons, self)
        self.head.list_wanted.connect(self._go_to_list)
        self.notes = MessageBar(around.icons, self)
        self.notes.action_chosen.connect(self._action_chosen)
        self.notes.closed.connect(self.give_up)
        self.body = QStackedWidget(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        inset = QVBoxLayout()
        inset.setContentsMargins(16, 0, 16, 12)
        inset.setSpacing(8)
        inset.addWidget(self.notes)
        inset.addWidget(self.body, 1)
        box.addLayout(inset, 1)

    def set_title(self, title: str) -> None:
        """Name the view."""
        self.title = title
        self.head.set_title(title)

    def details(self) -> QWidget | None:
        """The panel that shows the selection; None where a view has none."""
        return None

    def possible(self) -> Mapping[ActionId, Command]:
        """The actions of the window that the view answers at this moment."""
        return self.commands.now()

    def search_field(self) -> QLineEdit | None:
        """Where words to look for are typed."""
        return None if self.head.search.isHidden() else self.head.search

    def count(self, text: str) -> None:
        """Say in the status strip what is shown."""
        self.count_text = text
        self.counted.emit(text)

    def reload(self) -> None:
        """Read again what is shown."""

    def show_place(self, wanted: object) -> None:
        """Show what another view asked for."""

    def ask(
        self, work: Work, then: Callable[..., None], *, label: str = "", lane: str = "reading"
    ) -> Task:
        """Do work elsewhere; a failure is told above the view.

        Where the way to the server is cut, it can be tried again from there.
        """
        task = self.around.runner.start(work, label=label, lane=lane)
        if lane not in READING_LANES:
            self._repeatable[task] = lambda: self.ask(work, then, label=label, lane=lane)
        task.succeeded.connect(then)
        task.failed.connect(self._work_failed)
        task.succeeded.connect(self._answered)
        return task

    @Slot(object)
    def tell_failure(self, error: object) -> None:
        """Say what went wrong."""
        text = failure_text(self.around.messages, error)
        if getattr(error, "code", None) in OF_THE_LINK:
            self.tell_of_the_link(text)
        else:
            self._told_of_the_link = ""
            self.notes.say(Tone.ERROR, text)

    def tell_of_the_link(self, text: str) -> None:
        """Say that the way to the server is cut, and offer to try again."""
        self._told_of_the_link = text
        self.notes.say(Tone.ERROR, text, self.tr("Try again"))

    @Slot(object)
    def tell_not_done(self, error: object) -> None:
        """Say that what the person did went wrong, which is not done again by itself."""
        self.tell_failure(error)
        if self.is_cut_off:
            self._may_be_undone = True
            self.notes.say(Tone.ERROR, self._told_of_the_link)

    def waits(self) -> bool:
        """Whether something the person did has not reached the server yet."""
        return bool(self._cut_off)

    def try_again(self) -> None:
        """Do what was cut off once more, and read what could not be read."""
        cut_off, self._cut_off = self._cut_off, []
        for work in cut_off:
            work()
        self.look_again()

    def look_again(self) -> None:
        """Read what could not be read."""
        self.reload()

    @Slot()
    def give_up(self) -> None:
        """Forget what was cut off: the person closed the message about it."""
        self._cut_off.clear()
        self._may_be_undone = False

    @property
    def is_cut_off(self) -> bool:
        """Whether the view says that the server is gone."""
        return bool(self._told_of_the_link) and self.notes.text == self._told_of_the_link

    def link_is_back(self) -> None:
        """The server answers again: read what could not be read; what was done waits for a word."""
        if not self.is_cut_off:
            return
        if self._may_be_undone:
            self._may_be_undone = False
            self._told_of_the_link = ""
            self.notes.say(
                Tone.WARNING,
                self.tr(
                    "The database answers again. What you did last was cut off: look whether it "
                    "is done, and do it once more if it is not."
                ),
            )
            self.look_again()
        elif self.waits():
            text = self.tr("The database answers again. %1").replace(
                "%1", self._told_of_the_link.partition("\n")[2] or self.tr("Now you can try again.")
            )
            self._told_of_the_link = text
            self.notes.say(Tone.WARNING, text, self.tr("Try again"))
        else:
            self._told_of_the_link = ""
            self.notes.clear()
            self.look_again()

    @Slot(object)
    def _work_failed(self, error: object) -> None:
        again = self._repeatable.get(self.sender())
        if again is not None and getattr(error, "code", None) in OF_THE_LINK:
            self._cut_off.append(again)
        self.tell_failure(error)

    @Slot()
    def _go_to_list(self) -> None:
        shown = [table for table in self.body.findChildren(QTableView) if table.isVisible()]
        if shown:
            shown[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _action_chosen(self) -> None:
        if self.is_cut_off:
            self._told_of_the_link = ""
            self.notes.clear()
            self.try_again()

    @Slot(object)
    def _answered(self, _result: object) -> None:
        """Take back that the server is gone: it answers."""
        if self.is_cut_off and not self.waits() and not self._may_be_undone:
            self.notes.clear()
            self._told_of_the_link = ""
