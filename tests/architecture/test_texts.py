"""Every code has a sentence in every language, and every sentence gets what it names."""

import ast
import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import co2desk
from co2desk.desktop.language import LANGUAGES
from co2desk.desktop.messages import read_texts
from co2desk.desktop.paths import resource
from co2desk.domain.errors import ErrorCode
from co2desk.domain.issue import IssueCode

PACKAGE = Path(co2desk.__file__).parent
ERRORS = ("Co2deskError", "UnusableInput", "DatabaseProblem")


@pytest.fixture(scope="module")
def texts() -> Mapping[str, Mapping[str, str]]:
    return {language: read_texts(resource("messages", language)) for language in LANGUAGES}


def names_in(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_error_and_issue_has_a_sentence(
    language: str, texts: Mapping[str, Mapping[str, str]]
) -> None:
    wanted = {f"errors.{code}" for code in ErrorCode} | {f"issues.{code}" for code in IssueCode}
    assert sorted(wanted - texts[language].keys()) == []
    for key in wanted:
        assert len(texts[language][key]) > 15, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_text_is_left_over(language: str, texts: Mapping[str, Mapping[str, str]]) -> None:
    known = {f"errors.{code}" for code in ErrorCode} | {f"issues.{code}" for code in IssueCode}
    written = {key for key in texts[language] if key.startswith(("errors.", "issues."))}
    assert sorted(written - known) == []


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_that_all_languages_have_the_same_texts_with_the_same_parameters(
    language: str, texts: Mapping[str, Mapping[str, str]]
) -> None:
    assert texts[language].keys() == texts["en"].keys()
    for key, template in texts[language].items():
        optional = {"count"} if key.endswith(".one") else set()  # "the row" needs no "1"
        assert names_in(template) ^ names_in(texts["en"][key]) <= optional, key


def test_that_every_detail_that_is_a_code_has_words(
    texts: Mapping[str, Mapping[str, str]],
) -> None:
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "detail":
                value = getattr(node.value, "value", None)
                if isinstance(value, str) and re.fullmatch("[a-z]+(_[a-z]+)+", value):
                    found.add(value)
    assert sorted(one for one in found if f"details.{one}" not in texts["en"]) == []


def raised() -> Iterator[tuple[str, str, set[str]]]:
    """Yield place, code and parameter names of every error made with a literal code."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS):
                continue
            code = node.args[0] if node.args else None
            literal = (
                isinstance(code, ast.Attribute) and getattr(code.value, "id", "") == "ErrorCode"
            )
            given = {keyword.arg for keyword in node.keywords}
            if literal and None not in given:
                assert isinstance(code, ast.Attribute)
                place = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                yield place, ErrorCode[code.attr], {str(name) for name in given}


def test_that_every_error_is_given_what_its_sentence_names(
    texts: Mapping[str, Mapping[str, str]],
) -> None:
    gaps = [
        f"{place} {code} lacks {sorted(missing)}"
        for place, code, given in raised()
        if (missing := names_in(texts["en"][f"errors.{code}"]) - given)
    ]
    assert gaps == []
