"""Accounts and who works for which enterprise: kept by the system administrator, read by the auditor."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from enterprises import people
from enterprises.admin.desk import ReadOnlyAdmin, officer
from enterprises.admin.entry import EntryAdmin
from enterprises.clock import today
from enterprises.models import Membership, Posting, User
from enterprises.punctuation import clauses

KEEPER = Posting.Role.ADMINISTRATOR
AUDITOR = Posting.Role.AUDITOR


class NewPersonForm(forms.Form):
    """What an account needs."""

    username = forms.CharField(
        label=_("用户名"), max_length=60, help_text=_("登录用，登记后不能更改。")
    )
    full_name = forms.CharField(label=_("姓名"), max_length=60)
    phone = forms.CharField(label=_("联系电话"), max_length=30, required=False)
    password = forms.CharField(
        label=_("初始密码"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("至少 8 位，不能全是数字，也不能是常见密码。请本人登录后立即修改。"),
    )


class PersonForm(forms.Form):
    """What may change about an account."""

    full_name = forms.CharField(label=_("姓名"), max_length=60)
    phone = forms.CharField(label=_("联系电话"), max_length=30, required=False)
    is_active = forms.BooleanField(
        label=_("账号可用"), required=False, help_text=_("停用后不能登录；岗位与办理记录都保留。")
    )
    password = forms.CharField(
        label=_("新密码"),
        strip=False,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("不更改就留空。"),
    )


class UserDesk(EntryAdmin):
    """Accounts: what a person may do is not here but in posts and memberships."""

    readers = (KEEPER, AUDITOR)
    address = "username"
    entry_form, amend_form = NewPersonForm, PersonForm
    entry_title = _("登记账号")
    entry_says = _("账号本身没有任何权限；权限来自“岗位”（部门人员）或“企业成员”（企业人员）。")
    refusals = (people.PersonRefused,)
    list_display = ("username", "full_name", "phone", "is_active", "last_login")
    list_filter = ("is_active",)
    search_fields = ("username", "full_name")
    ordering = ("username",)
    fields = (
        "username",
        "full_name",
        "phone",
        "is_active",
        "language",
        "date_joined",
        "last_login",
    )

    def enter(self, request: HttpRequest, told: Mapping[str, Any]) -> User:
        return people.open_account(**told, by=officer(request), today=today())

    def amend(self, request: HttpRequest, row: User, told: Mapping[str, Any]) -> User:
        return people.amend_account(row, **told, by=officer(request), today=today())

    def particulars(self, row: User) -> dict[str, Any]:
        return {**super().particulars(row), "password": ""}

    def facts_of(self, row: User) -> list[tuple[str, Any]]:
        posts = clauses(row.postings.select_related("office", "user"))
        return [(str(_("用户名")), row.username), (str(_("岗位")), posts or "—")]


class MembershipDesk(ReadOnlyAdmin):
    """Who fills and submits for which enterprise."""

    readers = (KEEPER, AUDITOR)
    list_display = ("user", "enterprise", "role", "since", "until")
    list_filter = ("role",)
    search_fields = ("user__full_name", "user__username", "enterprise__credit_code")
    ordering = ("-id",)
    fields = ("user", "enterprise", "role", "since", "until")

    def visible(self, request: HttpRequest) -> QuerySet[Membership]:
        return Membership.objects.select_related("user", "enterprise")


class ApiClientDesk(ReadOnlyAdmin):
    """Machines of the statistics offices; of their keys only the first characters are known here."""

    readers = (KEEPER, AUDITOR)
    address = "prefix"
    list_display = ("name", "contact", "prefix", "since", "until")
    fields = ("name", "contact", "prefix", "since", "until")
    search_fields = ("name",)
