"""For operations: is the process alive, and can it serve."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def live(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """The database answers and has every migration; 503 says which of the two is missing."""
    checks = readiness()
    is_ready = all(says == "ok" for says in checks.values())
    status = {"status": "ok" if is_ready else "unavailable", "checks": checks}
    return JsonResponse(status, status=200 if is_ready else 503)


def readiness() -> dict[str, str]:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return {"database": "unreachable", "migrations": "unknown"}
    return {"database": "ok", "migrations": f"{len(waiting)} to run" if waiting else "ok"}
