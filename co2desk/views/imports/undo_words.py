"""What an undo did, in words."""

from collections import Counter

from PySide6.QtCore import QObject

from co2desk.domain.import_job import UndoOutcome
from co2desk.models.formats import Formats


class UndoWords(QObject):
    """A QObject, because only `tr` of one is collected with its plural forms."""

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
            sentences.append(text.replace("%1", who))
        return " ".join(sentences)
