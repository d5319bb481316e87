"""What the policy desk finds on the start page: drafts to mend, to publish or to wait for; rows unchecked."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certifications.admin.drafts import keeps_rules
from certifications.models import Edition, EditionDraft
from certifications.policy_desk import keepers
from certifications.policy_desk.edition_drafts import is_ready
from certifications.policy_desk.weighing import is_weighed
from enterprises.admin.desk import officer
from enterprises.clock import today

WAITS: dict[str, Promise] = {
    "mend": _("自检有问题，待改正"),
    "weigh": _("正在测算影响"),
    "publish": _("待您阅读发布"),
    "other": _("待另一人发布"),
}


def page_of(request: HttpRequest) -> dict[str, Any]:
    """The part of the start page for who keeps rules; empty for everybody else."""
    if not keeps_rules(request):
        return {}
    kept = keepers.schemes_kept_by(officer(request), today())
    drafts = EditionDraft.objects.filter(scheme__in=kept, state=EditionDraft.State.PREPARING)
    rows = [(draft, WAITS[waits_for(draft, request)]) for draft in drafts.select_related("scheme")]
    coming = Edition.objects.filter(scheme__in=kept, in_force_from__gt=today())
    return {"rules": {"drafts": rows, "coming": list(coming.select_related("scheme"))}}


def waits_for(draft: EditionDraft, request: HttpRequest) -> str:
    """Who has to do what next with a draft."""
    if not is_ready(draft):
        return "mend"
    if not is_weighed(draft):
        return "weigh"
    return "other" if draft.prepared_by_id == officer(request).pk else "publish"
