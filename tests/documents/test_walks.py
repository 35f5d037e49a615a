"""A newcomer's walk: the commands of each guide are run, one after the other."""

import os
import tempfile
from pathlib import Path

import pytest

from tests.documents import machine
from tests.documents.blocks import ROOT, Block, blocks_of
from tests.documents.edits import apply, copy_of_the_tree
from tests.documents.walk import walk

USER = ROOT / "docs" / "user"
ADMIN = ROOT / "docs" / "admin"
ADMIN_WALK = ("server", "people", "backup", "upgrade", "monitoring", "troubleshooting", "standby")


def commands(blocks: list[Block]) -> list[str]:
    return [
        block.code.replace("--lang fr", "--lang en").replace("--lang de", "--lang en")
        for block in blocks
    ]


@pytest.mark.parametrize("language", ["fr", "de"])
def test_that_the_terminal_is_explained_by_the_same_commands_in_every_language(
    language: str,
) -> None:
    assert commands(blocks_of(USER / f"terminal.{language}.md")) == commands(
        blocks_of(USER / "terminal.md")
    )


def test_that_every_command_of_the_guides_is_run_or_says_why_not() -> None:
    walked = {USER / "terminal.md", *(ADMIN / f"{name}.md" for name in ADMIN_WALK)}
    for page in sorted((ROOT / "docs").rglob("*.md")):
        blocks = blocks_of(page)
        if page.name.startswith("terminal.") or page.parent.name == "contributing":
            continue
        assert page in walked or all(block.skipped for block in blocks), page


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_that_the_readme_leads_from_a_fresh_copy_to_a_result(tmp_path: Path) -> None:
    tree = copy_of_the_tree(tmp_path / "tree")
    # A socket's path may have a hundred bytes only.
    with tempfile.TemporaryDirectory(prefix="c2d-walk-") as home:
        said = walk(
            blocks_of(ROOT / "README.md"),
            tmp_path / "walk",
            start=tree,
            environment={"CO2DESK_HOME": home, "PATH": os.environ["PATH"]},
            seconds=560,
        )
    assert "There is no display here" in said
    assert "197" in said
    assert list((tree / "build" / "headless" / "screenshots").glob("*.png"))


@pytest.mark.slow
def test_that_the_terminal_part_of_the_user_guide_works(tmp_path: Path) -> None:
    for name in ("resources", "README.md"):
        (tmp_path / name).symlink_to(ROOT / name)
    said = walk(blocks_of(USER / "terminal.md"), tmp_path / "walk", start=tmp_path)
    assert "197" in said
    assert (tmp_path / "problems.csv").is_file()
    assert (tmp_path / "results.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.server
@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(bool(machine.why_not()), reason=machine.why_not())
def test_that_the_administrator_guide_leads_from_an_empty_machine_to_a_restored_one(
    tmp_path: Path,
) -> None:
    """Server, people, pooler, backups, both restores, upgrade, standby, promotion, faults."""
    blocks = [block for name in ADMIN_WALK for block in blocks_of(ADMIN / f"{name}.md")]
    for place in (tmp_path, *tmp_path.parents):  # postgres reads what root wrote
        if place != Path("/") and place.stat().st_uid == os.geteuid():
            place.chmod(place.stat().st_mode | 0o055)
    said = walk(
        blocks,
        tmp_path / "walk",
        environment={"CO2DESK_HOME": ""},
        shell=machine.shell(tmp_path / "walk"),
        seconds=560,
    )
    for words in (
        "nothing listens on port 5999",
        "shows a certificate that nobody trusted here has signed",
        "backups are whole and young enough",
        "streaming",
    ):
        assert words in said, words


@pytest.mark.slow
@pytest.mark.parametrize("name", ["add-a-kind", "add-a-rule", "add-a-migration"])
def test_that_the_contributor_guide_leads_to_tests_that_pass(name: str, tmp_path: Path) -> None:
    page = ROOT / "docs" / "contributing" / f"{name}.md"
    tree = copy_of_the_tree(tmp_path / "tree")
    made = apply(page, tree)
    assert made > 5 or name == "add-a-migration"
    # A socket's path may have a hundred bytes only.
    with tempfile.TemporaryDirectory(prefix="c2d-walk-") as home:
        said = walk(
            blocks_of(page), tmp_path / "walk", start=tree, environment={"CO2DESK_HOME": home}
        )
    assert " failed" not in said


@pytest.mark.slow
def test_that_without_its_edits_the_contributor_guide_fails(tmp_path: Path) -> None:
    page = ROOT / "docs" / "contributing" / "add-a-kind.md"
    tree = copy_of_the_tree(tmp_path / "tree")
    with pytest.raises(AssertionError, match="add-a-kind"):
        walk(blocks_of(page)[-2:], tmp_path / "walk", start=tree)
