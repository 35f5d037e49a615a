"""Reads the accessibility tree of a program as a screen reader does, and prints it as JSON.

Runs with the system's Python, which has the bindings. Argument: the name of the program.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE_SECONDS = 20
# Enough for the rows of the sample file; a table announces every cell as a child.
MOST_CHILDREN = 3_000


def told(thing, depth=0):
    """What is announced of a thing, and of what is in it."""
    states = thing.get_state_set()
    node = {
        "name": thing.get_name() or "",
        "role": thing.get_role_name(),
        "description": thing.get_description() or "",
        "showing": states.contains(Atspi.StateType.SHOWING),
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "children": [],
    }
    for at in range(min(thing.get_child_count(), MOST_CHILDREN)):
        child = thing.get_child_at_index(at)
        if child is not None and depth < 40:
            node["children"].append(told(child, depth + 1))
    return node


def main(name):
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(at)
            if program is not None and program.get_name() == name:
                sys.stdout.write(json.dumps(told(program)) + "\n")
                return 0
        time.sleep(0.2)
    sys.stderr.write(f"no program named {name}\n")
    return 1


sys.exit(main(sys.argv[1]))
