"""What was typed when the session had run out: kept through the login, shown again, never saved.

The form's own page takes it up; whoever may not see that page never reaches it (journeys.md X-05).
"""

from django.contrib import messages
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

KEPT = "portal_kept"
MOST = 100_000


def keep(request: HttpRequest) -> None:
    """Remember a form sent without being logged in; files cannot be kept."""
    data = request.POST.copy()
    data.pop("csrfmiddlewaretoken", None)
    text = data.urlencode()
    if text and len(text) <= MOST:
        request.session[KEPT] = {"path": request.get_full_path(), "data": text}


def typed_data(request: HttpRequest) -> QueryDict | None:
    """What the form on this page is to be filled with: what is sent now, or what was kept."""
    if request.method == "POST":
        return request.POST
    found = request.session.get(KEPT)
    if not found or found["path"] != request.get_full_path():
        return None
    del request.session[KEPT]
    messages.warning(
        request, _("登录过期前填写的内容已经恢复在下面，还没有保存。请核对后按“保存”。")
    )
    return QueryDict(found["data"])
