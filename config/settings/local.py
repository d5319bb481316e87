"""For one person's machine: embedded parts, a demo that says so on every page."""

import os

os.environ.setdefault("DEMO", "1")

from config import env
from config.settings.base import *

SECRET_KEY = env.text("SECRET_KEY", "local-only-secret-key-never-used-in-production")
DEBUG = env.yes("DEBUG", False)
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
SITE_ORIGIN = env.text("SITE_ORIGIN", "http://127.0.0.1:8000")
# Pages here never leave the machine: naming files by content is enough, compressing them is not worth the wait.
STORAGES = {
    **STORAGES,
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage",
    },
}
