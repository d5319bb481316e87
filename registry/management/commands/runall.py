"""Everything in one foreground process: prepares what is missing, then web, worker and clock."""

import http.client
import socket
import sys
import time
from argparse import ArgumentParser
from typing import Any

from celery import current_app
from django.core.management.base import BaseCommand, CommandError

from registry.management import preparing, signposts
from registry.management.children import ChildEnded, Household, StopAsked, household

STEPS = (
    ("数据表 tables", preparing.migrate),
    ("法规与目录 law and places", preparing.seed),
    ("页面文件 styles and scripts", preparing.collect_static),
    ("演示城市 demo city", preparing.demo),
)
QUIET = {"PYTHONWARNINGS": "ignore:You're running the worker with superuser"}
MISSED = (
    "registry.write_letters",
    "registry.sweep_prospects",
    "certifications.move_drafts",
    "certifications.weigh_drafts",
)
SECONDS_TO_FIRST_PAGE = 60


class Command(BaseCommand):
    help = "Prepare what is missing, then run web, worker and clock until Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="the web port (8000)")
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        refuse_taken(host, port)
        try:
            with household() as family:
                self.prepare()
                start(family, host, port)
                wait_for_first_page(family, host, port)
                for task in MISSED:  # what fell due while nothing ran
                    current_app.send_task(task)
                self.stdout.write(signposts.text(f"http://{host}:{port}"))
                self.stdout.write("ready")
                self.stdout.flush()
                family.watch()
        except StopAsked:
            self.stdout.write("已停止 stopped")
        except ChildEnded as error:
            raise CommandError(f"一个进程意外结束，其余已停止：{error}") from error

    def prepare(self) -> None:
        """Each step, and how long it took when it had something to do."""
        for title, step in STEPS:
            began = time.monotonic()
            self.stdout.write(f"  {title} …", ending="")
            self.stdout.flush()
            done = step()
            took = f"{time.monotonic() - began:.1f} s" if done else "✓"
            self.stdout.write(f" {took}")
            self.stdout.flush()


def refuse_taken(host: str, port: int) -> None:
    """Say so at once when something else listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            says = f"端口 {port} 已被占用。请换一个端口：PORT={port + 1} make run"
            raise CommandError(says) from error


def start(family: Household, host: str, port: int) -> None:
    """The three that run: web, worker, clock."""
    python = [sys.executable, "-m"]
    celery = [*python, "celery", "-A", "config.celery"]
    here = {"BIND": f"{host}:{port}", "WEB_LOG_LEVEL": "warning"}
    family.start("web", [*python, "gunicorn", "-c", "deploy/gunicorn.py"], here)
    worker = ["worker", "--concurrency", "1", "--without-gossip", "--without-mingle"]
    family.start("worker", [*celery, "-q", *worker, "--loglevel", "WARNING"], QUIET)
    family.start("clock", [*celery, "-q", "beat", "--pidfile", "", "--loglevel", "WARNING"], QUIET)


def wait_for_first_page(family: Household, host: str, port: int) -> None:
    """Until the readiness page answers 200; what it says is missing goes into the refusal."""
    until = time.monotonic() + SECONDS_TO_FIRST_PAGE
    while (heard := answer(host, port)) is not None:
        family.look()
        if time.monotonic() > until:
            raise ChildEnded(f"web is not ready after {SECONDS_TO_FIRST_PAGE} s: {heard}")
        time.sleep(0.25)


def answer(host: str, port: int) -> str | None:
    """What keeps the first page from being there; None when it is there."""
    asking = http.client.HTTPConnection(host, port, timeout=10)
    try:
        asking.request("GET", "/healthz/ready")
        heard = asking.getresponse()
        return None if heard.status == http.client.OK else heard.read().decode(errors="replace")
    except OSError as error:
        return str(error)
    finally:
        asking.close()
