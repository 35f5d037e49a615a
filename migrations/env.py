"""Runs migrations on the connection that the program hands over, in one transaction."""

from alembic import context

from co2desk.database.tables import Base

# Sessions that migrate at the same time wait for one another; released with the transaction.
ADVISORY_LOCK = 0x636F32
# Never queue behind an idle reader for long: everybody else would stand behind us.
LOCK_TIMEOUT = "1s"


def main() -> None:
    """Migrate, or print the SQL of a migration with `alembic --sql`."""
    if context.is_offline_mode():
        context.configure(
            dialect_name="postgresql", target_metadata=Base.metadata, literal_binds=True
        )
        with context.begin_transaction():
            context.run_migrations()
        return
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        compare_server_default=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})")
        context.run_migrations()


main()
