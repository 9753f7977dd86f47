"""How long each verb takes on each worked example, start included, beside Python that just reads the same JSON.

python benchmarks/verbs.py
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.sammenheng.json"))
PEER = "import json, sys; json.load(open(sys.argv[1], encoding='utf-8'))"
TIMES = 3


def seconds(command: list[str]) -> float:
    """The best of three runs; a check that finds errors, or a plan that cannot be, ends with 1."""
    best = float("inf")
    for _ in range(TIMES):
        began = time.perf_counter()
        ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)  # noqa: S603 - our own
        best = min(best, time.perf_counter() - began)
        if ended.returncode not in (0, 1):
            raise SystemExit(ended.stderr.decode())
    return best


def commands(example: Path, folder: str) -> dict[str, list[str]]:
    """Every verb with its arguments, by the name it has in the table."""
    some = json.loads(example.read_text(encoding="utf-8"))["effects"][0]["id"]
    found = {verb: [verb, str(example), "--json"] for verb in ("check", "plan", "economy")}
    found["chain"] = ["chain", str(example), some, "--json"]
    for verb, forms in (("journey", ("svg", "pdf", "png")), ("report", ("pdf", "docx", "html"))):
        for form in forms:
            found[f"{verb} {form}"] = [verb, str(example), "-o", f"{folder}/out.{form}", "--json"]
    return found


def main() -> None:
    """One row for each verb and example: seconds, the peer's seconds, and how many times as long."""
    print(f"{'example':<20} {'verb':<14} {'seconds':>8} {'json.load':>10} {'ratio':>6}")
    with tempfile.TemporaryDirectory() as folder:
        for example in EXAMPLES:
            peer = seconds([sys.executable, "-c", PEER, str(example)])
            for name, arguments in commands(example, folder).items():
                taken = seconds([sys.executable, "-m", "sammenheng.cli", *arguments])
                called = example.name.partition(".")[0]
                print(f"{called:<20} {name:<14} {taken:>8.2f} {peer:>10.2f} {taken / peer:>6.1f}")


if __name__ == "__main__":
    main()
