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
        counts, repeated = snapshot.counts, snapshot.duplicates
        told = [
            (self.tr("%n rows", "", counts.total), counts.total),
            (self.tr("%n ready", "", counts.valid), counts.valid),
            (self.tr("%n in error", "", counts.error), counts.error),
            (self.tr("%n with a warning", "", counts.warning), counts.warning),
            (self.tr("%n duplicates", "", repeated), repeated),
        ]
        # Named where there are any, so that what is ready and in error adds up to all rows.
        if counts.skipped:
            told.append((self.tr("%n skipped", "", counts.skipped), counts.skipped))
        if counts.unfilled:
            told.append((self.tr("%n unfilled", "", counts.unfilled), counts.unfilled))
        self._summary.setText(" · ".join(self._formats.counted(*one) for one in told))
        self._ready.setText(
            self.tr("%1 ready to commit").replace("%1", self._formats.co2e(snapshot.co2e_kg))
        )
