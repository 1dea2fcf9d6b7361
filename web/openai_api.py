"""The API that chat front ends already speak: `/v1/models` and `/v1/chat/completions`, as OpenAI words them.

The answer's text carries its sources; the field `nianbao` beside it carries the JSON of `POST /api/ask`.
"""

from __future__ import annotations

import hmac
import json
import secrets
import time
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, StreamingResponse
from fastapi.sse import format_sse_event
from pydantic import BaseModel, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from assistant.answer import Assistant
from assistant.reply import Answer, to_json
from web.pieces import pieces
from web.sources import sourced

MODEL = "nianbao"
# Questions of the person before the last one that are read again, for what that refers to. With too few of them the
# agency, the year and the measure that the first one named would be lost, and others be answered for.
_EARLIER = 20


class Part(BaseModel):
    type: str
    text: str = ""


class Message(BaseModel):
    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[Part] | None = None

    @property
    def text(self) -> str:
        """What is written in the message. Pictures and sounds are passed over."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type == "text")
        return self.content or ""


class StreamOptions(BaseModel):
    include_usage: bool = False


class Completion(BaseModel):
    """The request. Fields that only steer a language model are accepted and change nothing."""

    model: str
    messages: list[Message] = Field(min_length=1, max_length=1000)
    stream: bool | None = False
    stream_options: StreamOptions | None = None


class _Refused(Exception):
    """A request that is not served: the status, and OpenAI's type and code for it."""

    def __init__(self, status: int, message: str, kind: str, code: str | None = None) -> None:
        super().__init__(message)
        self.status, self.kind, self.code = status, kind, code

    def response(self) -> Response:
        error = {"message": str(self), "type": self.kind, "param": None, "code": self.code}
        return JSONResponse({"error": error}, self.status)


def router(assistant: Assistant, *, portal: str = "", keys: Sequence[str] = ()) -> APIRouter:
    """Given the assistant, the portal's public address for links, and the keys of which a client must have
    one (none: anyone may ask), return the API over them."""
    api = APIRouter(prefix="/v1", tags=["OpenAI-compatible API"])

    @api.get("/models")
    def models(request: Request) -> Any:
        """List the one model there is."""
        try:
            _authorised(request, keys)
        except _Refused as refused:
            return refused.response()
        return {"object": "list", "data": [_model()]}

    @api.get("/models/{name}")
    def model(name: str, request: Request) -> Any:
        """Describe the model."""
        try:
            _authorised(request, keys)
            _known(name)
        except _Refused as refused:
            return refused.response()
        return _model()

    @api.post("/chat/completions")
    async def completions(request: Request) -> Any:
        """Answer the last message of a chat, with its sources; streamed if that is asked for."""
        try:
            _authorised(request, keys)
            asked = _parsed(await request.body())
            questions = [message.text for message in asked.messages if message.role == "user"]
            if not questions:
                raise _Refused(400, "messages: a message of the user is needed", "invalid_request_error")
        except _Refused as refused:
            return refused.response()
        answer = await run_in_threadpool(_answered, assistant, questions)
        made = _Reply(answer, sourced(answer, portal), sum(map(len, questions)))
        if asked.stream:
            usage = asked.stream_options is not None and asked.stream_options.include_usage
            return StreamingResponse(made.events(usage), media_type="text/event-stream")
        return made.whole()

    return api


class _Reply:
    """A reply in OpenAI's form, whole or in pieces."""

    def __init__(self, answer: Answer, text: str, asked: int) -> None:
        self._text, self._answer = text, to_json(answer)
        self._usage = {
            "prompt_tokens": asked,
            "completion_tokens": len(text),
            "total_tokens": asked + len(text),
        }
        self._head = {"id": f"chatcmpl-{secrets.token_hex(12)}", "created": int(time.time()), "model": MODEL}

    def whole(self) -> dict[str, Any]:
        message = {"role": "assistant", "content": self._text, "refusal": None}
        choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
        head = {**self._head, "object": "chat.completion"}
        return {**head, "choices": [choice], "usage": self._usage, "nianbao": self._answer}

    def events(self, usage: bool) -> Iterator[bytes]:
        yield self._event({"role": "assistant", "content": ""})
        for piece in pieces(self._text):
            yield self._event({"content": piece})
        yield self._event({}, "stop", nianbao=self._answer)
        if usage:
            head = {**self._head, "object": "chat.completion.chunk"}
            yield format_sse_event(data_str=json.dumps({**head, "choices": [], "usage": self._usage}))
        yield format_sse_event(data_str="[DONE]")

    def _event(self, delta: dict[str, Any], finish: str | None = None, **more: Any) -> bytes:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
        chunk = {**self._head, "object": "chat.completion.chunk", "choices": [choice], **more}
        return format_sse_event(data_str=json.dumps(chunk, ensure_ascii=False))


def _model() -> dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": 0, "owned_by": MODEL}


def _known(name: str) -> None:
    if name != MODEL:
        raise _Refused(404, f"The model {name!r} does not exist", "invalid_request_error", "model_not_found")


def _authorised(request: Request, keys: Sequence[str]) -> None:
    given = request.headers.get("authorization", "").removeprefix("Bearer ").encode()
    if keys and not any(hmac.compare_digest(given, key.encode()) for key in keys):
        raise _Refused(401, "Incorrect API key provided", "invalid_request_error", "invalid_api_key")


def _parsed(body: bytes) -> Completion:
    try:
        asked = Completion.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "body"
        raise _Refused(400, f"{place}: {first['msg']}", "invalid_request_error") from None
    _known(asked.model)
    return asked


def _answered(assistant: Assistant, questions: Sequence[str]) -> Answer:
    """The answer to the last question. The API keeps nothing between calls, so what a follow-up refers to is
    read from the chat again."""
    conversation = None
    for earlier in questions[-1 - _EARLIER : -1]:
        conversation = assistant.ask(earlier, conversation=conversation).conversation
    return assistant.ask(questions[-1], conversation=conversation, channel="openai")
