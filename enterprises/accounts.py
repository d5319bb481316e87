"""Signing in and out, where each person then belongs, and how they like to read."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.urls import reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_POST

from enterprises import languages
from enterprises.clock import today
from enterprises.models import User
from enterprises.visibility import is_officer, memberships_on

YEAR = 365 * 24 * 60 * 60
OFFICERS_DOOR = "/admin/"
ENTERPRISES_DOOR = "/portal/"
WINDOW = "/"
READING = {"text_size": ("", "large"), "contrast": ("", "high")}


class SignInForm(AuthenticationForm):
    """Name and password; a refusal tells no more than it must."""

    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": _lazy(
            "用户名或密码不对，请核对后再试（区分大小写）。连续输错五次，将暂停登录十五分钟。"
        ),
        "inactive": _lazy("该账号已停用，请联系本单位管理员。"),
    }


class SignIn(LoginView):
    """The one place to sign in, for every kind of reader."""

    template_name = "login.html"
    authentication_form = SignInForm


class ChangePassword(PasswordChangeView):
    """A new password, for whoever is signed in; the other sessions of the account end."""

    template_name = "password.html"
    success_url = reverse_lazy("after_login")

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        messages.success(self.request, _("密码已更改；其他设备上的登录已失效。"))
        return super().form_valid(form)


@login_required
def after_login(request: HttpRequest) -> HttpResponse:
    return redirect(door_of(request.user))


def door_of(user: AbstractBaseUser | AnonymousUser) -> str:
    """Officers to their work, members to their enterprise, anyone else to the window."""
    if not isinstance(user, User):
        return WINDOW
    if is_officer(user, today()):
        return OFFICERS_DOOR
    return ENTERPRISES_DOOR if memberships_on(user, today()).exists() else WINDOW


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remembered with the user where there is one, and in this browser."""
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES):
        raise BadRequest(_("没有这种界面语言。可选：简体中文、English。"))
    if isinstance(request.user, User):
        request.user.language = language
        request.user.save(update_fields=["language"])
    response = back(request)
    remember(request, response, languages.COOKIE, language)
    return response


@require_POST
def choose_reading(request: HttpRequest) -> HttpResponse:
    """Larger type or higher contrast, in this browser."""
    response = back(request)
    for name in READING.keys() & request.POST.keys():
        if request.POST[name] not in READING[name]:
            raise BadRequest(_("没有这种显示方式。可选：标准、大字、高对比。"))
        remember(request, response, name, request.POST[name])
    return response


def back(request: HttpRequest) -> HttpResponseRedirect:
    """To the page the reader came from, if it is ours."""
    target = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        target, {request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(target if ours else resolve_url(WINDOW))


def remember(request: HttpRequest, response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name, value, max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
    )
