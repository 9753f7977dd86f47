"""What every answer says to the browser besides its content."""

import pytest
from tests.web.conftest import InspectingClient

pytestmark = pytest.mark.django_db


def test_policy_allows_nothing_inline_and_no_other_host(client: InspectingClient) -> None:
    policy = client.get("/")["Content-Security-Policy"]

    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == "'self'"
    assert directives["frame-ancestors"] == directives["base-uri"] == directives["object-src"] == "'none'"
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("address", ["/", "/sign-in/", "/sessions/", "/nothing-here/"])
def test_answers_are_not_kept_by_caches_and_not_shown_by_other_sites(client: InspectingClient, address: str) -> None:
    headers = client.get(address).headers

    assert headers["Cache-Control"] == "no-store"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
