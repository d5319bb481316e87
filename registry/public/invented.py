"""Whether what the register counts is a demo city's: then every count says so."""

from django.conf import settings

from enterprises.models import Enterprise


def is_invented() -> bool:
    return settings.DEMO or Enterprise.objects.filter(is_demo=True).exists()
