"""The texts of the site in the languages that must be complete."""

import pytest

import catalogs

SITE = next(domain for domain in catalogs.DOMAINS if domain.name == "django")


@pytest.mark.parametrize("language", catalogs.COMPLETE)
def test_every_text_of_the_site_is_translated(language: str) -> None:
    assert list(catalogs.check(SITE, language)) == []
