"""A file of each kind with headers and words in three languages, in three dialects."""

import json
from pathlib import Path

import pytest

from co2desk.desktop.language import LANGUAGES
from co2desk.domain.reference import Reference
from co2desk.importing.kinds.registry import KINDS
from tests.importing.outcome import outcome

_FOLDER = Path(__file__).parents[1] / "data" / "kinds"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_that_a_kind_means_the_same_in_every_language(
    reference: Reference, kind: str, language: str
) -> None:
    expected = json.loads((_FOLDER / f"{kind}.json").read_text(encoding="utf-8"))
    assert expected["kind"] == kind
    assert outcome(_FOLDER / f"{kind}.{language}.csv", reference) == expected
