"""Looks at every page that any test opens, and tells what is wrong with it."""

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.urls import Resolver404, resolve

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
SVG_LEAVES = frozenset({"path", "circle", "rect", "line", "ellipse", "polyline", "polygon", "use"})
BLOCKS = """
address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p
pre section table ul
"""
NOT_IN_P = frozenset(BLOCKS.split())
INTERACTIVE = frozenset(["a", "button", "input", "select", "textarea", "label", "details"])
ONLY_CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"div", "dt", "dd"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
    "select": {"option", "optgroup"},
}
LANGUAGES = {"nb", "nn", "en", "se"}
LABELLED = {"input", "select", "textarea"}
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "for")


@dataclass
class Element:
    """One start tag as it was met."""

    name: str
    attributes: dict[str, str]
    parents: tuple[str, ...]


@dataclass
class Page(HTMLParser):
    """A page taken apart."""

    faults: list[str] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    title: str = ""
    texts: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.faults += [f"<{tag}> says {name} twice" for name, times in Counter(names).items() if times > 1]
        self.check_nesting(tag)
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID | SVG_LEAVES:
            self.faults.append(f"<{tag}/> is not a way to close <{tag}>")
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1] if self.open else 'nothing'}")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        # A picture has a title of its own.
        if self.open and self.open[-1] == "title" and "svg" not in self.open:
            self.title += data
        if self.open and self.open[-1] in ("script", "style") and data.strip():
            self.faults.append(f"inline <{self.open[-1]}>")
        if self.elements and data.strip():
            last = len(self.elements) - 1
            self.texts[last] = self.texts.get(last, "") + data

    def check_nesting(self, tag: str) -> None:
        """What may not stand inside what."""
        parent = self.open[-1] if self.open else ""
        if parent in ONLY_CHILDREN and tag not in ONLY_CHILDREN[parent] | {"template"}:
            self.faults.append(f"<{tag}> directly inside <{parent}>")
        if "p" in self.open and tag in NOT_IN_P:
            self.faults.append(f"<{tag}> inside <p>")
        if tag in INTERACTIVE:
            self.faults += [f"<{tag}> inside <{outer}>" for outer in ("a", "button") if outer in self.open]
        if tag == "form" and "form" in self.open:
            self.faults.append("<form> inside <form>")
        if tag == "li" and parent not in ("ul", "ol"):
            self.faults.append(f"<li> inside <{parent}>")

    def all(self, *names: str) -> list[Element]:
        """The elements with these names."""
        return [element for element in self.elements if element.name in names]


def inspect(html: str) -> list[str]:
    """Everything that is wrong with a page, in words."""
    page = Page()
    page.feed(html)
    page.close()
    faults = list(page.faults)
    faults += [f"<{name}> is never closed" for name in page.open]
    if not html.lstrip().lower().startswith("<!doctype html>"):
        faults.append("no doctype")
    for check in (whole, references, fields, forms, nothing_inline, languages, links, headings):
        faults += check(page)
    return faults


def whole(page: Page) -> list[str]:
    """Title, one main heading, one main part, no id twice."""
    faults = []
    if not re.fullmatch(r".*\S.* – Sammenheng", page.title.strip(), re.DOTALL):
        faults.append(f"the title is {page.title!r}")
    for name in ("h1", "main"):
        if len(page.all(name)) != 1:
            faults.append(f"{len(page.all(name))} <{name}>")
    ids = Counter(element.attributes["id"] for element in page.elements if "id" in element.attributes)
    return faults + [f"id {id!r} stands {times} times" for id, times in ids.items() if times > 1]


def references(page: Page) -> list[str]:
    """What is referred to is there."""
    ids = {element.attributes.get("id") for element in page.elements}
    return [
        f"{name}={one!r} refers to nothing"
        for element in page.elements
        for name in REFERENCES
        for one in element.attributes.get(name, "").split()
        if one not in ids
    ]


def fields(page: Page) -> list[str]:
    """Every field has a label."""
    labelled = {label.attributes.get("for") for label in page.all("label")}
    return [
        f"<{element.name} name={element.attributes.get('name')!r}> has no label"
        for element in page.all(*LABELLED)
        if element.attributes.get("type") not in ("hidden", "submit")
        and element.attributes.get("id") not in labelled
        and "aria-label" not in element.attributes
    ]


def forms(page: Page) -> list[str]:
    """Every form says where it goes, to an address of ours; one that changes something carries its token."""
    faults = []
    for form in page.all("form"):
        action, method = form.attributes.get("action"), form.attributes.get("method", "").lower()
        if action is None or method not in ("get", "post"):
            faults.append(f"a form without action or method: {form.attributes}")
        elif action and not leads_somewhere(action):
            faults.append(f"a form leads nowhere: {action}")
    posting = sum(form.attributes.get("method", "").lower() == "post" for form in page.all("form"))
    tokens = sum(element.attributes.get("name") == "csrfmiddlewaretoken" for element in page.all("input"))
    if posting != tokens:
        faults.append(f"{posting} forms that change something carry {tokens} tokens")
    return faults


def nothing_inline(page: Page) -> list[str]:
    """No style, script or handler inside the page."""
    faults = [f"inline {element.name}" for element in page.all("style")]
    faults += ["<script> without src" for script in page.all("script") if not script.attributes.get("src")]
    for element in page.elements:
        faults += [
            f"<{element.name} {name}>" for name in element.attributes if name == "style" or name.startswith("on")
        ]
        address = element.attributes.get("href", "") + element.attributes.get("src", "")
        if address.lower().startswith(("javascript:", "data:")):
            faults.append(f"<{element.name}> leads to {address[:20]}")
    return faults


def languages(page: Page) -> list[str]:
    """The page says its language, and only languages we know are named."""
    told = [element.attributes["lang"] for element in page.elements if "lang" in element.attributes]
    html = page.all("html")
    faults = [] if html and html[0].attributes.get("lang") else ["the page does not say its language"]
    return faults + [f"lang={one!r}" for one in told if one not in LANGUAGES]


def links(page: Page) -> list[str]:
    """Links lead to an address of ours or away from the site, and have words."""
    faults = []
    ids = {element.attributes.get("id") for element in page.elements}
    for element in page.all("a"):
        address = element.attributes.get("href")
        if not address:
            faults.append("a link without address")
        elif address.startswith("#"):
            if address[1:] not in ids:
                faults.append(f"a link to {address}, which is not on the page")
        elif address.startswith("/") and not leads_somewhere(address):
            faults.append(f"a link that leads nowhere: {address}")
    return faults


def headings(page: Page) -> list[str]:
    """No heading skips a level."""
    levels = [int(element.name[1]) for element in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    return [f"h{here} follows h{before}" for before, here in itertools.pairwise(levels) if here > before + 1]


def leads_somewhere(address: str) -> bool:
    """Whether the site has a page at this address."""
    try:
        resolve(address.split("?")[0].split("#")[0])
    except Resolver404:
        return False
    return True
