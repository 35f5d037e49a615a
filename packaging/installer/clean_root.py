"""A Debian with nothing on it, to install packages in: made by debootstrap, entered by chroot."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from installer import places

TEMPLATE = places.ROOT / "build" / "clean-debian"
PERSON = "person"
_SUITE = "bookworm"
# The mounts belong to this process alone and go with it.
_ENTER = """
mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && mount --rbind /tmp "$0/tmp" &&
exec chroot "$0" "$@"
"""
_SETTINGS = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
}


@dataclass(frozen=True)
class CleanRoot:
    """A Debian of its own in the folder `path`; /tmp is the one outside."""

    path: Path

    def command(self, words: Sequence[str], *, root: bool = False) -> list[str]:
        """What to run outside in order to run `words` inside, as root or as a person."""
        inside = list(words)
        if not root:
            inside = ["setpriv", f"--reuid={PERSON}", f"--regid={PERSON}", "--clear-groups"]
            settings = [f"{name}={value}" for name, value in _SETTINGS.items()]
            inside += ["--reset-env", "env", *settings, *words]
        return ["unshare", "--mount", "sh", "-c", _ENTER, str(self.path), *inside]

    def run(self, *words: str) -> str:
        """Run a command as root, and return what it prints.

        Raises:
            CalledProcessError: it failed.
        """
        return subprocess.run(
            self.command(words, root=True),
            env=_SETTINGS,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout

    def install(self, *packages: str) -> None:
        """Install packages by name or file, with what they depend on and nothing more."""
        self.run("apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages)

    def with_name(self, part: str) -> list[str]:
        """Files anywhere on the system's own disk whose path has `part` in it."""
        folders = [str(self.path / name) for name in ("etc", "opt", "root", "usr", "var")]
        found = subprocess.run(
            ["find", *folders, "-path", f"*{part}*"], capture_output=True, text=True, check=True
        )
        return found.stdout.splitlines()


@contextmanager
def clean_root() -> Iterator[CleanRoot]:
    """Yield a fresh Debian, thrown away at the end. Needs root and debootstrap."""
    if not (TEMPLATE / "finished").exists():
        shutil.rmtree(TEMPLATE, ignore_errors=True)
        TEMPLATE.parent.mkdir(exist_ok=True)
        print(f"Making a clean Debian {_SUITE} in {TEMPLATE.relative_to(places.ROOT)}", flush=True)
        # Without CO2DESK_DEBIAN_MIRROR, from where debootstrap itself looks.
        mirror = [place] if (place := os.environ.get("CO2DESK_DEBIAN_MIRROR")) else []
        command = ["debootstrap", "--variant=minbase", _SUITE, str(TEMPLATE), *mirror]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        made = CleanRoot(TEMPLATE)
        made.run("useradd", "--create-home", PERSON)
        made.run("apt-get", "update", "-qq")
        (TEMPLATE / "finished").touch()
    folder = Path(tempfile.mkdtemp(prefix="root-", dir=TEMPLATE.parent))
    try:
        subprocess.run(["cp", "--archive", "--reflink=auto", f"{TEMPLATE}/.", folder], check=True)
        folder.chmod(0o755)
        yield CleanRoot(folder)
    finally:
        shutil.rmtree(folder)
