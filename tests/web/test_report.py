"""The room of the report: what is lacking before anything is taken away, and what is taken."""

import pytest
from tests.support.builders import a, plus
from tests.web.conftest import People, browser_of
from tests.web.example import AGENCY, PARTNER, two_agencies_one_journey
from tests.web.test_readable_rooms import of_example, page_of, reader_of, section

from sammenheng.domain import Collaboration
from sammenheng.domain.words import Deliverable, Problem
from sammenheng_web.audit.models import Entry
from sammenheng_web.collaborations.access import Verdict
from sammenheng_web.collaborations.making import NotMadeError

pytestmark = pytest.mark.django_db
HIDDEN = "Only the agency knows of this problem"


def with_private_problem() -> Collaboration:
    """A problem and a deliverable that only the agency may see."""
    return plus(
        two_agencies_one_journey(),
        a(Problem, "problem-hidden", name=HIDDEN, owner=AGENCY, shared=False),
        a(Deliverable, "del-hidden", name=HIDDEN, owner=AGENCY, shared=False, accountable=AGENCY),
    )


def test_gaps_are_shown_before_the_download() -> None:
    page = section(page_of(two_agencies_one_journey(), "report"), "gaps")

    assert "There are fewer than two concepts to choose between." in page
    assert "Study questions not answered" in page


def test_deliverables_without_estimate_and_illustrative_amounts_are_counted() -> None:
    whole = plus(two_agencies_one_journey(), a(Deliverable, "del-vague", name="Vague"))

    page = section(page_of(whole, "report"), "gaps")

    assert "1 deliverable lacks a duration or a cost" in page
    assert "del-vague/" in page
    assert "Amounts that are illustrative assumptions" in page


def test_page_of_one_organisation_is_chosen_when_the_room_is_filtered_to_it() -> None:
    page = section(page_of(two_agencies_one_journey(), "report", f"?part={PARTNER}"), "basis")

    assert f'value="organisation:{PARTNER}" selected' in page
    assert "What the page of the organisation holds" in page


def test_ministries_can_be_chosen() -> None:
    page = section(page_of_example(), "basis")

    assert "One ministry: what crosses sectors" in page
    assert 'value="ministry:' in page


def page_of_example() -> str:
    """The room of a worked example, in English."""
    whole = of_example("dodsfall-og-arv")
    browser, membership = reader_of(whole, whole.organisations[0].id)
    browser.post("/language/", {"language": "en", "next": "/"})
    return " ".join(browser.get(f"/{membership.workspace_id}/report/").content.decode().split())


@pytest.mark.slow
@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!doctype html>")])
def test_file_is_what_it_says_and_is_never_shown_as_a_page(people: People, form: str, begins: bytes) -> None:
    answer = browser_of(people.partner).get(people.address("report/file/"), {"form": form, "language": "en"})

    assert answer.content.startswith(begins)
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Disposition"] == f'attachment; filename="minimal-basis-en.{form}"'


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_document_is_in_the_language_that_was_chosen(people: People, language: str) -> None:
    answer = browser_of(people.own).get(people.address("report/file/"), {"form": "html", "language": language})

    assert f'<html lang="{language}">' in answer.content.decode()


def test_document_for_one_ministry_holds_its_page() -> None:
    whole = of_example("dodsfall-og-arv")
    browser, membership = reader_of(whole, whole.organisations[0].id)
    asked = {"form": "html", "about": "ministry:Finansdepartementet", "language": "nb"}

    page = browser.get(f"/{membership.workspace_id}/report/file/", asked).content.decode()

    assert 'id="ministry-1"' in page
    assert 'id="ministry-2"' not in page
    assert "Finansdepartementet" in page


@pytest.mark.parametrize(
    "asked",
    [
        {"form": "exe"},
        {},
        {"form": "html", "language": "xx"},
        {"form": "html", "about": "organisation:org-nobody"},
        {"form": "html", "about": "ministry:Nobody"},
        {"form": "html", "about": "everything"},
    ],
)
def test_what_cannot_be_asked_for_is_not_found(people: People, asked: dict[str, str]) -> None:
    assert browser_of(people.own).get(people.address("report/file/"), asked).status_code == 404


def test_private_content_is_in_no_document_but_the_owners_own_page() -> None:
    whole = with_private_problem()
    (own, of_own), (partner, of_partner) = (reader_of(whole, party) for party in (AGENCY, PARTNER))

    def taken(browser, membership, about: str) -> str:
        asked = {"form": "html", "about": about, "language": "en"}
        answer = browser.get(f"/{membership.workspace_id}/report/file/", asked)
        assert answer.status_code == 200
        return answer.content.decode()

    assert HIDDEN not in taken(own, of_own, "")
    assert HIDDEN in taken(own, of_own, f"organisation:{AGENCY}")
    assert HIDDEN not in taken(own, of_own, f"organisation:{PARTNER}")
    assert HIDDEN not in taken(partner, of_partner, "")
    assert HIDDEN not in taken(partner, of_partner, f"organisation:{AGENCY}")


def test_foreign_private_content_changes_no_byte_of_a_document() -> None:
    with_it, without = (reader_of(whole, PARTNER) for whole in (with_private_problem(), two_agencies_one_journey()))

    for about in ("", f"organisation:{AGENCY}"):
        first, second = (
            browser.get(f"/{membership.workspace_id}/report/file/", {"form": "html", "about": about}).content
            for browser, membership in (with_it, without)
        )
        assert first == second


def test_download_is_in_the_log_without_content(people: People) -> None:
    browser_of(people.partner).get(people.address("report/file/"), {"form": "html", "about": f"organisation:{PARTNER}"})

    entry = Entry.objects.get(act="report.download")
    assert (entry.workspace, entry.person, entry.organisation) == (people.workspace.key, people.partner.pk, PARTNER)
    assert entry.object == PARTNER
    assert set(entry.detail) == {"form", "language", "bytes", "one_ministry"}


def test_download_that_is_not_allowed_is_refused_and_not_in_the_log(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sammenheng_web.report.views.can", lambda *asked: Verdict(False, "role-may-not-export"))

    answer = browser_of(people.partner).get(people.address("report/file/"), {"form": "html"})
    page = browser_of(people.partner).get(people.address("report/")).content.decode()

    assert answer.status_code == 403
    assert not Entry.objects.filter(act="report.download").exists()
    assert 'name="form"' not in page


def test_document_that_took_too_long_is_told_and_not_in_the_log(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*asked: object) -> bytes:
        raise NotMadeError("time")

    monkeypatch.setattr("sammenheng_web.report.views.make", failing)

    answer = browser_of(people.own).get(people.address("report/file/"), {"form": "pdf"})

    assert answer.status_code == 503
    assert "lengre tid" in answer.content.decode()
    assert f'href="{people.address("report/")}"' in answer.content.decode()
    assert not Entry.objects.filter(act="report.download").exists()
