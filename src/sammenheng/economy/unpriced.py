"""Effects without a price, weighed by the plus-minus method (no: pluss-minusmetoden)."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain import Id
from ..domain.words import Benefit
from ..domain.words.economy import Extent, Importance

# The consequence of an extent for small, medium and large importance, from the weakest to the strongest reading.
# As the method is commonly stated; not yet checked against the guide it comes from.
_CONSEQUENCE = {
    "large": ((1, 2), (2, 3), (4, 4)),
    "medium": ((0, 1), (2, 2), (3, 3)),
    "small": ((0, 0), (1, 1), (2, 2)),
}
_IMPORTANCE = {Importance.SMALL: 0, Importance.MEDIUM: 1, Importance.LARGE: 2}
MATRIX_VERIFIED = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpriced:
    """One unpriced effect. `low` and `high` are its consequence from −4 to 4; `None` when it cannot be read."""

    benefit: Id
    party: Id | None
    importance: Importance | None
    extent: Extent | None
    low: int | None
    high: int | None
    has_evidence: bool


def consequence(importance: Importance, extent: Extent) -> tuple[int, int]:
    """How many plus or minus signs, as the weakest and the strongest reading of the matrix."""
    if extent is Extent.NONE:
        return 0, 0
    size, direction = extent.value.rsplit("-", 1)
    low, high = _CONSEQUENCE[size][_IMPORTANCE[importance]]
    return (-high, -low) if direction == "negative" else (low, high)


def is_unpriced(benefit: Benefit) -> bool:
    """Whether it is weighed by importance and extent instead of kroner."""
    return benefit.per_year is None and (benefit.importance is not None or benefit.extent is not None)


def unpriced(benefits: tuple[Benefit, ...]) -> tuple[Unpriced, ...]:
    """Every unpriced effect with its consequence. They are never added to kroner, nor to each other."""
    return tuple(_weigh(benefit) for benefit in benefits if is_unpriced(benefit))


def _weigh(benefit: Benefit) -> Unpriced:
    known = benefit.importance is not None and benefit.extent is not None
    low, high = consequence(benefit.importance, benefit.extent) if known else (None, None)  # type: ignore[arg-type]
    return Unpriced(
        benefit=benefit.id,
        party=benefit.organisation or benefit.user_group,
        importance=benefit.importance,
        extent=benefit.extent,
        low=low,
        high=high,
        has_evidence=bool(benefit.sources) or benefit.note is not None or benefit.baseline is not None,
    )
