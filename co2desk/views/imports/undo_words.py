"""What an undo will do and what it did, in words."""

from collections import Counter

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from co2desk.domain.import_job import UndoOutcome
from co2desk.models.formats import Formats
from co2desk.views.dialogs.confirm import Confirm
from co2desk.views.surroundings import Surroundings


class UndoWords(QObject):
    """A QObject, because only `tr` of one is collected with its plural forms."""

    def question(self, around: Surroundings, count: int, filename: str, parent: QWidget) -> Confirm:
        """Ask before anything is taken out; not shown yet."""
        return Confirm(
            around.icons,
            self.tr("Undo this import?"),
            self.tr(
                "The %1 activities of “%2” are taken out again. "
                "Those that someone edited since are kept and named."
            )
            .replace("%1", around.formats.number(count))
            .replace("%2", filename),
            self.tr("Undo the import"),
            parent=parent,
        )

    def show_kept(self) -> str:
        """The way to the activities that were kept."""
        return self.tr("Show what was kept")

    def text(self, outcome: UndoOutcome, formats: Formats) -> str:
        """How many activities were taken out, and which were kept and why."""
        count = outcome.removed
        removed = self.tr("%n activities were removed.", "", count)
        sentences = [removed.replace(str(count), formats.number(count), 1)]
        kept = Counter((one.reason, one.edited_by) for one in outcome.kept)
        for (reason, who), number in kept.items():
            if reason == "year_published":
                text = self.tr("%n were kept because their year is published.", "", number)
            elif who:
                text = self.tr("%n were kept because %1 edited them since.", "", number)
            else:
                text = self.tr("%n were kept because someone edited them since.", "", number)
            told = text.replace(str(number), formats.number(number), 1)
            sentences.append(told.replace("%1", who))
        return " ".join(sentences)
