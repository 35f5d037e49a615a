#!/usr/bin/env python3
"""Says whether the backups of co2desk's server are whole and young enough; exit 1 if not.

Runs as postgres, with nothing but Python: `check_backup.py [--verify]`. pgBackRest itself ends
without an error when `verify` finds a damaged file, so its words are read and not its exit code.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

OLDEST_FULL_HOURS = 26
OLDEST_HOURS = 8


def main() -> int:
    """Print one line per problem, or one that all is well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stanza", default="co2desk")
    parser.add_argument("--config", default="/etc/pgbackrest/pgbackrest.conf")
    parser.add_argument("--verify", action="store_true", help="read every file of every backup")
    options = parser.parse_args()
    command = ["pgbackrest", f"--config={options.config}", f"--stanza={options.stanza}"]
    problems = list(problems_of(json.loads(said(command, "info", "--output=json"))))
    if options.verify:
        words = said(command, "verify", "--verbose", "--output=text")
        if "status: ok" not in words:
            problems.append(f"verify: {words.strip() or 'no answer'}")
    for problem in problems:
        print(problem)
    if not problems:
        print("backups are whole and young enough")
    return 1 if problems else 0


def said(command: list[str], *arguments: str) -> str:
    """What pgBackRest prints; a failure of its own stops the check."""
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"pgbackrest {arguments[0]} failed: {(done.stderr or done.stdout).strip()}")
    return done.stdout


def problems_of(stanzas: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what is wrong according to `pgbackrest info --output=json`."""
    if not stanzas:
        yield "there is no such stanza"
        return
    [stanza] = stanzas
    if stanza["status"]["code"] != 0:
        yield f"stanza: {stanza['status']['message']}"
    whole = [one for one in stanza["backup"] if not one.get("error")]
    for backup in stanza["backup"]:
        if backup.get("error"):
            yield f"backup {backup['label']} has damaged files"
    for kinds, hours in ((("full",), OLDEST_FULL_HOURS), (("full", "diff", "incr"), OLDEST_HOURS)):
        ended = [one["timestamp"]["stop"] for one in whole if one["type"] in kinds]
        if not ended:
            yield f"there is no {'/'.join(kinds)} backup"
        elif (age := (time.time() - max(ended)) / 3600) > hours:
            yield f"the newest {'/'.join(kinds)} backup is {age:.0f} hours old"


if __name__ == "__main__":
    sys.exit(main())
