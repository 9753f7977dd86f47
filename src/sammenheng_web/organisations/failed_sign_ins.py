"""Slows down guessing of passwords, per account and per address."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from sammenheng_web.organisations.models import FailedSignIn

WINDOW = timedelta(minutes=15)
KEEP = timedelta(days=1)
MOST_PER_ACCOUNT = 5
MOST_PER_ADDRESS = 30


def mark(kind: str, text: str) -> str:
    """A keyed hash: the table must not tell who tried to sign in or from where."""
    return salted_hmac(f"sammenheng.failed-sign-in.{kind}", text.strip().lower(), algorithm="sha256").hexdigest()


def begin(*, email: str, address: str, now: datetime) -> int:
    """Begin a try: 0 when it may go on, else the seconds to wait.

    A try counts as failed until :func:`forget` is called, so that many at once cannot slip past the limit.
    """
    account, place = mark("account", email), mark("address", address)
    with transaction.atomic():
        FailedSignIn.objects.filter(at__lt=now - KEEP).delete()
        seconds = max(
            wait(FailedSignIn.objects.filter(account=account), MOST_PER_ACCOUNT, now),
            wait(FailedSignIn.objects.filter(address=place), MOST_PER_ADDRESS, now),
        )
        if not seconds:
            FailedSignIn.objects.create(account=account, address=place, at=now)
    return seconds


def wait(failures: "QuerySet[FailedSignIn]", most: int, now: datetime) -> int:
    """Seconds until the oldest of the last ``most`` failures leaves the window."""
    times = list(failures.filter(at__gt=now - WINDOW).order_by("-at").values_list("at", flat=True)[:most])
    if len(times) < most:
        return 0
    return int((times[-1] + WINDOW - now).total_seconds()) + 1


def forget(*, email: str) -> None:
    """The right password was given: earlier slips no longer count against the account."""
    FailedSignIn.objects.filter(account=mark("account", email)).delete()
