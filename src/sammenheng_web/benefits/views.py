"""The room of benefits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from sammenheng.economy import economy
from sammenheng_web.benefits import accounts, queries
from sammenheng_web.collaborations.room_head import About, Section, head
from sammenheng_web.collaborations.rooms import Room, member_page
from sammenheng_web.collaborations.your_part import read_part
from sammenheng_web.ui.guidance import Hint

ABOUT = About(
    title=_("Benefits"),
    lead=_("What it costs and what it gives, for each organisation and user group, year by year – and who pays."),
    types=frozenset({"Benefit", "Cost", "Funding", "Transfer", "Budget", "Capacity", "ParameterEdition"}),
    hints=(
        Hint(source=9, text=_("Show where each benefit and each cost arises. They seldom meet in the same place.")),
        Hint(source=9, text=_("Beware of rating benefits too high and costs too low.")),
        Hint(source=3, text=_("Keep the user as the meeting point, however costs and benefits are shared.")),
        Hint(source=31, text=_("Each benefit needs an owner in the line, with authority to change things there.")),
        Hint(source=33, text=_("Measure before anything changes, or nobody can tell afterwards what came of it.")),
        Hint(
            source=26, text=_("Solutions have stopped because nobody paid for running them. Settle it before delivery.")
        ),
    ),
)


@member_page
def index(request: HttpRequest, room: Room) -> HttpResponse:
    """Accounts, years, benefits, costs, money, and how sure it is."""
    part = read_part(request, room)
    result = economy(room.collaboration.in_use)
    benefits = queries.benefits(room, part)
    costs = queries.costs(room, part)
    money = queries.money(room, part, result)
    sections = (
        Section(id="accounts", label=_("Who carries and who gains")),
        Section(id="years", label=_("Year by year")),
        Section(id="benefits", label=_("Benefits"), count=len(benefits)),
        Section(id="unpriced", label=_("Without a price"), count=len(result.unpriced)),
        Section(id="costs", label=_("Costs"), count=len(costs)),
        Section(id="money", label=_("Who pays")),
        Section(id="sure", label=_("How sure this is")),
    )
    context = {
        "head": head(room, part, ABOUT, sections),
        "result": result,
        "figures": accounts.figures(result),
        "accounts": accounts.accounts(room, part, result),
        "years": accounts.years(room, part, result),
        "benefits": benefits,
        "unpriced": queries.unpriced(room, part, result),
        "costs": costs,
        "money": money,
        "worse": accounts.worse(room, result),
        "basis": accounts.basis(room, result),
    }
    return render(request, "benefits/index.html", context)
