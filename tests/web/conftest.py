"""The people who play in every page test, and a browser without script that inspects every page it opens."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.web.example import AGENCY, LEAD, PARTNER, two_agencies_one_journey
from tests.web.inspector import inspect

from sammenheng_web.collaborations.commands.start import start
from sammenheng_web.organisations.models import Membership, Person, Role, Workspace

PASSWORD = "correct horse battery staple"


class InspectingClient(Client):
    """Complains of every page that is not in order."""

    def request(self, **request: Any) -> HttpResponse:
        response = super().request(**request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        # A document to take away has its looks inside; it is never shown as a page of the site.
        is_page = is_page and not response.headers.get("Content-Disposition", "").startswith("attachment")
        if is_page and response.content:
            faults = inspect(response.content.decode())
            assert not faults, f"{request.get('PATH_INFO')}: " + "; ".join(faults)
        return response

    def sign_in(self, person: Person) -> HttpResponse:
        """Sign in through the page, as people do."""
        return self.post("/sign-in/", {"email": person.email, "password": PASSWORD})


def browser_of(person: Person | None) -> InspectingClient:
    """A fresh browser in which this person is signed in; nobody for None."""
    browser = InspectingClient()
    if person is not None:
        answer = browser.sign_in(person)
        assert answer.status_code == 302, answer.content.decode()
    return browser


@dataclass(frozen=True, kw_only=True)
class People:
    """A room and the four who play in it: own agency, partner agency, facilitator, outsider."""

    workspace: Workspace
    own: Person
    partner: Person
    facilitator: Person
    outsider: Person

    def address(self, rest: str = "") -> str:
        """An address inside the room."""
        return f"/{self.workspace.key}/{rest}"


def new_person(email: str) -> Person:
    """Somebody with an account."""
    return Person.objects.create_user(email, PASSWORD, name=email.partition("@")[0].title())


def new_member(workspace: Workspace, email: str, organisation: str, role: str, **more: Any) -> Person:
    """Somebody with an account who belongs to a room."""
    person = new_person(email)
    Membership.objects.create(person=person, workspace=workspace, organisation=organisation, role=role, **more)
    return person


@pytest.fixture
def client() -> InspectingClient:
    """A browser in which nobody is signed in."""
    return InspectingClient()


@pytest.fixture
def people(db: None) -> People:
    """Two agencies and one that leads, in one room with something private in it."""
    return make_people()


def make_people() -> People:
    """The room and those who play in it."""
    facilitator = new_person("lead@lead.example")
    workspace = start(facilitator, two_agencies_one_journey(), organisation=LEAD)
    return People(
        workspace=workspace,
        own=new_member(workspace, "own@agency.example", AGENCY, Role.OWNER),
        partner=new_member(workspace, "partner@partner.example", PARTNER, Role.CONTRIBUTOR),
        facilitator=facilitator,
        outsider=new_person("outsider@elsewhere.example"),
    )
