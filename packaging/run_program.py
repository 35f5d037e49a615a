"""Opens the program; where there is no display, shows the same import in the terminal."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "demo" / "activities-2025.csv"
LABORATORY = "DEMO-LAB"
HEADLESS = ROOT / "build" / "headless"
_SHOWN_NOWHERE = ("offscreen", "minimal")
PROGRAM = [sys.executable, "-m", "co2desk"]


def main() -> None:
    """Run the window, or the terminal walk, and end with its exit code."""
    if has_display():
        sys.exit(subprocess.run(PROGRAM, cwd=ROOT, check=False).returncode)
    print("There is no display here, so the sample file is imported in the terminal.")
    shutil.rmtree(HEADLESS, ignore_errors=True)
    environment = {**os.environ, "CO2DESK_HOME": str(HEADLESS / "home")}
    environment.pop("CO2DESK_DATABASE", None)
    sample = str(SAMPLE.relative_to(ROOT))
    show(
        ["import", sample, "--lab", LABORATORY, "--year", "2025", "--valid-only"],
        environment,
        may_exit=(0, 1),
    )
    show(["results", "--lab", LABORATORY, "--year", "2025"], environment)
    pictures = HEADLESS / "screenshots"
    print(
        f"\nScreenshots of the window, made without a display, go to {pictures.relative_to(ROOT)}"
    )
    made = subprocess.run(
        [sys.executable, "-m", "co2desk.app.screenshots", str(pictures), "--few"],
        cwd=ROOT,
        env={
            **environment,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "*.warning=false",  # what a missing screen cannot do is no news
        },
        check=False,
    )
    print(f"{len(list(pictures.rglob('*.png')))} pictures of the window.")
    sys.exit(made.returncode)


def has_display() -> bool:
    """Whether a person could see a window: Qt can also draw where nobody looks."""
    if sys.platform != "linux":
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in _SHOWN_NOWHERE:
        return False
    return bool(platform) or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def show(
    arguments: list[str], environment: dict[str, str], *, may_exit: tuple[int, ...] = (0,)
) -> None:
    """Print the command as a person would type it, run it, and stop where it fails."""
    print(f"\n$ co2desk {' '.join(arguments)}", flush=True)
    code = subprocess.run([*PROGRAM, *arguments], cwd=ROOT, env=environment, check=False).returncode
    if code not in may_exit:
        sys.exit(code)


if __name__ == "__main__":
    main()
