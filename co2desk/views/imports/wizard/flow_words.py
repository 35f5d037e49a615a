"""The steps of the import in words, and what the flow needs to know of a session."""

from PySide6.QtCore import QCoreApplication

from co2desk.importing.flow import Situation, Step
from co2desk.models.import_session import ImportSession

translate = QCoreApplication.translate


def step_word(step: Step) -> str:
    """What a step is called."""
    match step:
        case Step.SOURCE:
            return translate("Flow", "Source")
        case Step.COLUMNS:
            return translate("Flow", "Columns")
        case Step.REVIEW:
            return translate("Flow", "Review")
        case Step.COMMIT:
            return translate("Flow", "Commit")


def situation_of(
    session: ImportSession, *, all_or_nothing: bool, needs_laboratory: bool = True
) -> Situation:
    """What is known and chosen now."""
    seen, snapshot = session.inspection, session.snapshot
    if seen is None:
        return Situation()
    return Situation(
        read=True,
        rows=seen.rows,
        lab_code=session.choices.lab_code,
        needs_laboratory=needs_laboratory,
        year=session.choices.year,
        kind=seen.kind,
        missing=seen.missing_fields,
        counts=snapshot.counts if snapshot is not None and session.is_checked else None,
        all_or_nothing=all_or_nothing,
        compared=session.is_compared,
    )
