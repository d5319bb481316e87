"""Official lists of invented titles."""

from datetime import date

from certifications import imports
from certifications.imports import ListReport
from certifications.models import Scheme

HEAD = "企业名称,统一社会信用代码,证书编号,发证日期"
NAME = "青岛澄明传感技术有限公司"


def load(
    *lines: str, head: str = HEAD, scheme: str = "high_tech", dry_run: bool = False, **more: object
) -> ListReport:
    return imports.load(
        "\n".join([head, *lines]).encode(),
        "名单.csv",
        Scheme.objects.get(code=scheme),
        today=date(2026, 6, 15),
        by=None,
        dry_run=dry_run,
        **more,
    )


def codes(report: ListReport) -> list[str]:
    return [found.code for found in report.findings]


def row(name: str = NAME, code: str = "", number: str = "GR202437100001") -> str:
    return f"{name},{code},{number},2024-11-04"
