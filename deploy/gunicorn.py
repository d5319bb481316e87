"""How the web server runs, here and on a real server: a few plain worker processes."""

import gc
import os
from pathlib import Path

from django.conf import settings
from django.template import TemplateDoesNotExist, TemplateSyntaxError, engines
from django.urls import resolve
from django.utils import translation

wsgi_app = "config.wsgi:application"
bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_WORKERS", "2"))
# Browsers open connections ahead of need; a worker without threads waits on such a silent one.
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True
max_requests = 5000
max_requests_jitter = 500
timeout = 60
graceful_timeout = 5
loglevel = os.environ.get("WEB_LOG_LEVEL", "info")
control_socket_disable = True
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1")


def when_ready(server: object) -> None:
    """Read our templates, words and addresses before the fork, or the first reader waits for it."""
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            translation.gettext("")
            resolve("/")
    engine = engines["django"]
    folders = [Path(folder) for folder in engine.template_dirs]
    for folder in folders:
        for path in folder.glob("**/*.html") if folder.is_relative_to(settings.BASE_DIR) else ():
            try:
                engine.get_template(path.relative_to(folder).as_posix())
            except (TemplateDoesNotExist, TemplateSyntaxError):
                continue  # the page that needs it will say so


def post_fork(server: object, worker: object) -> None:
    """What was loaded before the fork is never garbage: leaving it alone halves the slow pages."""
    gc.freeze()
    gc.set_threshold(50_000, 50, 100)
