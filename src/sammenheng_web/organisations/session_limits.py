"""Ends sessions that were idle for an hour or are twelve hours old."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from sammenheng_web.organisations.session_store import BEGAN_AT, USED_AT, moment

# Every request would otherwise be a write; a minute is precise enough for an hour.
NOTE_USE_EVERY = timedelta(minutes=1)


class SessionLimitsMiddleware:
    """Signs the person out when the session has reached a limit, and tells the page why."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            keep_or_end(request, timezone.now())
        return self.get_response(request)


def keep_or_end(request: HttpRequest, now: datetime) -> None:
    """Note that the session is in use, or end it."""
    began_at = moment(request.session.get(BEGAN_AT))
    used_at = moment(request.session.get(USED_AT))
    if began_at is None or used_at is None or is_over(began_at, used_at, now):
        logout(request)
        request.session_is_over = True
    elif now - used_at >= NOTE_USE_EVERY:
        request.session[USED_AT] = now.isoformat()


def is_over(began_at: datetime, used_at: datetime, now: datetime) -> bool:
    """Whether a session has been idle too long or has lived too long."""
    return now - used_at >= settings.SESSION_IDLE or now - began_at >= settings.SESSION_LIFETIME
