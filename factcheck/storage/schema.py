"""Making and migrating the schema: Alembic, forward only, one transaction, foreign keys off."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, inspect, select, text

from factcheck import __version__
from factcheck.domain.errors import N_, DatabaseError
from factcheck.domain.ids import new_id
from factcheck.storage.engine import APPLICATION_ID
from factcheck.storage.seeding import seed_scales
from factcheck.storage.tables import MetaRow

VERSION = 2
"""Schema of this program, stored in `user_version`; each migration adds one."""

MIGRATION_FAILED = N_(
    "{path} could not be brought up to this version of the program. It is unchanged; a backup is at"
    " {backup}."
)
OUTGROWN = N_(
    "A newer factcheck has brought {path} up to date meanwhile. Nothing was saved: update this"
    " program and open the record again."
)


def create(engine: Engine) -> None:
    """Make the schema in an empty file and fill in what every file starts with."""
    with engine.execution_options(write=True).begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        _migrate(connection)
        facts = {
            "workspace": str(new_id()),
            "min_reader": str(VERSION),
            "min_writer": str(VERSION),
            "made_by": __version__,
        }
        connection.execute(
            insert(MetaRow), [{"key": key, "value": value} for key, value in facts.items()]
        )
        seed_scales(connection)


def version_on_server(engine: Engine) -> int | None:
    """Return the schema of a PostgreSQL database, None where it holds no record yet."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return int(connection.scalar(text("SELECT version_num FROM alembic_version")) or 0)


def refuse_outgrown(connection: Connection, path: Path) -> None:
    """Refuse to write into a record that a newer program has migrated since it was opened.

    Raises:
        DatabaseError: Its schema is newer than that of this program.
    """
    query = (
        "PRAGMA user_version"
        if connection.dialect.name == "sqlite"
        else "SELECT version_num FROM alembic_version"
    )
    if int(connection.exec_driver_sql(query).scalar() or 0) > VERSION:
        raise DatabaseError(OUTGROWN, path=path)


def upgrade_server(engine: Engine) -> None:
    """Migrate an older PostgreSQL database in one transaction; its server keeps the backups."""
    with engine.execution_options(write=True).begin() as connection:
        _migrate(connection)


def upgrade(engine: Engine, path: Path, backup_dir: Path) -> None:
    """Migrate an older file to this schema after a backup, all in one transaction.

    Raises:
        DatabaseError: A check failed; the file is as it was.
    """
    from factcheck.storage.backup import Origin, back_up, copy_database  # noqa: PLC0415 - hardly ever

    origin = Origin.of(path.stem, _workspace(engine), path)
    backup = back_up(
        lambda target: copy_database(engine, target), backup_dir, origin, "before-schema"
    )
    with engine.execution_options(write=True).connect() as connection:
        driver: Any = connection.connection.dbapi_connection
        driver.execute("PRAGMA foreign_keys=OFF").close()
        try:
            with connection.begin():
                _migrate(connection)
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise DatabaseError(MIGRATION_FAILED, path=path, backup=backup)
        finally:
            driver.execute("PRAGMA foreign_keys=ON").close()


def _workspace(engine: Engine) -> str:
    """Return the identity of a record, zeros where the file has none yet."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("meta"):
            return "0" * 8
        return str(connection.scalar(select(MetaRow.value).where(MetaRow.key == "workspace")))


def _migrate(connection: Connection) -> None:
    """Run every pending migration on an open transaction."""
    from alembic import command  # noqa: PLC0415 - costs 0.2 s and is needed for new and old files only
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    folder = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA user_version={VERSION}"))
