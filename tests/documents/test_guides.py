"""The guides say what is there: pages, pictures, words of the window, kinds of data."""

import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from co2desk.desktop.guide import ADMIN_PAGES, USER_PAGES, guide_page, topics
from co2desk.desktop.language import LANGUAGES
from co2desk.desktop.managed import read_managed
from co2desk.desktop.messages import Messages
from co2desk.desktop.paths import resource
from co2desk.importing.kinds.registry import KINDS
from tests.documents.blocks import ROOT

USER = ROOT / "docs" / "user"
OTHERS = [language for language in LANGUAGES if language != "en"]
# The fields that every kind has are told below the table.
EVERYWHERE = ("note", "lab_code", "kg_co2eq")


def test_that_every_page_is_there_in_every_language_with_the_same_parts() -> None:
    assert {path.name.split(".")[0] for path in USER.glob("*.md")} == set(USER_PAGES)
    for name in USER_PAGES:
        texts = [(USER / f"{name}.md").read_text(encoding="utf-8")]
        texts += [(USER / f"{name}.{one}.md").read_text(encoding="utf-8") for one in OTHERS]
        for part in (r"^#+ ", r"^!\[", r"^\d+\. ", r"^- ", r"^\|", r"^```"):
            assert len({len(re.findall(part, text, re.MULTILINE)) for text in texts}) == 1, (
                name,
                part,
            )


def test_that_the_contents_of_the_help_are_those_of_the_site() -> None:
    described = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), yaml.SafeLoader)
    listed = list(files_in(described["nav"]))
    user = [Path(one).stem for one in listed if one.startswith("user/")]
    admin = [Path(one).stem for one in listed if one.startswith("admin/")]
    assert sorted(user) == sorted(USER_PAGES)
    assert admin == list(ADMIN_PAGES)
    assert (ROOT / "docs/assets/co2desk.svg").read_bytes() == resource(
        "icons", "co2desk.svg"
    ).read_bytes()


def files_in(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list):
        for one in nav:
            yield from files_in(one)
    elif isinstance(nav, dict):
        for one in nav.values():
            yield from files_in(one)


def window_texts(language: str) -> set[str]:
    """What the window says in `language`, without mnemonics."""
    read = ET.parse(
        resource("translations", "co2desk_de.ts" if language == "en" else f"co2desk_{language}.ts")
    )
    found = set()
    for message in read.iter("message"):
        text = message.findtext("source") if language == "en" else message.findtext("translation")
        found.add((text or "").replace("&", ""))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_words_in_italics_are_those_of_the_window(language: str) -> None:
    known = window_texts(language)
    unknown, seen = [], 0
    for name in USER_PAGES:
        for words in re.findall(r"(?<![*\w])\*([^*\n]+)\*(?!\*)", guide_page(name, language).text):
            parts = words.split(" › ")
            seen += len(parts)
            unknown += [f"{name}: {one}" for one in parts if one not in known]
    assert unknown == []
    assert seen > 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_table_of_kinds_names_what_every_row_needs(language: str) -> None:
    messages = Messages.load(language)
    text = guide_page("kinds", language).text
    rows = {
        cells[1].split("`")[1]: cells
        for line in text.splitlines()
        if line.startswith("|") and "`" in (cells := line.split("|"))[1]
    }
    assert list(rows) == list(KINDS)
    for kind in KINDS.values():
        cells = rows[kind.name]
        assert messages.text(f"kinds.{kind.name}") in cells[1]
        assert re.findall("`(.*?)`", cells[2]) == list(kind.required)
        optional = [one.name for one in kind.fields if not one.required]
        assert re.findall("`(.*?)`", cells[3]) == [
            name for name in optional if name not in EVERYWHERE
        ]


def test_that_the_guides_of_a_topic_are_found_or_the_first_page_is() -> None:
    titles = [guide_page(topic, "fr").title for topic in topics()]
    assert len(set(titles)) == len(titles)
    assert guide_page("no such page", "de").topic == "start"


@pytest.mark.slow
def test_that_the_site_is_built_without_a_dead_link_and_needs_no_network(tmp_path: Path) -> None:
    runpy.run_path(str(ROOT / "packaging" / "build_docs.py"))["build"](tmp_path)
    for language in ("", "fr", "de"):
        for name in USER_PAGES:
            page = tmp_path / language / "user" / f"{name}.html"
            text = page.read_text(encoding="utf-8")
            fetched = re.findall(r'(?:src|href)="([^"#]+)"', text)
            for target in fetched:
                if not re.match("https?:|mailto:|data:", target):
                    assert (page.parent / target).exists(), f"{page}: {target}"
            loaded = re.findall(r'<(?:script|img|link)[^>]+(?:src|href)="(https?:[^"]+)"', text)
            assert [one for one in loaded if "canonical" not in one] == []


def test_that_the_settings_of_the_administrator_guide_are_understood(tmp_path: Path) -> None:
    text = guide_page("admin/workstations", "en").text
    examples = re.findall(r"^```toml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    read = []
    for number, example in enumerate(examples):
        file = tmp_path / f"{number}.toml"
        file.write_text(example, encoding="utf-8")
        file.chmod(0o644)
        read.append(read_managed(file))
    rules, channel = read
    assert rules.connections.only_fixed
    assert rules.connections.full_tls
    assert rules.updates.check is False
    assert channel.updates.url.startswith("https://")
