"""What is too large is turned away before any of it is kept."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sammenheng_web.config.body_limit import BodyLimit


class Inner:
    """The application inside: remembers what it was asked, and reads the whole request."""

    def __init__(self, *, asks_on: bool = False) -> None:
        self.asks_on = asks_on
        self.then = ""
        self.asked: list[tuple[str, str]] = []
        self.received = 0
        self.was_cut = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.asked.append((scope["method"], scope["path"]))
        while True:
            message = await receive()
            self.was_cut = message["type"] == "http.disconnect"
            self.received += len(message.get("body", b""))
            if not message.get("more_body"):
                break
        self.then = (await receive())["type"] if self.asks_on else ""


def send(chunks: list[bytes], *, length: bytes | None, most: int, asks_on: bool = False) -> Inner:
    """Send a request in chunks through a limit; then the sender goes."""
    inner, waiting = Inner(asks_on=asks_on), list(chunks)
    headers = [(b"Content-Length", length)] if length is not None else []
    scope = {"type": "http", "method": "POST", "path": "/open-file/", "headers": headers}

    async def receive() -> dict[str, Any]:
        if not waiting:
            return {"type": "http.disconnect"}
        body = waiting.pop(0)
        return {"type": "http.request", "body": body, "more_body": bool(waiting)}

    async def answer(message: Any) -> None:
        raise AssertionError("the inner application does not answer here")

    # In a thread of its own: where browser tests ran before, this one has an event loop already.
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, BodyLimit(inner, most=most)(scope, receive, answer)).result()
    return inner


def test_request_within_the_limit_comes_through_whole() -> None:
    inner = send([b"12345", b"67890"], length=b"10", most=10)

    assert inner.asked == [("POST", "/open-file/")]
    assert inner.received == 10


def test_request_that_says_it_is_too_large_becomes_the_page_that_explains() -> None:
    inner = send([b"12345", b"678901"], length=b"11", most=10)

    assert inner.asked == [("GET", "/too-large/")]
    assert inner.received == 0


def test_application_that_listens_on_hears_only_that_the_sender_has_gone() -> None:
    inner = send([b"12345", b"678901"], length=b"11", most=10, asks_on=True)

    assert inner.then == "http.disconnect"


def test_request_that_hides_its_length_is_cut_when_too_much_has_come() -> None:
    inner = send([b"12345", b"67890", b"1", b"2"], length=None, most=10)

    assert inner.was_cut
    assert inner.received == 10


def test_nonsense_as_length_is_counted_instead() -> None:
    inner = send([b"12345", b"678901", b""], length=b"-5", most=10)

    assert inner.was_cut
