"""What the command refuses, in words: a call that cannot be understood, a file that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ..domain import FileRefusedError
from ..domain.lines import line_of
from ..texts import Texts, faults, gettext_noop

N_ = gettext_noop

MOST_WALKED: Final = 4 * 1024 * 1024

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    # The call
    "no-verb": (
        N_("The call does not say what to do."),
        N_("Name a verb, such as check. All of them: sammenheng --help"),
    ),
    "unknown-verb": (
        N_("There is no verb called “{value}”."),
        N_("Use one of {allowed}. More about each: sammenheng VERB --help"),
    ),
    "missing-argument": (
        N_("The call lacks {name}."),
        N_("Add it. How the call is written: sammenheng {verb} --help"),
    ),
    "unknown-argument": (
        N_("The call has something that is not understood: “{value}”."),
        N_("Take it away, or correct it. What may stand there: sammenheng {verb} --help"),
    ),
    "wrong-argument": (
        N_("The argument {name} lacks its value, or was given one that it does not take."),
        N_("Correct it. How the call is written: sammenheng {verb} --help"),
    ),
    "unknown-value": (
        N_("“{value}” is not something {name} can be."),
        N_("Use one of {allowed}."),
    ),
    "bad-date": (
        N_("“{value}” is not a day."),
        N_("Write year, month and day like this: 2027-01-31."),
    ),
    "no-such-object": (
        N_("Nothing in the file has the id “{id}”."),
        N_("Choose an id that stands in the file."),
    ),
    "no-such-object-near": (
        N_("Nothing in the file has the id “{id}”."),
        N_("Perhaps “{near}” was meant. Else choose an id that stands in the file."),
    ),
    "put-away-object": (
        N_("“{id}” lies in the archive or in the bin."),
        N_("Bring it back into use first, by setting its state to active."),
    ),
    # Documents
    "unknown-ending": (
        N_("The name “{file}” does not tell which format to write."),
        N_("Let it end in {allowed}."),
    ),
    "not-an-organisation": (
        N_("“{id}” is not an organisation."),
        N_("Choose the id of an organisation in the file."),
    ),
    "not-a-journey": (
        N_("“{id}” is not a journey."),
        N_("Choose the id of a journey in the file."),
    ),
    "no-journey": (
        N_("The file has no journey of this kind."),
        N_("Ask for another variant, or add a journey with steps."),
    ),
    "no-steps-to-draw": (
        N_("There are no steps to draw."),
        N_("Add stages with steps to the journey, or name another organisation."),
    ),
    "no-such-ministry": (
        N_("No organisation in the file belongs to the area of “{name}”."),
        N_("Use one of {allowed}."),
    ),
    "not-a-plan": (
        N_("“{file}” does not hold the answer of the verb plan."),
        N_("Make it with: sammenheng plan FILE --json > result.json"),
    ),
    # Files
    "no-such-file": (
        N_("There is no file called “{file}”."),
        N_("Check the name and the folder, then run the same again."),
    ),
    "is-a-folder": (
        N_("“{file}” is a folder, not a file."),
        N_("Name the file inside it; such files end in .sammenheng.json."),
    ),
    "not-permitted": (
        N_("You may not read “{file}”."),
        N_("Ask the owner of the file for access, or copy it to a place where you may read it."),
    ),
    "cannot-read": (
        N_("“{file}” could not be read. The system says: {words}"),
        N_("Check that the disk is there and works, or copy the file to another place."),
    ),
    "cannot-write": (
        N_("“{file}” could not be written. The system says: {words}"),
        N_("Choose another name or folder with -o, one where you may write and there is room."),
    ),
}
"""For each code: what happened, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong, in words. `path`: a place in the file, or the argument of the call."""

    code: str
    path: str
    line: int | None = None
    reason: str
    cure: str

    def as_json(self) -> dict[str, Any]:
        """The problem as it stands in the answer for machines."""
        told: dict[str, Any] = {"error": self.code, "path": self.path, "reason": self.reason, "cure": self.cure}
        return told if self.line is None else {**told, "line": self.line}


class Refused(Exception):
    """The call or the file is wrong; at least one problem, the first one the most telling."""

    def __init__(self, problems: Iterable[Problem], *, file: str | None = None) -> None:
        self.problems = tuple(problems)
        self.file = file
        super().__init__(self.problems[0].code)

    def as_json(self) -> dict[str, Any]:
        """What is printed with --json."""
        first = self.problems[0].as_json()
        about = {} if self.file is None else {"file": self.file}
        return {
            "format": "sammenheng-error",
            "format_version": 1,
            **about,
            **first,
            "problems": [problem.as_json() for problem in self.problems],
        }


@dataclass(frozen=True, slots=True)
class CallError(Exception):
    """A call that cannot be understood: a code of SENTENCES, the argument it is about, and parameters."""

    code: str
    path: str = ""
    params: Mapping[str, str] = field(default_factory=dict)

    def refused(self, texts: Texts) -> Refused:
        """The same in words."""
        return Refused([problem(texts, self.code, path=self.path, **self.params)])


def problem(texts: Texts, code: str, *, path: str, **params: str) -> Problem:
    """One of the command's own problems in words."""
    reason, cure = SENTENCES[code]
    return Problem(code=code, path=path, reason=texts.gettext(reason, **params), cure=texts.gettext(cure, **params))


def refused_file(texts: Texts, name: str, content: bytes, error: FileRefusedError) -> Refused:
    """A file that is no collaboration, with the lines of its problems where that is quickly found."""
    text = content.decode("utf-8-sig", errors="replace")
    # Each line costs a walk through the file, which is slow where it has very many members.
    affordable = MOST_WALKED // (len(text) + 1)
    problems = []
    for number, fault in enumerate(error.faults):
        told = faults.explain(texts, fault)
        line = line_of(text, fault.place) if fault.place and number < affordable else None
        line = line or _line_told(fault.params)
        problems.append(Problem(code=told.code, path=told.path, line=line, reason=told.reason, cure=told.cure))
    return Refused(problems, file=name)


def _line_told(params: Mapping[str, str | int | float]) -> int | None:
    line = params.get("line")
    return line if isinstance(line, int) else None
