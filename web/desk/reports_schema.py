"""The JSON of the desk's endpoints for reports, as their documentation shows it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from index.drafts import Stage

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Optional_ = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]

_RECOGNISED: dict[str, Any] = {
    "report": "0123456789ab",
    "issuer": "某市某局",
    "year": 2019,
    "title": "某市某局2019年政府信息公开工作年度报告",
    "kind": "政府信息公开工作年度报告",
    "forms": ["national-2019/applications"],
    "tables": 6,
    "figures": 203,
    "passages": 15,
    "checks": {"holding": 38, "failing": 1, "open": 0},
    "failing": [{"name": "总计", "expression": "12 + 5 ≠ 18", "anchor": "t4-r3c5"}],
    "conflicts": [],
    "notices": [],
    "replaces": None,
}


class Corrections(BaseModel):
    """The metadata as a person says it is; what is not given stays."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"issuer": "某市某局", "year": 2019}]}
    )
    issuer: Line | None = None
    year: int | None = Field(None, ge=1949, le=2200)
    title: Line | None = None
    kind: Line | None = None
    region: Optional_ | None = None
    url: Optional_ | None = None
    published: Optional_ | None = None
    document_number: Optional_ | None = None


class DraftOut(BaseModel):
    """An uploaded file and how far it is. `recognised` is empty until it was read."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "9f86d081884c7d65",
                    "name": "2019年报.docx",
                    "stage": "ready",
                    "done": 0,
                    "total": 0,
                    "message": "",
                    "missing": "",
                    "recognised": _RECOGNISED,
                    "person": "王小明",
                    "created_at": "2026-01-05T08:30:00",
                    "updated_at": "2026-01-05T08:30:04",
                    "stale": False,
                }
            ]
        }
    )
    id: str
    name: str
    stage: Stage
    done: int = Field(description="How much of the stage is done, of `total`.")
    total: int
    message: str = Field(description="What is wrong, with file and place.")
    missing: str = Field(description="issuer or year, where a person must give it.")
    recognised: dict[str, Any]
    person: str
    created_at: datetime
    updated_at: datetime
    stale: bool = Field(description="Whatever worked on it has stopped: read it again.")


class DraftsOut(BaseModel):
    drafts: list[DraftOut]


class ShelvedOut(BaseModel):
    """A report that answers, or one that was withdrawn."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0123456789ab",
                    "issuer": "某市某局",
                    "year": 2019,
                    "title": "某市某局2019年政府信息公开工作年度报告",
                    "kind": "政府信息公开工作年度报告",
                    "source": "2019年报.docx",
                    "withdrawn": False,
                    "ingested_at": "2026-01-05T08:30:00",
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
    source: str
    withdrawn: bool
    ingested_at: datetime
    page: str


class AttentionOut(BaseModel):
    """A file that the command line could not take in without a person."""

    path: str
    reason: str


class ShelfOut(BaseModel):
    reports: list[ShelvedOut]
    attention: list[AttentionOut]


class VersionOut(BaseModel):
    """An earlier version of a report; `ref` names it to the comparison."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "ref": "version:3",
                    "title": "某市某局2019年政府信息公开工作年度报告",
                    "source": "2019年报.docx",
                    "ingested_at": "2026-01-05T08:30:00",
                    "replaced_at": "2026-01-09T09:00:00",
                }
            ]
        }
    )
    ref: str
    title: str
    source: str
    ingested_at: datetime
    replaced_at: datetime


class VersionsOut(BaseModel):
    versions: list[VersionOut]


class SideOut(BaseModel):
    ref: str
    title: str
    issuer: str
    year: int
    page: str | None = Field(description="Where it is shown, if it is.")


class RunOut(BaseModel):
    text: str
    marked: bool


class CellPairOut(BaseModel):
    change: Literal["same", "changed", "removed", "added"]
    label: str
    left: str | None
    right: str | None
    anchors: tuple[str, str]


class BlockOut(BaseModel):
    """Two paragraphs (`left`, `right` in runs) or two tables (`cells` are those that differ)."""

    kind: Literal["text", "table"]
    change: Literal["same", "changed", "removed", "added"]
    anchors: tuple[str, str]
    left: list[RunOut] = []
    right: list[RunOut] = []
    caption: str = ""
    same: int = 0
    cells: list[CellPairOut] = []


class PartOut(BaseModel):
    left: str
    right: str
    blocks: list[BlockOut]


class ComparisonOut(BaseModel):
    """Two reports by their sections."""

    left: SideOut
    right: SideOut
    parts: list[PartOut]


class Accepted(BaseModel):
    model_config = ConfigDict(
        json_schema_extra={"examples": [{"id": "9f86d081884c7d65", "status": "accepted"}]}
    )
    id: str
    status: Literal["accepted"] = "accepted"
