"""Gives reference data at once where no database is asked for, and loads nothing for one."""

import os
from pathlib import Path

from co2desk.desktop.first_start import ENVIRONMENT_VARIABLE
from co2desk.desktop.paths import resource, user_folder
from co2desk.desktop.settings import SettingsFile
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.reference import Reference
from co2desk.offline.builtin_catalogue import builtin_reference
from co2desk.offline.pack import read_pack


def reference_without_database(
    argument: str | None, pack: Path | None, lab_code: str
) -> Reference | None:
    """The pack where one is named, the catalogue where nobody chose a database, else None.

    Raises:
        UnusableInput: BAD_PACK, or UNKNOWN_LABORATORY where the pack does not hold it.
    """
    if pack is not None:
        return expect_laboratory(read_pack(pack, resource()), lab_code)
    chosen = argument or os.environ.get(ENVIRONMENT_VARIABLE)
    if chosen or SettingsFile(user_folder()).load().last_profile:
        return None
    return builtin_reference(resource())


def expect_laboratory(reference: Reference, lab_code: str) -> Reference:
    """`reference`, if it knows the laboratory or none at all.

    Raises:
        UnusableInput: UNKNOWN_LABORATORY.
    """
    known = not reference.knows_laboratories or lab_code.casefold() in reference.laboratories
    if lab_code and not known:
        raise UnusableInput(ErrorCode.UNKNOWN_LABORATORY, lab=lab_code)
    return reference
