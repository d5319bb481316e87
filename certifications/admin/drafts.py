"""规则草案: brought, checked, weighed and published at the policy desk. Who finds which, and where."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.urls import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from certifications.admin import draft_deeds
from certifications.models import EditionDraft
from certifications.policy_desk import keepers
from enterprises.admin.desk import ReadOnlyAdmin, officer, posts_of
from enterprises.clock import today
from enterprises.models import Office, Posting

STATES = {
    EditionDraft.State.PREPARING: "draft",
    EditionDraft.State.PUBLISHED: "done",
    EditionDraft.State.DROPPED: "closed",
}


def keeps_rules(request: HttpRequest) -> bool:
    """Whether this person sits at a policy desk of the city today."""
    return any(
        post.role == Posting.Role.POLICY and post.office.level == Office.Level.CITY
        for post in posts_of(request)
    )


class EditionDraftDesk(ReadOnlyAdmin):
    """Drafts of the schemes that this person's desk keeps."""

    readers = (Posting.Role.POLICY,)
    list_display = ("name", "standing", "found", "prepared_by", "prepared_at", "published_by")
    list_filter = ("state", "scheme")
    ordering = ("-prepared_at", "-id")
    sortable_by = ()

    def may_read(self, request: HttpRequest) -> bool:
        return keeps_rules(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_read(request)

    def visible(self, request: HttpRequest) -> QuerySet[EditionDraft]:
        kept = keepers.schemes_kept_by(officer(request), today())
        rows = EditionDraft.objects.filter(scheme__in=kept)
        return rows.select_related("scheme", "prepared_by", "published_by", "edition", "impact_job")

    @admin.display(description=gettext_lazy("规则草案"))
    def name(self, row: EditionDraft) -> str:
        return str(row)

    @admin.display(description=gettext_lazy("状态"))
    def standing(self, row: EditionDraft) -> str:
        words = {"state": STATES[EditionDraft.State(row.state)], "label": row.get_state_display()}
        return render_to_string("pieces/state.html", words)

    @admin.display(description=gettext_lazy("自检"))
    def found(self, row: EditionDraft) -> str:
        n = len(row.report.get("problems", ()))
        return ngettext("%(n)d 处问题", "%(n)d 处问题", n) % {"n": n} if n else _("通过")

    def own_urls(self) -> list[URLPattern]:
        return [
            self.address_of("add/", self.add_view, "add"),
            self.address_of("<int:draft>/text/", self.text_view, "text"),
            self.address_of("<int:draft>/weigh/", self.weigh_view, "weigh"),
            self.address_of("<int:draft>/publish/", self.publish_view, "publish"),
            self.address_of("<int:draft>/drop/", self.drop_view, "drop"),
        ]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.may_read(request):
            raise PermissionDenied
        return draft_deeds.bring(request, self.admin_site, None)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        return draft_deeds.show(request, self.admin_site, self._draft(request, object_id))

    def text_view(self, request: HttpRequest, draft: int) -> HttpResponse:
        """The text anew, in place of the present one."""
        return draft_deeds.bring(request, self.admin_site, self._draft(request, draft))

    def weigh_view(self, request: HttpRequest, draft: int) -> HttpResponseBase:
        return require_POST(draft_deeds.weigh)(
            request, self.admin_site, self._draft(request, draft)
        )

    def publish_view(self, request: HttpRequest, draft: int) -> HttpResponseBase:
        row = self._draft(request, draft)
        return require_POST(draft_deeds.publish)(request, self.admin_site, row)

    def drop_view(self, request: HttpRequest, draft: int) -> HttpResponseBase:
        return require_POST(draft_deeds.drop)(request, self.admin_site, self._draft(request, draft))

    def _draft(self, request: HttpRequest, pk: object) -> EditionDraft:
        row = self.get_object(request, str(pk))
        assert isinstance(row, EditionDraft)  # noqa: S101 - this desk's model
        return row
