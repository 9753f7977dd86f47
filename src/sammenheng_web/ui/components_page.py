"""The internal page that shows every component once."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sammenheng_web.ui.components import Cell, Column, steps
from sammenheng_web.ui.forms import PlainForm

COLUMNS = (
    Column(label="Organisation", sort_href="?sort=organisation", sorted="ascending"),
    Column(label="State"),
    Column(label="Objects", is_number=True, sort_href="?sort=objects"),
)
ROWS = (
    (Cell(text="First agency", href="#first", is_head=True), Cell(text="Ready", tone="success"), Cell(text="12")),
    (Cell(text="Andre etat", lang="nb", is_head=True), Cell(text="Waiting", tone="warning"), Cell(text="3")),
)


class ExampleForm(PlainForm):
    """A form with a field that is wrong."""

    name = forms.CharField(label="Name of the journey", help_text="As the user would put it.")
    file = forms.FileField(label="File", required=False)


def components(request: HttpRequest) -> HttpResponse:
    """Every component, in every state that looks different."""
    context = {
        "columns": COLUMNS,
        "rows": ROWS,
        "form": ExampleForm({"name": ""}),
        "pairs": (("Term", "What it is"), ("Another term", "Something longer that may need more than one line.")),
        "steps": steps(("Start", "Shape", "Deliver"), current=1),
        "page": Paginator(range(200), 10).page(4),
        "tones": ("neutral", "info", "success", "warning", "danger", "brand1", "brand2"),
        "icons": ("globe", "person", "menu", "upload", "download"),
    }
    return render(request, "ui/components_page.html", context)
