"""One measured figure, what it was held against, and how figures are shown."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured `value` in `unit`.

    `reference` is the peer's value in the same unit and run, `peer` its name. `goal` is the most
    that the ratio to the peer may be, or the value itself where there is no peer; None where the
    figure only informs. `name` and `value` of a figure that could not be measured say why: value
    is None and `note` the reason.
    """

    name: str
    value: float | None
    unit: str
    reference: float | None = None
    goal: float | None = None
    peer: str = ""
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the peer's value this is."""
        if self.value is None or not self.reference:
            return None
        return self.value / self.reference

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        if self.goal is None:
            return None
        held = self.value if self.reference is None else self.ratio
        return held is not None and held <= self.goal

    def as_json(self) -> dict[str, object]:
        """The figure with the keys that scripts rely on."""
        keys = asdict(self)
        return {
            "name": keys["name"],
            "value": keys["value"],
            "unit": keys["unit"],
            "reference": keys["reference"],
            "ratio": self.ratio,
            "goal": keys["goal"],
            "met": self.met,
            "peer": keys["peer"],
            "note": keys["note"],
        }


def from_json(line: str) -> Figure:
    """Read a figure back that another process wrote."""
    keys = json.loads(line)
    return Figure(**{name: keys[name] for name in Figure.__dataclass_fields__})


def write(figures: Sequence[Figure], path: Path, setting: dict[str, object]) -> None:
    """Write `{"setting": …, "figures": […]}`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = {"setting": setting, "figures": [figure.as_json() for figure in figures]}
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def table(figures: Sequence[Figure]) -> str:
    """The figures as text, one line each, misses marked in words."""
    lines = [("", "measured", "beside", "ratio", "goal", "")]
    lines += [_line(figure) for figure in figures]
    widths = [max(len(line[column]) for line in lines) for column in range(6)]
    return "\n".join(
        line[0].ljust(widths[0])
        + "  "
        + "  ".join(line[column].rjust(widths[column]) for column in range(1, 5))
        + "  "
        + line[5]
        for line in lines
    )


def _line(figure: Figure) -> tuple[str, str, str, str, str, str]:
    if figure.value is None:
        return (figure.name, "-", "", "", "", f"NOT MEASURED: {figure.note}")
    beside = f"{_number(figure.reference)} {figure.peer}" if figure.reference is not None else ""
    ratio = f"{figure.ratio:.2f}x" if figure.ratio is not None else ""
    goal = ""
    if figure.goal is not None:
        unit = "x" if figure.reference is not None else f" {figure.unit}"
        goal = f"<= {_number(figure.goal)}{unit}"
    verdict = {True: "met", False: "MISSED", None: ""}[figure.met]
    return (
        figure.name,
        f"{_number(figure.value)} {figure.unit}",
        beside,
        ratio,
        goal,
        f"{verdict} {figure.note}".strip(),
    )


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
