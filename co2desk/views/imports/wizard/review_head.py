"""The first line of the review: rows by outcome, and the CO2e that is ready."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from co2desk.services.preparation.review_snapshot import ReviewSnapshot
from co2desk.views.surroundings import Surroundings


class ReviewHead(QWidget):
    """Follows every correction."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = around.formats
        self._summary = QLabel(self)
        self._summary.setObjectName("review_summary")
        self._ready = QLabel(self)
        self._ready.setObjectName("review_co2e")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._summary)
        row.addStretch(1)
        row.addWidget(self._ready)

    def show_snapshot(self, snapshot: ReviewSnapshot) -> None:
        """Show these counts."""
        counts, number = snapshot.counts, self._formats.number
        summary = (
            self.tr("%1 rows · %2 ready · %3 in error · %4 with a warning · %5 duplicates")
            .replace("%5", number(snapshot.duplicates))
            .replace("%1", number(counts.total))
            .replace("%2", number(counts.valid))
            .replace("%3", number(counts.error))
            .replace("%4", number(counts.warning))
        )
        # Named where there are any, so that what is ready and in error adds up to all rows.
        if counts.skipped:
            summary += " · " + self.tr("%1 skipped").replace("%1", number(counts.skipped))
        if counts.unfilled:
            summary += " · " + self.tr("%1 unfilled").replace("%1", number(counts.unfilled))
        self._summary.setText(summary)
        self._ready.setText(
            self.tr("%1 ready to commit").replace("%1", self._formats.co2e(snapshot.co2e_kg))
        )
