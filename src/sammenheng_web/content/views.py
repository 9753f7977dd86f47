"""Lists of objects and the page of one."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sammenheng.domain import describe
from sammenheng_web.collaborations.missing import missing_at
from sammenheng_web.collaborations.rooms import Room, member_page
from sammenheng_web.collaborations.your_part import read_part
from sammenheng_web.content import listing, queries
from sammenheng_web.content.thread import thread
from sammenheng_web.ui.said import title_of
from sammenheng_web.ui.uses import uses

PER_PAGE = 50


@member_page
def index(request: HttpRequest, room: Room) -> HttpResponse:
    """Every type with the number of its objects."""
    return render(request, "content/index.html", {"groups": list(queries.groups(room.collaboration))})


@member_page
def objects(request: HttpRequest, room: Room, type: str) -> HttpResponse:
    """The objects of one type."""
    kind = queries.kind_by_key(type)
    showing = room.showing
    everything = queries.objects(room.collaboration, kind)
    fields = listing.telling_fields(kind, everything)
    wish = listing.read_wish(request.GET, fields)
    part = read_part(request, room)
    found = listing.found(part.of(everything), wish)
    things = listing.ordered(found, wish, showing)
    page = Paginator(things, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "kind": kind,
        "wish": wish,
        "part": part,
        "page": page,
        "total": len(everything),
        "found": len(things),
        "query": f"&{wish.query()}" if wish.query() else "",
        "columns": listing.columns(fields, wish),
        "rows": [listing.row(thing, fields, showing) for thing in page],
    }
    return render(request, "content/objects.html", context)


@member_page
def one(request: HttpRequest, room: Room, type: str, id: str) -> HttpResponse:
    """One object: its fields, and what uses it."""
    kind = queries.kind_by_key(type)
    thing = room.collaboration.objects.get(id)
    if thing is None or describe(thing.__class__) is not kind:
        raise Http404
    showing = room.showing
    context = {
        "kind": kind,
        "thing": thing,
        "title": title_of(thing),
        "lines": list(showing.own_lines(thing)),
        "about": list(showing.common_lines(thing)),
        "missing": missing_at(room, thing.id),
        "thread": thread(showing, thing),
        "uses": list(uses(showing, thing)),
    }
    return render(request, "content/one.html", context)
