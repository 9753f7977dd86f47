"""The languages of the site and of its content.

The interface is offered in bokmål, nynorsk and English. Northern Sámi is a content language from the start: Django
does not know it, so its name is registered here, and the interface can follow when someone has translated it.
"""

from typing import Any

import django.conf.locale

INTERFACE_LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
NORTHERN_SAMI: dict[str, Any] = {
    "bidi": False,
    "code": "se",
    "name": "Northern Sami",
    "name_local": "davvisámegiella",
}


def register_northern_sami() -> None:
    """Make ``se`` a language Django can name."""
    django.conf.locale.LANG_INFO.setdefault("se", NORTHERN_SAMI)
