"""Turns away what is too large to be one of our files before any of it is kept."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

MOST_BYTES = 40 * 1024 * 1024
"""Somewhat more than the largest file that is read, so that such a file is refused with a page of its own."""
MOST_DRAINED = 1024 * 1024 * 1024
TOO_LARGE = "/too-large/"


class BodyLimit:
    """An ASGI application around another, which Django is: it writes all of a request to disk before it looks."""

    def __init__(self, app: App, most: int = MOST_BYTES) -> None:
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and declared_length(scope) > self.most:
            await drain(receive)
            await self.app(instead(scope), without_body(receive), send)
        else:
            await self.app(scope, self.counting(receive), send)

    def counting(self, receive: Receive) -> Receive:
        """Receive, until more has come than may: then it is as if the sender had gone."""
        came = 0

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            return message if came <= self.most else {"type": "http.disconnect"}

        return counted


def declared_length(scope: Scope) -> int:
    """How long the sender says that the request is."""
    found = next((value for name, value in scope["headers"] if name.lower() == b"content-length"), b"0")
    return int(found) if found.isdigit() else 0


async def drain(receive: Receive) -> None:
    """Let the sender finish, keeping nothing: a browser that is cut off shows no answer."""
    came = 0
    while came < MOST_DRAINED:
        message = await receive()
        came += len(message.get("body", b""))
        if not message.get("more_body"):
            return


def instead(scope: Scope) -> Scope:
    """The request for the page that explains."""
    headers = [pair for pair in scope["headers"] if pair[0].lower() not in (b"content-length", b"content-type")]
    return {
        **scope,
        "method": "GET",
        "path": TOO_LARGE,
        "raw_path": TOO_LARGE.encode(),
        "query_string": b"",
        "headers": headers,
    }


def without_body(receive: Receive) -> Receive:
    """Receive a request without a body; after that only the sender's going remains to be told."""
    is_told = False

    async def told() -> Message:
        nonlocal is_told
        if is_told:
            return await receive()
        is_told = True
        return {"type": "http.request", "body": b"", "more_body": False}

    return told
