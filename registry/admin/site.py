"""The officers' door: Django's admin under our name, for people with a post today and nobody else."""

from functools import update_wrapper
from typing import Any, cast

from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications import admin as certifications_desks
from certifications.admin import overseeing, policy
from certifications.admin import today as todays
from enterprises import admin as enterprises_desks
from enterprises.admin.desk import is_of_the_city, posts_of
from registry.admin.commitments import CommitmentDesk
from registry.admin.reported import ReportedFigureDesk
from registry.models import Commitment, ReportedFigure

DESKS = {
    **certifications_desks.DESKS,
    **enterprises_desks.DESKS,
    Commitment: CommitmentDesk,
    ReportedFigure: ReportedFigureDesk,
}
UNUSED = ("autocomplete", "view_on_site", "password_change", "password_change_done")


class OfficersSite(AdminSite):
    """Every desk stands in DESKS; what installed libraries would add knows no posts and stays out."""

    site_header = gettext_lazy("青岛市创新型企业梯度培育登记")
    site_title = gettext_lazy("梯度培育登记")
    index_title = gettext_lazy("今日待办")
    enable_nav_sidebar = False
    site_url = "/"

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        for model, desk in DESKS.items():
            super().register(model, desk)

    def register(
        self,
        model_or_iterable: Any,
        admin_class: type[ModelAdmin] | None = None,
        **options: Any,
    ) -> None:
        """Nobody registers from outside: a desk that is not in DESKS is not open."""

    def has_permission(self, request: HttpRequest) -> bool:
        return bool(posts_of(request))

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Anonymous people are asked to sign in; people without a post are told so."""
        inner = super().admin_view(view, cacheable)

        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), reverse("login"))
            if not self.has_permission(request):
                return _no_post(request)
            return cast(HttpResponse, inner(request, *args, **kwargs))

        return update_wrapper(guarded, view)

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """There is one place to sign in, for every kind of reader."""
        onward = request.GET.get("next") or reverse("admin:index")
        return redirect_to_login(onward, reverse("login"))

    def get_urls(self) -> list[Any]:
        """Without Django's own ways to rows (autocomplete, "view on site"): no desk uses them."""
        return [url for url in super().get_urls() if str(getattr(url, "name", "")) not in UNUSED]

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """The start page lists every desk; an app has no page of its own."""
        return self.index(request, extra_context)

    def get_log_entries(self, request: HttpRequest) -> Any:
        """Django's own log is not kept; the journal is."""
        return []

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """今日待办."""
        more = {
            "posts": posts_of(request),
            "is_of_the_city": is_of_the_city(request),
            **todays.page_of(request),
            **policy.page_of(request),
            **overseeing.page_of(request),
        }
        return super().index(request, {**more, **(extra_context or {})})


def _no_post(request: HttpRequest) -> HttpResponse:
    """Somebody without a post: whose door this is, and where the enterprises' is."""
    says = _("这是部门人员的入口，您今天没有登记任何岗位。企业办事请到企业入口。")
    return render(request, "admin/no_post.html", {"exception": says}, status=403)
