"""Language and appearance, chosen with plain forms."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from sammenheng_web.organisations.addresses import own_address
from sammenheng_web.organisations.models import Person
from sammenheng_web.ui.theme import THEMES, remember_theme

LANGUAGES = {code for code, _ in settings.LANGUAGES}


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Show pages in another language from now on; for signed-in people on every device."""
    response = redirect(own_address(request, request.POST.get("next", "/")))
    chosen = request.POST.get("language", "")
    if chosen not in LANGUAGES:
        return response
    remember_language(response, chosen)
    if request.user.is_authenticated:
        Person.objects.filter(pk=request.user.pk).update(language=chosen)
    return response


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Show pages light, dark or as the device prefers, in this browser."""
    response = redirect(own_address(request, request.POST.get("next", "/")))
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        remember_theme(response, chosen)
    return response


def remember_language(response: HttpResponseBase, code: str) -> None:
    """Keep the language in this browser for a year."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )
