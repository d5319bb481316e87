"""For a real server: everything secret comes from the environment, and must be there."""

from config import env
from config.settings.base import *

SECRET_KEY = env.text("SECRET_KEY")
DATABASES = {"default": database(env.text("DATABASE_URL"))}
REDIS_URL = env.text("REDIS_URL")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
SITE_ORIGIN = env.text("SITE_ORIGIN")
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_USE_TLS = env.mail("EMAIL_URL")
PROXIES = env.number("PROXIES", 1)
REST_FRAMEWORK = {**REST_FRAMEWORK, "NUM_PROXIES": PROXIES}
JOURNAL_KEY = env.text("JOURNAL_KEY")
FIELD_KEYS = env.words("FIELD_KEYS")
DEBUG = False
DEMO = False

if REGISTRY_TODAY is not None:
    raise env.SettingsRefused("生产环境不得设置 REGISTRY_TODAY：登记机关的日期只能是当天。")

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
}
CELERY_BROKER_URL = REDIS_URL
CSRF_TRUSTED_ORIGINS = [SITE_ORIGIN]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # our own pages frame our own papers, nobody else may
