"""The people of the demo and their places in the examples."""

import hashlib
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from sammenheng.domain import Collaboration, Id
from sammenheng_web.collaborations.commands.start import start
from sammenheng_web.collaborations.heads import heads
from sammenheng_web.organisations.models import Membership, Person, Role, Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """Somebody made up: the place among an example's organisations, 0 for the one that leads, None for no place."""

    email: str
    name: str
    role: Role | None
    place: int | None


PLAYERS = (
    Player(email="ingrid@demo.example", name="Ingrid Berg", role=Role.FACILITATOR, place=0),
    Player(email="ola@demo.example", name="Ola Nes", role=Role.OWNER, place=1),
    Player(email="siri@demo.example", name="Siri Dahl", role=Role.READER, place=2),
    Player(email="per@demo.example", name="Per Strand", role=None, place=None),
)


def store() -> Path:
    """Where the demo remembers its passwords and which examples are loaded."""
    return settings.HOME / "demo-accounts.json"


def remembered() -> dict[str, Any]:
    """What the demo remembers; empty the first time."""
    try:
        return json.loads(store().read_text("utf-8"))
    except FileNotFoundError:
        return {"passwords": {}, "examples": {}}


def remember(memory: dict[str, Any]) -> None:
    """Keep it in a file that only its owner can read; whole or not at all."""
    scratch = store().with_suffix(".new")
    handle = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        json.dump(memory, stream, ensure_ascii=False, indent=2)
    scratch.replace(store())


def load(whole: Collaboration, content: bytes) -> None:
    """Give an example a room with the players in it, unless this very content has one already."""
    memory = remembered()
    people = {player.email: person(player, memory) for player in PLAYERS}
    fingerprint = hashlib.sha256(content).hexdigest()
    known = memory["examples"].get(whole.id, {})
    if known.get("sha256") == fingerprint and Workspace.objects.filter(key=known["workspace"]).exists():
        return
    # An example that has changed gets a new room; the old one stays, but nobody is shown into it.
    Membership.objects.filter(workspace=known.get("workspace")).update(valid_to=timezone.now())
    workspace = fill(whole, people)
    memory["examples"][whole.id] = {"workspace": workspace.key, "sha256": fingerprint}
    remember(memory)


def person(player: Player, memory: dict[str, Any]) -> Person:
    """The player's account, with a password made the first time."""
    found = Person.objects.filter(email=player.email).first()
    if found is None or player.email not in memory["passwords"]:
        password = memory["passwords"][player.email] = secrets.token_urlsafe(12)
        # Before the account: a password that nobody knows would lock the player out for ever.
        remember(memory)
        if found is None:
            return Person.objects.create_user(player.email, password, name=player.name)
        found.set_password(password)
        found.save(update_fields=["password"])
    return found


def fill(whole: Collaboration, people: dict[str, Person]) -> Workspace:
    """A room for an example, led by the facilitator, with the others in their places."""
    organisations = places(whole)
    leader, *others = (player for player in PLAYERS if player.place is not None)
    workspace = start(people[leader.email], whole, organisation=organisations[0])
    for player in others:
        if player.place is not None and player.place < len(organisations):
            Membership.objects.create(
                person=people[player.email],
                workspace=workspace,
                organisation=organisations[player.place],
                role=player.role,
            )
    return workspace


def places(whole: Collaboration) -> list[Id]:
    """The organisations of an example: the one that leads, then those that most refers to."""
    weights = {party.id: len(whole.referrers.get(party.id, ())) for party in whole.organisations}
    return sorted(weights, key=lambda id: (id != whole.leads, -weights[id], id))


def accounts() -> list[dict[str, str]]:
    """How each player signs in, and for whom; the facilitator first."""
    passwords = remembered()["passwords"]
    return [account(player, passwords.get(player.email, "")) for player in PLAYERS]


def account(player: Player, password: str) -> dict[str, str]:
    """How one player signs in."""
    rooms = Membership.objects.valid(timezone.now()).filter(person__email=player.email)
    known = [head.organisation for head in heads(rooms.order_by("valid_from")) if head.organisation]
    return {
        "email": player.email,
        "password": password,
        "name": player.name,
        "organisation": known[0].in_language("nb")[0] if known else "",
        "role": str(player.role.value) if player.role else "",
    }
