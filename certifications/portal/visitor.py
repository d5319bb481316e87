"""Who stands at the enterprises' door: the person, the day, and the enterprise they work for now."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache

from certifications.models import Application
from certifications.portal.kept import keep
from enterprises.clock import today
from enterprises.models import Enterprise, Letter, Membership, User
from enterprises.visibility import is_officer, memberships_on

CHOSEN = "portal_enterprise"
SUBMITTING = (Membership.Role.SUBMIT, Membership.Role.MANAGE)
P = ParamSpec("P")


@dataclass(frozen=True)
class Visitor:
    """A member of one or several enterprises, on a day; `membership` is the one spoken for."""

    user: User
    today: date
    memberships: tuple[Membership, ...]
    membership: Membership

    @property
    def enterprise(self) -> Enterprise:
        return self.membership.enterprise

    @property
    def may_submit(self) -> bool:
        return self.membership.role in SUBMITTING

    @property
    def has_several(self) -> bool:
        return len(self.memberships) > 1

    def letters(self) -> QuerySet[Letter]:
        """The inbox of the enterprise spoken for, and the visitor's own."""
        whose = Q(enterprise=self.enterprise) | Q(user=self.user)
        return Letter.objects.filter(whose, channel=Letter.Channel.INBOX)

    def all_letters(self) -> QuerySet[Letter]:
        """The inboxes of all the visitor's enterprises: a link must land wherever one stands."""
        mine = [membership.enterprise_id for membership in self.memberships]
        whose = Q(enterprise__in=mine) | Q(user=self.user)
        return Letter.objects.filter(whose, channel=Letter.Channel.INBOX)

    def unread(self) -> int:
        return self.letters().filter(read_at=None).count()

    def for_enterprise(self, credit_code: str) -> "Visitor":
        """The same person, speaking for another of their enterprises; others' are not found."""
        for membership in self.memberships:
            if membership.enterprise.credit_code == credit_code:
                return replace(self, membership=membership)
        raise Http404

    def application(self, reference: str) -> Application:
        """A case of one of the visitor's own enterprises; anybody else's is not found."""
        mine = [membership.enterprise_id for membership in self.memberships]
        seen = Application.objects.visible_to(self.user, self.today).filter(enterprise__in=mine)
        return get_object_or_404(seen.with_everything(), reference=reference)


Page = Callable[Concatenate[HttpRequest, Visitor, P], HttpResponseBase]


def members_only(page: Page[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """A page for members: log in first; whoever belongs to no enterprise is told what to do."""

    @never_cache
    @wraps(page)
    def door(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        user, day = request.user, today()
        if not isinstance(user, User):
            keep(request)
            return redirect_to_login(request.get_full_path())
        members = tuple(memberships_on(user, day).order_by("enterprise__credit_code"))
        if not members:
            return no_member(request, user, day)
        chosen = request.session.get(CHOSEN)
        membership = next(
            (each for each in members if each.enterprise.credit_code == chosen), members[0]
        )
        return page(request, Visitor(user, day, members, membership), *args, **kwargs)

    return door


def about_a_case(page: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A page about one case: found through what the visitor may see, spoken for its enterprise."""

    def door(
        request: HttpRequest, visitor: Visitor, /, *, reference: str, **more: Any
    ) -> HttpResponseBase:
        application = visitor.application(reference)
        speaking = visitor.for_enterprise(application.enterprise.credit_code)
        return page(request, speaking, application, **more)

    return wraps(page)(members_only(door))


def no_member(request: HttpRequest, user: User, day: date) -> HttpResponse:
    """Logged in, but for no enterprise: an officer at the wrong door, or a newcomer."""
    context = {"is_officer": is_officer(user, day)}
    return render(request, "portal/no_member.html", context, status=403)
