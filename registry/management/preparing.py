"""What has to be there before the doors open: tables, law, pages' files, and the demo city.

Each step looks first and does nothing when it was done before.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

import seeds
from certifications.models import Scheme
from registry.demo.city import stands

UNUSED = ["rest_framework", "redoc"]  # pages that come with packages and that we do not serve


def migrate() -> bool:
    """Bring the tables up to date; True when something had to be done."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    call_command("migrate", verbosity=0, interactive=False)
    return True


def seed() -> bool:
    """Load the law, the places and the promises when their files changed."""
    now = digest(path for path in seeds.ROOT.rglob("*") if path.suffix in {".yaml", ".csv"})
    stamp = Stamp("seed", now + str(settings.DATABASES["default"]["NAME"]))
    if stamp.is_fresh() and Scheme.objects.exists():
        return False
    call_command("seed", verbosity=0)
    stamp.press()
    return True


def collect_static() -> bool:
    """Name every style, script and picture after its content, when one changed."""
    found = (
        Path(storage.path(name))
        for finder in get_finders()
        for name, storage in finder.list(UNUSED)
    )
    stamp = Stamp("static", digest(found))
    if stamp.is_fresh() and (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        return False
    call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=UNUSED)
    stamp.press()
    return True


def demo() -> bool:
    """Fill the invented city, once, where a demo is wanted."""
    if not settings.DEMO or stands():
        return False
    call_command("demo", verbosity=0)
    return True


def digest(paths: Iterable[Path]) -> str:
    """What tells whether files changed: their names, sizes and times."""
    seen = hashlib.sha256()
    for path in sorted(paths):
        stat = path.stat()
        seen.update(f"{path}|{stat.st_size}|{stat.st_mtime_ns}\n".encode())
    return seen.hexdigest()


class Stamp:
    """A note under var/ that a step was done for exactly this content."""

    def __init__(self, name: str, content: str) -> None:
        self.path = Path(settings.VAR_DIR) / "stamps" / name
        self.content = content

    def is_fresh(self) -> bool:
        return self.path.exists() and self.path.read_text() == self.content

    def press(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(self.content)
