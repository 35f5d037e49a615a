"""Times a program from its start to its first painted window, by looking at the screen.

The screen is Xvfb's framebuffer, a file that is mapped into memory: looking costs nothing, and
any program can be measured, installed ones too. Usage:
`python -m tests.bench.first_paint [--runs N] -- COMMAND ...` prints the median in seconds.
"""

import argparse
import mmap
import os
import signal
import statistics
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT, _DEPTH, _PIXEL = 1280, 800, 24, 4
# A window counts as painted when this share of the looked-at pixels is no longer the black root.
_PAINTED = 0.05
_STEP = 997
_LIMIT = 60.0
_LOOK_EVERY = 0.002


@dataclass(frozen=True)
class Screen:
    """A virtual screen: its DISPLAY and its pixels."""

    display: str
    pixels: mmap.mmap
    start: int

    def painted(self) -> float:
        """The share of pixels that are not black, from a sample."""
        seen = self.pixels[self.start :: _STEP * _PIXEL]
        return 1 - seen.count(0) / len(seen)


@contextmanager
def screen() -> Iterator[Screen]:
    """Run Xvfb on a free display."""
    with tempfile.TemporaryDirectory(prefix="co2desk-screen-") as folder:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-fbdir", folder, "-nolisten", "tcp"]
        command += ["-screen", "0", f"{WIDTH}x{HEIGHT}x{_DEPTH}"]
        with subprocess.Popen(
            command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as server:
            os.close(writing)
            try:
                with os.fdopen(reading) as said:
                    display = f":{said.readline().strip()}"
                file = Path(folder, "Xvfb_screen0")
                with file.open("rb") as content:
                    pixels = mmap.mmap(content.fileno(), 0, prot=mmap.PROT_READ)
                    try:
                        yield Screen(display, pixels, _first_pixel(pixels))
                    finally:
                        pixels.close()
            finally:
                server.terminate()


def seconds_to_paint(
    shown: Screen,
    command: Sequence[str],
    environment: Mapping[str, str],
    home: Path,
    title: str = "",
) -> float:
    """Start `command`, wait until something is painted, and end it in order.

    "{display}" in the command stands for the screen, for programs that get no environment. With a
    `title` it goes on until a window has that in its own.

    Raises:
        TimeoutError: nothing was painted in a minute, or the program ended before.
    """
    while shown.painted() > 0:  # what was there before is still going
        time.sleep(_LOOK_EVERY)
    words = [word.replace("{display}", shown.display) for word in command]
    variables = {
        **environment,
        "DISPLAY": shown.display,
        "QT_QPA_PLATFORM": "xcb",
        "CO2DESK_HOME": str(home),
    }
    began = time.perf_counter()
    with subprocess.Popen(words, env=variables, start_new_session=True) as program:
        try:
            while shown.painted() < _PAINTED:
                if time.perf_counter() - began > _LIMIT or program.poll() is not None:
                    raise TimeoutError(f"no window (exit code {program.poll()})")
                time.sleep(_LOOK_EVERY)
            taken = time.perf_counter() - began
            while title and title not in _titles(shown):
                if time.perf_counter() - began > _LIMIT or program.poll() is not None:
                    raise TimeoutError(f"no window is called {title}: {_titles(shown)}")
                time.sleep(_LOOK_EVERY * 50)
            return taken
        finally:
            program.send_signal(signal.SIGTERM)
            try:
                program.wait(_LIMIT)
            except subprocess.TimeoutExpired:
                program.kill()


def _titles(shown: Screen) -> str:
    """The tree of the windows on the screen, with their titles."""
    command = ["xwininfo", "-display", shown.display, "-root", "-tree"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _first_pixel(pixels: mmap.mmap) -> int:
    """Where the image begins in an XWD file: after its header and its colour table."""
    words = struct.unpack(">25I", pixels[:100])
    header_size, colours, colour_size = words[0], words[19], 12
    return int(header_size + colours * colour_size)


def main() -> None:
    """Print the median over several starts; the first one, which warms the disk, is left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--home", type=Path, help="CO2DESK_HOME; else a new folder")
    parser.add_argument("--title", default="", help="wait until a window has this in its title")
    parser.add_argument("command", nargs="+")
    chosen = parser.parse_args()
    with screen() as shown, tempfile.TemporaryDirectory(prefix="co2desk-home-") as new:
        home = chosen.home or Path(new)
        times = [
            seconds_to_paint(shown, chosen.command, os.environ, home, chosen.title)
            for _ in range(chosen.runs + 1)
        ]
    print(f"{statistics.median(times[1:]):.3f}")


if __name__ == "__main__":
    main()
