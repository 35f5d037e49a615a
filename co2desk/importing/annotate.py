"""A copy of the person's own file that says in each row what is wrong, to be imported again."""

from collections.abc import Callable, Sequence

from co2desk.domain.issue import Issue
from co2desk.domain.progress import NoProgress, Progress
from co2desk.importing.annotate_new_workbook import new_workbook
from co2desk.importing.annotate_text import annotate_text
from co2desk.importing.annotate_workbook import annotate_workbook
from co2desk.importing.checked import CheckedRow
from co2desk.importing.marks import PROBLEMS
from co2desk.importing.patching.package import UnknownPackageError
from co2desk.importing.readers import Source
from co2desk.importing.table import SourceTable

_WORKBOOKS = frozenset(["xlsx", "xlsm"])
_OTHER_WORKBOOKS = frozenset(["xls", "xlsb", "ods"])


def annotated_copy(
    source: Source,
    table: SourceTable,
    rows: Sequence[CheckedRow],
    message: Callable[[Issue], str],
    language: str = "en",
    progress: Progress = NoProgress(),
) -> bytes:
    """The bytes of a copy of `source` with a column of problems and the corrections so far.

    XLSX keeps all that it holds and gets a comment on every cell with a problem; text files keep
    their dialect and every line that is not data. XLS, XLSB and ODS, which cannot be written, come
    as a new XLSX, and so does an XLSX that is not laid out as the standard says. The added column
    is recognised and left alone when the copy is imported.
    `message` puts an issue into words.

    Raises:
        Cancelled: asked for through `progress`.
    """
    header = PROBLEMS[language]
    if table.dialect.format in _WORKBOOKS:
        try:
            return annotate_workbook(source.data, table, rows, message, header, progress)
        except UnknownPackageError:
            return new_workbook(table, rows, message, header, progress)
    if table.dialect.format in _OTHER_WORKBOOKS:
        return new_workbook(table, rows, message, header, progress)
    return annotate_text(source, table, rows, message, header, progress)


def suffix_of_copy(table: SourceTable) -> str:
    """The suffix that fits what `annotated_copy` gives, with its dot."""
    format_ = table.dialect.format
    return ".xlsx" if format_ in _OTHER_WORKBOOKS else f".{format_}"
