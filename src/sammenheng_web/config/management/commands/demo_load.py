"""Load the examples and the people of the demo; a second time it changes nothing."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from sammenheng.domain import FileRefusedError, read
from sammenheng_web.config import demo

EXAMPLES = settings.REPOSITORY / "examples"


class Command(BaseCommand):
    help = "Load the examples and the people of the demo, and print how they sign in as JSON."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.MODE == "serve":
            raise CommandError("The examples belong in the demo, not in a site for own use. Use SAMMENHENG_MODE=demo.")
        with translation.override("nb"):
            for file in sorted(EXAMPLES.glob("*.sammenheng.json")):
                self.load(file)
            self.stdout.write(json.dumps({"accounts": demo.accounts()}, ensure_ascii=False))

    def load(self, file: Path) -> None:
        """One example."""
        content = file.read_bytes()
        try:
            whole = read(content)
        except FileRefusedError as refusal:
            raise CommandError(f"{file.name} cannot be read: {refusal}") from refusal
        demo.load(whole, content)
