"""Who confirmed a row of a rule, with which text, stays as it was written down."""

from django.db import migrations

from enterprises.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("certifications", "0006_editions_prepared_and_prospects")]
    operations = [append_only("certifications_confirmation")]
