"""What the base page needs on every page."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from sammenheng_web.ui import menu, theme


def page(request: HttpRequest) -> dict[str, Any]:
    """Theme, languages and, inside a workspace, its menu."""
    room = getattr(request, "room", None)
    match = request.resolver_match
    return {
        "room": room,
        "rooms": menu.links(room.key, current=match.app_name if match else "") if room else (),
        "theme": theme.theme_of(request),
        "themes": theme.THEMES.items(),
        "languages": settings.LANGUAGES,
        "current_language": get_language(),
        # A page that answers a form has no address of its own to come back to.
        "here": request.get_full_path() if request.method == "GET" else "/",
    }
