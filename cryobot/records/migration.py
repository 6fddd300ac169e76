"""Brings the tables of the record database up to date."""

from functools import lru_cache

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.engine import Connection

from cryobot.errors import StoreError

SCRIPTS = "cryobot.records:migrations"

# Any number that no other program takes locks with in the same PostgreSQL database.
_LOCK = 7_263_915_044


def migrate(connection: Connection) -> None:
    """Make or change the tables as this version of the program needs them, one program at a time.

    Args:
        connection: in a transaction that was just begun.

    Raises:
        StoreError: a later version of the program made them.
    """
    if _revision(connection) == _scripts().get_current_head():
        return
    _lock(connection)
    revision = _revision(connection)
    if revision is not None and revision not in {script.revision for script in _scripts().walk_revisions()}:
        raise StoreError(
            f"its tables have version {revision}, which this program does not know. "
            "Start the version of the program that wrote them, or name another database."
        )
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        # Changing tables that are full takes the other program longer than anything else may.
        connection.execute(text("SET LOCAL lock_timeout = '10min'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    else:
        # Otherwise SQLite would lock at the first change only, after both had read that there is something to do.
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    return config


@lru_cache(maxsize=1)
def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
