"""The addresses of the site and who may reach them."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from sammenheng_web.config.access_table import ACCESS_TABLE, Who


def routes(resolver: URLResolver, space: str = "") -> Iterator[str]:
    """The name of every address below a resolver; its pattern when it has no name."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from routes(entry, f"{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            yield f"{space}{entry.name or entry.pattern}"


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert sorted(routes(get_resolver())) == sorted(ACCESS_TABLE)


def test_members_pages_name_the_act_they_need() -> None:
    assert all(row.act for row in ACCESS_TABLE.values() if row.who is Who.MEMBER)
