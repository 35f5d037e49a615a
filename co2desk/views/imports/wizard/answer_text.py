"""How an answer is offered in a list, and which value was chosen from one."""

from co2desk.importing.answers import Answer

_BETWEEN = "  –  "


def answer_text(answer: Answer) -> str:
    """The value, and what it is."""
    return answer.value + _BETWEEN + answer.about if answer.about else answer.value


def answer_value(text: str) -> str:
    """The value of what was chosen or typed: of an entry of the list, its value only."""
    return text.split(_BETWEEN, maxsplit=1)[0].strip()
