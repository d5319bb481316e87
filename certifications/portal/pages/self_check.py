"""The answers of a self-check, handed to an open draft: seen first, confirmed, only empty fields filled.

They arrive sealed from the public's page and wait in the browser's own cookie through the login:
nothing of them is kept on our side, and no address or log holds them (docs/decisions/0027).
"""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certifications.models import Application
from certifications.moves import Refused
from certifications.portal.showing import UNREADABLE, refusal, show, status_of
from certifications.portal.visitor import Visitor, members_only
from certifications.self_check.handing_over import Filling, fill, filling
from certifications.self_check.limits import HOUR, MOST_SEALED
from certifications.self_check.sealed import SealBroken, Sealed, unseal
from certifications.states import State

CARRIED = "self_check"


@require_http_methods(["GET", "HEAD", "POST"])
def self_check(request: HttpRequest) -> HttpResponseBase:
    """A POST brings the answers, from anyone; looking at them is for members."""
    return _take(request) if request.method == "POST" else preview(request)


def _take(request: HttpRequest) -> HttpResponse:
    """Give the answers back to the browser to carry, where they are ours and not too long."""
    sealed = request.POST.get("answers", "")
    response = redirect("portal:self_check")
    if 0 < len(sealed) <= MOST_SEALED and sealed.isascii():
        response.set_cookie(
            CARRIED, sealed, max_age=HOUR, path=reverse("portal:self_check"), httponly=True,
            samesite="Lax", secure=request.is_secure(),
        )  # fmt: skip
    return response


@members_only
def preview(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Of each open draft: what would be filled in, and what stays as it is."""
    try:
        carried = _carried(request)
    except SealBroken as broken:
        return _forget(_page(request, visitor, status=UNREADABLE, broken=str(broken)))
    return _page(request, visitor, drafts=_drafts(visitor, carried))


@require_POST
def fill_in(request: HttpRequest) -> HttpResponseBase:
    """For members; whoever has to sign in first looks at the answers again afterwards."""
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("portal:self_check"))
    return _fill(request)


@members_only
def _fill(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Fill what is empty in one draft, as it stands now."""
    case = visitor.application(request.POST.get("application", ""))
    try:
        filled = fill(case, _carried(request).answers, by=visitor.user, today=visitor.today)
    except SealBroken as broken:
        return _forget(_page(request, visitor, status=UNREADABLE, broken=str(broken)))
    except Refused as refused:
        drafts = _drafts(visitor, _carried(request))
        return _page(request, visitor, status=status_of(refused), drafts=drafts, **refusal(refused))
    says = _("已带入 %(n)d 项，请逐项核对。原有的内容没有改动。")
    messages.success(request, says % {"n": len(filled.empty)})
    return _forget(redirect("portal:application", case.reference))


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Throw the answers away."""
    messages.info(request, _("自测的答案已从这台设备上清除。"))
    return _forget(redirect("portal:home"))


def _carried(request: HttpRequest) -> Sealed:
    """The answers in the browser's cookie. Raises SealBroken."""
    sealed = request.COOKIES.get(CARRIED, "")
    if not sealed:
        raise SealBroken(_("这里没有自测的答案。请先做自测，再按“带入本企业的申请”。"))
    return unseal(sealed)


Draft = tuple[Application, Filling]


def _drafts(visitor: Visitor, carried: Sealed) -> list[Draft]:
    """The open drafts of the visitor's enterprises: the one spoken for and the checked title first."""
    mine = [membership.enterprise_id for membership in visitor.memberships]
    seen = Application.objects.visible_to(visitor.user, visitor.today).with_everything()
    drafts = seen.filter(enterprise__in=mine, state=State.DRAFT).order_by("-opened_at")

    def nearness(case: Application) -> tuple[bool, bool]:
        ours = case.enterprise_id == visitor.enterprise.pk
        return not ours, case.scheme.code != carried.scheme

    return [
        (each, filling(each, carried.answers, visitor.today))
        for each in sorted(drafts, key=nearness)
    ]


def _page(request: HttpRequest, visitor: Visitor, **context: Any) -> HttpResponse:
    return show(request, visitor, "self_check.html", **context)


def _forget(response: HttpResponse) -> HttpResponse:
    response.delete_cookie(CARRIED, path=reverse("portal:self_check"), samesite="Lax")
    return response
