"""For the test suite: quick hashing, mail kept in memory, no background worker."""

import tempfile
from pathlib import Path

from config import env
from config.settings.base import *

SECRET_KEY = "test-secret-key-test-secret-key-test-secret-key"
DEBUG = False
ALLOWED_HOSTS = ["*"]
SITE_ORIGIN = "http://testserver"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CELERY_BROKER_URL = "memory://"
MEDIA_ROOT = env.folder("MEDIA_ROOT", Path(tempfile.mkdtemp(prefix="registry-papers-")))
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DEMO = env.yes("DEMO", False)
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
AXES_ENABLED = False
