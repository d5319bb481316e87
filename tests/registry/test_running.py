"""One foreground process that prepares, starts, watches and stops everything."""

import http.server
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError

from registry.management import preparing, signposts
from registry.management.children import ChildEnded, StopAsked, household
from registry.management.commands import runall

PYTHON = sys.executable
SLEEPS = [PYTHON, "-c", "import time; time.sleep(60)"]
STUBBORN = [
    PYTHON, "-c", "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(60)",
]  # fmt: skip
BREEDS = [
    PYTHON, "-c",
    "import subprocess, sys, time;"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
    "open(sys.argv[1], 'w').write(str(child.pid)); time.sleep(60)",
]  # fmt: skip


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and ") Z " in state.read_text())


def wait_until(true, seconds=20):
    """Poll instead of guessing how long a machine takes."""
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.05)
    assert true()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_all_children_are_stopped_when_the_parent_is_asked_to_stop():
    with pytest.raises(StopAsked), household() as family:
        family.start("one", SLEEPS, {})
        family.start("two", SLEEPS, {})
        os.kill(os.getpid(), signal.SIGINT)
        family.watch()

    assert not any(is_running(child.pid) for child in family.children.values())


def test_a_child_that_will_not_listen_is_stopped_all_the_same(monkeypatch):
    monkeypatch.setattr("registry.management.children.PATIENCE", 0.3)
    with household() as family:
        family.start("stubborn", STUBBORN, {})

    assert not is_running(family.children["stubborn"].pid)


def test_a_childs_own_children_are_stopped_with_it(tmp_path):
    note = tmp_path / "grandchild"
    with household() as family:
        family.start("parent", [*BREEDS, str(note)], {})
        wait_until(lambda: note.exists() and note.read_text())

    grandchild = int(note.read_text())
    wait_until(lambda: not is_running(grandchild))


def test_a_child_that_ends_by_itself_is_named_and_the_others_are_stopped():
    with pytest.raises(ChildEnded, match="short ended with code 3"), household() as family:
        family.start("long", SLEEPS, {})
        family.start("short", [PYTHON, "-c", "raise SystemExit(3)"], {})
        family.watch()

    assert not is_running(family.children["long"].pid)


def test_children_get_the_environment_they_are_given(tmp_path):
    note = tmp_path / "said"
    writes = f"import os; open({str(note)!r}, 'w').write(os.environ['BIND'])"
    with household() as family:
        family.start("writer", [PYTHON, "-c", writes], {"BIND": "127.0.0.1:1"})
        family.children["writer"].wait()

    assert note.read_text() == "127.0.0.1:1"


def test_a_taken_port_is_said_at_once_with_another_to_try():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(CommandError, match=f"PORT={port + 1}"):
            runall.refuse_taken("127.0.0.1", port)


def test_a_free_port_is_taken_without_a_word():
    runall.refuse_taken("127.0.0.1", free_port())


@pytest.fixture
def page():
    """A web server whose readiness can be changed."""

    class Ready(http.server.BaseHTTPRequestHandler):
        status = 200

        def do_GET(self):
            self.send_response(type(self).status)
            self.end_headers()
            self.wfile.write(b'{"database": "unreachable"}')

        def log_message(self, *args):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Ready)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Ready, server.server_address[1]
    server.shutdown()
    server.server_close()


def test_the_first_page_is_there_when_readiness_says_so(page):
    with household() as family:
        runall.wait_for_first_page(family, "127.0.0.1", page[1])


def test_what_keeps_the_first_page_away_is_told(page, monkeypatch):
    monkeypatch.setattr(runall, "SECONDS_TO_FIRST_PAGE", 0)
    page[0].status = 503

    with pytest.raises(ChildEnded, match="unreachable"), household() as family:
        runall.wait_for_first_page(family, "127.0.0.1", page[1])


def test_a_server_that_is_not_there_is_not_ready():
    assert "refused" in runall.answer("127.0.0.1", free_port())


@pytest.fixture
def var(tmp_path, settings):
    settings.VAR_DIR = tmp_path
    return tmp_path


def test_the_law_is_loaded_once_for_the_same_files(db, var):
    assert preparing.seed() is True
    assert preparing.seed() is False


def test_the_tables_need_nothing_when_they_are_up_to_date(db):
    assert preparing.migrate() is False


def test_styles_and_scripts_are_collected_once_for_the_same_files(var, settings):
    settings.STATIC_ROOT = var / "static"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }

    assert preparing.collect_static() is True
    assert preparing.collect_static() is False
    assert (var / "static" / "staticfiles.json").exists()


def test_no_city_is_invented_where_no_demo_is_wanted(db, settings):
    settings.DEMO = False

    assert preparing.demo() is False


def test_a_changed_file_makes_a_stamp_stale(var):
    path = var / "law.yaml"
    path.write_text("one")
    before = preparing.digest([path])
    preparing.Stamp("seed", before).press()
    path.write_text("another")

    assert preparing.Stamp("seed", before).is_fresh()
    assert not preparing.Stamp("seed", preparing.digest([path])).is_fresh()


def test_the_terminal_names_the_doors_and_in_a_demo_an_account_of_every_role(settings):
    settings.DEMO = True

    told = signposts.text("http://127.0.0.1:8000")

    assert "http://127.0.0.1:8000/admin/" in told
    for role in ("填报", " 管理员", "经办人", "负责人", "统计", "审计", "系统管理"):
        assert role in told
    assert "Api-Key" in told


def test_outside_a_demo_no_account_is_named(settings):
    settings.DEMO = False

    assert "Api-Key" not in signposts.text("http://127.0.0.1:8000")


def test_everything_starts_says_ready_and_stops_on_ctrl_c_with_nothing_left(tmp_path):
    """The real thing on embedded parts, without the demo city."""
    port = free_port()
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "REDIS_URL"}
    }
    running = subprocess.Popen(
        [PYTHON, "manage.py", "runall", "--port", str(port)],
        cwd=settings.BASE_DIR, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={**inherited, "VAR_DIR": str(tmp_path), "DEMO": "0",
             "DJANGO_SETTINGS_MODULE": "config.settings.local"},
    )  # fmt: skip
    said = []
    for line in running.stdout:
        said.append(line)
        if line == "ready\n":
            break
    children = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(running.pid)], capture_output=True, text=True
    ).stdout.split()

    running.send_signal(signal.SIGINT)
    said.append(running.communicate(timeout=60)[0])

    assert running.returncode == 0, "".join(said)
    assert len(children) == 3, "".join(said)
    assert not any(is_running(int(pid)) for pid in children)
    runall.refuse_taken("127.0.0.1", port)
