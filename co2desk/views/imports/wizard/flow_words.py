"""The steps of the import in words, and what the flow needs to know of a session."""

from PySide6.QtCore import QCoreApplication

from co2desk.importing.flow import ImportFlow, Situation, Step, StepState
from co2desk.models.import_session import ImportSession
from co2desk.views.widgets.step_bar import StepShown

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
        writing=session.is_committing,
    )


def steps_shown(flow: ImportFlow, now: Situation, *, committed: bool) -> list[StepShown]:
    """The bar above the pages; after the commit no step can be gone to any more."""
    reachable = () if committed else flow.reachable(now)
    states = flow.states(now)
    errors = now.counts.error if now.counts is not None and not committed else 0
    shown = []
    for step in Step:
        waiting = errors if step is Step.REVIEW else 0
        state = StepState.ATTENTION if waiting else states[step]
        state = StepState.DONE if committed else state
        shown.append(StepShown(step_word(step), state, step in reachable, waiting))
    return shown
