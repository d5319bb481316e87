"""Keys of the statistics offices' machines."""

from io import StringIO

from django.core.management import call_command
from django.test import Client

from enterprises import api_keys
from enterprises.models import ApiClient, JournalEntry


def test_an_issued_key_opens_the_api_and_only_its_digest_is_kept(db, today):
    client, key = api_keys.issue("青岛市统计局", contact="宋", by=None, today=today)

    answer = Client(headers={"Authorization": f"Api-Key {key}"}).get("/api/v1/districts/")

    assert answer.status_code == 200
    assert key.startswith(f"{client.prefix}.")
    assert client.key_hash == api_keys.key_hash(key)


def test_issuing_a_key_is_written_down_without_the_key(db, today, administrator):
    client, key = api_keys.issue("青岛市统计局", contact="", by=administrator, today=today)

    entry = JournalEntry.objects.get(subject=f"api-client/{client.prefix}")
    assert entry.by == administrator
    assert key not in str(entry.detail)


def test_two_keys_are_never_the_same(db, today):
    keys = {api_keys.issue(f"统计{n}", contact="", by=None, today=today)[1] for n in range(3)}

    assert len(keys) == 3


def test_the_command_shows_the_key_once(db):
    out, err = StringIO(), StringIO()

    call_command("issue_api_key", "青岛市统计局", stdout=out, stderr=err)

    name, _colon, key = out.getvalue().strip().partition("：")
    assert ApiClient.objects.get(name=name).key_hash == api_keys.key_hash(key)
    assert "只显示这一次" in err.getvalue()
