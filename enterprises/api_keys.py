"""Keys of API clients: made here, shown once; the register keeps a digest and forgets the key."""

import hashlib
import secrets
from datetime import date

from django.db import transaction

from enterprises import journal
from enterprises.models import ApiClient, User

SECRET_BYTES = 32


def key_hash(key: str) -> str:
    """What is kept of a key; keys are long and random, so one plain hash is enough."""
    return hashlib.sha256(key.encode()).hexdigest()


@transaction.atomic
def issue(name: str, *, contact: str, by: User | None, today: date) -> tuple[ApiClient, str]:
    """Enter a client that may ask from today on; return it with its key, for the only time."""
    prefix = secrets.token_hex(4)
    key = f"{prefix}.{secrets.token_urlsafe(SECRET_BYTES)}"
    client = ApiClient.objects.create(
        name=name, contact=contact, prefix=prefix, key_hash=key_hash(key), since=today
    )
    journal.record(f"api-client/{prefix}", "key_issued", by=by, detail={"name": name})
    return client, key
