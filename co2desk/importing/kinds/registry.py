"""All kinds of file, by name."""

from collections.abc import Mapping

from co2desk.importing.kinds import (
    activity,
    ai,
    cloud,
    equipment,
    facility,
    factor,
    flight,
    fuel,
    process_gas,
    purchase,
    train,
)
from co2desk.importing.kinds.kind import Kind

_MODULES = (
    activity,
    flight,
    train,
    fuel,
    process_gas,
    equipment,
    purchase,
    cloud,
    ai,
    facility,
    factor,
)
KINDS: Mapping[str, Kind] = {module.KIND.name: module.KIND for module in _MODULES}
