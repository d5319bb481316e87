"""Offices, what they answer for, and who is posted where."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises import postings
from enterprises.admin.desk import ReadOnlyAdmin, officer
from enterprises.admin.entry import EntryAdmin
from enterprises.clock import today
from enterprises.models import Mandate, Office, Posting, User

ADDRESSED = "code"


def day_field(label: Any, **kwargs: Any) -> forms.DateField:
    """A day, typed as 2026-06-15 or picked."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **kwargs)


class NewPostingForm(forms.Form):
    """Who, where, as what, from when."""

    username = forms.CharField(label=_("用户名"), max_length=60)
    office = forms.ModelChoiceField(label=_("部门"), queryset=Office.objects.all())
    role = forms.ChoiceField(label=_("岗位"), choices=Posting.Role.choices)
    since = day_field(_("自"))
    until = day_field(
        pgettext_lazy("last day", "至"), required=False, help_text=_("最后一天；没有截止就留空。")
    )

    def clean_username(self) -> User:
        person = User.objects.filter(username=self.cleaned_data["username"].strip()).first()
        if person is None:
            raise forms.ValidationError(_("没有这个用户名，请先在“用户”中登记账号。"))
        return person


class EndPostingForm(forms.Form):
    """Only the last day of a post can change; another post is another row."""

    until = day_field(
        pgettext_lazy("last day", "至"), required=False, help_text=_("最后一天；留空表示继续任职。")
    )


class PostingDesk(EntryAdmin):
    """岗位: from these rows follows all that an officer may see and do."""

    readers = (Posting.Role.ADMINISTRATOR, Posting.Role.AUDITOR)
    entry_form, amend_form = NewPostingForm, EndPostingForm
    entry_title = _("登记岗位")
    entry_says = _(
        "岗位自起始日起生效；经办人和负责人可办理本部门的申请，统计、审计、系统管理不能。"
    )
    refusals = (postings.PostingRefused,)
    list_display = ("user", "office", "role", "since", "until")
    list_filter = ("role", "office")
    search_fields = ("user__full_name", "user__username")
    ordering = ("office__code", "role", "id")
    fields = ("user", "office", "role", "since", "until")

    def visible(self, request: HttpRequest) -> QuerySet[Posting]:
        return Posting.objects.select_related("user", "office")

    def enter(self, request: HttpRequest, told: Mapping[str, Any]) -> Posting:
        return postings.appoint(
            told["username"],
            told["office"],
            told["role"],
            since=told["since"],
            until=told["until"],
            by=officer(request),
            today=today(),
        )

    def amend(self, request: HttpRequest, row: Posting, told: Mapping[str, Any]) -> Posting:
        until: date | None = told["until"]
        return postings.end(row, until=until, by=officer(request), today=today())

    def facts_of(self, row: Posting) -> list[tuple[str, Any]]:
        return [
            (str(_("用户")), row.user),
            (str(_("部门")), row.office),
            (str(_("岗位")), row.get_role_display()),
            (str(_("自")), row.since),
        ]


class OfficeDesk(ReadOnlyAdmin):
    """The bureaux; they come from seeds/offices.yaml."""

    address = ADDRESSED
    list_display = ("name", "code", "level", "district", "phone", "verified")
    list_filter = ("level", "verified")
    list_select_related = ("district",)
    search_fields = ("name_zh", "name_en", "code")
    fields = (
        "name_zh",
        "name_en",
        "code",
        "level",
        "district",
        "phone",
        "verified",
        "since",
        "until",
    )

    @staticmethod
    def name(office: Office) -> str:
        return office.name


class MandateDesk(ReadOnlyAdmin):
    """Which office answers for which title, since when."""

    list_display = ("office", "scheme_code", "duty", "since", "until", "source", "verified")
    list_filter = ("duty", "verified")
    list_select_related = ("office",)
    search_fields = ("scheme_code", "office__name_zh")
    ordering = ("scheme_code", "duty", "office__code")
    fields = ("office", "scheme_code", "duty", "since", "until", "source", "verified")

    def visible(self, request: HttpRequest) -> QuerySet[Mandate]:
        return Mandate.objects.select_related("office")
