"""A desk with forms: a new row, or new particulars of one, each by one deed with its refusals."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from enterprises.admin.desk import ReadOnlyAdmin, roles_of
from enterprises.models import Posting

REFUSED = 422


def _sent(request: HttpRequest) -> tuple[Any, Any]:
    """What was sent with a form, nothing while it is only looked at; an empty one was sent too."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


class EntryAdmin(ReadOnlyAdmin):
    """Rows that a post named in `keepers` enters by a deed; nothing is ever deleted."""

    keepers: Sequence[str] = (Posting.Role.ADMINISTRATOR,)
    entry_form: type[forms.Form] = forms.Form
    amend_form: type[forms.Form] | None = None
    entry_title: str | Promise = ""
    entry_says: str | Promise = ""
    refusals: tuple[type[Exception], ...] = ()

    def enter(self, request: HttpRequest, told: Mapping[str, Any]) -> object:
        """The deed that makes the row; raises one of `refusals` with a sentence."""
        raise NotImplementedError

    def amend(self, request: HttpRequest, row: Any, told: Mapping[str, Any]) -> object:
        """The deed that changes what may change."""
        raise NotImplementedError

    def may_keep(self, request: HttpRequest) -> bool:
        return not roles_of(request).isdisjoint(self.keepers)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_keep(request)

    def own_urls(self) -> list[URLPattern]:
        return [self.address_of("add/", self.add_view, "add")]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.may_keep(request):
            raise PermissionDenied
        form = self.entry_form(*_sent(request))
        if self._done(request, form, lambda told: self.enter(request, told)):
            return redirect(self.list_address())
        return self._page(request, form, str(self.entry_title), str(self.entry_says))

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The form for who may keep the row; the plain reading page for who may only read it."""
        row = self.get_object(request, object_id)
        if self.amend_form is None or not self.may_keep(request):
            return super().change_view(request, object_id, form_url, extra_context)
        form = self.amend_form(*_sent(request), initial=self.particulars(row))
        if self._done(request, form, lambda told: self.amend(request, row, told)):
            return redirect(self.list_address())
        return self._page(request, form, str(row), "", self.facts_of(row))

    def particulars(self, row: Any) -> dict[str, Any]:
        """What the form shows before anything is changed."""
        names = self.amend_form.base_fields if self.amend_form else {}
        return {name: getattr(row, name, "") for name in names}

    def facts_of(self, row: Any) -> list[tuple[str, Any]]:
        """What stands above the form and cannot be changed."""
        return []

    def list_address(self) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def _done(self, request: HttpRequest, form: forms.Form, deed: Any) -> bool:
        if request.method != "POST" or not form.is_valid():
            return False
        try:
            done = deed(form.cleaned_data)
        except self.refusals as refusal:
            form.add_error(None, str(refusal))
            return False
        messages.success(request, str(_("已登记：%(row)s")) % {"row": done})
        return True

    def _page(
        self,
        request: HttpRequest,
        form: forms.Form,
        title: str,
        says: str,
        facts: Sequence[tuple[str, Any]] = (),
    ) -> TemplateResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "says": says,
            "form": form,
            "facts": facts,
            "list_address": self.list_address(),
        }
        status = REFUSED if form.errors else 200
        return TemplateResponse(request, "admin/entry.html", context, status=status)
