"""How the addresses describe themselves in OpenAPI: words, shapes and refusals in one place each."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, inline_serializer
from rest_framework import serializers

from registry.api import shapes

DATE = {"type": "string", "format": "date"}
WHOLE = {"type": "integer", "minimum": 1}
FORMAT = {"type": "string", "enum": ["json", "csv", "xlsx"]}
WORDS: dict[str, tuple[Any, Any]] = {
    "as_of": (_("所问的日子（YYYY-MM-DD），按当日有效的情况回答；默认今天"), DATE),
    "period": (_("期间：年度（2024）或月份（2024-11）"), str),
    "scheme": (_("称号代码，如 high_tech"), str),
    "district": (_("区市代码（GB/T 2260），如 370212"), str),
    "industry": (_("行业代码（GB/T 4754 门类或大类），如 C 或 35"), str),
    "chain": (_("产业（链）代码"), str),
    "by": (_("分解：district、industry、section、month，以逗号分隔"), str),
    "cursor": (_("上一页 next 中的位置；不要自行填写"), str),
    "page_size": (_("每页行数，1 至 1000，默认 100"), WHOLE),
    "format": (_("json（默认）、csv 或 xlsx；表格只含 results 的各行"), FORMAT),
}
RESOURCES = {
    "index": _("目录"),
    "districts": _("区市"),
    "schemes": _("称号与规则"),
    "facts": _("事实词汇"),
    "enterprises": _("企业"),
    "certifications": _("称号记录"),
    "indicators": _("指标"),
    "targets": _("目标"),
    "self-check": _("自测"),
}
REFUSALS = {
    "400": _("参数或其值不认识：parameter 指明哪一个，allowed 列出可用的值"),
    "401": _("没有密钥，或密钥无效、已停用"),
    "429": _("请求过于频繁，Retry-After 指明多少秒后再试"),
}
NOT_THERE = _("没有这条记录")
NO_JSON = _("正文不是 JSON")


class KeyScheme(OpenApiAuthenticationExtension):  # type: ignore[misc, no-untyped-call, unused-ignore]
    """`Authorization: Api-Key …` as OpenAPI knows it."""

    target_class = "registry.api.clients.ApiKeyAuthentication"
    name = "ApiKey"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        says = str(_("写作 Api-Key <密钥>"))
        return {"type": "apiKey", "in": "header", "name": "Authorization", "description": says}


class DoorSchema(AutoSchema):  # type: ignore[misc, unused-ignore]
    """Reads a door's `says`, `words`, `shape`, `many` and `envelope`."""

    def get_description(self) -> str:
        return str(self.view.says)

    def get_summary(self) -> str:
        return str(self.view.says).partition("。")[0].partition(". ")[0]

    def get_operation_id(self) -> str:
        return type(self.view).__name__

    def get_tags(self) -> list[str]:
        """The resource, with its Chinese name, as the heading it stands under."""
        resource = (self._tokenize_path() or ["index"])[0]
        return [f"{resource} · {RESOURCES[resource]}"]

    def get_override_parameters(self) -> list[OpenApiParameter]:
        return [
            OpenApiParameter(word, WORDS[word][1], description=str(WORDS[word][0]))
            for word in (*self.view.words, *(["format"] if self.view.many else []))
        ]

    def get_request_serializer(self) -> Any:
        """The body of a question; doors that only read have none."""
        return self.view.asks

    def get_response_serializers(self) -> dict[Any, Any]:
        return {
            200: self.answer(),
            **{
                (code, "application/problem+json"): OpenApiResponse(shapes.Problem, str(says))
                for code, says in self.refusals().items()
            },
        }

    def refusals(self) -> dict[str, Any]:
        """What may be refused: a key where one is asked for, a body that is no JSON, a wrong code."""
        if self.get_request_serializer():
            return {**{code: REFUSALS[code] for code in ("400", "429")}, "415": NO_JSON}
        return REFUSALS if "{" not in self.path else {**REFUSALS, "404": NOT_THERE}

    def answer(self) -> Any:
        """The shape itself, or an envelope of rows with what is said of all of them."""
        view = self.view
        if not view.many:
            return view.shape
        fields: dict[str, Any] = {}
        for name in view.envelope:
            fields[name] = ENVELOPE[name]()
        fields["results"] = view.shape(many=True)
        return inline_serializer(f"{type(view).__name__}Answer", fields)


ENVELOPE: dict[str, Any] = {
    "as_of": serializers.DateField,
    "period": serializers.CharField,
    "next": lambda: serializers.URLField(allow_null=True),
    "indicator": shapes.Indicator,
}
