"""Settings under test: set here because Django reads them before any conftest does."""

import os

os.environ["SAMMENHENG_MODE"] = "test"

from sammenheng_web.config.settings import *  # noqa: F403

# Quick instead of strong: the tests sign people in many times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# The tests' own server finds static files where they lie; there is no folder of collected ones to serve.
MIDDLEWARE = [name for name in MIDDLEWARE if not name.endswith("StaticFilesMiddleware")]  # noqa: F405
