"""Ties between enterprises, and scores that platforms gave them, as officers write them down."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises import ties
from enterprises.admin.desk import officer
from enterprises.admin.entry import EntryAdmin
from enterprises.admin.offices import day_field
from enterprises.clock import now, today
from enterprises.known import scores_by_year
from enterprises.models import Enterprise, ExternalScore, Relation
from enterprises.visibility import WORKING, enterprises_visible_to
from enterprises.vocabulary import fact_label

FIRST_YEAR, LAST_YEAR = 2000, 2100


class CreditCodeField(forms.CharField):
    """An enterprise by its credit code."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=18, help_text=_("18 位统一社会信用代码"), **kwargs)

    def clean(self, value: Any) -> Enterprise:
        code = str(super().clean(value)).strip().upper()
        found = Enterprise.objects.filter(credit_code=code).first()
        if found is None:
            raise forms.ValidationError(_("登记中没有这个信用代码，请核对。"))
        return found


class RelationForm(forms.Form):
    """Who is tied to whom, how, since when, and who says so."""

    enterprise = CreditCodeField(label=_("企业"))
    other = CreditCodeField(label=_("关联企业"))
    kind = forms.ChoiceField(label=_("关系"), choices=Relation.Kind.choices)
    since = day_field(_("自"), required=False)
    until = day_field(
        pgettext_lazy("last day", "至"), required=False, help_text=_("最后一天；没有截止就留空。")
    )
    source = forms.CharField(label=_("来源"), max_length=200)


class EndTieForm(forms.Form):
    """Only the last day of a tie can change."""

    until = day_field(
        pgettext_lazy("last day", "至"), required=False, help_text=_("最后一天；留空表示关系仍在。")
    )


class WithdrawScoreForm(forms.Form):
    """Why a score is taken back."""

    because = forms.CharField(label=_("撤回原因"), max_length=200)


class OfVisibleEnterprises(EntryAdmin):
    """Rows of enterprises that the officer may see; kept by those who work on cases."""

    readers = keepers = WORKING
    refusals = (ties.TieRefused,)

    def seen(self, request: HttpRequest) -> QuerySet[Enterprise]:
        return enterprises_visible_to(officer(request), today())

    def refuse_unseen(self, request: HttpRequest, enterprise: Enterprise) -> None:
        if not self.seen(request).filter(pk=enterprise.pk).exists():
            raise ties.TieRefused(_("该企业不在您部门的管辖范围，请由其所在区市登记。"))


class RelationDesk(OfVisibleEnterprises):
    """关联关系: what shuts the kin of a little giant out, both ways."""

    entry_form, amend_form = RelationForm, EndTieForm
    entry_title = _("登记关联关系")
    entry_says = _("控股或同一集团关系双向计算；有关称号的排除条件据此判断。")
    list_display = ("enterprise", "kind", "other", "since", "until", "source")
    list_filter = ("kind",)
    search_fields = ("enterprise__name", "other__name")
    ordering = ("-id",)
    fields = ("enterprise", "other", "kind", "since", "until", "source")

    def visible(self, request: HttpRequest) -> QuerySet[Relation]:
        rows = Relation.objects.select_related("enterprise", "other")
        return rows.filter(enterprise__in=self.seen(request))

    def enter(self, request: HttpRequest, told: Mapping[str, Any]) -> Relation:
        self.refuse_unseen(request, told["enterprise"])
        return ties.relate(
            told["enterprise"], told["other"], told["kind"], since=told["since"],
            until=told["until"], source=told["source"], by=officer(request),
        )  # fmt: skip

    def amend(self, request: HttpRequest, row: Relation, told: Mapping[str, Any]) -> Relation:
        return ties.end_tie(row, until=told["until"], by=officer(request))

    def facts_of(self, row: Relation) -> list[tuple[Any, Any]]:
        return [(_("企业"), row.enterprise), (_("关联企业"), row.other), (_("来源"), row.source)]


def score_choices() -> list[tuple[str, str]]:
    return [(fact, fact_label(fact)) for fact, back in scores_by_year() if not back]


class ScoreForm(forms.Form):
    """Which score of which year, and where it was read."""

    enterprise = CreditCodeField(label=_("企业"))
    fact = forms.ChoiceField(label=_("评分"), choices=score_choices)
    year = forms.IntegerField(label=_("年度"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    value = forms.DecimalField(
        label=_("得分"), min_value=Decimal(0), max_value=ties.MOST_POINTS, decimal_places=2
    )
    source = forms.CharField(label=_("来源"), max_length=200, help_text=_("平台名称和查得日期"))


class ExternalScoreDesk(OfVisibleEnterprises):
    """外部评分: stored with year and source, never recomputed."""

    entry_form, amend_form = ScoreForm, WithdrawScoreForm
    entry_title = _("登记外部评分")
    entry_says = _("评分由平台或第三方给出，本系统只登记，不重算；同一年度以最后登记的为准。")
    list_display = (
        "enterprise", "score", "year", "value", "source", "recorded_at", "withdrawn_because",
    )  # fmt: skip
    list_filter = ("year",)
    search_fields = ("enterprise__name",)
    ordering = ("-year", "-id")
    fields = ("enterprise", "score", "year", "value", "source", "recorded_by", "recorded_at")
    readonly_fields = ("score",)

    def visible(self, request: HttpRequest) -> QuerySet[ExternalScore]:
        rows = ExternalScore.objects.select_related("enterprise", "recorded_by")
        return rows.filter(enterprise__in=self.seen(request))

    def enter(self, request: HttpRequest, told: Mapping[str, Any]) -> ExternalScore:
        self.refuse_unseen(request, told["enterprise"])
        return ties.keep_score(
            told["enterprise"], told["fact"], told["year"], told["value"], source=told["source"],
            by=officer(request), at=now(),
        )  # fmt: skip

    def amend(self, request: HttpRequest, row: ExternalScore, told: Mapping[str, Any]) -> Any:
        return ties.withdraw_score(row, because=told["because"], by=officer(request))

    def facts_of(self, row: ExternalScore) -> list[tuple[Any, Any]]:
        return [
            (_("企业"), row.enterprise), (_("评分"), fact_label(row.fact)), (_("年度"), row.year),
            (_("得分"), row.value), (_("来源"), row.source),
        ]  # fmt: skip

    @admin.display(description=_("评分"))
    def score(self, row: ExternalScore) -> str:
        return fact_label(row.fact)
