"""What Alembic runs: the migrations, on the connection of the program, or of this installation on the command line."""

from alembic import context

from cryobot.records.tables import METADATA


def migrate() -> None:
    """Run the migrations."""
    connection = context.config.attributes.get("connection")
    if connection is None:
        from cryobot.records.installed import installed_store

        with installed_store().database.transaction() as installed:
            _migrate(installed)
    else:
        _migrate(connection)


def _migrate(connection: object) -> None:
    # SQLite changes a column only by copying its table.
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
    context.run_migrations()


migrate()
