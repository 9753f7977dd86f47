"""Signing in and out, and what a session is worth."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.conftest import PASSWORD, InspectingClient, People, browser_of

from sammenheng_web.audit.models import Entry
from sammenheng_web.organisations.failed_sign_ins import MOST_PER_ACCOUNT
from sammenheng_web.organisations.models import FailedSignIn, PersonSession
from sammenheng_web.organisations.session_store import BEGAN_AT, USED_AT

pytestmark = pytest.mark.django_db


def test_right_password_signs_in_and_leads_to_the_wanted_page(client: InspectingClient, people: People) -> None:
    answer = client.post("/sign-in/", {"email": people.own.email, "password": PASSWORD, "next": "/sessions/"})

    assert answer.status_code == 302
    assert answer["Location"] == "/sessions/"
    assert Entry.objects.get(act="sign_in").person == people.own.pk


def test_e_mail_may_be_written_in_capitals(client: InspectingClient, people: People) -> None:
    answer = client.post("/sign-in/", {"email": people.own.email.upper(), "password": PASSWORD})

    assert answer.status_code == 302


def test_next_page_on_another_site_is_not_followed(client: InspectingClient, people: People) -> None:
    answer = client.post(
        "/sign-in/", {"email": people.own.email, "password": PASSWORD, "next": "https://elsewhere.example/"}
    )

    assert answer["Location"] == "/"


@pytest.mark.parametrize("email", ["own@agency.example", "nobody@nowhere.example"])
def test_wrong_password_and_unknown_account_get_the_same_words(
    client: InspectingClient, people: People, email: str
) -> None:
    answer = client.post(
        "/sign-in/", {"email": email, "password": "wrong", "next": "/"}, headers={"accept-language": "en"}
    )

    assert answer.status_code == 200
    assert "do not belong together" in answer.content.decode()
    assert Entry.objects.filter(act="sign_in.failed", person=None).count() == 1


def test_empty_form_says_what_to_write(client: InspectingClient) -> None:
    answer = client.post("/sign-in/", {}, headers={"accept-language": "en"})

    page = answer.content.decode()
    assert 'href="#id_email">Write your e-mail address.' in page
    assert 'href="#id_password">Write your password.' in page


def test_after_too_many_failures_even_the_right_password_must_wait(client: InspectingClient, people: People) -> None:
    for _ in range(MOST_PER_ACCOUNT):
        client.post("/sign-in/", {"email": people.own.email, "password": "wrong"})

    answer = client.post("/sign-in/", {"email": people.own.email, "password": PASSWORD})

    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 15 * 60 + 1
    assert client.get("/sessions/").status_code == 302


def test_the_wait_ends(client: InspectingClient, people: People) -> None:
    for _ in range(MOST_PER_ACCOUNT):
        client.post("/sign-in/", {"email": people.own.email, "password": "wrong"})
    FailedSignIn.objects.update(at=timezone.now() - timedelta(minutes=16))

    answer = client.post("/sign-in/", {"email": people.own.email, "password": PASSWORD})

    assert answer.status_code == 302


def test_other_accounts_need_not_wait(client: InspectingClient, people: People) -> None:
    for _ in range(MOST_PER_ACCOUNT):
        client.post("/sign-in/", {"email": people.own.email, "password": "wrong"})

    answer = client.post("/sign-in/", {"email": people.partner.email, "password": PASSWORD})

    assert answer.status_code == 302


def test_failed_tries_are_kept_without_e_mail_or_address(client: InspectingClient, people: People) -> None:
    client.post("/sign-in/", {"email": people.own.email, "password": "wrong"})

    row = FailedSignIn.objects.values("account", "address").get()
    assert people.own.email not in str(row)
    assert "127.0.0.1" not in str(row)


def test_session_id_is_new_after_signing_in(client: InspectingClient, people: People) -> None:
    client.post("/sign-in/", {"email": people.own.email, "password": PASSWORD})
    before = client.session.session_key

    client.post("/sign-in/", {"email": people.partner.email, "password": PASSWORD})

    assert client.session.session_key != before
    assert not PersonSession.objects.filter(session_key=before).exists()


def test_signing_out_ends_the_session(people: People) -> None:
    browser = browser_of(people.own)

    answer = browser.post("/sign-out/", follow=True)

    assert answer.status_code == 200
    assert not PersonSession.objects.exists()
    assert browser.get("/sessions/").status_code == 302


def test_signing_out_takes_a_form_and_not_a_link(people: People) -> None:
    assert browser_of(people.own).get("/sign-out/").status_code == 405


@pytest.mark.parametrize(("key", "age"), [(USED_AT, timedelta(minutes=60)), (BEGAN_AT, timedelta(hours=12))])
def test_session_ends_after_an_idle_hour_and_after_twelve_hours(people: People, key: str, age: timedelta) -> None:
    browser = browser_of(people.own)
    session = browser.session
    session[key] = (timezone.now() - age).isoformat()
    session.save()

    answer = browser.get("/sessions/")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")
    assert not PersonSession.objects.exists()


def test_session_in_use_goes_on(people: People) -> None:
    browser = browser_of(people.own)
    session = browser.session
    session[USED_AT] = (timezone.now() - timedelta(minutes=59)).isoformat()
    session.save()

    answer = browser.get("/sessions/")

    assert answer.status_code == 200
    assert timezone.now() - PersonSession.objects.get().used_at < timedelta(minutes=1)


def test_people_see_and_end_their_own_sessions(people: People) -> None:
    here, there = browser_of(people.own), browser_of(people.own)
    other = PersonSession.objects.get(session_key=there.session.session_key)

    answer = here.post(f"/sessions/{other.id}/end/", follow=True)

    assert answer.status_code == 200
    assert there.get("/sessions/").status_code == 302
    assert here.get("/sessions/").status_code == 200


def test_nobody_ends_the_session_of_another(people: People) -> None:
    browser_of(people.own)
    theirs = PersonSession.objects.get()

    answer = browser_of(people.outsider).post(f"/sessions/{theirs.id}/end/")

    assert answer.status_code == 404
    assert PersonSession.objects.filter(id=theirs.id).exists()


def test_cookies_of_the_session_are_out_of_reach_for_script(people: People) -> None:
    cookie = browser_of(people.own).cookies["session"]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
