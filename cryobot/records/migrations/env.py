"""What Alembic runs: the migrations, on the connection of the program, or of this installation on the command line."""

from alembic import context
from sqlalchemy import create_engine
from sqlalchemy.engine import Connection

from cryobot.records.tables import METADATA
from cryobot.settings import settings


def migrate() -> None:
    """Run the migrations."""
    given = context.config.attributes.get("connection")
    if given is not None:
        _migrate(given)
        return
    engine = create_engine(settings().records_url, future=True)
    with engine.begin() as connection:
        _migrate(connection)
    engine.dispose()


def _migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        # SQLite changes a column only by copying its table, and has a table of its own for the last numbers.
        render_as_batch=True,
        include_name=lambda name, *_: name != "sqlite_sequence",
    )
    context.run_migrations()


migrate()
