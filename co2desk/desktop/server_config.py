"""What the embedded PostgreSQL is told: private, durable, modest on a person's computer."""

from pathlib import Path

from co2desk.desktop.postgres_binaries import PostgresBinaries

_FIXED = """\
# Written by co2desk at every start; put your own settings into local.conf beside this file.
cluster_name = 'co2desk'
max_connections = 60
shared_buffers = 128MB
work_mem = 16MB
maintenance_work_mem = 64MB
huge_pages = off
jit = off
# Durable: fsync and full_page_writes stay on. Nobody replicates from a desktop.
wal_level = minimal
max_wal_senders = 0
max_wal_size = 1GB
checkpoint_completion_target = 0.9
password_encryption = 'scram-sha-256'
timezone = 'UTC'
log_timezone = 'UTC'
datestyle = 'iso, ymd'
lc_messages = 'C'
default_text_search_config = 'pg_catalog.simple'
# No statement and no value of a row reaches the log.
log_error_verbosity = terse
log_min_error_statement = panic
log_statement = none
log_line_prefix = '%m [%p] %u@%d '
"""


def server_settings(
    binaries: PostgresBinaries, *, socket_folder: Path | None, port: int
) -> dict[str, str]:
    """Return the texts of the two files that co2desk writes into the database folder.

    On POSIX the server listens in `socket_folder` alone; on Windows (no `socket_folder`), on the
    loopback address. Either way every login needs the SCRAM password.
    """
    lines = [_FIXED, f"port = {port}"]
    if (binaries.libraries / "pg_stat_statements.so").is_file():
        lines.append("shared_preload_libraries = 'pg_stat_statements'")
    if socket_folder is None:
        lines.append("listen_addresses = '127.0.0.1'")
        access = "host all all 127.0.0.1/32 scram-sha-256\n"
    else:
        quoted = str(socket_folder).replace("'", "''")
        lines += [
            "listen_addresses = ''",
            f"unix_socket_directories = '{quoted}'",
            "unix_socket_permissions = 0700",
        ]
        access = "local all all scram-sha-256\n"
    lines.append("include_if_exists = 'local.conf'")
    return {"postgresql.conf": "\n".join(lines) + "\n", "pg_hba.conf": access}
