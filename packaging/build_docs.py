"""Builds the site of the guides into build/site: `make docs`. It can be read without a network."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "build" / "site"
# Searching in a file:// page would fetch this; nothing is fetched from elsewhere.
_FETCHED = re.compile(r'<script src="https://unpkg.com/iframe-worker/shim"></script>')
_FROM_THE_TOP = re.compile(r'(?<=href=")/(?=[^/"])')


def main() -> None:
    """Build, then let the links between the languages work in files too."""
    build(SITE)
    print(f"{SITE.relative_to(ROOT)}: {sum(1 for _ in SITE.rglob('*.html'))} pages")


def build(site: Path) -> None:
    """Build into the folder `site`; a dead link or a page that nobody reaches stops it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean"]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([*command, "--site-dir", str(site)], cwd=ROOT, env=quiet, check=True)
    for page in site.rglob("*.html"):
        upwards = "../" * (len(page.relative_to(site).parts) - 1) or "./"
        text = page.read_text(encoding="utf-8")
        text = _FROM_THE_TOP.sub(upwards, _FETCHED.sub("", text))
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
