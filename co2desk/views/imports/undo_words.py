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
            around.formats.counted(
                self.tr(
                    "The %n activities of “%1” are taken out again. "
                    "Those that someone edited since are kept and named.",
                    "",
                    count,
                ),
                count,
            ).replace("%1", filename),
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
        sentences = [formats.counted(removed, count)]
        if outcome.before:
            # As after a first try of which nothing was heard.
            sentences.insert(0, self.tr("This import was undone already."))
            if not count:
                sentences[1] = self.tr("Nothing was left to remove.")
        kept = Counter((one.reason, one.edited_by) for one in outcome.kept)
        for (reason, who), number in kept.items():
            if reason == "year_published":
                text = self.tr("%n were kept because their year is published.", "", number)
            elif who:
                text = self.tr("%n were kept because %1 edited them since.", "", number)
            else:
                text = self.tr("%n were kept because someone edited them since.", "", number)
            sentences.append(formats.counted(text, number).replace("%1", who))
        return " ".join(sentences)
