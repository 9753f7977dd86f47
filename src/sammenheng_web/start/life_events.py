"""The seven prioritised life events (no: livshendelser), as their users would word them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEvent:
    """One life event. The ministry is the one responsible now; ``ministry_is_sourced`` tells whether we can cite it.

    Where it is not sourced, the 2019 decision named another ministry or another name, and what stands here is
    general knowledge that the page must mark as such. The codes are those of the library's life events.
    """

    code: str
    name: str | Promise
    situation: str | Promise
    ministry: str | Promise
    ministry_is_sourced: bool


LIFE_EVENTS = (
    LifeEvent(
        code="fa-barn",
        name=_("Having a child"),
        situation=_("We are going to be parents. What do we have a right to, and what must we do?"),
        ministry=_("Ministry of Labour and Social Inclusion"),
        ministry_is_sourced=False,
    ),
    LifeEvent(
        code="alvorlig-sykt-barn",
        name=_("Seriously ill child"),
        situation=_("Our child is seriously ill. Who helps us, so that we can be parents and not coordinators?"),
        ministry=_("Ministry of Health and Care Services"),
        ministry_is_sourced=True,
    ),
    LifeEvent(
        code="miste-og-finne-jobb",
        name=_("Losing and finding a job"),
        situation=_("I have lost my job. How do I manage, and how do I find my way to a new one?"),
        ministry=_("Ministry of Labour and Social Inclusion"),
        ministry_is_sourced=False,
    ),
    LifeEvent(
        code="ny-i-norge",
        name=_("New in Norway"),
        situation=_("I have come to Norway. What must be in place for my everyday life to work?"),
        ministry=_("Ministry of Labour and Social Inclusion"),
        ministry_is_sourced=False,
    ),
    LifeEvent(
        code="dodsfall-og-arv",
        name=_("Death and inheritance"),
        situation=_("Somebody close to me has died. What do I have to do, and what can wait?"),
        ministry=_("Ministry of Digitalisation and Public Governance"),
        ministry_is_sourced=False,
    ),
    LifeEvent(
        code="starte-og-drive-bedrift",
        name=_("Starting and running a business"),
        situation=_("I want to live by my idea. Which permits do I need, and whom must I report to?"),
        ministry=_("Ministry of Trade, Industry and Fisheries"),
        ministry_is_sourced=True,
    ),
    LifeEvent(
        code="starte-og-drive-frivillig-organisasjon",
        name=_("Starting and running a voluntary organisation"),
        situation=_("We want to do something for our community. How do we spend the time on that and not on reports?"),
        ministry=_("Ministry of Culture and Equality"),
        ministry_is_sourced=False,
    ),
)
