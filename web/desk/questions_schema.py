"""The JSON of the desk's endpoints for questions, as their documentation shows it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
Agency = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]


class AskedOut(BaseModel):
    """A question that was asked, personal data masked, and how it went. `sources` are the spots it cited."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "Zm9vYmFy",
                    "at": "2026-01-05T08:30:00",
                    "channel": "web",
                    "question": "2019年共受理了多少件投诉举报？",
                    "measure": "受理投诉举报",
                    "status": "answered",
                    "sources": ["/reports/0123456789ab?at=p12-34-50#p12-34-50"],
                    "thumb": "down",
                    "correction": "应为400件",
                    "milliseconds": 41.0,
                }
            ]
        }
    )
    id: str
    at: datetime
    channel: str
    question: str
    measure: str
    status: str
    sources: list[str]
    thumb: str | None
    correction: str
    milliseconds: float


class QuestionsOut(BaseModel):
    questions: list[AskedOut]


class GroupOut(BaseModel):
    """Questions alike that were not answered (`disputed`: not rightly, as someone said)."""

    status: str
    measure: str
    example: str
    count: int
    last: datetime
    corrections: list[str]


class GroupsOut(BaseModel):
    groups: list[GroupOut]


class NewSynonym(BaseModel):
    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"said": "老百姓投诉", "means": "投诉举报"}]}
    )
    said: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    means: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    issuer: Agency | None = None


class NewPin(BaseModel):
    """`spot` is where the answer stands: a citation's address, or REPORT#ANCHOR."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"question": "2019年办了多少许可？", "spot": "/reports/0123456789ab?at=t2-r1c3#t2-r1c3"}
            ]
        },
    )
    question: Words
    spot: Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]


class LessonOut(BaseModel):
    id: str
    kind: Literal["synonym", "pin"]
    text: str
    means: str
    issuer: str | None
    year: int | None
    url: str | None


class LessonsOut(BaseModel):
    lessons: list[LessonOut]


class NewItem(BaseModel):
    """A question for the evaluation: `value` is the right one; without it the question must not be answered."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"question": "2019年共受理了多少件投诉举报？", "value": "396", "unit": "件"}]
        },
    )
    question: Words
    value: Decimal | None = Field(None, max_digits=30)
    unit: Annotated[str, StringConstraints(strip_whitespace=True, max_length=20)] = ""


class ItemOut(BaseModel):
    id: int
    question: str
    expect: dict[str, Any]
    person: str


class RunOut(BaseModel):
    """A run of the evaluation. `summary` is what `nianbao eval --json` prints; empty while it goes on."""

    id: int
    at: datetime
    person: str
    summary: dict[str, Any]


class EvaluationOut(BaseModel):
    items: list[ItemOut]
    runs: list[RunOut] = Field(description="The last one and the one before it.")


class Begun(BaseModel):
    id: int
