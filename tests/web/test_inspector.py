"""The inspector finds what it is there to find."""

import pytest
from tests.web.inspector import inspect

GOOD = """<!doctype html><html lang="nb"><head><title>Side – Sammenheng</title></head>
<body><main><h1>Side</h1>{}</main></body></html>"""


def test_good_page_passes() -> None:
    assert inspect(GOOD.format("<p>Tekst</p>")) == []


@pytest.mark.parametrize(
    ("fault", "html"),
    [
        ("<div> inside <p>", "<p><div></div></p>"),
        ("closes", "<p><strong></p></strong>"),
        ("never closed", "<section>"),
        ("2 <h1>", "<h1>Igjen</h1>"),
        ("h4 follows h1", "<h4>For langt ned</h4>"),
        ("stands 2 times", '<p id="a"></p><p id="a"></p>'),
        ("has no label", '<input name="navn">'),
        ("without action", "<form></form>"),
        ("leads nowhere", '<form action="/no/such/page/" method="get"></form>'),
        ("tokens", '<form action="" method="post"></form>'),
        ("style", '<p style="color: red"></p>'),
        ("<p onclick>", '<p onclick="x()"></p>'),
        ("<script> without src", "<script>x()</script>"),
        ("inline <style>", "<style>p {}</style>"),
        ("lang='xx'", '<p lang="xx"></p>'),
        ("not on the page", '<a href="#borte">Borte</a>'),
        ("refers to nothing", '<p aria-describedby="borte"></p>'),
        ("<button> inside <a>", '<a href="/"><button>Nei</button></a>'),
        ("<p> directly inside <ul>", "<ul><p></p></ul>"),
        ("says class twice", '<p class="a" class="b"></p>'),
        ("leads to javascript", '<a href="javascript:x()">Nei</a>'),
    ],
)
def test_fault_is_found(fault: str, html: str) -> None:
    assert any(fault in found for found in inspect(GOOD.format(html)))


def test_missing_title_and_language_are_found() -> None:
    faults = inspect("<html><body><main><h1>Side</h1></main></body></html>")

    assert {"no doctype", "the page does not say its language", "the title is ''"} <= set(faults)
