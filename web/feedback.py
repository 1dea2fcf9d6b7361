"""What people think of an answer: a thumb, and what would be right in their own words."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.masking import masked
from index.journal import Journal, NotAsked
from web.preferences import preferences
from web.schema import Refusal, Short
from web.words import words


class Feedback(BaseModel):
    """A view of one answer. A later one takes the place of an earlier one."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"answer": "Zm9vYmFy", "thumb": "down", "correction": "应为二千件"}]},
    )

    answer: Short = Field(description="The `id` of the answer.")
    thumb: Literal["up", "down"] | None = None
    correction: Annotated[str, StringConstraints(max_length=1000, strip_whitespace=True)] = Field(
        "", description="What would be right. Telephone and identity numbers in it are not kept."
    )


class Kept(BaseModel):
    status: Literal["kept"]


def router(journal: Journal) -> APIRouter:
    """Given the journal, return the API that takes feedback into it."""
    api = APIRouter(tags=["API"])

    @api.post(
        "/api/feedback", response_model=Kept, responses={404: {"model": Refusal}, 422: {"model": Refusal}}
    )
    def feedback(given: Feedback, request: Request) -> Any:
        """Keep what someone thinks of an answer."""
        said = words(preferences(request).language)
        if any("\ud800" <= character <= "\udfff" for character in given.answer + given.correction):
            return JSONResponse({"detail": said["invalid"], "status": "invalid"}, 422)
        try:
            journal.feedback(given.answer, given.thumb, masked(given.correction))
        except NotAsked:
            return JSONResponse({"detail": said["no_answer"], "status": "not_asked"}, 404)
        return Kept(status="kept")

    return api
