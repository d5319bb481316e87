"""Long work and how far it has come."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enterprises.admin.desk import ReadOnlyAdmin, officer, roles_of
from enterprises.models import Job, Posting
from enterprises.punctuation import clauses

OVERSEERS = {Posting.Role.ADMINISTRATOR, Posting.Role.AUDITOR}


class JobDesk(ReadOnlyAdmin):
    """Each person's own; all of them for administrators and auditors."""

    list_display = ("title", "kind", "state", "progress", "started_by", "started_at", "ended_at")
    list_filter = ("state", "kind")
    ordering = ("-started_at", "-id")
    fields = (
        "title",
        "kind",
        "state",
        "progress",
        "outcome",
        "started_by",
        "started_at",
        "ended_at",
    )
    readonly_fields = ("progress", "outcome")

    def visible(self, request: HttpRequest) -> QuerySet[Job]:
        jobs = Job.objects.select_related("started_by")
        if roles_of(request).isdisjoint(OVERSEERS):
            jobs = jobs.filter(started_by=officer(request))
        return jobs

    @admin.display(description=gettext_lazy("进度"))
    def progress(self, job: Job) -> SafeString | str:
        if not job.total:
            return str(job.done or "—")
        says = _("%(done)d / %(total)d") % {"done": job.done, "total": job.total}
        return format_html(
            '<progress max="{}" value="{}">{}</progress> <span class="nowrap">{}</span>',
            job.total, min(job.done, job.total), says, says,
        )  # fmt: skip

    @admin.display(description=gettext_lazy("结果"))
    def outcome(self, job: Job) -> str:
        return clauses(f"{key}: {value}" for key, value in job.result.items()) or "—"
