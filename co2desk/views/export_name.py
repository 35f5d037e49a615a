"""The name of an export follows the format that the person chooses in the dialog."""

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

_SUFFIX = re.compile(r"\*(\.[a-z0-9]+)")


def follow_format(dialog: QFileDialog) -> None:
    """Let the suffix of the name in `dialog` be that of the chosen name filter."""

    def follow(name_filter: str) -> None:
        found = _SUFFIX.search(name_filter)
        chosen = dialog.selectedFiles()
        if found and chosen:
            dialog.setDefaultSuffix(found[1])
            dialog.selectFile(Path(chosen[0]).with_suffix(found[1]).name)

    dialog.filterSelected.connect(follow)
