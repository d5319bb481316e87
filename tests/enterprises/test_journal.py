"""Can anybody rewrite the journal? The database refuses, and a forged entry shows."""

import pytest
from django.db import DatabaseError, connection, transaction

from enterprises import journal
from enterprises.models import JournalEntry


def forge(sql: str, *values: object) -> None:
    """Change a row as someone with the database in hand and the trigger dropped could."""
    table = "enterprises_journalentry"
    drop = (
        [f"DROP TRIGGER {table}_no_UPDATE", f"DROP TRIGGER {table}_no_DELETE"]
        if connection.vendor == "sqlite"
        else [
            "SET CONSTRAINTS ALL IMMEDIATE",
            f"ALTER TABLE {table} DISABLE TRIGGER {table}_append_only",
        ]
    )
    with connection.cursor() as cursor:
        for statement in drop:
            cursor.execute(statement)
        cursor.execute(sql, values)


def three_entries() -> None:
    for deed in ("open", "submit", "accept"):
        journal.record("application/TEST", deed, by=None, note=deed)


@pytest.mark.parametrize(
    "deed",
    [
        lambda: JournalEntry.objects.update(note="forged"),
        lambda: JournalEntry.objects.all().delete(),
    ],
)
def test_the_database_refuses_to_change_or_remove_an_entry(db, deed):
    three_entries()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        deed()

    assert JournalEntry.objects.filter(subject="application/TEST").count() == 3


def test_an_untouched_chain_has_no_broken_link(db):
    three_entries()

    assert not list(journal.broken_links())


def test_a_forged_note_breaks_the_chain(db):
    three_entries()

    forge("UPDATE enterprises_journalentry SET note = 'x' WHERE deed = %s", "submit")

    assert [entry.deed for entry in journal.broken_links()] == ["submit"]


def test_a_removed_entry_breaks_the_chain_behind_it(db):
    three_entries()

    forge("DELETE FROM enterprises_journalentry WHERE deed = %s", "submit")

    assert [entry.deed for entry in journal.broken_links()] == ["accept"]


def test_each_subject_has_a_chain_of_its_own(db):
    journal.record("application/A", "open", by=None)
    journal.record("application/B", "open", by=None)

    assert set(JournalEntry.objects.values_list("sequence", flat=True)) == {1}
