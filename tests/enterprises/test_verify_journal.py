"""Does the command find a forged journal and stay silent about an honest one?"""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from tests.enterprises.test_journal import forge, three_entries

pytestmark = pytest.mark.django_db


def test_an_honest_journal_passes():
    three_entries()
    out = io.StringIO()

    call_command("verify_journal", stdout=out)

    assert "已核对日志 3 条，断裂 0 处" in out.getvalue()


def test_a_forged_entry_is_listed_and_the_command_fails():
    three_entries()
    forge("UPDATE enterprises_journalentry SET note = 'x' WHERE deed = %s", "submit")
    out = io.StringIO()

    with pytest.raises(CommandError, match="1 处断裂"):
        call_command("verify_journal", "--format", "json", stdout=out)

    broken = json.loads(out.getvalue())["broken"]
    assert broken == [{"subject": "application/TEST", "sequence": 2, "deed": "submit"}]
