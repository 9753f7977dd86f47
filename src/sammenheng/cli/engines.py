"""When a solver gives no answer: why, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..planning import EngineFailedError
from ..texts import Texts, gettext_noop
from .refusals import Problem, Refused

N_ = gettext_noop

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "missing": (
        N_("The solver that plans are made with is not installed."),
        N_("Run ./sammenheng plan in the project folder, which prepares it; or install sammenheng with its engines."),
    ),
    "out-of-time": (
        N_("The time was up before any plan was found that keeps all commitments."),
        N_("Give it more time with --seconds, or take away commitments."),
    ),
    "out-of-memory": (
        N_("The solver needs more memory than there is."),
        N_("Close other programs, or plan fewer deliverables or a shorter time."),
    ),
    "died": (
        N_("The solver stopped without an answer."),
        N_("Run the same again. If it stops again, please report it with the file."),
    ),
}


def refused_engine(texts: Texts, error: EngineFailedError) -> Refused:
    """What to tell when there is no answer from the solver."""
    reason, cure = SENTENCES[error.code]
    told = Problem(code=f"engine-{error.code}", path="", reason=texts.gettext(reason), cure=texts.gettext(cure))
    return Refused([told])
