"""The words of the review grid in the language of the window."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from co2desk.desktop.messages import Messages
from co2desk.domain.issue import Severity
from co2desk.importing.checked import RowState
from co2desk.importing.review_order import Show
from co2desk.models.review_table_model import ReviewWords
from co2desk.views.words import no_factor


def review_words(messages: Messages) -> ReviewWords:
    """What the grid says about rows and cells."""
    return ReviewWords(
        state_title=QCoreApplication.translate("Review", "State"),
        co2e_title=QCoreApplication.translate("Review", "kg CO₂e"),
        no_factor=no_factor(),
        states={
            RowState.VALID: QCoreApplication.translate("Review", "ready"),
            RowState.WARNING: QCoreApplication.translate("Review", "warning"),
            RowState.ERROR: QCoreApplication.translate("Review", "error"),
            RowState.UNFILLED: QCoreApplication.translate("Review", "not filled in"),
            RowState.SKIPPED: QCoreApplication.translate("Review", "skipped"),
        },
        severities={
            Severity.ERROR: QCoreApplication.translate("Review", "Error"),
            Severity.WARNING: QCoreApplication.translate("Review", "Warning"),
        },
        issue=messages.issue,
    )


def filter_titles() -> Mapping[str, str]:
    """The titles of the filters, in their order."""
    return {
        Show.ALL: QCoreApplication.translate("Review", "All"),
        Show.ERRORS: QCoreApplication.translate("Review", "Errors"),
        Show.WARNINGS: QCoreApplication.translate("Review", "Warnings"),
        Show.UNFILLED: QCoreApplication.translate("Review", "Not filled in"),
        Show.SKIPPED: QCoreApplication.translate("Review", "Skipped"),
        Show.DUPLICATES: QCoreApplication.translate("Review", "Duplicates"),
    }
