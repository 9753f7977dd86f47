"""Parties and their kroner as a table, the same for every verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..economy.result import Party
from ..planning.result import PlanParty
from ..texts import Texts, formats

MILLION: Final = 1_000_000
UNKNOWN: Final = "–"


def party_table(texts: Texts, parties: Sequence[tuple[str, Party | PlanParty]]) -> list[tuple[str, ...]]:
    """Name, cost, benefit, transfers and net in million kroner, with a head.

    Transfers stand there when there are any. A party of which nothing is estimated and nothing paid has no figures.
    """
    with_transfers = any(party.present_transfers for _, party in parties)
    head = [texts.gettext("Party"), texts.gettext("Cost"), texts.gettext("Benefit")]
    head += [texts.gettext("Transfers")] if with_transfers else []
    rows = [(*head, texts.gettext("Net"))]
    for name, party in parties:
        transfers = [party.present_transfers] if with_transfers else []
        amounts = [party.present_cost, party.present_benefit, *transfers, party.net]
        known = party.estimated.n > 0 or any(amounts)
        rows.append((name, *(million(texts, amount) if known else UNKNOWN for amount in amounts)))
    return rows


def million(texts: Texts, kroner: float) -> str:
    """Kroner as millions with two decimals."""
    return formats.number(texts, kroner / MILLION, decimals=2)
