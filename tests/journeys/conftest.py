"""A running city for a browser: its own database, a real server, on a day that can be changed."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from uuid import uuid4

import dj_database_url
import pytest
from playwright.sync_api import sync_playwright

from tests.trust.conftest import administer

ROOT = Path(__file__).parents[2]
CHROMIUM = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


class RunningCity:
    """The registry as a process of its own; started again to stand on another day."""

    def __init__(self, folder: Path, database_url: str) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "DATABASE_URL": database_url,
            "MEDIA_ROOT": str(folder / "papers"),
            "VAR_DIR": str(folder),
            "DEMO": "1",
        }
        self.server: subprocess.Popen[bytes] | None = None

    def run(self, *words: str, day: str) -> None:
        subprocess.run(
            [sys.executable, *words],
            cwd=ROOT,
            env=self.environment | {"REGISTRY_TODAY": day},
            check=True,
        )

    def stand_on(self, day: str) -> str:
        """(Re)start the server on a day; return its address."""
        self.stop()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "config.wsgi", "-b", f"127.0.0.1:{port}", "--workers", "2", "--threads", "4"],
            cwd=ROOT, env=self.environment | {"REGISTRY_TODAY": day}, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        address = f"http://127.0.0.1:{port}"
        self._await(f"{address}/healthz/live")
        return address

    def stop(self) -> None:
        if self.server:
            self.server.terminate()
            self.server.wait(timeout=20)
            self.server = None

    def _await(self, address: str) -> None:
        for _attempt in range(120):
            try:
                urllib.request.urlopen(address, timeout=5)  # noqa: S310 - our own loopback server
                return
            except OSError:
                time.sleep(0.25)
        raise RuntimeError(f"{address} did not answer")


@pytest.fixture
def own_database(tmp_path):
    """An address of an empty database, on the engine that the suite runs on."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield f"sqlite:///{tmp_path / 'journey.sqlite3'}"
        return
    settings, name = dj_database_url.parse(url), f"journey_{uuid4().hex[:10]}"
    administer(settings, f'CREATE DATABASE "{name}"')
    yield url.rsplit("/", 1)[0] + f"/{name}"
    administer(settings, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def running_city(tmp_path, own_database):
    city = RunningCity(tmp_path, own_database)
    yield city
    city.stop()


@pytest.fixture
def browser():
    """Chromium, driven by Playwright; without one the journey is skipped in one line."""
    if CHROMIUM is None:
        pytest.skip(
            "没有找到 Chromium：在 Debian 上执行 apt-get install chromium 后再运行浏览器测试"
        )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()
