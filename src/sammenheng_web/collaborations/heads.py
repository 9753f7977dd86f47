"""What a collaboration and an organisation in it are called, without reading the rest."""

from collections.abc import Iterable
from dataclasses import dataclass

from sammenheng.domain import LANGUAGES, Text
from sammenheng_web.collaborations.models import HEAD, ROWS
from sammenheng_web.organisations.models import Membership

NAME = [f"name_{language}" for language in LANGUAGES]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A membership with the names that go with it; no name when nothing is stored there yet."""

    membership: Membership
    collaboration: Text | None
    organisation: Text | None


def heads(memberships: Iterable[Membership]) -> list[Head]:
    """The names that go with memberships: a member may know what the room and the own organisation are called."""
    mine = list(memberships)
    workspaces = {membership.workspace_id for membership in mine}
    rooms = names(HEAD.key, workspaces)
    organisations = names("organisation", workspaces, {membership.organisation for membership in mine})
    return [
        Head(
            membership=membership,
            collaboration=next((name for (place, _), name in rooms.items() if place == membership.workspace_id), None),
            organisation=organisations.get((membership.workspace_id, membership.organisation)),
        )
        for membership in mine
    ]


def names(kind: str, workspaces: set[str], idents: set[str] | None = None) -> dict[tuple[str, str], Text]:
    """The names of objects of a type, by workspace and id; with ``idents`` only of those."""
    rows = ROWS[kind]._default_manager.filter(workspace__in=workspaces)
    if idents is not None:
        rows = rows.filter(ident__in=idents)
    rows = rows.values_list("workspace", "ident", *NAME)
    return {(place, ident): Text(**dict(zip(LANGUAGES, texts, strict=True))) for place, ident, *texts in rows}
