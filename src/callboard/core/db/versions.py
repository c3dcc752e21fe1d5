"""Whether the database's tables are those of this program, of an older one, or of a newer one."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader


def waiting(executor: MigrationExecutor | None = None) -> int:
    """How many migrations of this program the database does not have yet."""
    executor = executor or MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def unknown(loader: MigrationLoader | None = None) -> list[str]:
    """Migrations of our apps that the database has and this program does not know: a newer one was here."""
    loader = loader or MigrationLoader(connection)
    known = set(loader.disk_migrations or ())
    known |= {old for migration in (loader.disk_migrations or {}).values() for old in migration.replaces}
    done = set(loader.applied_migrations or ())
    return sorted(".".join(each) for each in done - known if each[0] in loader.migrated_apps)
