"""A limit to what a request may send, whatever length it announces."""

from __future__ import annotations

from collections.abc import Collection

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class SmallBodies:
    """ASGI middleware that stops reading a body of more than `limit` bytes and answers 413. The paths of
    `files` take whole files, and count them themselves."""

    def __init__(self, app: ASGIApp, limit: int, files: Collection[str] = ()) -> None:
        self._app, self._limit, self._files = app, limit, frozenset(files)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] in self._files:
            await self._app(scope, receive, send)
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._limit:
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)
