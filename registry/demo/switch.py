"""One click becomes another person of the demo. Outside a demo the address does not exist."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from enterprises.accounts import door_of
from enterprises.models import User
from registry.demo import people

BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Sign in as a listed person of the demo, and go to their door (or to a safe `next`)."""
    if not settings.DEMO:
        raise Http404
    person = people.find(request.POST.get("username", ""))
    user = User.objects.filter(username=person.username, is_active=True).first() if person else None
    if user is None:
        raise Http404(_("演示人物中没有这个人。"))
    login(request, user, backend=BACKEND)
    messages.success(request, _("您现在是%(name)s。") % {"name": user})
    return HttpResponseRedirect(_where_to(request, user))


def _where_to(request: HttpRequest, user: User) -> str:
    target = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        target, {request.get_host()}, require_https=request.is_secure()
    )
    return target if target and ours else door_of(user)
