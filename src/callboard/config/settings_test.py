"""Settings of the tests: a second, throw-away PostgreSQL, files in a temporary folder, cheap password hashing."""

import os
import tempfile
from pathlib import Path

from callboard.config.settings import *  # noqa: F403
from callboard.config.settings import (
    APPS,
    DATABASE_ADDRESS,
    HOME,
    INSTALLED_APPS,
    STORAGES,
    given_database,
    own_database,
)

SECRET_KEY = "only-for-tests-" + "0" * 40
DEBUG = False
ALLOWED_HOSTS = ["*"]
PUBLIC_URL = "http://testserver"

# CALLBOARD_TEST_DB keeps runs side by side apart.
name = os.environ.get("CALLBOARD_TEST_DB", "callboard")
if DATABASE_ADDRESS:
    DATABASES = {"default": given_database(DATABASE_ADDRESS)}
else:
    DATABASES = {"default": own_database(HOME / "tests", "callboard", throwaway=True)}
DATABASES["default"]["TEST"] = {"NAME": f"test_{name}", "TEMPLATE": "template0"}
DATABASES["default"]["CONN_MAX_AGE"] = 0

folder = Path(tempfile.mkdtemp(prefix="callboard-tests-"))
FILE_STORE = folder / "files"
STATIC_ROOT = folder / "static"
STORAGES = STORAGES | {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder / "uploads"}},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TEST_FOLDER = folder

# The throw-away entity of tests/test_entity.py, walked by the conformance tests in a process of its own.
EXTRA = [app for app in os.environ.get("CALLBOARD_EXTRA_APPS", "").split(",") if app]
APPS = [*APPS, *EXTRA]
INSTALLED_APPS = [*INSTALLED_APPS, *EXTRA]
if EXTRA:
    ROOT_URLCONF = "tests.entity_urls"
