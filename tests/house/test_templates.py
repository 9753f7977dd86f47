"""The templates of the site."""

from tests.support.repository import SOURCES, tracked_files

SITE = SOURCES / "sammenheng_web"
ICONS = "ui/icons/"


def test_every_template_is_used() -> None:
    templates = {
        str(path).partition("/templates/")[2]: path
        for path in tracked_files()
        if path.is_relative_to(SITE) and "templates" in path.parts
    }
    ours = [path for path in tracked_files() if path.is_relative_to(SITE)]
    texts = {path: path.read_text("utf-8") for path in ours if path.suffix in {".py", ".html", ".txt"}}

    def is_used(name: str) -> bool:
        # An icon is asked for by its bare name, every other template by its full one.
        wanted = [name.removeprefix(ICONS).removesuffix(".svg")] if name.startswith(ICONS) else [name]
        quoted = [f"{quote}{word}{quote}" for word in wanted for quote in "\"'"]
        return any(word in text for path, text in texts.items() if path != templates[name] for word in quoted)

    assert templates
    assert sorted(name for name in templates if not is_used(name)) == []
