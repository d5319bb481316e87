"""The certificate check: a number or a credit code, and whether it holds today."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from certifications.models import Certification
from enterprises import credit_code
from enterprises.clock import today
from enterprises.credit_code import Flaw
from enterprises.models import Enterprise
from registry.query import Words

LOOKS_LIKE_A_CODE = re.compile(r"[0-9A-Z]{17,19}|[0-9]{13}|[0-9]{15}")
LONGEST = 60
ENDS_SOON = 90


class Verdict(models.TextChoices):
    """核验结果."""

    VALID = "valid", _("有效")
    NOT_YET = "not_yet", _("尚未生效")
    EXPIRED = "expired", _("已过期")
    REVOKED = "revoked", _("已撤销")


@dataclass(frozen=True)
class Found:
    """A certification and what is to be said of it on the day."""

    certification: Certification
    verdict: Verdict
    day: date

    @property
    def days_left(self) -> int | None:
        """Days it still holds after the day, when they are few; None otherwise."""
        if self.verdict != Verdict.VALID or self.certification.last_day is None:
            return None
        left = (self.certification.last_day - self.day).days
        return left if left <= ENDS_SOON else None


@dataclass(frozen=True)
class Answer:
    """What the register says of a number or code."""

    term: str
    found: Sequence[Found] = ()
    enterprise: Enterprise | None = None
    flaw: Flaw | None = None

    @property
    def status(self) -> int:
        """400 for a code that cannot be one, 404 for what the register does not know."""
        if self.flaw:
            return 400
        return 200 if self.found else 404


def verdict(certification: Certification, day: date) -> Verdict:
    if certification.ended_on and certification.ended_on <= day:
        return Verdict.REVOKED
    if certification.valid_from > day:
        return Verdict.NOT_YET
    if certification.valid_until and certification.valid_until < day:
        return Verdict.EXPIRED
    return Verdict.VALID


def look_up(term: str, day: date) -> Answer:
    """By number first, then by credit code; a code that cannot stand is told its flaw."""
    code = credit_code.normalise(term)
    rows = certifications().filter(number__in={code, unicodedata.normalize("NFKC", term).strip()})
    if not rows:
        rows = certifications().filter(enterprise__credit_code=code)
    found = [Found(row, verdict(row, day), day) for row in rows]
    if found:
        return Answer(code, found, found[0].certification.enterprise)
    flaw = credit_code.flaw(code) if LOOKS_LIKE_A_CODE.fullmatch(code) else None
    return Answer(code, flaw=flaw)


def certifications() -> QuerySet[Certification]:
    return Certification.objects.select_related("enterprise", "scheme").order_by("-valid_from")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The form; what is typed becomes an address that can be kept."""
    term = Words(request.GET, ("q",)).text("q")
    if term:
        return redirect("verify", term[:LONGEST])
    return render(request, "public/verify.html")


@require_safe
def verify(request: HttpRequest, term: str) -> HttpResponse:
    Words(request.GET, ())
    answer = look_up(term[:LONGEST], today())
    return render(request, "public/verify.html", {"answer": answer}, status=answer.status)
