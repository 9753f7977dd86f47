"""Settings of the site. Everything that differs between installations comes from the environment."""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from sammenheng_web.config import environment, languages

ENVIRONMENT = environment.read(os.environ)
PACKAGE = Path(__file__).resolve().parent.parent
REPOSITORY = PACKAGE.parent.parent
NODE_MODULES = REPOSITORY / "node_modules"

# Files made by any process of the site (database, its journal, uploads) are for the site alone.
if ENVIRONMENT.mode != "test":
    os.umask(0o077)

DEBUG = False
MODE = ENVIRONMENT.mode
SECRET_KEY, *SECRET_KEY_FALLBACKS = environment.secret_keys(ENVIRONMENT)
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
ROOT_URLCONF = "sammenheng_web.config.urls"
ASGI_APPLICATION = "sammenheng_web.config.asgi.application"
HOME = ENVIRONMENT.home

# The rooms stand in the order of the menu.
INSTALLED_APPS = [
    "sammenheng_web.config",
    "sammenheng_web.content",
    "sammenheng_web.overview",
    "sammenheng_web.insight",
    "sammenheng_web.journeys",
    "sammenheng_web.actors",
    "sammenheng_web.goals",
    "sammenheng_web.effects",
    "sammenheng_web.plan",
    "sammenheng_web.concepts",
    "sammenheng_web.governance",
    "sammenheng_web.guide",
    "sammenheng_web.benefits",
    "sammenheng_web.report",
    "sammenheng_web.start",
    "sammenheng_web.collaborations",
    "sammenheng_web.organisations",
    "sammenheng_web.audit",
    "sammenheng_web.ui",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "sammenheng_web.config.headers.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "sammenheng_web.config.static_files.StaticFilesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "sammenheng_web.organisations.session_limits.SessionLimitsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "sammenheng_web.ui.context.page",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

# --- Database. No ATOMIC_REQUESTS: with IMMEDIATE transactions every page read would take the write lock.

DATABASES = {"default": {**ENVIRONMENT.database, "CONN_HEALTH_CHECKS": True, "CONN_MAX_AGE": 0}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- People and sessions

AUTH_USER_MODEL = "organisations.Person"
LOGIN_URL = "organisations:sign_in"
LOGIN_REDIRECT_URL = "start:home"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ("email", "name")}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]  # fmt: skip

SESSION_ENGINE = "sammenheng_web.organisations.session_store"
SESSION_IDLE = timedelta(minutes=60)
SESSION_LIFETIME = timedelta(hours=12)
SESSION_COOKIE_AGE = int(SESSION_LIFETIME.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# --- Cookies. On this machine alone (demo, tests) pages are plain http: a Secure cookie would be refused there by
# --- some browsers, and the ``__Host-`` prefix demands Secure. Everywhere else both are on.

SECURE = not ENVIRONMENT.is_plain_http
COOKIE_PREFIX = "__Host-" if SECURE else ""
SESSION_COOKIE_NAME = COOKIE_PREFIX + "session"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = COOKIE_PREFIX + "csrf"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "sammenheng_web.ui.errors.form_expired"
LANGUAGE_COOKIE_NAME = COOKIE_PREFIX + "language"
LANGUAGE_COOKIE_SECURE = SECURE
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = int(timedelta(days=365).total_seconds())
THEME_COOKIE_NAME = COOKIE_PREFIX + "theme"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- Headers

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        # Designsystemet draws its icons as data: pictures inside the style sheet.
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = int(timedelta(days=730).total_seconds()) if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
# The TLS end in front of the site must set this header itself and drop any that a visitor sent.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None

# --- Languages, time, numbers

languages.register_northern_sami()
LANGUAGE_CODE = "nb"
LANGUAGES = languages.INTERFACE_LANGUAGES
FORMAT_MODULE_PATH = "sammenheng_web.config.formats"
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Europe/Oslo"

# --- Static files, straight from the installed packages

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [
    (prefix, folder)
    for prefix, folder in (
        ("designsystemet", NODE_MODULES / "@digdir" / "designsystemet-css" / "dist"),
        ("inter", NODE_MODULES / "@fontsource-variable" / "inter" / "files"),
    )
    if folder.is_dir()
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": HOME / "files"}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if MODE == "test"
        else "sammenheng_web.config.static_storage.HashedStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# --- Uploads: the file of a collaboration is refused over 32 MiB before it is parsed; the form around it is small.

FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_TEMP_DIR = None
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

# --- Log: to standard error, without personal data. The query string and the body are never logged.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
