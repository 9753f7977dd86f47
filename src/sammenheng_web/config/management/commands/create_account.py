"""Make an account for somebody who may sign in. It belongs to no workspace until somebody makes it a member."""

import getpass
import sys
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db import IntegrityError

from sammenheng_web.audit.record import record
from sammenheng_web.organisations.models import Person


class Command(BaseCommand):
    help = "Make an account for somebody who may sign in; asks for what is not given."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--email")
        parser.add_argument("--name")
        parser.add_argument("--language", choices=[code for code, _ in settings.LANGUAGES], default="nb")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            email = options["email"] or ask("E-mail: ")
            validate_email(email)
            name = options["name"] or ask("Name: ")
            password = ask_password()
            validate_password(password, Person(email=email, name=name))
            person = Person.objects.create_user(email, password, name=name, language=options["language"])
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem
        except IntegrityError as problem:
            raise CommandError("There is an account with this e-mail already. Choose another.") from problem
        record("account.created", person=person.pk)
        self.stdout.write(f"{person.name} can sign in as {person.email}.")


def ask(question: str) -> str:
    """An answer from the terminal."""
    if not sys.stdin.isatty():
        raise CommandError(
            "There is no terminal to ask in. Give --email and --name, and the password on standard input."
        )
    print(question, end="", file=sys.stderr, flush=True)
    return input().strip()


def ask_password() -> str:
    """The password, twice from a terminal without showing it, or once from standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password: ")
    if first != getpass.getpass("The same again: "):
        raise CommandError("The two passwords differ. Nothing was made; run the same again.")
    return first
