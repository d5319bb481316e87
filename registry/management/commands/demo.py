"""Fills an empty register with the invented city. Refused where the register is a real one."""

import json
from argparse import ArgumentParser
from datetime import date
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from certifications.models import Scheme
from enterprises.clock import today
from registry.demo.city import Report, build, stands
from registry.demo.people import listing, people
from registry.demo.plan import FEWEST, FULL_SIZE, MOST, Plan

SEED = 2024


class Command(BaseCommand):
    help = "Fill the register with the invented city: the same seed and day give the same city."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--enterprises", type=int, default=FULL_SIZE, metavar="N")
        parser.add_argument("--seed", type=int, default=SEED, metavar="S")
        parser.add_argument("--until", type=date.fromisoformat, default=None, metavar="DATE")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        plan = Plan(options["enterprises"], options["seed"], options["until"] or today())
        self.refuse_where_it_may_not_be(plan)
        if stands():
            return self.say(
                {"built": False}, [_("演示城市已经在库中，没有改动任何数据。")], options
            )
        started = monotonic()
        report = build(plan)
        seconds = round(monotonic() - started, 1)
        figures = {
            "built": True, "enterprises": plan.enterprises, "seed": plan.seed,
            "until": plan.until.isoformat(), "seconds": seconds, "rows": report.rows,
            "digest": report.digest,
        }  # fmt: skip
        return self.say(figures, as_text(report, seconds), options)

    def refuse_where_it_may_not_be(self, plan: Plan) -> None:
        if not settings.DEMO:
            raise CommandError(_("这里不是演示环境（DEMO 未开启），不能写入虚构的企业。"))
        if not FEWEST <= plan.enterprises <= MOST:
            says = _("企业数应在 %(fewest)d 至 %(most)d 之间，现为 %(now)d。")
            raise CommandError(says % {"fewest": FEWEST, "most": MOST, "now": plan.enterprises})
        if not Scheme.objects.exists():
            raise CommandError(_("库中还没有称号和规则，请先运行 manage.py seed。"))

    def say(self, figures: dict[str, Any], lines: list[str], options: dict[str, Any]) -> None:
        if options["format"] == "json":
            self.stdout.write(json.dumps(figures, ensure_ascii=False))
        elif options["verbosity"]:
            self.stdout.write("\n".join(lines))


def as_text(report: Report, seconds: float) -> list[str]:
    """What was built, and who may be whom."""
    known = people()
    return [
        _("演示城市已建成，用时 %(seconds)s 秒：") % {"seconds": seconds},
        *(f"  {table:<18}{count:>8}" for table, count in report.rows.items()),
        _("演示账号（密码均为 %(password)s）：") % {"password": known["password"]},
        *(f"  {each.username:<28}{each.label}  {each.about}" for each in listing()),
        _("统计接口演示密钥：%(key)s") % {"key": known["api_client"]["key"]},
    ]
