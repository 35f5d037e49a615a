"""Reads every file of a folder of real files, and holds the readers to what is known of them.

    python -m tests.bench.corpus DIR [--worst N]

What is known stands in DIR/expectations.json: by path below DIR, any of `delimiter`, `quote`,
`header_row`, `encoding`, `refused` (true), and `table`, the path of a clean CSV of the same table,
against which a score of 0 to 10 is given. A file of which nothing is known must not crash a reader.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.convert import table_as_csv
from co2desk.importing.readers import open_source, read_table
from co2desk.importing.table import SourceTable
from tests.importing.readers.pollution import clean_table, score

_EXPECTATIONS = "expectations.json"
_DIALECT = ("delimiter", "quote", "encoding", "header_row")


@dataclass(frozen=True)
class Reading:
    """What came of one file."""

    path: str
    seconds: float
    table: SourceTable | None = None
    refusal: ErrorCode | None = None
    crash: str = ""


def readings(folder: Path) -> Iterator[Reading]:
    """Read file after file."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != _EXPECTATIONS:
            yield _read(path, path.relative_to(folder).as_posix())


def _read(path: Path, name: str) -> Reading:
    begin = time.perf_counter()
    try:
        table = read_table(open_source(path))
    except UnusableInput as problem:
        return Reading(name, time.perf_counter() - begin, refusal=problem.code)
    except Exception as problem:  # noqa: BLE001 - a crash is what is looked for here
        return Reading(name, time.perf_counter() - begin, crash=repr(problem))
    return Reading(name, time.perf_counter() - begin, table)


def wrong(reading: Reading, expected: Mapping[str, object]) -> list[str]:
    """What is not as it is known to be, as "name: found instead of wanted"."""
    if expected.get("refused"):
        return [] if reading.refusal else ["read, though it is no table"]
    if reading.table is None:
        return [f"refused: {reading.refusal}"] if len(expected) else []
    dialect = reading.table.dialect
    found = {
        "delimiter": dialect.delimiter,
        "quote": dialect.quote,
        "encoding": dialect.encoding,
        "header_row": reading.table.header_row,
    }
    return [
        f"{name}: {found[name]!r} instead of {expected[name]!r}"
        for name in _DIALECT
        if name in expected and found[name] != expected[name]
    ]


def main(arguments: list[str]) -> int:
    """Print the figures; 1 if a reader crashed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.corpus")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=20)
    chosen = parser.parse_args(arguments)
    known: dict[str, dict[str, object]] = {}
    if (chosen.folder / _EXPECTATIONS).exists():
        known = json.loads((chosen.folder / _EXPECTATIONS).read_text(encoding="utf-8"))
    clean = {str(one["table"]) for one in known.values() if "table" in one}
    begin = time.process_time()
    all_of_them = [one for one in readings(chosen.folder) if one.path not in clean]
    seconds = time.process_time() - begin
    _tell_readings(all_of_them, seconds)
    _tell_known([one for one in all_of_them if one.path in known], known, chosen)
    return 1 if any(one.crash for one in all_of_them) else 0


def _tell_readings(found: list[Reading], seconds: float) -> None:
    refused = Counter(str(one.refusal) for one in found if one.refusal)
    crashed = [one for one in found if one.crash]
    print(f"{len(found)} files, {sum(one.table is not None for one in found)} read", end="")
    print("".join(f", {count} {code}" for code, count in refused.most_common()), end="")
    print(f", {len(crashed)} crashed; {len(found) / max(seconds, 0.001):.0f} files/s of processor")
    for one in crashed:
        print(f"  crashed  {one.path}: {one.crash}")
    slowest = max(found, key=lambda one: one.seconds, default=None)
    if slowest is not None:
        print(f"slowest: {slowest.path}, {slowest.seconds:.1f} s")


def _tell_known(
    found: list[Reading], known: dict[str, dict[str, object]], chosen: argparse.Namespace
) -> None:
    held = [(one, wrong(one, known[one.path])) for one in found]
    if held:
        right = sum(not problems for _, problems in held)
        print(f"as known: {right} of {len(held)} ({right / len(held):.1%})")
    scores = []
    for one in found:
        if "table" in known[one.path]:
            truth = clean_table((chosen.folder / str(known[one.path]["table"])).read_bytes())
            converted = table_as_csv(one.table).encode() if one.table else None
            scores.append((score(converted, truth), one.path))
    if scores:
        print(f"score: {mean(value for value, _ in scores):.2f} of 10")
    for one, problems in [pair for pair in held if pair[1]][: chosen.worst]:
        print(f"  wrong  {one.path}: {'; '.join(problems)}")
    for value, path in sorted(scores)[: chosen.worst]:
        if value < 9.9:
            print(f"  {value:5.2f}  {path}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
