"""Signing in and out. Being signed in says who somebody is, not which organisation they act for."""

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from sammenheng_web.audit.record import record
from sammenheng_web.organisations import failed_sign_ins
from sammenheng_web.organisations.addresses import own_address
from sammenheng_web.organisations.device import device_of
from sammenheng_web.organisations.forms import SignInForm
from sammenheng_web.organisations.preferences import remember_language
from sammenheng_web.organisations.session_store import BEGAN_AT, DEVICE, USED_AT


@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in with e-mail and password."""
    if request.method != "POST":
        return show(request, SignInForm())
    form = SignInForm(request.POST)
    if not form.is_valid():
        return show(request, form)
    return try_to_sign_in(request, form)


def try_to_sign_in(request: HttpRequest, form: SignInForm) -> HttpResponse:
    """Let the person in, or say why not in words that do not tell whether the account exists."""
    now, email = timezone.now(), form.cleaned_data["email"]
    seconds = failed_sign_ins.begin(email=email, address=address_of(request), now=now)
    if seconds:
        record("sign_in.slowed")
        form.add_error(
            None, _("Too many failed tries. Wait %(minutes)d minutes and try again.") % {"minutes": -(-seconds // 60)}
        )
        response = show(request, form, status=429)
        response["Retry-After"] = str(seconds)
        return response
    person = authenticate(request, username=email, password=form.cleaned_data["password"])
    if person is None:
        record("sign_in.failed")
        form.add_error(None, _("The e-mail and the password do not belong together. Check both and try again."))
        return show(request, form)
    failed_sign_ins.forget(email=email)
    login(request, person)
    request.session[BEGAN_AT] = request.session[USED_AT] = now.isoformat()
    request.session[DEVICE] = device_of(request.headers.get("User-Agent", ""))
    record("sign_in", person=person.pk)
    response = redirect(next_address(request))
    remember_language(response, person.language)
    return response


def show(request: HttpRequest, form: SignInForm, status: int = 200) -> HttpResponse:
    """The page with the form."""
    context = {"form": form, "next": next_address(request), "is_over": getattr(request, "session_is_over", False)}
    return render(request, "organisations/sign_in.html", context, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    if request.user.is_authenticated:
        record("sign_out", person=request.user.pk)
    logout(request)
    return redirect("organisations:signed_out")


def signed_out(request: HttpRequest) -> HttpResponse:
    """Tell that the session has ended."""
    return render(request, "organisations/signed_out.html")


def next_address(request: HttpRequest) -> str:
    """Where to go afterwards."""
    return own_address(request, request.POST.get("next") or request.GET.get("next") or "/")


def address_of(request: HttpRequest) -> str:
    """The address the try came from. Behind the TLS end it is the one that end has added last."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.SECURE and forwarded:
        return forwarded.rsplit(",", 1)[-1].strip()
    return request.META.get("REMOTE_ADDR", "")
