"""Tries an installed program: commands, texts, database, import, backup, keyring and window."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from installer import places

SAMPLE = places.ROOT / "resources" / "demo" / "activities-2025.csv"
LABORATORY, YEAR, VALID = "DEMO-LAB", "2025", 197
_SECRET = "sésame 100%"
# A keyring of its own: unlocked, as after a person's login. Each argument is a request.
_KEYRING = """
mkdir -m 700 "$XDG_RUNTIME_DIR" "$HOME"
exec dbus-run-session -- sh -c '
    printf unlocked | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    for request; do printf "%s\\n" "$request" | "$PROGRAM" --keyring-process; done
' sh "$@"
"""

Wrap = Callable[[Sequence[str]], list[str]]


@dataclass(frozen=True, slots=True)
class Installed:
    """A program to try: its command, how to reach it (`wrap`), and how large it is."""

    name: str
    command: tuple[str, ...]
    wrap: Wrap
    size: int


def try_out(installed: Installed, *, beside: Installed, runs: int = 5) -> tuple[float, float]:
    """Try everything; returns the seconds from the start to the painted window, and `beside`'s.

    The two take turns, so that both see the same machine; medians.

    Raises:
        AssertionError: something is not as it must be.
    """
    with tempfile.TemporaryDirectory(prefix="co2desk-trial-") as folder:
        home = Path(folder)
        home.chmod(0o777)
        trial = _Trial(installed, home)
        trial.texts()
        trial.guides()
        trial.migrations()
        trial.importing()
        trial.backup()
        trial.keyring()
        trial.translations()
        other = _Trial(beside, home / "beside")
        other.folder.mkdir()
        taken = [(trial.window(), other.window()) for _ in range(runs)]
    ours, theirs = zip(*taken, strict=True)
    return statistics.median(ours), statistics.median(theirs)


@dataclass(frozen=True)
class _Trial:
    installed: Installed
    folder: Path

    def texts(self) -> None:
        """Messages in three languages, and the version."""
        said = {
            language: self._run("check", "/nowhere.csv", language=language, may_exit=2)[1]
            for language in ("en", "fr", "de")
        }
        assert len(set(said.values())) == 3, said
        assert all("/nowhere.csv" in text or "nowhere" in text for text in said.values()), said

    def guides(self) -> None:
        """The pages that F1 opens, and the pictures in them."""
        listed = self._ask("guide")["pages"]
        assert isinstance(listed, list)
        assert len(listed) > 20, listed
        for language, word in (("en", "Review"), ("fr", "Contrôle"), ("de", "Prüfung")):
            said = self._run("guide", "import-review", language=language)[0]
            assert word in said.splitlines()[0], said
        page = PurePosixPath(next(one["path"] for one in listed if one["topic"] == "start"))
        pictures = page.parent.parent / "screenshots"
        listing = self.installed.wrap(["ls", str(pictures)])
        found = subprocess.run(listing, capture_output=True, check=True)
        assert found.stdout.count(b".png") > 50, f"no pictures in {pictures}"

    def migrations(self) -> None:
        """All migrations are there to be applied, and the embedded database has them."""
        wanted = len(list((places.ROOT / "migrations" / "versions").glob("[0-9]*.py")))
        self._run("db", "upgrade")
        known = self._ask("db", "history")["revisions"]
        assert isinstance(known, list)
        assert len(known) == wanted, known
        assert all(one["applied"] for one in known), known

    def translations(self) -> None:
        """The window speaks French."""
        painted = self.window(language="fr", title="Accueil")
        assert painted > 0

    def importing(self) -> None:
        """The sample file through the embedded database, to the laboratory's results and report."""
        sample = self._shared(SAMPLE)
        done = self._ask(
            "import", sample, "--lab", LABORATORY, "--year", YEAR, "--valid-only", may_exit=1
        )
        assert (done["status"], done["rows_valid"]) == ("completed", VALID), done
        results = self._ask("results", "--lab", LABORATORY, "--year", YEAR)
        assert results["results"], results
        report = self.folder / "report.pdf"
        self._run("results", "--lab", LABORATORY, "--year", YEAR, "--export", str(report))
        assert report.read_bytes().startswith(b"%PDF"), "no PDF"
        workbook = self._shared(SAMPLE.with_name("travel.xlsx"))
        assert self._ask("inspect", workbook)["kind"] == "flight"

    def backup(self) -> None:
        """The programs of PostgreSQL are there and work."""
        target = self.folder / "backup"
        self._run("db", "backup", "--out", str(target))
        self._run("db", "verify", str(target))

    def keyring(self) -> None:
        """The hidden process that speaks to the system's keyring."""
        place = {"service": "co2desk trial", "name": "server"}
        requests = [
            json.dumps({"do": "set", **place, "secret": _SECRET}),
            json.dumps({"do": "get", **place}),
        ]
        [program] = self.installed.command
        own = [f"PROGRAM={program}", f"HOME={self.folder / 'person'}"]
        own += [f"XDG_RUNTIME_DIR={self.folder / 'run'}"]
        done = subprocess.run(
            self.installed.wrap([*self._settings(), *own, "sh", "-c", _KEYRING, "sh", *requests]),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        assert [answer["store"] for answer in answers] == ["SecretService"] * 2, done
        assert answers[1]["secret"] == _SECRET, "the keyring gave something else back"

    def window(self, language: str = "en", title: str = "") -> float:
        """Start the window on a screen that nobody sees; the seconds until it is painted.

        It is started twice: the first time warms the disk. With a `title`, the window must come
        to bear it once its database is open.
        """
        probe = [sys.executable, "-m", "tests.bench.first_paint", "--runs", "1"]
        probe += ["--title", title, "--home"]
        # The screen's name is known to the probe alone: it stands where {display} is.
        settings = [*self._settings(language), "DISPLAY={display}", "QT_QPA_PLATFORM=xcb"]
        command = self.installed.wrap([*settings, *self.installed.command])
        done = subprocess.run(
            [*probe, str(self.folder / "home"), "--", *command],
            cwd=places.ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return float(done.stdout)

    def _settings(self, language: str = "en") -> list[str]:
        return [
            "env",
            f"CO2DESK_HOME={self.folder / 'home'}",
            f"CO2DESK_LANGUAGE={language}",
            "XDG_RUNTIME_DIR=/nonexistent",
        ]

    def _run(self, *arguments: str, language: str = "en", may_exit: int = 0) -> tuple[str, str]:
        words = [*self._settings(language), *self.installed.command, *arguments]
        done = subprocess.run(
            self.installed.wrap(words),
            cwd="/",
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in (0, may_exit), f"{arguments}: {done.returncode} {done.stderr}"
        return done.stdout, done.stderr

    def _ask(self, *arguments: str, may_exit: int = 0) -> dict[str, object]:
        answer: dict[str, object] = json.loads(
            self._run(*arguments, "--json", may_exit=may_exit)[0]
        )
        return answer

    def _shared(self, file: Path) -> str:
        """A copy that everybody may read, in a place that is the same inside and outside."""
        copy = self.folder / file.name
        shutil.copy2(file, copy)
        copy.chmod(0o644)
        return str(copy)
