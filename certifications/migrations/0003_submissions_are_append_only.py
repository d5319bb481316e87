"""What was handed in stays as it was handed in."""

from django.db import migrations

from enterprises.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("certifications", "0002_initial")]
    operations = [append_only("certifications_submission")]
