"""Prepares the database of one journey: a firm without figures, five people, a machine's key.

Run as `python -m tests.journeys.prepare` with DATABASE_URL pointing at a migrated, empty database.
"""

import os
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
django.setup()

from django.core.management import call_command  # noqa: E402

from certifications.models import Certification, Scheme  # noqa: E402
from certifications.recognition import holdings  # noqa: E402
from enterprises.api_keys import key_hash  # noqa: E402
from enterprises.clock import now, today  # noqa: E402
from enterprises.models import ApiClient  # noqa: E402
from tests import factories  # noqa: E402

KEY = "journey1.a-key-that-only-the-journey-knows"
FIRM = "青岛澄明传感技术有限公司"
PEOPLE = {
    "laoshan": ("李科", "laoshan_science"),
    "laoshan_industry": ("孙工", "laoshan_industry"),
    "city": ("张处", "city_science"),
    "city_sme": ("刘处", "city_private_economy"),
}


def main() -> None:
    call_command("seed", verbosity=0)
    firm = factories.enterprise(FIRM)
    factories.member(factories.person("clerk", "王晓"), firm)
    for username, (name, office) in PEOPLE.items():
        factories.post(factories.person(username, name), office)
    for scheme in ("high_tech", "srdi_sme"):
        factories.batch(scheme, today())
    holds_the_base_title(firm)
    ApiClient.objects.create(
        name="市统计局", prefix=KEY[:8], key_hash=key_hash(KEY), since=date(2026, 1, 1)
    )


def holds_the_base_title(firm: object) -> None:
    """专精特新 (2026) asks for a valid 科技型 or 创新型 title."""
    scheme = Scheme.objects.get(code="tech_sme")
    Certification.objects.create(
        enterprise=firm, scheme=scheme, number="202637021200009999",
        conferred_by="青岛市科学技术局", issued_on=date(2026, 5, 8), valid_from=date(2026, 5, 8),
        valid_until=date(2027, 3, 31), source="list", source_says="2026 年第 1 批 · 第 1 行",
        recorded_at=now(),
    )  # fmt: skip
    holdings.refold(scheme.pk)


if __name__ == "__main__":
    main()
