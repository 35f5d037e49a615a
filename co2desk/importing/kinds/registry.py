"""All kinds of file, by name."""

from collections.abc import Mapping

from co2desk.importing.kinds import activity, flight, fuel
from co2desk.importing.kinds.kind import Kind

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (activity.KIND, flight.KIND, fuel.KIND)}
