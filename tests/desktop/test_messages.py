"""Codes become sentences in three languages."""

from pathlib import Path

import pytest

from co2desk.desktop.language import LANGUAGES, choose_language
from co2desk.desktop.messages import Messages, read_texts
from co2desk.domain.errors import Cancelled, Co2deskError, ErrorCode
from co2desk.domain.issue import Issue, IssueCode


def test_that_an_error_becomes_a_sentence_with_its_parameters() -> None:
    error = Co2deskError(ErrorCode.FILE_NOT_FOUND, path="energy 2024.csv")
    assert "energy 2024.csv" in Messages.load("en").error(error)
    assert Messages.load("fr").error(error).startswith("Le fichier energy 2024.csv")
    assert Messages.load("de").error(error).startswith("Die Datei energy 2024.csv")


def test_that_a_value_with_braces_is_shown_as_it_is() -> None:
    error = Co2deskError(ErrorCode.FILE_NOT_FOUND, path="{0} {path}")
    assert "{0} {path}" in Messages.load("en").error(error)


def test_that_a_missing_parameter_still_gives_a_sentence() -> None:
    assert "…" in Messages.load("en").error(Co2deskError(ErrorCode.FILE_NOT_FOUND))


def test_that_an_issue_can_name_its_cell() -> None:
    messages = Messages("en", {"issues.not_a_number": "{letter}{row} {column}: {value} {hint}"})
    issue = Issue(IssueCode.NOT_A_NUMBER, 7, "quantity", "Menge", "D", "12x", params={"hint": "h"})
    assert messages.issue(issue) == "D7 Menge: 12x h"


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "Do you mean “CH-ELECTRICITY”?"),
        ("fr", "Voulez-vous dire «\u00a0CH-ELECTRICITY\u00a0»\u00a0?"),
        ("de", "Meinen Sie «CH-ELECTRICITY»?"),
    ],
)
def test_that_an_issue_says_what_may_be_meant(language: str, asked: str) -> None:
    messages = Messages.load(language)
    place = (IssueCode.UNKNOWN_FACTOR, 7, "factor_code", "Factor", "G", "CH-ELECTRICTY")
    without = messages.issue(Issue(*place))
    helped = messages.issue(Issue(*place, params={"suggestion": "CH-ELECTRICITY"}))
    assert helped == f"{without.removesuffix('.')}. {asked}"


def test_that_one_and_many_differ_and_french_counts_zero_as_one() -> None:
    texts = {"terminal.rows.one": "{count} row", "terminal.rows.other": "{count} rows"}
    english, french = Messages("en", texts), Messages("fr", texts)
    assert english.text("rows", count=1) == "1 row"
    assert english.text("rows", count=0) == "0 rows"
    assert french.text("rows", count=0) == "0 row"


def test_that_a_language_without_a_text_falls_back_to_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, text in (("en", 'a = "A"\nb = "B"'), ("de", 'a = "Ä"')):
        (tmp_path / language).mkdir()
        (tmp_path / language / "terminal.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(
        "co2desk.desktop.messages.resource", lambda *parts: tmp_path.joinpath(*parts[1:])
    )
    german = Messages.load("de")
    assert (german.text("a"), german.text("b")) == ("Ä", "B")


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_cancelling_has_its_sentence(language: str) -> None:
    assert Messages.load(language).error(Cancelled()).endswith(".")


def test_that_sections_become_dotted_keys(tmp_path: Path) -> None:
    (tmp_path / "terminal.toml").write_text('[rows]\none = "1"\nother = "n"\n', encoding="utf-8")
    assert read_texts(tmp_path) == {"terminal.rows.one": "1", "terminal.rows.other": "n"}


@pytest.mark.parametrize(
    ("chosen", "environ", "language"),
    [
        ("fr", {"LANG": "de_CH.UTF-8"}, "fr"),
        (None, {"LANG": "de_CH.UTF-8"}, "de"),
        ("", {"LC_ALL": "fr_CH", "LANG": "de_CH.UTF-8"}, "fr"),
        ("French_Switzerland", {}, "fr"),
        ("xx", {"CO2DESK_LANGUAGE": "de"}, "de"),
    ],
)
def test_that_the_choice_goes_before_the_system(
    chosen: str | None, environ: dict[str, str], language: str
) -> None:
    assert choose_language(chosen, environ) == language


def test_that_a_detail_that_is_a_code_is_put_into_words() -> None:
    error = Co2deskError(ErrorCode.HOSTILE_FILE, path="a.xlsx", detail="doctype")
    assert "(it carries instructions" in Messages.load("en").error(error)
    quoted = Co2deskError(ErrorCode.DATABASE_FAILED, detail="as the server said")
    assert "(as the server said)" in Messages.load("en").error(quoted)


@pytest.mark.parametrize(
    ("language", "none", "one", "two"),
    [
        ("en", "a.csv: 0 rows", "a.csv: 1 row", "a.csv: 2 rows"),
        ("fr", "a.csv : 0 ligne", "a.csv : 1 ligne", "a.csv : 2 lignes"),
        ("de", "a.csv: 0 Zeilen", "a.csv: 1 Zeile", "a.csv: 2 Zeilen"),
    ],
)
def test_that_each_number_of_a_sentence_has_the_form_that_goes_with_it(
    language: str, none: str, one: str, two: str
) -> None:
    messages = Messages.load(language)
    told = [messages.text("converted", source="a.csv", rows=rows) for rows in range(3)]
    assert [text.replace("\u202f", " ").replace("\u00a0", " ") for text in told] == [none, one, two]
