"""All layers, and which of them the verbs need."""

from pathlib import Path

from launch.layers import Layer
from launch.node import FRONT_END
from launch.packages import ENGINES, LIBRARY, SITE, VENV_LAYER
from launch.places import LOCALES, PYTHON, ROOT
from launch.running import run


def po_files() -> list[Path]:
    return sorted(path for folder in LOCALES.values() for path in folder.glob("*/LC_MESSAGES/*.po"))


def make_catalogs(before: str) -> None:
    run([PYTHON, ROOT / "tools/catalogs.py", "compile"], what="Compiling the translations")


CATALOGS = Layer(
    "catalogs",
    "compiling the translations",
    po_files,
    make_catalogs,
    lambda: all(po.with_suffix(".mo").exists() for po in po_files()),
)

BASE = [VENV_LAYER, LIBRARY, CATALOGS]
WITH_ENGINES = [*BASE, ENGINES]
WHOLE_SITE = [*WITH_ENGINES, SITE, FRONT_END]
