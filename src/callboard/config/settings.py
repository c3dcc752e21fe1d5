"""All settings. What differs between machines comes from the environment; README lists the names."""

import os
from pathlib import Path
from typing import Any

import dj_database_url
import django_stubs_ext
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from callboard.config import places
from callboard.core.db import roles

# Makes Django's generic classes (Field[int, int], QuerySet[Order]) writable as types at run time too.
django_stubs_ext.monkeypatch()

PACKAGE = Path(__file__).resolve().parents[1]
HOME = places.home()
COMPANY = places.company(HOME)
#: Whether the own company can be started from a page: `up` says so where it was not told which company it serves.
MAY_START = os.environ.get("CALLBOARD_MAY_START") == "1"
SECRET_KEY = places.secret_key(HOME)
DEBUG = os.environ.get("CALLBOARD_DEBUG") == "1"
# Pages are served to any name they are asked under: behind --host or a proxy the name is not known here, and no
# address that leaves the house (mails, links) is built from the request (see PUBLIC_URL).
ALLOWED_HOSTS = [name for name in os.environ.get("CALLBOARD_HOSTS", "").split(",") if name] or [
    "localhost",
    "127.0.0.1",
    "[::1]",
]
PUBLIC_URL = (os.environ.get("CALLBOARD_URL") or places.running_url(HOME, COMPANY) or "http://127.0.0.1:8000").rstrip(
    "/"
)
#: How our commands are called on this machine.
PROGRAM = places.program()
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]

APPS = [
    "callboard.core",
    "callboard.kit",
    "callboard.team",
    "callboard.directory",
    "callboard.channels",
    "callboard.calendar",
    "callboard.work",
    "callboard.journal",
    "callboard.orders",
    "callboard.pipeline",
    "callboard.intake",
    "callboard.board",
]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "pgtrigger",
    "pghistory",
    "csp",
    *APPS,
]
AUTH_USER_MODEL = "team.Person"
ROOT_MODEL = "directory.Account"
POLICY = "callboard.team.policy.MatrixPolicy"
BUSINESS_DAY = "callboard.team.queries.business_day"
WORKS_ON = "callboard.team.queries.works_on"
COMPANY_SETTING = "callboard.team.queries.setting"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "callboard.config.serving.StaticMiddleware",
    "callboard.kit.squeezing.PageMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "callboard.kit.middleware.PersonMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "callboard.config.urls"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "callboard.kit.nav.frame",
            ],
        },
    }
]

# The database: DATABASE_URL, or our own PostgreSQL in the data folder.
CONNECTION = {"ENGINE": "callboard.core.db.backend", "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def own_database(folder: Path, database: str, *, throwaway: bool = False) -> dict[str, Any]:
    """Django's entry for a database of our own cluster below `folder`. Starts nothing."""
    from callboard.core.db.cluster import OWNER, Cluster

    cluster = Cluster(folder, throwaway)
    return CONNECTION | {
        "NAME": database,
        "USER": OWNER,
        "HOST": str(cluster.socket),
        "CLUSTER": {"folder": str(folder), "throwaway": throwaway, "database": database},
        # core.db.rows.ask: planned at the second time, and never again on that connection.
        "OPTIONS": {"prepare_threshold": 1},
    }


def given_database(address: str) -> dict[str, Any]:
    """Django's entry for a server of somebody else's."""
    try:
        parsed = dict(dj_database_url.parse(address))
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError, ValueError):
        parsed = {}
    if not parsed.get("NAME") or "postgres" not in str(parsed.get("ENGINE")):
        raise ImproperlyConfigured("DATABASE_URL must look like postgres://user:password@host:5432/name")
    return parsed | CONNECTION


def database_address() -> str | None:
    """The owner's address while this process works as the owner, else DATABASE_URL."""
    if roles.process_is_owner():
        for name in ("DATABASE_OWNER_URL", "DATABASE_DIRECT_URL"):
            if os.environ.get(name):
                return os.environ[name]
    return os.environ.get("DATABASE_URL")


DATABASE_ADDRESS = database_address()
# LISTEN and the worker need a session of their own; a pooler in front of DATABASE_URL cannot give one.
DATABASE_DIRECT_ADDRESS = os.environ.get("DATABASE_DIRECT_URL") or DATABASE_ADDRESS
DATABASES = {
    "default": given_database(DATABASE_ADDRESS) if DATABASE_ADDRESS else own_database(HOME, f"callboard_{COMPANY}")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FILE_STORE = HOME / "files" / COMPANY

# Jobs
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# Sign-in
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_ENGINE = "callboard.team.signed_in"
AUTHENTICATION_BACKENDS = ["callboard.team.signed_in.SignedIn"]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
# A browser keeps cookies by host, whatever the port: two companies on one machine need names of their own.
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{COMPANY}_session", f"{COMPANY}_csrf"
MESSAGE_STORAGE = "callboard.kit.toasts.Toasts"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SECURE_COOKIES = PUBLIC_URL.startswith("https:")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_COOKIES
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE_COOKIES else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE_COOKIES else None
CSRF_FAILURE_VIEW = "callboard.kit.errors.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024

# Language and time
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH: list[str] = []

# Static files: WhiteNoise serves what collectstatic gathered, under names that change with their content.
STATIC_URL = "/static/"
STATIC_ROOT = places.static_root()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": HOME / "uploads"}},
    "staticfiles": {"BACKEND": "callboard.config.statics.Statics"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False

# Mail to our own people (resets, notifications, digests); mail to customers goes through channels.
EMAIL_BACKEND = os.environ.get("CALLBOARD_EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_HOST = os.environ.get("CALLBOARD_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("CALLBOARD_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("CALLBOARD_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("CALLBOARD_SMTP_PASSWORD", "")
EMAIL_USE_TLS = EMAIL_PORT == 587
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("CALLBOARD_FROM", "callboard@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("CALLBOARD_LOG", "WARNING")},
}
# The API and the matrix are the way in; Django's own admin and its permissions are not used.
SILENCED_SYSTEM_CHECKS = ["staticfiles.W004"]
