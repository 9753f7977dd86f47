"""The tool that collects, checks and compiles the translations."""

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

import catalogs

TEMPLATE = """
{% load i18n %}
  <h1>{% translate "It's here" %}</h1>
      <p title="{% translate "Back" context "a journey" %}">
  {% blocktranslate trimmed with name=room.name count rows=rows|length %}
    One row of {{ name }}
  {% plural %}
    {{ rows }} rows of {{ name }}
  {% endblocktranslate %}
  {{ _("in a variable") }} {% if a %}'not closed ( [ {{% endif %}
"""


@pytest.fixture
def domain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> catalogs.Domain:
    """A package with one page and one module, in a repository of its own."""
    monkeypatch.setattr(catalogs, "ROOT", tmp_path)
    one = catalogs.Domain("words", "one")
    (one.folder / "templates").mkdir(parents=True)
    (one.folder / "templates/page.html").write_text('{% translate "Open {room}" %}')
    (one.folder / "module.py").write_text('gettext_lazy("Close")\n')
    monkeypatch.setattr(catalogs, "DOMAINS", (one,))
    return one


def translate(domain: catalogs.Domain, language: str, **texts: str) -> None:
    catalog = Catalog(locale=language)
    for source, translation in texts.items():
        catalog.add(source, translation)
    po = domain.po(language)
    po.parent.mkdir(parents=True, exist_ok=True)
    with po.open("wb") as stream:
        catalogs.write_po(stream, catalog)


def test_texts_of_a_template_are_found_with_context_and_plural() -> None:
    found = [
        text for _, _, text, _ in catalogs.extract_template(io.BytesIO(TEMPLATE.encode()), catalogs.KEYWORDS, [], {})
    ]

    assert found == [
        "It's here",
        ("a journey", "Back"),
        ("One row of %(name)s", "%(rows)s rows of %(name)s", None),
        "in a variable",
    ]


def test_new_texts_come_into_both_languages_and_the_second_time_nothing_changes(domain: catalogs.Domain) -> None:
    catalogs.update_all()
    first = domain.po("nn").read_bytes()

    catalogs.update_all()

    assert b'msgid "Close"' in domain.po("nb").read_bytes()
    assert b'msgid "Open {room}"' in first
    assert domain.po("nn").read_bytes() == first


def test_complete_catalogs_have_no_faults_and_compile(domain: catalogs.Domain) -> None:
    for language, close in (("nb", "Lukk"), ("nn", "Lat att")):
        translate(domain, language, Close=close, **{"Open {room}": "Åpne {room}"})

    assert catalogs.check_all() == 0
    assert catalogs.compile_all() == 0
    assert domain.po("nn").with_suffix(".mo").exists()


@pytest.mark.parametrize(
    ("texts", "fault"),
    [
        ({"Close": "Lukk"}, '"Open {room}" is not in the catalog'),
        ({"Close": "", "Open {room}": "Åpne {room}"}, '"Close" is not translated'),
        ({"Close": "Lukk", "Open {room}": "Åpne {rom}"}, '"Open {room}" has other placeholders in the translation'),
        ({"Close": "Lukk", "Open {room}": "Åpne {room}", "Old": "Gammel"}, '"Old" is no longer used'),
    ],
)
def test_each_fault_of_a_catalog_is_told(domain: catalogs.Domain, texts: dict[str, str], fault: str) -> None:
    translate(domain, "nb", **texts)

    assert [line.partition(": ")[2] for line in catalogs.check(domain, "nb")] == [fault]


def test_a_fuzzy_translation_is_a_fault() -> None:
    assert catalogs.fault_of(Message("Close", "Lukk", flags={"fuzzy"})) == "is marked fuzzy"


def test_a_singular_may_leave_the_number_out() -> None:
    message = Message(("{n} row", "{n} rows"), ("én rad", "{n} rader"))

    assert catalogs.fault_of(message) == "has other placeholders in the translation"
    assert catalogs.fault_of(Message(("One row", "{n} rows"), ("én rad", "{n} rader"))) == ""
