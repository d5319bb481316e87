"""People's accounts: opening one, changing its particulars, closing it. Rights come from posts."""

from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from enterprises import journal
from enterprises.models import Posting, User
from enterprises.visibility import postings_on


class PersonRefused(ValueError):
    """The account cannot be opened or changed like this; the sentence says why."""


@transaction.atomic
def open_account(
    username: str, full_name: str, *, phone: str, password: str, by: User, today: date
) -> User:
    """Open an account without any right; posts and memberships come after."""
    _may_keep(by, today)
    user = User(username=username.strip(), full_name=full_name.strip(), phone=phone.strip())
    if User.objects.filter(username__iexact=user.username).exists():
        raise PersonRefused(_("用户名“%(name)s”已有人使用，请另取。") % {"name": username})
    _set_password(user, password)
    user.save()
    journal.record(f"user/{user.username}", "open_account", by=by)
    return user


@transaction.atomic
def amend_account(
    user: User, *, full_name: str, phone: str, is_active: bool, password: str, by: User, today: date
) -> User:
    """Change name and phone, close or reopen the account, set a new first password."""
    _may_keep(by, today)
    if user == by and not is_active:
        raise PersonRefused(_("不能停用自己的账号，请由另一位系统管理员办理。"))
    user.full_name, user.phone, user.is_active = full_name.strip(), phone.strip(), is_active
    if password:
        _set_password(user, password)
    user.save()
    detail = {"is_active": is_active, "password": bool(password)}
    journal.record(f"user/{user.username}", "amend_account", by=by, detail=detail)
    return user


def _may_keep(by: User, today: date) -> None:
    if not postings_on(by, today).filter(role=Posting.Role.ADMINISTRATOR).exists():
        raise PersonRefused(_("账号由系统管理员登记，您今天没有这个岗位。"))


def _set_password(user: User, password: str) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise PersonRefused(" ".join(error.messages)) from error
    user.set_password(password)
