"""Turns codes and parameters into sentences in the person's language."""

import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from co2desk.desktop.language import DEFAULT_LANGUAGE
from co2desk.desktop.paths import resource
from co2desk.domain.errors import Co2deskError
from co2desk.domain.issue import Issue

_GAP = "…"


@dataclass(frozen=True)
class Messages:
    """The table of texts in one language: `resources/messages/<language>/*.toml`.

    Keys are dotted (`errors.file_not_found`, `terminal.rows.one`). A text that a language lacks is
    taken from English, and a parameter that is missing shows as "…": a person in trouble must
    get a sentence rather than a second problem. The files are read when the first text is wanted.
    """

    language: str
    given: Mapping[str, str] | None = None

    @classmethod
    def load(cls, language: str = DEFAULT_LANGUAGE) -> "Messages":
        """The texts of `language` ("en", "fr" or "de")."""
        return cls(language)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """All texts by key: those that were given, else those of the shipped files."""
        if self.given is not None:
            return self.given
        texts = read_texts(resource("messages", DEFAULT_LANGUAGE))
        if self.language != DEFAULT_LANGUAGE:
            texts |= read_texts(resource("messages", self.language))
        return texts

    def issue(self, issue: Issue) -> str:
        """Say what is wrong in a cell and how to go on, and what may be meant if that is known.

        The text may name the parameters of the issue, and its `row`, `field`, `column`, `letter`
        and `value`.
        """
        place = {
            "row": str(issue.row),
            "field": issue.field,
            "column": issue.column or issue.field,
            "letter": issue.letter,
            "value": issue.value,
        }
        text = self._fill(f"issues.{issue.code}", place | dict(issue.params))
        if "suggestion" not in issue.params or not self._has("suggestions.meant"):
            return text
        meant = self._fill("suggestions.meant", issue.params)
        return f"{text.removesuffix('.')}. {meant}"

    def error(self, error: Co2deskError) -> str:
        """Say what went wrong with a task and how to go on.

        A `detail` that is a code of its own (`cell_too_long`) is put into words too; any other,
        for instance what a server answered, is quoted as it is.
        """
        params = dict(error.params)
        if (detail := params.get("detail")) is not None:
            params["detail"] = self.texts.get(f"details.{detail}", detail)
        return self._fill(f"errors.{error.code}", params)

    def text(self, key: str, **params: object) -> str:
        """Return the text `key` of any file but issues and errors, filled in.

        `key` is "file.key" or a bare key of terminal.toml. With a `count` among the parameters,
        `key.one` or `key.other` is taken where the text has these two forms. A text that counts
        several things says both forms in place: `{rows} {rows:row|rows}`.
        """
        full = key if self._has(key) else f"terminal.{key}"
        return self._fill(full, {name: str(value) for name, value in params.items()})

    def _has(self, key: str) -> bool:
        return key in self.texts or f"{key}.other" in self.texts

    def _fill(self, key: str, params: Mapping[str, str]) -> str:
        template = self.texts.get(key)
        if template is None and "count" in params:
            template = self.texts.get(f"{key}.{self._plural(params['count'])}")
        if template is None:
            template = self.texts.get(f"{key}.other")
        if template is None:
            return key if not params else f"{key} ({', '.join(params.values())})"
        return _Filler(self._plural).vformat(template, (), _Lenient(params))

    def _plural(self, count: str) -> str:
        singular = ("0", "1") if self.language == "fr" else ("1",)
        return "one" if count in singular else "other"


class _Filler(string.Formatter):
    """Fills in parameters; `{rows:row|rows}` is the word that goes with the number `rows`."""

    def __init__(self, plural: Callable[[str], str]) -> None:
        super().__init__()
        self._plural = plural

    def format_field(self, value: object, format_spec: str) -> str:
        """The parameter itself, or the one of two words that goes with it."""
        one, bar, other = format_spec.partition("|")
        if bar:
            return one if self._plural(str(value)) == "one" else other
        return str(super().format_field(value, format_spec))


class _Lenient(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return _GAP


def read_texts(folder: Path) -> dict[str, str]:
    """Read every TOML file of `folder` into one flat table keyed `file.key`."""
    import tomllib  # a fiftieth of the way to the window, which needs none of these texts

    texts: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        texts.update(_flat(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))))
    return texts


def _flat(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(f"{prefix}.{name}", value)
        else:
            yield f"{prefix}.{name}", str(value)
