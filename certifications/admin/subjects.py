"""What a journal entry is about, in words: the enterprise and title of a case, the name behind a code."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from certifications.models import Application, Batch
from enterprises.models import Enterprise, User
from enterprises.punctuation import labelled

DEMO = "demo"


@dataclass(frozen=True)
class About:
    """A subject in words, and the address of everything the journal says of it."""

    says: str
    subject: str

    @property
    def chain(self) -> str:
        journal = reverse("admin:enterprises_journalentry_changelist")
        return f"{journal}?{urlencode({'q': self.subject})}"


def told(subjects: Iterable[str]) -> dict[str, About]:
    """Each subject in words, in one query a kind."""
    wanted = set(subjects)
    names = _names(wanted)
    return {subject: About(names.get(subject) or _plain(subject), subject) for subject in wanted}


def _names(subjects: set[str]) -> dict[str, str]:
    cases = Application.objects.filter(reference__in=_codes(subjects, "application"))
    firms = Enterprise.objects.filter(credit_code__in=_codes(subjects, "enterprise"))
    batches = Batch.objects.filter(code__in=_codes(subjects, "batch"))
    people = User.objects.filter(username__in=_codes(subjects, "user"))
    return {
        **{row.subject: str(row) for row in cases.select_related("enterprise", "scheme")},
        **{f"enterprise/{row.credit_code}": row.name for row in firms},
        **{f"batch/{row.code}": labelled(_("批次"), row.name) for row in batches},
        **{f"user/{row.username}": labelled(_("账号"), row) for row in people},
    }


def _codes(subjects: set[str], kind: str) -> list[str]:
    return [
        code for word, _slash, code in (each.partition("/") for each in subjects) if word == kind
    ]


def _plain(subject: str) -> str:
    """A subject of a kind that has no rows of its own, or whose row is gone."""
    kind, _slash, code = subject.partition("/")
    if kind == DEMO:
        return _("演示城市")
    kinds = {
        "edition": _("规则版本"),
        "figure": _("填报数"),
        "api-client": _("接口密钥"),
        "certification": _("称号记录"),
    }
    return labelled(kinds[kind], code) if kind in kinds else subject
