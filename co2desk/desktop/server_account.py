"""The account that the embedded PostgreSQL runs as: PostgreSQL refuses to run as root."""

import contextlib
import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from co2desk.desktop.posix_acl import let_group_pass

_NOBODY = 65534
_FIRST_GROUP, _GROUPS = 61184, 4336  # the range systemd sets aside for groups made on the fly


@dataclass(frozen=True, slots=True)
class ServerAccount:
    """User and group of the server's processes; None where they are the program's own."""

    user: int | None = None
    group: int | None = None

    @classmethod
    def for_folder(cls, folder: Path) -> "ServerAccount":
        """Choose the account for a server that lives in `folder`.

        Only root needs another one: the folder's owner, or, where root itself owns it, `nobody`
        with a group that no other program has, so that other programs of `nobody` stay outside.
        """
        if sys.platform == "win32" or os.geteuid() != 0:
            return cls()
        owner = folder.stat()
        if owner.st_uid != 0:
            return cls(owner.st_uid, owner.st_gid)
        digest = hashlib.sha256(os.fsencode(folder)).digest()
        return cls(_nobody(), _FIRST_GROUP + int.from_bytes(digest[:4]) % _GROUPS)

    @property
    def arguments(self) -> dict[str, object]:
        """Keyword arguments for `subprocess.run`."""
        if self.user is None:
            return {}
        return {"user": self.user, "group": self.group, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Give `path` to the server."""
        if self.user is not None and self.group is not None:
            os.chown(path, self.user, self.group)

    def admit(self, folder: Path) -> None:
        """Let the server pass into `folder` and through the folders above it.

        Raises:
            PermissionError: "closed_home": a folder above is closed, and the file system keeps no
                access control lists.
        """
        if self.user is None or self.group is None:
            return
        if folder.stat().st_uid == 0:
            os.chown(folder, 0, self.group)
            folder.chmod(0o710)
        for parent in folder.parents:
            about = parent.stat()
            theirs = about.st_mode & 0o001
            mine = about.st_uid == self.user and about.st_mode & 0o100
            if not (theirs or mine):
                try:
                    let_group_pass(parent, self.group)
                except OSError as error:
                    raise PermissionError("closed_home") from error


def _nobody() -> int:
    import pwd  # not on Windows

    with contextlib.suppress(KeyError):
        return pwd.getpwnam("nobody").pw_uid
    return _NOBODY
