"""Lets one group pass through a folder, by a POSIX access control list and nothing wider.

The value of the attribute is described in the Linux kernel's include/uapi/linux/posix_acl_xattr.h:
a version number (2), then entries of tag, permissions and id.
"""

import os
import stat
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ATTRIBUTE = "system.posix_acl_access"
_VERSION = struct.pack("<I", 2)
_ENTRY = struct.Struct("<HHI")
_OWNER, _USER, _OWNING_GROUP, _GROUP, _MASK, _OTHERS = 0x01, 0x02, 0x04, 0x08, 0x10, 0x20
_NO_ID = 0xFFFFFFFF
_PASS = 1

Entries = dict[tuple[int, int], int]


def let_group_pass(folder: Path, group: int) -> None:
    """Allow `group` to go through `folder` (not to list or read it); what stood there stays.

    Raises:
        OSError: the file system keeps no access control lists, or this is not Linux.
    """
    if sys.platform != "linux":
        raise OSError(f"no access control list for {folder}")
    with _alone(folder):
        entries = _read(folder)
        if entries.get((_GROUP, group), 0) & _PASS:
            return
        entries[_GROUP, group] = entries.get((_GROUP, group), 0) | _PASS
        mask = 0
        for (tag, _), bits in entries.items():
            if tag in (_USER, _OWNING_GROUP, _GROUP):
                mask |= bits
        entries[_MASK, _NO_ID] = mask
        packed = b"".join(_ENTRY.pack(tag, entries[tag, id_], id_) for tag, id_ in sorted(entries))
        os.setxattr(folder, _ATTRIBUTE, _VERSION + packed)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two programs that admit two groups to one folder must not overwrite each other."""
    import fcntl  # not on Windows

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _read(folder: Path) -> Entries:
    try:
        raw = os.getxattr(folder, _ATTRIBUTE)
    except OSError:
        mode = stat.S_IMODE(folder.stat().st_mode)
        return {
            (_OWNER, _NO_ID): mode >> 6 & 7,
            (_OWNING_GROUP, _NO_ID): mode >> 3 & 7,
            (_OTHERS, _NO_ID): mode & 7,
        }
    entries = {(tag, id_): bits for tag, bits, id_ in _ENTRY.iter_unpack(raw[len(_VERSION) :])}
    mask = entries.get((_MASK, _NO_ID), 7)
    for (tag, id_), bits in entries.items():
        if tag in (_USER, _OWNING_GROUP, _GROUP):
            entries[tag, id_] = bits & mask  # widening the mask must not revive hidden rights
    return entries
