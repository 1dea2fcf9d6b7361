"""The JSON of the API, as its documentation shows it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Short = Annotated[str, StringConstraints(max_length=200)]


class Question(BaseModel):
    """A question, and any scope that narrows it. 1,000 characters at most."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"question": "2019年共受理了多少件投诉举报？"},
                {"question": "那上一年呢？", "conversation": "3f2b9c", "issuer": "某市某局", "year": 2019},
            ]
        },
    )

    question: str = Field(description="The question, in simplified or traditional Chinese or in English.")
    conversation: Short | None = Field(None, description="The id a previous answer gave, to follow it up.")
    issuer: Short | None = Field(None, description="Only this agency's reports.")
    year: int | None = Field(None, ge=1900, le=2200, description="Only this year.")
    report: Short | None = Field(None, description="Only the report of this id.")
    language: Literal["zh-Hans", "zh-Hant", "en"] | None = Field(
        None, description="The answer's language; the question's own where it is not given."
    )


class FigureOut(BaseModel):
    """A figure of a report. `citation` is the id of the citation it stands on."""

    indicator: str
    value: str | None = Field(description="A plain decimal string; null for a cell left blank.")
    unit: str | None
    year: int
    issuer: str
    qualifier: str = Field("", description="The report's own hedge, such as 余 or 约.")
    trust: Literal["read", "decoded", "ocr", "unreadable"] = "read"
    citation: int


class CalculationOut(BaseModel):
    """A result worked out from figures; `operands` are their places in `figures`, from 1."""

    operation: str
    expression: str
    result: str | None
    unit: str | None
    operands: list[int]


class PathOut(BaseModel):
    """The labels beside and above a cell, outermost first."""

    row: list[str]
    column: list[str]


class CitationOut(BaseModel):
    """A spot in a report: a cell (`table`) or a sentence. `url` opens the report with it marked."""

    id: int
    report: str
    issuer: str
    year: int
    section: list[str]
    page: int | None = None
    table: PathOut | None = None
    quote: str
    url: str


class ChoiceOut(BaseModel):
    """One way to settle an ambiguous question: what to show, and what to ask."""

    label: str
    question: str


class AnswerOut(BaseModel):
    """A reply. `calculation` is the headline where there is one, otherwise `figures[0]` is."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "status": "answered",
                    "text": "某市某局2019年受理各类投诉举报396件。[1]",
                    "language": "zh-Hans",
                    "figures": [
                        {
                            "indicator": "受理各类投诉举报",
                            "value": "396",
                            "unit": "件",
                            "year": 2019,
                            "issuer": "某市某局",
                            "citation": 1,
                        }
                    ],
                    "citations": [
                        {
                            "id": 1,
                            "report": "某市某局2019年政府信息公开工作年度报告",
                            "issuer": "某市某局",
                            "year": 2019,
                            "section": ["一、总体情况"],
                            "quote": "全年共受理各类投诉举报396件。",
                            "url": "/reports/0123456789ab?at=p12-34-50#p12-34-50",
                        }
                    ],
                    "suggestions": [],
                    "choices": [],
                    "assumed": "",
                    "warnings": [],
                    "conversation": "3f2b9c",
                    "id": "Zm9vYmFy",
                }
            ]
        }
    )

    status: Literal["answered", "not_reported", "not_held", "ambiguous", "out_of_scope"]
    text: str = Field(description="The reply; [n] refers to the citation with that id.")
    language: Literal["zh-Hans", "zh-Hant", "en"]
    figures: list[FigureOut]
    calculation: CalculationOut | None = None
    further: list[CalculationOut] = Field([], description="The other results, where several are asked for.")
    citations: list[CitationOut]
    suggestions: list[str] = Field(description="Questions that would be answered.")
    choices: list[ChoiceOut] = Field([], description="For an ambiguous question: the ways to settle it.")
    assumed: str = Field("", description="The scope that was taken for granted, in words.")
    warnings: list[str] = []
    conversation: str | None
    id: str = Field(description="Names this answer in feedback.")


class HeldOut(BaseModel):
    """A report that is held. `page` shows it to people; `url` is where its agency published it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0123456789ab",
                    "issuer": "某市某局",
                    "year": 2019,
                    "title": "某市某局2019年政府信息公开工作年度报告",
                    "kind": "政府信息公开工作年度报告",
                    "region": "某市",
                    "page": "/reports/0123456789ab",
                }
            ]
        }
    )

    id: str
    issuer: str
    year: int
    title: str
    kind: str
    region: str | None
    url: str | None = None
    page: str


class ReportsOut(BaseModel):
    reports: list[HeldOut]


class Refusal(BaseModel):
    """A request that cannot be answered: `detail` says so to people, `status` to programs."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"detail": "请输入您想了解的问题。", "status": "empty"}]}
    )

    detail: str
    status: str = Field(description="empty, too_long, punctuation or invalid.")


class Health(BaseModel):
    status: Literal["ok"]
    reports: int = Field(description="How many reports are held.")
