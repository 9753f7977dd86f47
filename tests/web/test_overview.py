"""The first page of a collaboration, and its file."""

from dataclasses import replace

import pytest
from tests.web.conftest import People, browser_of, new_person
from tests.web.example import MINIMAL, PARTNER, PRIVATE, SECRET, SHARED

from sammenheng.domain import Text, read, write
from sammenheng_web.audit.models import Entry
from sammenheng_web.collaborations.access import Verdict
from sammenheng_web.collaborations.commands.start import start
from sammenheng_web.collaborations.models import ROWS

pytestmark = pytest.mark.django_db


def test_overview_says_for_whom_one_acts_and_what_concerns_them(people: People) -> None:
    page = browser_of(people.partner).get(people.address()).content.decode()

    assert "Arbeids- og velferdsetaten" in page.partition("room__who")[2].partition("</p>")[0]
    assert people.address(f"content/organisation/{PARTNER}/") in page
    assert SECRET not in page


def test_counts_lead_to_the_lists(people: People) -> None:
    page = browser_of(people.own).get(people.address()).content.decode()

    for kind in ("need", "step", "finding", "effect", "change", "deliverable", "benefit", "goal"):
        assert f'href="{people.address(f"content/{kind}/")}"' in page


def test_menu_holds_the_rooms_that_are_built_and_marks_the_one_shown(people: People) -> None:
    page = browser_of(people.own).get(people.address("content/")).content.decode()

    menu = page.partition('id="rooms"')[2].partition("</nav>")[0]
    assert menu.count("room__link") >= 2
    assert menu.count('aria-current="page"') == 1
    assert f'href="{people.address("content/")}" aria-current="page"' in menu


def test_file_of_one_who_sees_everything_is_byte_for_byte_the_one_that_was_opened() -> None:
    person = new_person("all@agency.example")
    opened = MINIMAL.read_bytes()
    whole = read(opened)
    room = start(person, whole, organisation=whole.organisations[0].id).key

    answer = browser_of(person).get(f"/{room}/file/")

    assert answer.content == opened
    assert answer["Content-Disposition"] == 'attachment; filename="minimal.sammenheng.json"'


def test_file_comes_from_the_rows(people: People) -> None:
    browser = browser_of(people.own)
    before = read(browser.get(people.address("file/")).content)
    ROWS["need"]._default_manager.filter(workspace=people.workspace, ident=SHARED).update(name_nb="Nytt navn")

    after = read(browser.get(people.address("file/")).content)

    renamed = tuple(replace(one, name=Text(nb="Nytt navn")) if one.id == SHARED else one for one in before.needs)
    assert after == replace(before, needs=renamed)


def test_file_holds_what_its_maker_may_see_and_opens_again(people: People) -> None:
    content = browser_of(people.partner).get(people.address("file/")).content

    whole = read(content)
    assert write(whole) == content
    assert SHARED in whole.objects
    assert PRIVATE not in whole.objects
    assert SECRET.encode() not in content


def test_download_that_is_not_allowed_is_refused_and_not_in_the_log(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sammenheng_web.overview.views.can", lambda *asked: Verdict(False, "role-may-not-export"))

    answer = browser_of(people.partner).get(people.address("file/"))

    assert answer.status_code == 403
    assert not Entry.objects.filter(act="export").exists()


def test_download_is_in_the_log_without_content(people: People) -> None:
    browser_of(people.partner).get(people.address("file/"))

    entry = Entry.objects.get(act="export")
    assert (entry.workspace, entry.person, entry.organisation) == (people.workspace.key, people.partner.pk, PARTNER)
    assert set(entry.detail) == {"objects", "bytes"}
