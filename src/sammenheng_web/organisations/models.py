"""People, workspaces, the organisations in them, memberships and sessions."""

import secrets
import string
import uuid
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sammenheng_web.organisations.reference import Reference

KEY_LETTERS = string.ascii_lowercase + string.digits
KEY_LENGTH = 12


def new_workspace_key() -> str:
    """A random key: nobody can guess which workspaces exist."""
    return "".join(secrets.choice(KEY_LETTERS) for _ in range(KEY_LENGTH))


class PersonManager(BaseUserManager["Person"]):
    """Finds people by e-mail, whatever the case of the letters."""

    def get_by_natural_key(self, email: str | None) -> "Person":
        """The person with this e-mail."""
        return self.get(email=(email or "").strip().lower())

    def create_user(self, email: str, password: str | None = None, *, name: str, language: str = "nb") -> "Person":
        """A person who can sign in with e-mail and password."""
        person = self.model(email=email.strip().lower(), name=name, language=language)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody who can sign in. Being signed in alone gives no access to any workspace."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("E-mail"), unique=True)
    name = models.CharField(_("Name"), max_length=200)
    language = models.CharField(_("Language"), max_length=2, default="nb")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(name="person_email_is_lower_case", condition=Q(email=Lower("email"))),
        ]

    def __str__(self) -> str:
        return self.name


class Workspace(models.Model):
    """The room of one collaboration: the table that everything stored about it hangs on."""

    key = models.CharField(primary_key=True, max_length=KEY_LENGTH, default=new_workspace_key, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.key


class Party(models.Model):
    """An organisation that takes part in a workspace, by the id it has in that collaboration."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="parties")
    organisation = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="party_once_per_workspace", fields=["workspace", "organisation"]),
        ]

    def __str__(self) -> str:
        return f"{self.workspace_id}/{self.organisation}"


class Role(models.TextChoices):
    """What a member may do. Sight comes from the organisation, never from the role."""

    READER = "reader", _("Reader")
    CONTRIBUTOR = "contributor", _("Contributor")
    FACILITATOR = "facilitator", _("Facilitator")
    OWNER = "owner", _("Organisation owner")
    STEERING = "steering", _("Steering group")


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships, narrowed."""

    def valid(self, at: datetime) -> "MembershipQuerySet":
        """Those in force at a moment; the end is the first moment without rights."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=at), valid_from__lte=at)


class Membership(models.Model):
    """A person acts in a workspace for one organisation in one role, for a time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.CharField(max_length=64)
    role = models.CharField(max_length=16, choices=Role)
    may_see_personal_data = models.BooleanField(default=False)
    valid_from = models.DateTimeField(default=timezone.now)
    valid_to = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="membership_once_per_person_and_organisation", fields=["workspace", "person", "organisation"]
            ),
            models.CheckConstraint(name="membership_role_is_known", condition=Q(role__in=Role.values)),
            models.CheckConstraint(
                name="membership_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
            ),
            Reference(
                name="membership_of_a_party",
                columns=("workspace_id", "organisation"),
                table="organisations_party",
                targets=("workspace_id", "organisation"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.workspace_id}/{self.organisation}/{self.role}"


class PersonSession(AbstractBaseSession):
    """A session as its person sees it: when it began, when it was last used, on what kind of device."""

    id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="sessions")
    began_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    device = models.CharField(max_length=60, blank=True)

    @classmethod
    def get_session_store_class(cls) -> Any:
        """The store that keeps these rows."""
        from sammenheng_web.organisations.session_store import SessionStore

        return SessionStore

    def __str__(self) -> str:
        return str(self.id)


class FailedSignIn(models.Model):
    """A failed try to sign in, kept for a day as two keyed hashes, to slow down guessing."""

    account = models.CharField(max_length=64)
    address = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["account", "at"]), models.Index(fields=["address", "at"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S}"
