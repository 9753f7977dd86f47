"""What the links of the red thread are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..chain import Link
from .catalog import Texts, gettext_noop

N_ = gettext_noop

LABELS: Final[Mapping[Link, str]] = {
    Link.SITUATION: N_("Situation"),
    Link.NEED: N_("Needs"),
    Link.STEP: N_("Steps of the journey"),
    Link.OBSTACLE: N_("Obstacles and findings"),
    Link.EFFECT: N_("Effects for the user"),
    Link.CHANGE: N_("Changes"),
    Link.DELIVERABLE: N_("Deliverables"),
    Link.BENEFIT: N_("Benefits"),
    Link.GOAL: N_("Goals"),
    Link.USER_GROUP: N_("User groups"),
    Link.INSIGHT: N_("Insight"),
    Link.ORGANISATION: N_("Organisations and actors"),
    Link.SERVICE: N_("Services and touchpoints"),
    Link.SYSTEM: N_("Systems"),
    Link.REGULATION: N_("Regulations"),
    Link.DATA_FLOW: N_("Data flows"),
    Link.BODY: N_("Bodies"),
    Link.ROLE: N_("Roles"),
    Link.PLAN: N_("Plan"),
    Link.MONEY: N_("Money and people"),
    Link.AGREEMENT: N_("Concepts, decisions and agreements"),
    Link.GUIDANCE: N_("Guidance and advice"),
    Link.SOURCE: N_("Sources"),
}


def link_label(texts: Texts, link: Link) -> str:
    """What this link of the thread is called, as a heading above several objects."""
    return texts.gettext(LABELS[link])
