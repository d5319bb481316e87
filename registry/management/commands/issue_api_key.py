"""Enters a statistics office's machine and prints its key, for the only time."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from enterprises import api_keys
from enterprises.clock import today


class Command(BaseCommand):
    help = "Issue a key for the statistics API; it is shown once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="who asks, e.g. 青岛市统计局")
        parser.add_argument("--contact", default="", help="whom to call about it")

    def handle(self, *args: Any, **options: Any) -> None:
        client, key = api_keys.issue(
            options["name"], contact=options["contact"], by=None, today=today()
        )
        self.stdout.write(f"{client}：{key}")
        self.stderr.write("密钥只显示这一次，请立即交给使用方；遗失请停用后重发。")
