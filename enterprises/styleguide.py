"""The style guide: every piece of the house on one page, in the demo only."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

STATES = [
    ("draft", "填报中"),
    ("submitted", "待受理"),
    ("district_review", "区市审核"),
    ("correction", "待补正"),
    ("city_check", "市级审查"),
    ("expert_review", "专家评审"),
    ("reviewed", "待公示"),
    ("public_notice", "公示中"),
    ("recognised", "已认定"),
    ("not_accepted", "不予受理"),
    ("not_recognised", "不予认定"),
    ("withdrawn", "已撤回"),
    ("valid", "有效"),
    ("expired", "已到期"),
    ("revoked", "已撤销"),
]
TERMS = [
    {"light": "green", "days_left": 12, "due_on": date(2026, 12, 9)},
    {"light": "yellow", "days_left": 5, "due_on": date(2026, 11, 30), "provisional": True},
    {"light": "red", "days_left": 1, "due_on": date(2026, 11, 24)},
    {"light": "overdue", "days_left": -3, "due_on": date(2026, 11, 18)},
    {"light": "paused", "days_left": None, "due_on": None},
]
TARGETS = [
    {
        "says": "高新技术企业达到8500家",
        "share": Decimal("0.957"),
        "words": "8,137 / 8,500 家，完成 95.7%，还差 363 家",
        "light": "wait",
        "pace": Decimal("0.89"),
    },
    {
        "says": "新增专精特新企业300家以上",
        "share": Decimal("1.24"),
        "words": "372 / 300 家，完成 124%，已达到",
        "light": "ok",
        "pace": None,
    },
    {
        "says": "新增20家以上场景应用实验室",
        "share": Decimal("0.4"),
        "words": "8 / 20 家，完成 40%，落后",
        "light": "bad",
        "pace": Decimal("0.89"),
    },
]
HISTORY = [
    {
        "title": "专家评审",
        "who": "市科技局 · 孙评审",
        "at": date(2026, 11, 20),
        "now": True,
        "due_on": date(2026, 12, 9),
    },
    {"title": "推荐", "who": "崂山区科技局 · 王审核", "at": date(2026, 11, 19)},
    {"title": "提交补正", "who": "企业 · 李填报", "at": date(2026, 11, 16)},
    {
        "title": "退回补正",
        "who": "崂山区科技局 · 王审核",
        "at": date(2026, 11, 12),
        "note": "审计报告第 7 页扫描不清，请重新上传 300 dpi 的彩色扫描件。",
    },
    {"title": "提交", "who": "企业 · 李填报", "at": date(2026, 11, 5)},
]
HOLDERS = [
    ("青岛演示海洋传感器有限公司", "91370212MA3DEMO0X1", "崂山区", "高新技术企业", "valid", 5230),
    (
        "青岛演示轨道交通装备股份有限公司",
        "91370214MA3DEMO0X2",
        "城阳区",
        "专精特新中小企业",
        "valid",
        880,
    ),
    (
        "青岛演示啤酒花生物科技有限公司",
        "91370203MA3DEMO0X3",
        "市北区",
        "科技型中小企业",
        "expired",
        41,
    ),
]
COLOURS = [
    "sea-900",
    "sea-800",
    "sea-700",
    "sea-600",
    "sea-100",
    "tile-600",
    "tile-50",
    "ink",
    "ink-2",
    "ok",
    "warn",
    "bad",
]


class SampleForm(forms.Form):
    """One field of each kind."""

    credit_code = forms.CharField(
        label="统一社会信用代码", help_text="18 位，见营业执照。例：91370200264609XXXX"
    )
    revenue = forms.DecimalField(
        label="上年度营业收入",
        help_text="按经审计的财务报表填写",
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    district = forms.ChoiceField(
        label="所在区市", choices=[("370212", "崂山区"), ("370282", "即墨区")]
    )
    until = forms.DateField(label="截止日期", required=False)
    reason = forms.CharField(label="说明", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    answer = forms.ChoiceField(
        label="处理意见",
        choices=[("accept", "受理"), ("return", "退回补正")],
        widget=forms.RadioSelect,
    )
    paper = forms.FileField(
        label="审计报告", help_text="PDF、JPG、PNG，每个不超过 50 MB", required=False
    )
    undertaking = forms.BooleanField(label="我承诺所填内容真实，愿意承担责任")


def sample_form(data: dict[str, str] | None = None) -> SampleForm:
    form = SampleForm(data, prefix="wrong" if data is not None else "")
    form.fields["revenue"].unit = "万元"  # type: ignore[attr-defined]
    form.fields["revenue"].origin = "来自 2025 年度填报，可修改"  # type: ignore[attr-defined]
    return form


def page(request: HttpRequest) -> HttpResponse:
    """All pieces, with invented words."""
    if not settings.DEMO:
        raise Http404
    return render(request, "styleguide.html", pieces())


def pieces() -> dict[str, Any]:
    return {
        "states": STATES,
        "terms": TERMS,
        "targets": TARGETS,
        "history": HISTORY,
        "holders": HOLDERS,
        "colours": COLOURS,
        "money": [Decimal("35000000"), Decimal("1000000000000"), Decimal("8600")],
        "a_day": date(2026, 11, 23),
        "facts": [
            ("统一社会信用代码", "91370212MA3DEMO0X1"),
            ("所在区市", "崂山区"),
            ("有效期", "2024年11月4日 至 2027年11月3日"),
        ],
        "pages": Paginator(range(8137), 50).page(7),
        "clean_form": sample_form(),
        "wrong_form": sample_form({"wrong-credit_code": "", "wrong-revenue": "很多"}),
        "trail": [("首页", "/"), ("登记查询", "/register/"), ("样式", "")],
    }
