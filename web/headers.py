"""The headers that keep a page to itself: nothing from outside hosts, no inline script or style."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors "
)


_PRIVATE = ("/desk", "/api/desk")
"""What only people who are signed in see: no other site frames it, and no cache keeps it."""


class SafeHeaders:
    """ASGI middleware that adds the security headers to every response."""

    def __init__(self, app: ASGIApp, frame_ancestors: Sequence[str]) -> None:
        self._app = app
        self._headers = {
            "Content-Security-Policy": POLICY + " ".join(frame_ancestors),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
            "Cross-Origin-Opener-Policy": "same-origin",
        }
        self._unframed = {"Content-Security-Policy": POLICY + "'self'", "Cache-Control": "no-store"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        private = scope["type"] == "http" and scope["path"].startswith(_PRIVATE)
        headers = self._headers | self._unframed if private else self._headers

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(headers)
            await send(message)

        await self._app(scope, receive, guarded if scope["type"] == "http" else send)
