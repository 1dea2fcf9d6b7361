"""The web application: the pages, the JSON API and the rules every response obeys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy import Engine
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from assistant.answer import Assistant
from assistant.settings import ChannelAccount, Settings
from index.catalogue import open_engine, sqlite
from index.journal import Journal
from index.narrow import NarrowSearcher
from index.search import Searcher
from index.store import Store
from web import api, feedback, openai_api, pages
from web.desk import router as desk_routes
from web.desk.desk import Desk
from web.desk.words import say
from web.headers import SafeHeaders
from web.limits import SmallBodies
from web.rate import AskingRate
from web.render import missing
from web.wechat.account import Account
from web.wechat.notes import Notes

STATIC = Path(__file__).parent / "static"
BODY = 256 * 1024  # bytes of a request: a question far too long still gets its polite reply
ASKING = ("/api/ask", "/api/ask/stream", "/v1/chat/completions", "/mcp")
ASKS = 1200  # a minute, of one address: a whole office may share one


def create(
    assistant: Assistant,
    searcher: Searcher,
    *,
    journal: Journal | None = None,
    frame_ancestors: Sequence[str] = ("'self'",),
    channels: Sequence[APIRouter] = (),
    desk: Desk | None = None,
    asks_per_minute: int = ASKS,
) -> FastAPI:
    """Given an assistant and the searcher of its index, return the ASGI application that serves them.

    With the journal that the assistant notes questions in, people can say what they think of its answers.
    `frame_ancestors` are the CSP sources that may show the pages in a frame. The pages frame the report
    viewer themselves, so keep 'self' among them. `channels` are the routes of further channels.
    With a `desk`, staff can sign in at /desk. One address may ask `asks_per_minute` times a minute.
    """
    app = FastAPI(
        title="年报问答 Nianbao",
        version="1",
        description="Answers questions from government annual reports, each figure with its source.",
        docs_url=None,  # the stock documentation pages load scripts from outside hosts
        redoc_url=None,
    )
    app.include_router(api.router(assistant, searcher))
    if journal is not None:
        app.include_router(feedback.router(journal))
    app.include_router(pages.router(assistant, searcher))
    for channel in channels:
        app.include_router(channel)
    if desk is not None:
        app.include_router(desk_routes.router(desk))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(400, _malformed)  # a body that is not even UTF-8
    app.add_exception_handler(404, _missing)
    app.add_middleware(SmallBodies, limit=BODY, files=(desk_routes.UPLOADS,))
    app.add_middleware(AskingRate, per_minute=asks_per_minute, paths=ASKING, detail=say("rate"))
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(SafeHeaders, frame_ancestors=frame_ancestors)
    return app


def configured(
    settings: Settings, store: Store, answering: Callable[[Searcher], Assistant]
) -> list[APIRouter]:
    """Given the settings, the store they name, and what makes an assistant over a searcher, return the routes
    of the channels that are set up. Their libraries are asked for only then: they are extras."""
    portal, searcher = settings.public_url, store.searcher
    assistant = answering(searcher)
    keys = [key.get_secret_value() for key in settings.api_keys]
    routes = [openai_api.router(assistant, portal=portal, keys=keys)]
    if settings.mcp:
        from web import mcp_server

        routes.append(mcp_server.router(mcp_server.server(assistant, searcher), portal))
    if not settings.accounts and not settings.webhooks:
        return routes
    engine = channel_database(settings)
    if settings.webhooks:
        from web import webhooks

        hooks = [webhooks.Hook(one.url, one.secret.get_secret_value()) for one in settings.webhooks]
        announcer = webhooks.Announcer(hooks, store.catalogue, Notes(engine), portal)
        routes.append(webhooks.router(announcer))
    if settings.accounts:
        from web.wechat.channels import channels

        routes.append(
            channels(
                [_account(one) for one in settings.accounts],
                lambda agency: assistant if agency is None else answering(NarrowSearcher(searcher, agency)),
                engine,
                portal=portal,
                within=settings.reply_within,
                workers=settings.channel_workers,
            )
        )
    return routes


def channel_database(settings: Settings) -> Engine:
    """Given the settings, open the database that the channels share. Where it is a file, it is not the
    catalogue's own: an ingestion must not keep a message waiting."""
    return open_engine(settings.database_url or sqlite(settings.data / "channels.sqlite"))


def _account(given: ChannelAccount) -> Account:
    told = given.model_dump(exclude={"token", "secret", "aes_key"})
    token, secret = given.token.get_secret_value(), given.secret.get_secret_value()
    return Account(**told, token=token, secret=secret, aes_key=given.aes_key or "")


def _malformed(request: Request, _: Exception) -> Response:
    return api.refusal(request)


def _missing(request: Request, error: Exception) -> Response:
    """People get a page that helps on; programs get JSON."""
    if "text/html" in request.headers.get("accept", ""):
        return missing(request)
    detail = error.detail if isinstance(error, HTTPException) else "Not Found"
    return JSONResponse({"detail": detail}, 404)
