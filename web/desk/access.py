"""Who is asking, and whether they may: the session cookie, the role, and proof that their own page asks."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from hashlib import sha256
from urllib.parse import urlsplit

from fastapi import HTTPException, Request, Response

from index.accounts import Accounts, Person, Role
from web.desk.words import say

COOKIE = "desk"
HEADER = "X-CSRF-Token"
_SAFE = ("GET", "HEAD", "OPTIONS")


class Access:
    """Dependencies of the desk's endpoints: `reader`, `editor` and `admin` are people with at least that role."""

    def __init__(self, accounts: Accounts) -> None:
        self.accounts = accounts
        self.reader, self.editor, self.admin = (
            self._at_least(role) for role in ("reader", "editor", "admin")
        )

    def visitor(self, request: Request) -> Person | None:
        """Given a request, return who is signed in, or None."""
        token = request.cookies.get(COOKIE, "")
        return self.accounts.whose(token) if token else None

    def _at_least(self, role: Role) -> Callable[[Request], Person]:
        def person(request: Request) -> Person:
            found = self.visitor(request)
            if found is None:
                raise HTTPException(401, say("sign_in"))
            if request.method not in _SAFE:
                proven(request)
            if not found.may(role):
                raise HTTPException(403, say("role"))
            return found

        return person


def csrf(token: str) -> str:
    """Given a session's token, return what a page must send along to prove that it could read its own."""
    return sha256(f"csrf:{token}".encode()).hexdigest()


def proven(request: Request) -> None:
    """Given a request that changes something, refuse it (403) unless a page of ours, of this session, sent it."""
    same_site(request)
    token = request.cookies.get(COOKIE, "")
    if not hmac.compare_digest(csrf(token).encode(), request.headers.get(HEADER, "").encode()):
        raise HTTPException(403, say("forgery"))


def same_site(request: Request) -> None:
    """Given a request, refuse it (403) where the browser says that another site's page sent it."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    elsewhere = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    if site not in ("same-origin", "none") or elsewhere:
        raise HTTPException(403, say("forgery"))


def give(response: Response, request: Request, token: str) -> None:
    """Given a response and a new session's token, set the cookie. It ends with the browser, if not before."""
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, token, httponly=True, samesite="lax", secure=secure, path="/")


def take(response: Response) -> None:
    """Given a response, remove the cookie."""
    response.delete_cookie(COOKIE, path="/")


def address(request: Request) -> str:
    """Given a request, return where it comes from. Behind a proxy that is what uvicorn's --forwarded-allow-ips
    trusts it to say."""
    return request.client.host if request.client else ""
