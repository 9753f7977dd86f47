"""Light, dark, or as the device prefers: kept in a cookie so that the server can say it without script."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

THEMES = {"auto": _("As on my device"), "light": _("Light"), "dark": _("Dark")}
ONE_YEAR = timedelta(days=365)


def theme_of(request: HttpRequest) -> str:
    """The theme this browser has chosen."""
    chosen = request.COOKIES.get(settings.THEME_COOKIE_NAME, "auto")
    return chosen if chosen in THEMES else "auto"


def remember_theme(response: HttpResponseBase, theme: str) -> None:
    """Keep the choice for a year."""
    response.set_cookie(
        settings.THEME_COOKIE_NAME,
        theme,
        max_age=ONE_YEAR,
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )
