"""One enterprise as the public may see it: what was decided, never what is being decided."""

from datetime import date

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from certifications.models import Certification, NoticeEntry
from enterprises import credit_code
from enterprises.clock import today
from enterprises.models import Enterprise
from registry.public.verify import Found, verdict
from registry.query import Words


@require_safe
def enterprise(request: HttpRequest, code: str) -> HttpResponse:
    """One enterprise as the public may see it: names, places, decided titles, running notices."""
    Words(request.GET, ())
    if code != credit_code.normalise(code):
        return redirect("enterprise", credit_code.normalise(code))
    found = known_to_the_public().filter(credit_code=code).first()
    if found is None:
        raise Http404
    now = today()
    context = {
        "enterprise": found,
        "titles": titles(found, now),
        "names": found.names.order_by("since"),
        "residences": found.residences.select_related("district", "zone").order_by("since"),
        "industry": found.industries.on(now).select_related("industry").last(),
        "notices": NoticeEntry.objects.filter(
            application__enterprise=found, notice__starts_on__lte=now, notice__ends_on__gte=now
        ).select_related("notice__scheme"),
    }
    return render(request, "public/enterprise.html", context)


def known_to_the_public() -> QuerySet[Enterprise]:
    """Those with a title, now or once, or on a notice; other files are nobody's business."""
    on_notice = NoticeEntry.objects.values("application__enterprise")
    certified = Certification.objects.values("enterprise")
    return Enterprise.objects.filter(Q(pk__in=certified) | Q(pk__in=on_notice))


def titles(found: Enterprise, now: date) -> list[Found]:
    """Its certifications, newest first, each with what holds today."""
    listed = found.certifications.select_related("scheme").prefetch_related("documents")
    return [Found(row, verdict(row, now), now) for row in listed.order_by("-valid_from", "pk")]
