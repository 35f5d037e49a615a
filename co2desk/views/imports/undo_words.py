"""What an undo did, in words."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from co2desk.domain.import_job import UndoOutcome
from co2desk.models.formats import Formats


def undo_outcome_text(outcome: UndoOutcome, formats: Formats) -> str:
    """How many activities were taken out, and which were kept and why."""
    removed = QCoreApplication.translate("Undo", "%n activities were removed.", "", outcome.removed)
    sentences = [removed.replace(str(outcome.removed), formats.number(outcome.removed), 1)]
    for (reason, who), count in Counter(
        (one.reason, one.edited_by) for one in outcome.kept
    ).items():
        if reason == "year_published":
            text = QCoreApplication.translate(
                "Undo", "%n were kept because their year is published.", "", count
            )
        elif who:
            text = QCoreApplication.translate(
                "Undo", "%n were kept because %1 edited them since.", "", count
            ).replace("%1", who)
        else:
            text = QCoreApplication.translate(
                "Undo", "%n were kept because someone edited them since.", "", count
            )
        sentences.append(text)
    return " ".join(sentences)
