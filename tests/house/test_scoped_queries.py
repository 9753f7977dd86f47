"""No page asks the database for collaboration content by itself: what it shows has passed the rule of sight."""

import ast
from pathlib import Path

SITE = Path(__file__).parents[2] / "src" / "sammenheng_web"
ROWS = "sammenheng_web.collaborations.models"
MAY_TOUCH_ROWS = {"mapping.py", "heads.py", "models.py", "columns.py"}
MAY_KEEP_UPLOADS = {"commands/start.py"}


def imported(module: Path) -> set[str]:
    """The modules this one imports, relative ones written out, with the names taken from them."""
    package = module.relative_to(SITE.parent).with_suffix("").parts[:-1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join((*above, node.module) if node.module else above)
            found.update({base, *(f"{base}.{alias.name}" for alias in node.names)})
    return found


def modules() -> list[Path]:
    return [path for path in SITE.rglob("*.py") if "migrations" not in path.parts]


def test_only_the_bridge_touches_the_rows() -> None:
    allowed = {SITE / "collaborations" / name for name in MAY_TOUCH_ROWS | MAY_KEEP_UPLOADS}

    touching = {path for path in modules() if ROWS in imported(path)}

    assert SITE / "collaborations" / "mapping.py" in touching
    assert {str(path.relative_to(SITE)) for path in touching - allowed} == set()


def test_no_module_outside_the_stored_collaborations_makes_its_own_statements() -> None:
    statements = ("connection.cursor", "_default_manager", ".raw(", "RawSQL")

    found = {
        str(path.relative_to(SITE)): [words for words in statements if words in path.read_text(encoding="utf-8")]
        for path in modules()
        if path.parent != SITE / "collaborations"
    }

    assert {path: words for path, words in found.items() if words} == {}
