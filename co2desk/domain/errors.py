"""Problems that stop a task: a code and parameters; the words are in the table of texts."""

from collections.abc import Mapping
from enum import StrEnum


class ErrorCode(StrEnum):
    """Stable codes; `resources/messages/*/errors.toml` has a text for each in every language."""

    # the file or the call cannot be used
    FILE_NOT_FOUND = "file_not_found"
    NOT_A_FILE = "not_a_file"
    NO_PERMISSION = "no_permission"
    FILE_TOO_LARGE = "file_too_large"
    EMPTY_FILE = "empty_file"
    NOT_A_TABLE = "not_a_table"
    UNKNOWN_FORMAT = "unknown_format"
    UNKNOWN_EXPORT_FORMAT = "unknown_export_format"
    DAMAGED_FILE = "damaged_file"
    PASSWORD_PROTECTED = "password_protected"
    UNDECODABLE_TEXT = "undecodable_text"
    UNKNOWN_SHEET = "unknown_sheet"
    ONLY_HIDDEN_SHEETS = "only_hidden_sheets"
    HOSTILE_FILE = "hostile_file"
    READING_TOOK_TOO_LONG = "reading_took_too_long"
    HELPER_STOPPED = "helper_stopped"
    UNKNOWN_KIND = "unknown_kind"
    KIND_NOT_RECOGNISED = "kind_not_recognised"
    MISSING_COLUMNS = "missing_columns"
    FACTORS_NOT_ACTIVITIES = "factors_not_activities"
    UNKNOWN_LABORATORY = "unknown_laboratory"
    FILE_ALREADY_IMPORTED = "file_already_imported"
    NO_ROWS = "no_rows"
    NOTHING_TO_COMMIT = "nothing_to_commit"
    BAD_MAPPING_FILE = "bad_mapping_file"
    BAD_PACK = "bad_pack"
    DAMAGED_DRAFT = "damaged_draft"
    FILE_TOO_NEW = "file_too_new"
    CANNOT_WRITE_FILE = "cannot_write_file"
    OUTPUT_FAILED = "output_failed"
    USER_FOLDER_UNUSABLE = "user_folder_unusable"
    ARCHIVE_UNUSABLE = "archive_unusable"
    PASSWORD_IN_URL = "password_in_url"
    BAD_CONNECTION = "bad_connection"
    INVALID_VALUE = "invalid_value"
    BAD_MANAGED_SETTINGS = "bad_managed_settings"
    SET_BY_ADMINISTRATOR = "set_by_administrator"
    UNKNOWN_IMPORT = "unknown_import"
    # the database cannot be reached or refuses
    SERVER_UNREACHABLE = "server_unreachable"
    LOGIN_REFUSED = "login_refused"
    CONNECTION_LOST = "connection_lost"
    OUTCOME_UNKNOWN = "outcome_unknown"
    NOT_PERMITTED = "not_permitted"
    CHANGED_MEANWHILE = "changed_meanwhile"
    NO_LONGER_THERE = "no_longer_there"
    ALREADY_EXISTS = "already_exists"
    ROW_ALREADY_IMPORTED = "row_already_imported"
    STILL_IN_USE = "still_in_use"
    VALUE_REFUSED = "value_refused"
    CLOCK_WRONG = "clock_wrong"
    SERVER_BUSY = "server_busy"
    DATABASE_MISSING = "database_missing"
    SCHEMA_MISSING = "schema_missing"
    SCHEMA_TOO_OLD = "schema_too_old"
    ROLES_MISSING = "roles_missing"
    SCHEMA_TOO_NEW = "schema_too_new"
    EMBEDDED_SERVER_FAILED = "embedded_server_failed"
    DATABASE_FAILED = "database_failed"
    YEAR_PUBLISHED = "year_published"
    # backups
    BACKUP_NOT_PERMITTED = "backup_not_permitted"
    NEEDS_DIRECT_CONNECTION = "needs_direct_connection"
    BACKUP_PROGRAM_MISSING = "backup_program_missing"
    BACKUP_FAILED = "backup_failed"
    DAMAGED_BACKUP = "damaged_backup"
    BACKUP_DIFFERS = "backup_differs"
    BACKUP_NOT_TRIED = "backup_not_tried"
    TABLE_BACKUP = "table_backup"
    NOT_IN_BACKUP = "not_in_backup"
    BACKUP_LOCKED = "backup_locked"
    WRONG_KEY = "wrong_key"
    NO_PASSPHRASE = "no_passphrase"
    NO_KEY_IN_FILE = "no_key_in_file"
    TOO_LARGE_FOR_PASSPHRASE = "too_large_for_passphrase"
    NAME_NOT_CONFIRMED = "name_not_confirmed"
    RESTORE_NOT_PERMITTED = "restore_not_permitted"
    RESTORE_FAILED = "restore_failed"
    MAINTENANCE_NOT_PERMITTED = "maintenance_not_permitted"
    # asked for by the person
    CANCELLED = "cancelled"


# The way to the server is cut: it is over as soon as anything is answered again.
OF_THE_LINK = frozenset(
    {ErrorCode.SERVER_UNREACHABLE, ErrorCode.CONNECTION_LOST, ErrorCode.OUTCOME_UNKNOWN}
)


class Co2deskError(Exception):
    """Something went wrong that the person can act on.

    `code` names the sentence, `params` fill it in; no parameter ever holds a password.
    """

    def __init__(self, code: ErrorCode, /, **params: object) -> None:
        self.code = code
        self.params = {name: str(value) for name, value in params.items()}
        super().__init__(f"{code.value} {self.params}" if params else code.value)

    def __reduce__(self) -> tuple[object, ...]:
        """Let an error cross from one process to another whole."""
        return _restored, (type(self), self.code, self.params)


class UnusableInput(Co2deskError):
    """The call or the file cannot be used as it is."""


class DatabaseProblem(Co2deskError):
    """The database cannot be reached, or refuses."""


class Cancelled(Co2deskError):
    """The person asked to stop; nothing was written."""

    def __init__(self) -> None:
        super().__init__(ErrorCode.CANCELLED)

    def __reduce__(self) -> tuple[object, ...]:
        """Let the wish to stop cross from one process to another."""
        return Cancelled, ()


def follows_interrupt(problem: BaseException) -> bool:
    """Whether Ctrl+C is behind a problem: the driver may fail over the statement it then cuts."""
    cause: BaseException | None = problem
    while cause is not None and not isinstance(cause, KeyboardInterrupt):
        cause = cause.__cause__ or cause.__context__
    return cause is not None


def _restored(kind: type[Co2deskError], code: ErrorCode, params: Mapping[str, str]) -> Co2deskError:
    return kind(code, **params)
