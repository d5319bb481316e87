"""Draws every road as a picture into docs/procedure; with --check only says whether one is stale."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from certifications.moves import ROLE_NAMES
from certifications.picture import draw
from certifications.procedure import ROADS, Road
from certifications.states import State
from certifications.walked_terms import applies_to

STALE = "程序图已过期：{names}。请运行 .venv/bin/python manage.py draw_procedure 并提交。"


class Command(BaseCommand):
    help = "Draw the procedures into docs/procedure (--check: only compare)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="fail when a picture is stale")
        parser.add_argument("--into", type=Path, default=Path(settings.BASE_DIR) / "docs")

    def handle(self, *args: Any, **options: Any) -> None:
        drawn = {options["into"] / name: words for name, words in pages().items()}
        stale = [path for path, words in drawn.items() if written(path) != words]
        if options["check"]:
            if stale:
                raise CommandError(STALE.format(names="、".join(path.name for path in stale)))
            return
        for path in stale:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(drawn[path], encoding="utf-8")
            self.stdout.write(f"画好 {path.name}")


def written(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def pages() -> dict[str, str]:
    """Every file by its place under docs/: a picture for each road, and the page that shows them."""
    found = {f"procedure/{code}.svg": draw(road) for code, road in ROADS.items()}
    with override("zh-hans"):
        body = "\n".join(section(road) for road in ROADS.values())
    head = "# 程序\n\n由 `manage.py draw_procedure` 从 `certifications/procedure.py` 的表画出，请勿手改。"
    return {**found, "procedure.md": f"{head}\n\n{body}"}


def section(road: Road) -> str:
    """A road's picture and its table."""
    head = f"## {road.says}（`{road.code}`）\n\n适用：{applies_to(road.code)}"
    picture = f"![{road.says}](procedure/{road.code}.svg)"
    rows = [
        f"| {step.says} `{step.code}` | {'、'.join(state_says(each) for each in step.from_states)} "
        f"| {state_says(step.to)} | {ROLE_NAMES[step.by]} "
        f"| {'、'.join(f'`{need.__name__}`' for need in step.needs)} |"
        for step in road.steps
    ]
    table = "\n".join(["| 步骤 | 自 | 至 | 由谁 | 须满足 |", "|---|---|---|---|---|", *rows])
    return f"{head}\n\n{picture}\n\n{table}\n"


def state_says(state: State) -> str:
    return str(state.label)
