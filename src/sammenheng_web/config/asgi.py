"""The door of the server: ``granian --interface asgi sammenheng_web.config.asgi:application``."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sammenheng_web.config.settings")

from django.core.asgi import get_asgi_application
from django.core.checks import run_checks

from sammenheng_web.config.body_limit import BodyLimit

application = BodyLimit(get_asgi_application())
refusals = run_checks(tags=["start_up"])
if refusals:
    raise SystemExit("The site does not start:\n" + "\n".join(f"  {refusal}" for refusal in refusals))
