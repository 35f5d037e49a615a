"""Keeps resources/translations current: collects texts from the views, compiles what is shipped."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "fr", "de")


def main() -> int:
    """Collect and compile; the exit code says whether a text is still untranslated."""
    sources = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "co2desk").rglob("*.py"))]
    for language in LANGUAGES:
        file = FOLDER / f"co2desk_{language}.ts"
        # Texts are English already: its file holds only how to say them of one and of many.
        kinds = ["-pluralonly"] if language == "en" else []
        run("pyside6-lupdate", *sources, "-ts", str(file), "-no-obsolete", "-locations", "none",
            "-source-language", "en", "-target-language", language, *kinds)  # fmt: skip
    for file in FOLDER.glob("*.ts"):
        run("pyside6-lrelease", str(file), "-qm", str(file.with_suffix(".qm")), "-silent")
    unfinished = [
        f"{path.name}: {count}"
        for path in sorted(FOLDER.glob("*.ts"))
        if (count := path.read_text(encoding="utf-8").count('type="unfinished"'))
    ]
    if unfinished:
        print("not translated yet:", ", ".join(unfinished))
    return 1 if unfinished else 0


def run(program: str, *arguments: str) -> None:
    """Run one of Qt's tools, as installed beside this Python."""
    found = shutil.which(program, path=str(Path(sys.executable).parent)) or program
    subprocess.run([found, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
