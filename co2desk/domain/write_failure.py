"""Why a file could not be written, as a code that each language has words for."""

import errno

_REASONS = {
    errno.EACCES: "access_denied",
    errno.EPERM: "access_denied",
    errno.EROFS: "read_only",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "too_large",
    errno.ENOENT: "folder_missing",
    errno.EEXIST: "already_there",
    errno.ENOTDIR: "another_kind",
}


def write_failure(error: OSError) -> str:
    """The code of the reason that the system gives; any other is an error of the disk."""
    return _REASONS.get(error.errno or 0, "disk_error")
