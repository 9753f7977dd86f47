"""The library's words and formats in the language of the page."""

from functools import cache

from django.utils.translation import get_language

from sammenheng.texts import Texts


def texts() -> Texts:
    """The library's texts in the language of the page."""
    return _texts(get_language() or "nb")


@cache
def _texts(language: str) -> Texts:
    return Texts(language)
