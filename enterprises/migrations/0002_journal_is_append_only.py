"""The journal can be added to, never changed: the database itself refuses."""

from django.db import migrations

from enterprises.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("enterprises", "0001_initial")]
    operations = [append_only("enterprises_journalentry")]
