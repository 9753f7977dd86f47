"""Addresses that a form sends along."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def own_address(request: HttpRequest, wanted: str) -> str:
    """The wanted address when it is a page of this site, else the start page: a form must not lead elsewhere."""
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=settings.SECURE)
    return wanted if is_ours else "/"
