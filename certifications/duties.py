"""What is due to be told: given a day, the letters that should have been written by then.

It looks at a window and not at one day, so a missed morning is caught up; the post writes each
letter once. It does not know who delivers.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from certifications.models import Certification, Holding
from certifications.models.certification import CertificationQuerySet
from enterprises.models import Letter
from enterprises.post.writing import Draft

TITLE_ENDING = "title_ending"
DAYS_AHEAD = 90
PORTAL = "/portal/"


def falling_due(today: date) -> Iterator[Draft]:
    """The letters due by today that nobody has written yet."""
    told = already_told(today)
    for certification in ending(today).select_related("enterprise", "scheme").iterator(2000):
        if about(certification) not in told:
            yield title_ending(certification, today)


def ending(today: date) -> CertificationQuerySet:
    """Titles in their last 90 days that nothing continues: a renewed one needs no reminder."""
    lasting = Q(last_day__isnull=True) | Q(last_day__gt=OuterRef("valid_until"))
    later = Holding.objects.filter(
        lasting, enterprise=OuterRef("enterprise"), scheme=OuterRef("scheme")
    )
    soon: CertificationQuerySet = Certification.objects.ending_within(today, DAYS_AHEAD)
    return soon.filter(~Exists(later), ended_on__isnull=True).order_by("valid_until", "pk")


def already_told(today: date) -> set[str]:
    """What letters of this window are about; saves composing them again."""
    window = today - timedelta(days=DAYS_AHEAD)
    letters = Letter.objects.filter(kind=TITLE_ENDING, due_on__gte=window)
    return set(letters.values_list("about", flat=True))


def title_ending(certification: Certification, today: date) -> Draft:
    """到期提醒: due 90 days before the last day, whenever it is really written."""
    last_day = certification.valid_until
    assert last_day is not None  # noqa: S101 - only titles with an end are asked for
    enterprise, scheme = certification.enterprise, certification.scheme
    words: dict[str, str | date] = {
        "enterprise": enterprise.name,
        "number": certification.number,
        "ends_on": last_day,
        "days_left": str((last_day - today).days),
        "link": PORTAL,
    }
    return Draft(
        kind=TITLE_ENDING,
        about=about(certification),
        due_on=last_day - timedelta(days=DAYS_AHEAD),
        enterprise=enterprise,
        words_zh={**words, "scheme": scheme.name_zh},
        words_en={**words, "scheme": scheme.name_en},
        link=PORTAL,
    )


def about(certification: Certification) -> str:
    return f"certification/{certification.scheme.code}/{certification.number}"
