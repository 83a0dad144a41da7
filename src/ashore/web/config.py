"""Django's settings for a book on one's own machine: no accounts, no outgoing call, nothing kept outside the folder."""

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import django
from django.conf import settings

from ashore.store.folder import MAIN, PRIVATE, Folder
from ashore.web.quiet_log import hush

HERE: Final = Path(__file__).parent
DOCUMENTS: Final = HERE.parent / "documents" / "assets"
OWN_NAMES: Final = ("127.0.0.1", "localhost", "[::1]")
"""What this machine calls itself."""
MIDDLEWARE: Final = (
    "ashore.web.guard.hosts",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ashore.web.guard.headers",
    "ashore.web.guard.strangers",
    "django.middleware.csrf.CsrfViewMiddleware",
    "ashore.web.guard.OnPhone",
    "ashore.web.guard.locked",
    "ashore.web.guard.covered",
    "ashore.web.guard.Sound",
)
JURISDICTION: Final = "cn"
"""Whose pack helps before a book says where its household lives."""
UPLOAD_MAX: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where the app runs: its folder, and the port on this machine."""

    folder: Folder
    port: int


class _Here:
    place: Place | None = None


def place() -> Place:
    """Return where the app runs; it must have been configured: asserted."""
    assert _Here.place is not None
    return _Here.place


def configure(where: Place) -> None:
    """Set Django up for this place; a second call moves the app to another place."""
    _Here.place = where
    if not settings.configured:
        settings.configure(**_settings())
        django.setup()
        hush()


def answer_to(address: str | None) -> None:
    """Let Django answer to one more address of this machine, or to no more; `guard.hosts` knows its door."""
    settings.ALLOWED_HOSTS = [*OWN_NAMES, address] if address else list(OWN_NAMES)


def _settings() -> dict[str, Any]:
    return {
        "SECRET_KEY": secrets.token_urlsafe(48),
        "DEBUG": False,
        "ALLOWED_HOSTS": list(OWN_NAMES),
        "INSTALLED_APPS": [
            "django.contrib.staticfiles",
            "ashore.store",
            "ashore.store.private",
            "ashore.store.private.bills",
            "ashore.store.private.photos",
            "ashore.web",
        ],
        "MIDDLEWARE": list(MIDDLEWARE),
        "ROOT_URLCONF": "ashore.web.urls",
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [HERE / "templates"],
                "APP_DIRS": False,
                "OPTIONS": {
                    "builtins": ["ashore.web.templatetags.words", "ashore.web.templatetags.explaining"]
                },
            },
        ],
        "DATABASES": {
            alias: {
                "ENGINE": "ashore.store.cipher",
                "NAME": alias,
                "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20},
            }
            for alias in (MAIN, *PRIVATE)
        },
        "DATABASE_ROUTERS": ["ashore.store.private.router.Router"],
        "STATIC_URL": "/static/",
        "STATICFILES_DIRS": [("documents", DOCUMENTS)],
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_AUTOREFRESH": False,
        "USE_TZ": True,
        "USE_I18N": False,
        "CSRF_COOKIE_NAME": "c",
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_AGE": None,
        "CSRF_FAILURE_VIEW": "ashore.web.views.opening.refused",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": UPLOAD_MAX,
        "FILE_UPLOAD_MAX_MEMORY_SIZE": UPLOAD_MAX,
        "FILE_UPLOAD_HANDLERS": ["ashore.web.uploads.InMemory"],
        "LOGGING_CONFIG": None,
    }
