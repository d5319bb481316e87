"""Refusals of the API: application/problem+json (RFC 9457), each with what to do next."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions, status
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from enterprises.punctuation import clauses
from registry.query import BadQuery

MEDIA_TYPE = "application/problem+json"


class Problem(exceptions.APIException):
    """A question that cannot be answered as asked; names the parameter and what it may be."""

    status_code = status.HTTP_400_BAD_REQUEST

    def __init__(
        self, detail: str, *, parameter: str = "", allowed: Iterable[str] | None = None
    ) -> None:
        super().__init__(detail)
        self.parameter = parameter
        self.allowed = None if allowed is None else list(allowed)


def of_query(error: BadQuery) -> Problem:
    """A query that could not be read, as the reader of queries says it."""
    return Problem(error.args[0], parameter=error.word, allowed=error.allowed or None)


def handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """Every refusal as a problem document; anything else stays an error for the log."""
    if isinstance(error, BadQuery):
        error = of_query(error)
    if isinstance(error, Http404):
        error = exceptions.NotFound(_("没有这条记录。请核对地址中的代码或编号。"))
    if not isinstance(error, exceptions.APIException):
        return None
    request = context["request"]
    request.accepted_renderer = JSONRenderer()  # a refusal is never a table
    request.accepted_media_type = JSONRenderer.media_type
    body = document(error, request.path, context["view"].allowed_methods)
    response = Response(body, status=error.status_code, content_type=MEDIA_TYPE)
    for name, value in _headers(error).items():
        response[name] = value
    return response


def document(
    error: exceptions.APIException, instance: str, methods: Iterable[str] = ()
) -> dict[str, Any]:
    """The members of RFC 9457, with `parameter` and `allowed` where they help."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(error.status_code).phrase,
        "status": error.status_code,
        "detail": _detail(error, methods),
        "instance": instance,
    }
    if isinstance(error, Problem) and error.parameter:
        body["parameter"] = error.parameter
    if isinstance(error, Problem) and error.allowed is not None:
        body["allowed"] = error.allowed
    return body


def _detail(error: exceptions.APIException, methods: Iterable[str]) -> str:
    if isinstance(error, exceptions.MethodNotAllowed):
        if "POST" in methods:
            return _("这个地址要用 POST 提问，正文为 JSON；说明见 /api/v1/docs/。")
        return _("统计接口只读：请用 GET。")
    if isinstance(error, exceptions.UnsupportedMediaType):
        return _("正文须为 JSON，请写 Content-Type: application/json。")
    if isinstance(error, exceptions.Throttled):
        return _("请求过于频繁，请在 %(seconds)s 秒后再试。") % {"seconds": _wait(error)}
    if isinstance(error.detail, str):
        return str(error.detail)
    return clauses(error.detail)


def _headers(error: exceptions.APIException) -> dict[str, str]:
    found = {}
    if getattr(error, "auth_header", None):
        found["WWW-Authenticate"] = str(error.auth_header)  # type: ignore[attr-defined]
    if isinstance(error, exceptions.Throttled):
        found["Retry-After"] = str(_wait(error))
    return found


def _wait(error: exceptions.Throttled) -> int:
    """Whole seconds until the next question is answered."""
    return int(getattr(error, "wait", None) or 60)
