"""What an import found, line by line, and what it did: for the screen, as JSON, as CSV."""

import csv
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


class Severity(StrEnum):
    """Blocking: nothing of the row is stored. Advisory: it is stored, and somebody should look."""

    BLOCKING = "blocking"
    ADVISORY = "advisory"


@dataclass(frozen=True)
class Finding:
    """One thing about one line: a stable code, a sentence, the field, and the cell as it stood."""

    line: int
    code: str
    severity: Severity
    says: str
    field: str = ""
    name: str = ""
    credit_code: str = ""


@dataclass
class Judged:
    """One row of a list while it is judged: who it is about, and what was found."""

    line: int
    credit_code: str = ""
    name: str = ""
    findings: list[Finding] = field(default_factory=list)

    @property
    def blocked(self) -> bool:
        return any(found.severity == Severity.BLOCKING for found in self.findings)

    def block(self, code: str, says: str, column: str = "") -> None:
        self._find(Severity.BLOCKING, code, says, column)

    def advise(self, code: str, says: str, column: str = "") -> None:
        self._find(Severity.ADVISORY, code, says, column)

    def _find(self, severity: Severity, code: str, says: str, column: str) -> None:
        self.findings.append(
            Finding(self.line, code, severity, says, column, self.name[:200], self.credit_code[:40])
        )


@dataclass
class Report:
    """Counts and findings of one file."""

    file: str
    sha256: str
    dry_run: bool
    rows: int = 0
    created: int = 0
    unchanged: int = 0
    repeated: int = 0
    blocked: int = 0
    branches: int = 0
    findings: list[Finding] = field(default_factory=list)

    def by_code(self) -> dict[str, int]:
        return dict(Counter(finding.code for finding in self.findings).most_common())

    def counts(self) -> dict[str, Any]:
        """Everything but the findings; what the journal keeps."""
        return {
            "file": self.file,
            "sha256": self.sha256,
            "dry_run": self.dry_run,
            "rows": self.rows,
            "created": self.created,
            "unchanged": self.unchanged,
            "repeated": self.repeated,
            "blocked": self.blocked,
            "branches": self.branches,
            "findings": self.by_code(),
        }

    def as_json(self) -> dict[str, Any]:
        return {**self.counts(), "lines": [asdict(finding) for finding in self.findings]}

    def as_csv(self) -> str:
        """One line for each finding; text that a spreadsheet would compute is made harmless."""
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(
            [_("行号"), _("代码"), _("程度"), _("说明"), _("列"), _("企业名称"), _("信用代码")]
        )
        for found in self.findings:
            cells = (found.code, found.severity, found.says, found.field, found.name)
            writer.writerow([found.line, *harmless(cells), *harmless([found.credit_code])])
        return out.getvalue()

    def summary(self) -> str:
        """One sentence for the screen and the job."""
        says = _("预览：可新增") if self.dry_run else _("新增")
        return _(
            "%(says)s %(created)d 家（其中分支机构 %(branches)d 家），"
            "已在册 %(unchanged)d 家，重复 %(repeated)d 行，未导入 %(blocked)d 行，共 %(rows)d 行。"
        ) % {
            "says": says,
            "created": self.created,
            "branches": self.branches,
            "unchanged": self.unchanged,
            "repeated": self.repeated,
            "blocked": self.blocked,
            "rows": self.rows,
        }


def harmless(cells: Iterable[str]) -> list[str]:
    return [f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell for cell in cells]
