"""The commands an administrator runs: examples and accounts."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from tests.web.conftest import InspectingClient

from sammenheng_web.organisations.models import Membership, Person, Role, Workspace

pytestmark = pytest.mark.django_db
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.sammenheng.json"))


def load(home: Path) -> list[dict[str, str]]:
    """Load the demo, as the launcher does."""
    said = io.StringIO()
    with override_settings(HOME=home):
        call_command("demo_load", stdout=said)
    return json.loads(said.getvalue())["accounts"]


def test_demo_has_a_room_for_each_example_and_four_people_who_can_sign_in(tmp_path: Path) -> None:
    accounts = load(tmp_path)

    assert Workspace.objects.count() == len(EXAMPLES)
    assert [account["role"] for account in accounts] == [Role.FACILITATOR, Role.OWNER, Role.READER, ""]
    for account in accounts:
        answer = InspectingClient().post("/sign-in/", {"email": account["email"], "password": account["password"]})
        assert answer.status_code == 302, account["email"]


def test_outsider_of_the_demo_belongs_nowhere(tmp_path: Path) -> None:
    accounts = load(tmp_path)

    assert not Membership.objects.filter(person__email=accounts[-1]["email"]).exists()


def test_loading_the_demo_again_changes_nothing(tmp_path: Path) -> None:
    first = load(tmp_path)
    rooms = set(Workspace.objects.values_list("key", flat=True))

    again = load(tmp_path)

    assert again == first
    assert set(Workspace.objects.values_list("key", flat=True)) == rooms
    assert Person.objects.count() == len(first)


def test_passwords_of_the_demo_lie_where_only_their_owner_can_read_them(tmp_path: Path) -> None:
    load(tmp_path)

    assert (tmp_path / "demo-accounts.json").stat().st_mode & 0o777 == 0o600


def test_demo_is_not_loaded_into_a_site_for_own_use(tmp_path: Path) -> None:
    with override_settings(MODE="serve"), pytest.raises(CommandError, match="demo"):
        load(tmp_path)


def create(monkeypatch: pytest.MonkeyPatch, password: str, email: str = "new@agency.example") -> None:
    """Make an account, with the password on standard input."""
    monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
    call_command("create_account", email=email, name="New Person", stdout=io.StringIO())


def test_account_can_sign_in(monkeypatch: pytest.MonkeyPatch, client: InspectingClient) -> None:
    create(monkeypatch, "a long enough secret")

    answer = client.post("/sign-in/", {"email": "new@agency.example", "password": "a long enough secret"})

    assert answer.status_code == 302


@pytest.mark.parametrize(
    ("email", "password"), [("new@agency.example", "short"), ("new@agency.example", "password1234"), ("no", "x" * 20)]
)
def test_weak_password_and_wrong_e_mail_are_refused(monkeypatch: pytest.MonkeyPatch, email: str, password: str) -> None:
    with pytest.raises(CommandError):
        create(monkeypatch, password, email)

    assert not Person.objects.exists()


def test_second_account_with_the_same_e_mail_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    create(monkeypatch, "a long enough secret")

    with pytest.raises(CommandError, match="already"):
        create(monkeypatch, "another long secret")
