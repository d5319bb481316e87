"""Public notices and titles, to be read: how a notice ran, who holds what."""

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from certifications.admin.cases import cases_of
from certifications.models import Certification, Notice, NoticeEntry, Objection
from enterprises.admin.desk import ReadOnlyAdmin, working_offices
from enterprises.clock import today
from enterprises.punctuation import bracketed
from enterprises.visibility import WORKING


class NoticeDesk(ReadOnlyAdmin):
    """公示 of the officer's own office, with what is objected to."""

    readers = WORKING
    address = "key"
    list_display = (
        "name",
        "office",
        "starts_on",
        "ends_on",
        "count",
        "open_objections",
        "standing",
    )
    list_filter = ("scheme",)
    ordering = ("-starts_on", "-id")
    sortable_by = ()
    fields = ("name", "office", "starts_on", "ends_on", "working_days", "is_provisional", "cases")
    readonly_fields = ("name", "cases")

    def visible(self, request: HttpRequest) -> QuerySet[Notice]:
        ours = NoticeEntry.objects.filter(application__in=cases_of(request)).values("notice")
        open_ones = Q(entries__objections__state=Objection.State.OPEN)
        return (
            Notice.objects.filter(Q(office__in=working_offices(request)) | Q(pk__in=ours))
            .select_related("scheme", "office")
            .annotate(
                enterprises=Count("entries", distinct=True),
                undecided=Count("entries__objections", filter=open_ones, distinct=True),
            )
        )

    @admin.display(description=_("公示"))
    def name(self, row: Notice) -> str:
        return str(row)

    @admin.display(description=_("企业数"))
    def count(self, row: Notice) -> str:
        return str(getattr(row, "enterprises", ""))

    @admin.display(description=_("待处理异议"))
    def open_objections(self, row: Notice) -> str:
        return str(getattr(row, "undecided", 0) or "—")

    @admin.display(description=_("今日"))
    def standing(self, row: Notice) -> str:
        if row.is_running_on(today()):
            words = {"state": "notice", "label": _("公示中")}
        elif row.has_run_by(today()):
            words = {"state": "ended", "label": _("已结束")}
        else:
            words = {"state": "submitted", "label": _("未开始")}
        return render_to_string("pieces/state.html", words)

    @admin.display(description=_("企业"))
    def cases(self, row: Notice) -> str:
        entries = row.entries.select_related("application__enterprise")
        lines = [(entry.application.reference, entry.application.enterprise) for entry in entries]
        return format_html_join(
            "", '<div><a href="/admin/certifications/application/{}/change/">{}</a></div>', lines
        )


class CertificationDesk(ReadOnlyAdmin):
    """称号记录: public facts; entered by recognition or from an official list, edited by nobody."""

    readers = WORKING
    list_display = ("number", "holder", "scheme", "valid_from", "valid_until", "standing", "source")
    list_filter = ("scheme", "source")
    search_fields = ("number", "enterprise__name", "enterprise__credit_code")
    search_help_text = _("编号、企业名称或统一社会信用代码")
    ordering = ("-valid_from", "-id")
    sortable_by = ("valid_from", "valid_until")
    fields = (
        "number", "enterprise", "scheme", "edition", "conferred_by", "issued_on", "announced_on",
        "valid_from", "valid_until", "ended_on", "ended_because", "source", "source_says",
        "recorded_at", "papers",
    )  # fmt: skip
    readonly_fields = ("papers",)

    def visible(self, request: HttpRequest) -> QuerySet[Certification]:
        return Certification.objects.select_related("enterprise", "scheme")

    @admin.display(description=_("企业"))
    def holder(self, row: Certification) -> str:
        return row.enterprise.name

    @admin.display(description=_("今日"))
    def standing(self, row: Certification) -> str:
        held = row.is_held_on(today())
        words = {"state": "valid", "label": _("有效")} if held else {"state": "expired", "label": _("已失效")}  # fmt: skip
        if row.ended_on:
            words = {"state": "revoked", "label": _("已撤销或注销")}
        return render_to_string("pieces/state.html", words)

    @admin.display(description=_("证件"))
    def papers(self, row: Certification) -> str:
        lines = [
            (paper.issued_on.isoformat(), paper.name, bracketed(paper.because))
            for paper in row.documents.all()
        ]
        return format_html_join("", "<div>{} {}{}</div>", lines) or "—"
