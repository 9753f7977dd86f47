"""Pages for what went wrong."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory
from tests.web.conftest import InspectingClient, People
from tests.web.inspector import inspect

from sammenheng_web.ui import errors

pytestmark = pytest.mark.django_db


def test_missing_page_says_what_to_do(client: InspectingClient) -> None:
    answer = client.get("/no/such/page/")

    assert answer.status_code == 404
    assert 'href="/"' in answer.content.decode()


def test_form_from_elsewhere_is_refused_and_nothing_is_changed(people: People) -> None:
    browser = Client(enforce_csrf_checks=True)

    answer = browser.post("/language/", {"language": "en", "next": "/"})

    assert answer.status_code == 403
    assert "language" not in browser.cookies
    assert inspect(answer.content.decode()) == []


def test_fault_of_ours_gets_a_page_without_its_details(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("sammenheng_web.start.views.contact", broken)
    browser = Client(raise_request_exception=False)

    answer = browser.get("/accessibility/")

    assert answer.status_code == 500
    assert inspect(answer.content.decode()) == []
    assert "secret detail" not in answer.content.decode()


@pytest.mark.parametrize("page", [errors.bad_request, errors.refused])
def test_other_refusals_have_pages_too(page: object, rf: RequestFactory) -> None:
    request = rf.get("/")
    request.resolver_match, request.user = None, AnonymousUser()

    answer = page(request)  # type: ignore[operator]

    assert answer.status_code in (400, 403)
    assert inspect(answer.content.decode()) == []
