"""More than 200 files that must be refused, each with the code of its fault; and what refusing them costs.

python tests/support/broken_files.py    refuse each in a process of its own; a line of JSON for each
"""

import importlib
import json
import os
import resource
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sammenheng import cli
from sammenheng.domain import Collaboration, describe, object_types
from sammenheng.domain.collaboration import collection_of
from sammenheng.domain.describe import PartsKind
from sammenheng.domain.kinds import (
    BooleanKind,
    ChoiceKind,
    DateKind,
    Kind,
    NumberKind,
    PeriodKind,
    QuantityKind,
    RefsKind,
    StringKind,
    TextKind,
)

MIB = 1024 * 1024
Object = dict[str, Any]


@dataclass(frozen=True)
class BrokenFile:
    """A file that must be refused: made when it is needed, because some are large."""

    name: str
    code: str
    make: Callable[[], bytes]


def broken_files() -> list[BrokenFile]:
    """All of them, always the same ones in the same order."""
    shapes = [BrokenFile(name, code, lambda raw=raw: as_bytes(raw)) for name, code, raw in broken_content()]
    return [*shapes, *broken_bytes(), *broken_fields()]


def as_bytes(raw: Any) -> bytes:
    return json.dumps(raw).encode()


def whole(**more: Any) -> Object:
    """The smallest collaboration, with this in it or instead."""
    return {"format": "sammenheng", "format_version": 1, "id": "whole", "name": {"nb": "Hele"}, **more}


def thing(id: str, **more: Any) -> Object:
    return {"id": id, "name": {"nb": "Navn"}, **more}


def with_need(**more: Any) -> Object:
    return whole(needs=[thing("need-1", **more)])


def with_cost(**amount: Any) -> Object:
    return whole(costs=[thing("cost-1", total={"likely": 100, "unit": "NOK", "price_year": 2026, **amount})])


def closed(id: str, owner: str, **more: Any) -> Object:
    return thing(id, owner=owner, shared=False, **more)


def broken_content() -> Iterator[tuple[str, str, Any]]:
    """Valid JSON that is no collaboration: what is wrong, the code, the content."""
    yield from broken_wholes()
    yield from broken_texts()
    yield from broken_amounts_and_times()
    yield from broken_ids_and_references()
    yield from broken_sight()


def broken_wholes() -> Iterator[tuple[str, str, Any]]:
    yield from (
        (f"whole is {json.dumps(raw)}", "null" if raw is None else "wrong-type", raw)
        for raw in (None, True, 17, 1.5, "text", [], [[]], [{}])
    )
    yield "nothing in it", "not-this-format", {}
    yield "format of others", "not-this-format", {"format": "geojson", "features": []}
    yield "format is a list", "not-this-format", whole(format=["sammenheng"])
    yield "no version", "no-version", {"format": "sammenheng", "id": "whole", "name": {"nb": "Hele"}}
    yield "version as text", "no-version", whole(format_version="1")
    yield "version as truth", "no-version", whole(format_version=True)
    yield "version to come", "newer-version", whole(format_version=2)
    yield "version far to come", "newer-version", whole(format_version=10**30)
    yield "version before the first", "unknown-version", whole(format_version=0)
    yield "version below zero", "unknown-version", whole(format_version=-3)
    yield "no id", "missing", {"format": "sammenheng", "format_version": 1, "name": {"nb": "Hele"}}
    yield "no name", "missing", {"format": "sammenheng", "format_version": 1, "id": "whole"}
    yield "name is null", "null", whole(name=None)
    yield "collection is null", "null", whole(needs=None)
    yield "collection is an object", "wrong-type", whole(needs={"need-1": thing("need-1")})
    yield "object is a text", "wrong-type", whole(needs=["need-1"])
    yield "object is null", "null", whole(needs=[None])
    yield "collection nobody knows", "unknown-field", whole(zzzzzz=[])
    yield "collection misspelt", "unknown-field-near", whole(need=[])
    yield "field nobody knows", "unknown-field", with_need(zzzzzz=1)
    yield "field misspelt", "unknown-field-near", with_need(descripton={"nb": "x"})
    yield "object without name", "missing", whole(needs=[{"id": "need-1"}])
    yield "part without its field", "missing", whole(questions=[thing("qu", answers=[{"answer": {"nb": "Ja"}}])])
    yield "too many references", "too-many", with_need(user_groups=["gr"] * 10_001)
    yield "too many objects", "too-many", whole(needs=[0] * 100_001)


def broken_texts() -> Iterator[tuple[str, str, Any]]:
    yield "text without language", "wrong-type", whole(name="Hele")
    yield "text in no language", "no-language", whole(name={})
    yield "text in German", "unknown-language", whole(name={"de": "Alles"})
    yield "text in a language of number", "wrong-type", whole(name={"nb": 1})
    yield "translation is null", "null", whole(name={"nb": "Hele", "en": None})
    yield from (
        (f"empty text {text!r}", "empty-text", whole(name={"nb": text})) for text in ("", " ", "\n\t ", "\u3000")
    )
    yield "name too long", "too-long", whole(name={"nb": "x" * 301})
    yield "description too long", "too-long", with_need(description={"nb": "x" * 20_001})
    yield "description of five million letters", "too-long", with_need(description={"nb": "x" * 5_000_000})
    yield from (
        (f"control character {ord(c):#x}", "control-character", whole(name={"nb": f"a{c}b"}))
        for c in "\x00\x01\x08\x0b\x1b\x7f\r\ud800"
    )
    yield "organisation number short", "bad-organisation-number", organisation(number="97476067")
    yield "organisation number wrong", "bad-organisation-number", organisation(number="974760674")
    yield "organisation number in Arabic digits", "bad-organisation-number", organisation(number="٩٧٤٧٦٠٦٧٣")
    yield from (
        (f"address {address}", "bad-address", organisation(homepage=address))
        for address in ("www.dfo.no", "javascript:alert(1)", "ftp://dfo.no", "https://", "https://a b", "https://<b>")
    )
    yield "fingerprint too short", "bad-hash", whole(snapshots=[thing("sn", content_hash="abc")])
    yield "fingerprint in capitals", "bad-hash", whole(snapshots=[thing("sn", content_hash="A" * 64)])
    yield "short name too long", "too-long", organisation(short_name="x" * 41)


def organisation(**more: Any) -> Object:
    return whole(organisations=[thing("org", **more)])


def broken_amounts_and_times() -> Iterator[tuple[str, str, Any]]:
    yield "low above likely", "low-above-likely", with_cost(low=200)
    yield "high below likely", "high-below-likely", with_cost(high=50)
    yield "kroner without year", "no-price-year", whole(costs=[thing("co", total={"likely": 1, "unit": "NOK"})])
    yield "kroner and øre", "not-whole", with_cost(likely=100.5)
    yield "cost in days", "unknown-choice", with_cost(unit="days")
    yield "unit nobody knows", "unknown-choice", with_cost(unit="EUR")
    yield "no likely amount", "missing", whole(costs=[thing("co", total={"unit": "NOK", "price_year": 2026})])
    yield "amount as text", "wrong-type", with_cost(likely="100")
    yield "amount is true", "wrong-type", with_cost(likely=True)
    yield "negative cost", "out-of-range", with_cost(likely=-100)
    yield "price year out of time", "out-of-range", with_cost(price_year=99_999)
    yield "price year with decimals", "not-whole", with_cost(price_year=2026.5)
    yield from (
        (f"amount {amount}", "out-of-range", with_cost(likely=amount))
        for amount in (10**16, -(10**16), 10**40, 10**400, 1e300, float("inf"), float("-inf"), float("nan"))
    )
    yield from (
        (f"duration {quarters}", code, whole(deliverables=[thing("de", duration=quarters)]))
        for quarters, code in ((-1, "out-of-range"), (0, "out-of-range"), (81, "out-of-range"), (2.5, "not-whole"))
    )
    yield "lead time below zero", "out-of-range", whole(deliverables=[thing("de", lead_time=-4)])
    yield "experience too good", "out-of-range", whole(steps=[thing("st", experience=[experience(3)]), group()])
    yield "too many decimals", "too-precise", whole(capacities=[people(1.123_456_789)])
    yield from (
        (f"day {day}", "bad-date", with_goal(reach_by=day))
        for day in ("2027", "2027-02-30", "2027-13-01", "27-01-01", "2027-1-1", "1799-12-31", "2201-01-01", "i morgen")
    )
    yield "day as number", "wrong-type", with_goal(reach_by=20270101)
    yield from (
        (f"period {period}", "bad-period", whole(deliverables=[thing("de", earliest=period)]))
        for period in ("2027Q5", "2027-Q1", "27Q1", "2027q1", "Q1 2027", "3027", "")
    )


def experience(value: float) -> Object:
    return {"user_group": "gr", "value": value}


def group() -> Object:
    return thing("gr")


def people(count: float) -> Object:
    amounts = [{"period": "2027", "people": count}]
    return thing("ca", organisation="org", competence="jurist", amounts=amounts)


def with_goal(**more: Any) -> Object:
    return whole(goals=[thing("goal", **more)])


def broken_ids_and_references() -> Iterator[tuple[str, str, Any]]:
    yield from (
        (f"id {id!r}", "bad-id", whole(needs=[thing(id)]))
        for id in ("", "N1", "1n", "a", "æ1", "need 1", "need_1", "../x", "n" * 65, "a\n", "-a")
    )
    yield "id as number", "wrong-type", whole(needs=[thing(1)])  # type: ignore[arg-type]
    yield "id that is kept", "reserved-id", whole(needs=[thing("felles")])
    yield "id twice in one collection", "repeated-id", whole(needs=[thing("n1"), thing("n1")])
    yield "id twice in two collections", "repeated-id", whole(needs=[thing("n1")], goals=[thing("n1")])
    yield "id of the whole", "repeated-id", whole(needs=[thing("whole")])
    yield "reference to nothing", "dangling", with_need(user_groups=["zz-top"])
    yield (
        "reference almost right",
        "dangling-near",
        whole(needs=[thing("n1", user_groups=["group-2"])], user_groups=[thing("group-1")]),
    )
    yield (
        "reference to all together",
        "dangling",
        whole(stances=[stance(organisation="felles")], statements=[thing("st")]),
    )
    yield "leader is nobody", "dangling", whole(leads="nobody")
    yield "source of an amount is nothing", "dangling", with_cost(source="nothing")
    yield "reference inside a part to nothing", "dangling", whole(questions=[thing("qu", answers=[answer("nobody")])])
    yield "reference to another type", "wrong-target", whole(needs=[thing("n1", user_groups=["n2"]), thing("n2")])
    yield "owner is a need", "wrong-target", whole(needs=[thing("n1", owner="n2"), thing("n2")])
    yield "reference as object", "wrong-type", with_need(user_groups=[{"id": "gr"}])
    yield "references as text", "wrong-type", with_need(user_groups="gr")
    yield "reference twice", "named-twice", whole(needs=[thing("n1", user_groups=["gr", "gr"])], user_groups=[group()])
    yield (
        "two parents",
        "two-parents",
        whole(
            journeys=[thing("j1", kind="as-is", stages=["st"]), thing("j2", kind="to-be", stages=["st"])],
            journey_stages=[thing("st")],
        ),
    )
    yield from ((f"cycle of {size}", "cycle", whole(deliverables=cycle(size))) for size in (1, 2, 3, 50, 20_000))
    yield "part of itself", "cycle", whole(organisations=[thing("org", part_of="org")])
    yield "goals serve each other", "cycle", whole(goals=[thing("g1", serves=["g2"]), thing("g2", serves=["g1"])])
    yield "choice nobody knows", "unknown-choice", with_need(scope="both")
    yield "choice as its label", "unknown-choice", with_need(scope="Several together")
    yield "choice as number", "wrong-type", with_need(scope=1)
    yield "truth as text", "wrong-type", whole(user_groups=[thing("gr", overlooked="ja")])
    yield "many references to nothing", "dangling", many_dangling(3_000)
    yield "many fields nobody knows", "unknown-field", with_need(**{f"zz{n}": n for n in range(200_000)})
    yield "many wrong objects", "wrong-type", whole(needs=[1] * 100_000)
    yield "many empty objects", "missing", whole(needs=[{}] * 100_000)


def stance(**more: Any) -> Object:
    return {"id": "stance", "statement": "st", "position": "agree", **more}


def answer(organisation: str) -> Object:
    return {"organisation": organisation, "answer": {"nb": "Ja"}}


def cycle(size: int) -> list[Object]:
    return [thing(f"d{n}", depends_on=[f"d{(n + 1) % size}"]) for n in range(size)]


def many_dangling(count: int) -> Object:
    return whole(needs=[thing(f"need-{n}", user_groups=[f"group-{n}x{m}" for m in range(10)]) for n in range(count)])


def broken_sight() -> Iterator[tuple[str, str, Any]]:
    """What more people could see than may."""
    organisations = [thing("org"), thing("other")]
    yield "felles but not shared", "felles-not-shared", with_need(shared=False)
    yield "confidential and felles", "sensitive-shared", with_need(sensitivity=2)
    yield (
        "confidential and shared",
        "sensitive-shared",
        whole(needs=[thing("n1", owner="org", sensitivity=2)], organisations=organisations),
    )
    yield "sensitivity nobody knows", "out-of-range", with_need(sensitivity=3)
    yield "state nobody knows", "unknown-choice", with_need(state="deleted")
    yield (
        "open, but hangs on something closed",
        "seen-too-widely",
        whole(statements=[closed("st", "org")], stances=[stance()], organisations=organisations),
    )
    yield (
        "closed, but hangs on something closed by another",
        "seen-too-widely",
        whole(
            statements=[closed("st", "org")], stances=[stance(owner="other", shared=False)], organisations=organisations
        ),
    )
    yield (
        "hangs on something more sensitive",
        "seen-too-widely",
        whole(statements=[thing("st", sensitivity=1)], stances=[stance()]),
    )


def broken_bytes() -> Iterator[BrokenFile]:
    """Bytes that are not even JSON, or too much of it."""
    good = as_bytes(whole())
    made: list[tuple[str, str, Callable[[], bytes]]] = [
        ("empty", "empty-file", lambda: b""),
        ("only spaces", "empty-file", lambda: b" \n\t "),
        ("only a byte order mark", "empty-file", lambda: b"\xef\xbb\xbf"),
        ("UTF-16", "wrong-encoding", lambda: json.dumps(whole()).encode("utf-16")),
        ("Latin-1", "wrong-encoding", lambda: as_bytes(whole()).replace(b"Hele", b"F\xf8r")),
        ("half a letter", "wrong-encoding", lambda: good + b"\xc3"),
        ("surrogate as UTF-8", "wrong-encoding", lambda: good + b"\xed\xa0\x80"),
        ("picture", "wrong-encoding", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100),
        ("zip", "wrong-encoding", lambda: b"PK\x03\x04" + b"\xff\xfe" * 1_000),
        ("null bytes", "not-json", lambda: b"\x00" * 1_000),
        ("YAML", "not-json", lambda: b"format: sammenheng\n"),
        ("HTML", "not-json", lambda: b"<!doctype html><title>Hei</title>"),
        ("cut off", "not-json", lambda: good[:-5]),
        ("more after the end", "not-json", lambda: good + b"{}"),
        ("comma too many", "not-json", lambda: good[:-1] + b",}"),
        ("comment", "not-json", lambda: b"// hei\n" + good),
        ("single quotes", "not-json", lambda: good.replace(b'"', b"'")),
        ("raw newline in a text", "not-json", lambda: good.replace(b"Hele", b"He\nle")),
        ("two names of one field", "duplicate-key", lambda: good[:-1] + b',"id":"other"}'),
        ("two names of one field inside", "duplicate-key", lambda: good.replace(b'"nb"', b'"nb":"En","nb"')),
        (
            "30,000 translations",
            "unknown-language",
            lambda: as_bytes(whole(name={f"x{n}": "x" for n in range(30_000)})),
        ),
        ("100,000 fields, one of them twice", "unknown-field", lambda: many_members(100_000)),
        ("number of a million digits", "wrong-type", lambda: good.replace(b'"whole"', b"9" * 1_000_000)),
        ("fraction of a million digits", "wrong-type", lambda: good.replace(b'"whole"', b"0." + b"9" * 1_000_000)),
        ("exponent of many digits", "wrong-type", lambda: good.replace(b'"whole"', b"1e" + b"9" * 1_000)),
        ("65 levels", "too-deep", lambda: b"[" * 65 + b"]" * 65),
        ("100,000 nested lists", "too-deep", lambda: b"[" * 100_000 + b"]" * 100_000),
        ("100,000 nested lists, never closed", "too-deep", lambda: b"[" * 100_000),
        ("100,000 nested objects", "too-deep", lambda: b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
        ("30 MiB of brackets", "too-deep", lambda: b"[" * (30 * MIB)),
        ("30 MiB of brackets that do not meet", "too-deep", lambda: b"[{" * (15 * MIB)),
        ("30 MiB of closing brackets", "not-json", lambda: b"]" * (30 * MIB)),
        ("30 MiB of quotation marks", "too-many-values", lambda: b'"' * (30 * MIB)),
        ("30 MiB of escaped quotation marks, never closed", "not-json", lambda: b'"' + b'\\"' * (15 * MIB)),
        ("30 MiB of backslashes", "not-json", lambda: b'"' + b"\\" * (30 * MIB)),
        ("30 MiB of one text", "wrong-type", lambda: b'"' + b"x" * (30 * MIB) + b'"'),
        ("30 MiB of spaces", "empty-file", lambda: b" " * (30 * MIB)),
        ("30 MiB of empty objects", "too-many-values", lambda: b"[" + b"{}," * (10 * MIB) + b"{}]"),
        ("as many empty objects as are read", "wrong-type", lambda: b"[" + b"{}," * 499_999 + b"{}]"),
        ("as many members as are read", "not-this-format", lambda: b"{" + b'"":0,' * 999_998 + b'"":0}'),
        ("as many lists of one as are read", "wrong-type", lambda: b"[" + b"[0]," * 499_999 + b"[0]]"),
        ("as many different members as are read", "not-this-format", lambda: numbered_members(999_998)),
        ("as many needs as are read", "cycle", lambda: as_bytes(many_needs(100_000))),
        ("30 MiB of small numbers", "too-many-values", lambda: b"[" + b"1," * (15 * MIB) + b"1]"),
        ("30 MiB of empty lists", "too-many-values", lambda: b"[" + b"[]," * (10 * MIB) + b"[]]"),
        ("30 MiB of members", "too-many-values", lambda: b"{" + b'"":0,' * (6 * MIB) + b'"":0}'),
        ("33 MiB of spaces", "too-large", lambda: good + b" " * (33 * MIB)),
        ("33 MiB of one text", "too-large", lambda: as_bytes(with_need(description={"nb": "x" * (33 * MIB)}))),
        ("33 MiB of needs", "too-large", lambda: as_bytes(whole(needs=[thing("need")] * (33 * MIB // 40)))),
        ("200 MiB of nothing", "too-large", lambda: bytes(200 * MIB)),
    ]
    return (BrokenFile(*told) for told in made)


def numbered_members(count: int) -> bytes:
    return b"{" + b",".join(b'"%d":0' % n for n in range(count)) + b"}"


def many_needs(count: int) -> Object:
    """A large collaboration with one mistake, found last."""
    needs = [thing(f"need-{n}", user_groups=["gr"]) for n in range(count)]
    return whole(needs=needs, user_groups=[group()], goals=[thing("goal", serves=["goal"])])


def many_members(count: int) -> bytes:
    return b"{" + b"".join(b'"zz%d":1,' % n for n in range(count)) + as_bytes(whole())[1:-1] + b',"zz1":1}'


def broken_fields() -> Iterator[BrokenFile]:
    """Every kind of field of every sixth type, with something in it that does not belong there."""
    for kind in list(object_types().values())[::6]:
        for field in kind.fields:
            wrong, code = wrong_for(field.kind)
            raw = whole(**{collection_of(kind.name): [{"id": "thing", field.name: wrong}]})
            yield BrokenFile(f"{kind.name}.{field.name} is {wrong!r}", code, lambda raw=raw: as_bytes(raw))
    for field in describe(Collaboration).fields:
        wrong, code = wrong_for(field.kind)
        raw = whole(**{field.name: wrong})
        yield BrokenFile(f"Collaboration.{field.name} is {wrong!r}", code, lambda raw=raw: as_bytes(raw))


def wrong_for(kind: Kind) -> tuple[Any, str]:
    """Something that cannot stand in a field of this kind, and what it is called."""
    match kind:
        case TextKind() | QuantityKind():
            return [1], "wrong-type"
        case StringKind():
            return 974760673, "wrong-type"
        case NumberKind():
            return "1", "wrong-type"
        case ChoiceKind():
            return "nothing-of-the-kind", "unknown-choice"
        case BooleanKind():
            return 1, "wrong-type"
        case DateKind():
            return "2027-02-29", "bad-date"
        case PeriodKind():
            return "2027Q0", "bad-period"
        case RefsKind() | PartsKind():
            return {"id": "thing"}, "wrong-type"
        case _:
            return "Not an id", "bad-id"


def refuse_each() -> Iterator[Object]:
    """What the command answers to each file, and what that costs, each in a process of its own.

    Small files are also refused in words for people.
    """
    for verb in cli.VERBS:
        importlib.import_module(f"sammenheng.cli.{verb}")  # once, instead of in each process
    with tempfile.TemporaryDirectory() as folder:
        path, answer, words = (Path(folder, name) for name in ("broken.sammenheng.json", "stdout", "stderr"))
        for broken in broken_files():
            size = path.write_bytes(broken.make())
            for arguments in (["format", str(path), "--json"], ["format", str(path)])[: 1 if size > MIB else 2]:
                status, usage = answer_apart(arguments, answer, words)
                yield {
                    "name": broken.name,
                    "code": broken.code,
                    "arguments": arguments,
                    "exit": os.waitstatus_to_exitcode(status),
                    "seconds": usage.ru_utime + usage.ru_stime,
                    "megabytes": usage.ru_maxrss / 1024,
                    "stdout": answer.read_text("utf-8"),
                    "stderr": words.read_text("utf-8"),
                }


def answer_apart(arguments: list[str], answer: Path, words: Path) -> tuple[int, resource.struct_rusage]:
    """Run the command in a process of its own; how it ended and what it used."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            for stream, target in ((1, answer), (2, words)):
                os.dup2(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
            code = cli.main(arguments)
            sys.stdout.flush()
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    _, status, usage = os.wait4(child, 0)
    return status, usage


if __name__ == "__main__":
    # An endless answer must not take the machine with it.
    resource.setrlimit(resource.RLIMIT_AS, (4096 * MIB, 4096 * MIB))
    for told in refuse_each():
        print(json.dumps(told), flush=True)
