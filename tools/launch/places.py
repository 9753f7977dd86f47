"""Where things are: the clone, its virtual environment and the folder for data."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = ROOT / "requirements"
LOCALES = {"sammenheng": ROOT / "src/sammenheng/locale", "django": ROOT / "src/sammenheng_web/locale"}


def data_folder(name: str) -> Path:
    """The folder for the data of one use of the site, `demo` or `site`; made if it is not there."""
    base = Path(os.environ.get("SAMMENHENG_HOME") or ROOT / "var").expanduser().resolve()
    folder = base / name
    base.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
