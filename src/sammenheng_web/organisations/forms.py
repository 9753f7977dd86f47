"""Forms about people."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sammenheng_web.ui.forms import PlainForm


class SignInForm(PlainForm):
    """E-mail and password."""

    email = forms.EmailField(
        label=_("E-mail"),
        widget=forms.EmailInput(attrs={"autocomplete": "username", "class": "ds-input"}),
        error_messages={
            "required": _("Write your e-mail address."),
            "invalid": _("This does not look like an e-mail address. Write it as name@example.no."),
        },
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "class": "ds-input"}),
        error_messages={"required": _("Write your password.")},
    )
