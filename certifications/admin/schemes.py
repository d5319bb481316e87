"""Titles and their rules, to be read: every criterion with its clause and how far it was checked."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from certifications.admin.words import says_verified
from certifications.editions import (
    WORKING_DAYS,
    figures_asked,
    notice_days,
    requirements,
    statements_asked,
    term,
)
from certifications.models import Edition, Scheme
from enterprises.admin.desk import ReadOnlyAdmin
from enterprises.models.naming import in_language
from enterprises.vocabulary import fact_label

KINDS = {
    "hard": _("必备条件"),
    "veto": _("一票否决"),
    "judged": _("人工判断"),
    "prerequisite": _("前置称号"),
    "external_score": _("外部评分"),
}
TERMS = {
    "acceptance": pgettext_lazy("term", "受理"),
    "district_review": _("区市审核"),
    "on_site_check": _("现场核查"),
    "correction": _("企业补正"),
    "city_review": _("市级审查"),
    "expert_review": _("专家或第三方评审"),
    "recognition": pgettext_lazy("term", "认定"),
    "objection": _("异议核查"),
}


@dataclass(frozen=True)
class Rule:
    """One line of the rules as people read it."""

    says: str
    kind: Any
    source: str
    mark: str


def rule(item: dict[str, Any], kind: Any = "") -> Rule:
    return Rule(
        in_language(item["says_zh"], item["says_en"]),
        kind or KINDS.get(item.get("kind", ""), ""),
        item["source"],
        says_verified(item.get("verified", "yes")),
    )


class SchemeDesk(ReadOnlyAdmin):
    """The rungs of the ladder."""

    address = "code"
    list_display = ("name", "rung", "nature_says", "form", "recognised_by", "verified")
    list_filter = ("rung", "verified")
    ordering = ("rung", "order")
    sortable_by = ()
    fields = ("name_zh", "name_en", "code", "rung", "form", "recognised_by", "verified", "rules")
    readonly_fields = ("rules",)

    NATURES = {
        "evaluation": _("评价"), "recognition": pgettext_lazy("term", "认定"), "umbrella": _("统称"),
        "funding": _("资助"), "selection": _("评选"), "designation": _("指定"),
    }  # fmt: skip

    @admin.display(description=_("性质"))
    def nature_says(self, row: Scheme) -> str:
        return str(self.NATURES.get(row.nature, row.nature))

    @admin.display(description=_("规则版本"))
    def rules(self, row: Scheme) -> str:
        lines = [
            format_html('<a href="{}">{}</a>', edition_address(edition), edition)
            for edition in row.editions.all()
        ]
        return _joined(lines) if lines else "—"


def _joined(lines: list[Any]) -> str:
    return format_html("{}" * len(lines), *(format_html("<div>{}</div>", line) for line in lines))


def edition_address(edition: Edition) -> str:
    return reverse("admin:certifications_edition_change", args=[edition.pk])


class EditionDesk(ReadOnlyAdmin):
    """Published rules: nobody changes one; a change of law is a new edition."""

    list_display = ("name", "scheme", "code", "in_force_from", "in_force_until", "verified")
    list_filter = ("scheme", "verified")
    ordering = ("scheme__rung", "scheme__order", "-in_force_from")
    sortable_by = ()

    def visible(self, request: HttpRequest) -> QuerySet[Edition]:
        return Edition.objects.select_related("scheme")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        edition = self.get_object(request, object_id)
        assert isinstance(edition, Edition)  # noqa: S101 - this desk's model
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": edition.name,
            **page_of(edition),
        }
        return TemplateResponse(request, "admin/certifications/edition.html", context)


def page_of(edition: Edition) -> dict[str, Any]:
    rules = edition.rules
    routes = (rules.get("direct_routes") or {}).get("any", [])
    scoring = rules.get("scoring") or {}
    return {
        "edition": edition,
        "mark": says_verified(edition.verified),
        "criteria": [rule(item) for item in rules["criteria"]],
        "routes": [rule(item, _("直通条件")) for item in routes],
        "scoring": scoring,
        "items": [
            (rule(item, item.get("dimension", "")), item["max"])
            for item in scoring.get("items", [])
        ],
        "terms": terms_of(edition),
        "notice_days": notice_days(edition),
        "requirements": requirements(edition),
        "figures": [(fact_label(code), years) for code, years in figures_asked(edition)],
        "statements": [fact_label(code) for code in statements_asked(edition)],
        "number": rules.get("number") or {},
        "number_label": number_label(rules.get("number") or {}),
        "validity": rules["validity"],
    }


def number_label(number: dict[str, Any]) -> str:
    return in_language(number.get("label_zh", ""), number.get("label_en", ""))


def terms_of(edition: Edition) -> list[tuple[Any, str, str, str]]:
    """(what for, how long, where written, mark) of each term the edition sets."""
    found = [term(edition, name) for name in edition.rules.get("terms", {})]
    return [
        (
            TERMS.get(each.name, each.name),
            str(_("%(n)d 个工作日") if each.unit == WORKING_DAYS else _("%(n)d 天"))
            % {"n": each.days},
            each.source,
            says_verified(each.verified),
        )
        for each in found
        if each
    ]
