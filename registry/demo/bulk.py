"""Pours many rows into one table at once: COPY on PostgreSQL, one prepared statement on SQLite.

Skips models, signals and full_clean on purpose: only for rows that the demo itself thought up.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max


def next_id(model: type[models.Model]) -> int:
    """The first row number that is free."""
    highest = model._default_manager.aggregate(highest=Max("pk"))["highest"]
    return int(highest or 0) + 1


def pour(
    model: type[models.Model],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    **same: Any,
) -> int:
    """Insert rows given by field attribute names, `same` values in each; return how many.

    Row numbers are given in order. Fields not named take their model default.
    """
    fields = {
        field.attname: field for field in model._meta.concrete_fields if not field.primary_key
    }
    rest = {name: same.get(name, field.get_default()) for name, field in fields.items()}
    constants = tuple(rest[name] for name in rest if name not in columns)
    names = ["id", *columns, *(name for name in rest if name not in columns)]
    first = next_id(model)
    numbered = [(first + place, *row, *constants) for place, row in enumerate(rows)]
    quoted = ", ".join(
        connection.ops.quote_name("id" if name == "id" else str(fields[name].column))
        for name in names
    )
    _send(connection.ops.quote_name(model._meta.db_table), quoted, numbered)
    _continue_counting_after(model)
    return len(numbered)


def _send(table: str, columns: str, rows: list[tuple[Any, ...]]) -> None:
    if not rows:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(rows[0]))
            # names come from our own models, values go as parameters
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)  # noqa: S608


def _continue_counting_after(model: type[models.Model]) -> None:
    """Let the table's own counter go on behind the rows that brought their numbers."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [model]):
            cursor.execute(statement)


def take_stock() -> None:
    """Let the database learn what it now holds, so that the first pages are planned well."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
