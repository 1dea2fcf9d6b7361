"""Figures at the desk: find a measure, see it by agency and year, take it away, keep the search."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.reply import plain
from index.accounts import AccountError, Person
from index.measures import Measure, measure, measures
from index.pivot import Pivot, PivotCell, pivot
from index.scope import Scope
from web.desk.access import Access
from web.desk.desk import Desk
from web.desk.people_api import Done
from web.desk.sheets import as_csv, as_xlsx, lines
from web.desk.words import say

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Key = Annotated[
    str,
    Query(
        max_length=160, description="The measure's key.", examples=["indicator:applications.received.total"]
    ),
]
Issuers = Annotated[
    list[Annotated[str, StringConstraints(max_length=300)]], Query(description="Only these agencies.")
]
Years = Annotated[list[int], Query(description="Only these years.")]


class MeasureOut(BaseModel):
    """What can be looked up. `indicator` says that it is one of the national forms', the same in all of them."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "key": "indicator:licensing.decisions",
                    "name": "行政许可处理决定数量",
                    "indicator": True,
                    "reports": 12,
                    "units": ["件"],
                }
            ]
        }
    )
    key: str
    name: str
    indicator: bool
    reports: int
    units: list[str]


class MeasuresOut(BaseModel):
    measures: list[MeasureOut]


class CellOut(BaseModel):
    """One figure. `value` is null for a blank; `others` counts further figures of the same year, `differs`
    whether one says otherwise; `changed` is the form of the year before, where that is another than `form`."""

    year: int
    value: str | None
    raw: str
    unit: str | None
    qualifier: str
    trust: Literal["read", "decoded", "ocr", "unreadable"]
    report: str
    where: str
    url: str
    others: int
    differs: bool
    form: str
    changed: str


class RowOut(BaseModel):
    issuer: str
    cells: list[CellOut]


class PivotOut(BaseModel):
    """A measure by agency and year."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "measure": {
                        "key": "indicator:licensing.decisions",
                        "name": "行政许可处理决定数量",
                        "indicator": True,
                        "reports": 1,
                        "units": ["件"],
                    },
                    "years": [2019],
                    "rows": [
                        {
                            "issuer": "某市某局",
                            "cells": [
                                {
                                    "year": 2019,
                                    "value": "7892",
                                    "raw": "7892",
                                    "unit": "件",
                                    "qualifier": "",
                                    "trust": "read",
                                    "report": "某市某局2019年政府信息公开工作年度报告",
                                    "where": "第二十条第（五）项 › 行政许可 › 处理决定数量",
                                    "url": "/reports/0123456789ab?at=t2-r2c3#t2-r2c3",
                                    "others": 0,
                                    "differs": False,
                                    "form": "national-2019",
                                    "changed": "",
                                }
                            ],
                        }
                    ],
                }
            ]
        }
    )
    measure: MeasureOut
    years: list[int]
    rows: list[RowOut]


class KeptSearch(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"name": "各局行政许可", "query": "key=indicator%3Alicensing.decisions&years=2019"}]
        },
    )
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
    query: str = Field(max_length=4000)


class SearchOut(KeptSearch):
    id: int


class SearchesOut(BaseModel):
    searches: list[SearchOut]


def router(desk: Desk, access: Access) -> APIRouter:
    """Given the desk, return its endpoints for figures."""
    api = APIRouter(prefix="/api/desk", tags=["Desk: figures"])
    reader = Depends(access.reader)

    def found(key: str, issuers: list[str], years: list[int]) -> tuple[Measure, Pivot]:
        named = measure(desk.catalogue, key)
        if not named.reports:
            raise HTTPException(404, say("no_measure"))
        return named, pivot(desk.catalogue, key, Scope(tuple(issuers), tuple(years)))

    @api.get("/measures")
    def search(
        text: Annotated[str, Query(max_length=200, examples=["行政许可"])] = "",
        most: Annotated[int, Query(ge=1, le=100)] = 30,
        _: Person = reader,
    ) -> MeasuresOut:
        """Find what can be looked up, by words or by meaning."""
        named = measures(desk.catalogue, desk.searcher, text, most)
        return MeasuresOut(measures=[_measure(one) for one in named])

    @api.get("/pivot")
    def crossed(key: Key, issuers: Issuers = [], years: Years = [], _: Person = reader) -> PivotOut:  # noqa: B006
        """Return a measure by agency and year, each figure with its source."""
        named, table = found(key, issuers, years)
        rows = [RowOut(issuer=row.issuer, cells=[_cell(cell) for cell in row.cells]) for row in table.rows]
        return PivotOut(measure=_measure(named), years=list(table.years), rows=rows)

    @api.get("/export", response_class=Response, responses={200: {"content": {XLSX: {}, "text/csv": {}}}})
    def export(
        request: Request,
        key: Key,
        format: Annotated[Literal["xlsx", "csv"], Query()] = "xlsx",
        issuers: Issuers = [],  # noqa: B006
        years: Years = [],  # noqa: B006
        person: Person = reader,
    ) -> Response:
        """Return a measure's figures as a file, each with its source."""
        named, table = found(key, issuers, years)
        rows = lines(named, table, str(request.base_url).rstrip("/"))
        content = as_csv(rows) if format == "csv" else as_xlsx(table, rows)
        desk.audit.note(person.name, "figures.export", key, format=format, agencies=len(table.rows))
        return _file(
            content, f"{named.name}.{format}", XLSX if format == "xlsx" else "text/csv; charset=utf-8"
        )

    @api.get("/searches")
    def searches(person: Person = reader) -> SearchesOut:
        """List one's own kept searches."""
        kept = desk.searches.of(person.name)
        return SearchesOut(searches=[SearchOut(id=one.id, name=one.name, query=one.query) for one in kept])

    @api.post("/searches", status_code=201)
    def keep(asked: KeptSearch, person: Person = reader) -> SearchOut:
        """Keep a search, in place of one's own of the same name."""
        try:
            kept = desk.searches.keep(person.name, asked.name, asked.query)
        except AccountError as error:
            raise HTTPException(409, say(f"account_{error.code}")) from error
        desk.audit.note(person.name, "search.keep", asked.name)
        return SearchOut(id=kept.id, name=kept.name, query=kept.query)

    @api.delete("/searches/{id}")
    def drop(id: int, person: Person = reader) -> Done:
        """Drop one of one's own searches."""
        if not desk.searches.drop(person.name, id):
            raise HTTPException(404, say("no_search"))
        desk.audit.note(person.name, "search.drop", str(id))
        return Done()

    return api


def _measure(one: Measure) -> MeasureOut:
    return MeasureOut(
        key=one.key, name=one.name, indicator=one.indicator, reports=one.reports, units=list(one.units)
    )


def _cell(cell: PivotCell) -> CellOut:
    figure, cited = cell.figure, cell.figure.citation
    where = (*cited.section, *(cited.row or ()), *(cited.column or ()))
    return CellOut(
        year=cell.year,
        value=plain(figure.value),
        raw=figure.raw,
        unit=figure.unit,
        qualifier=figure.qualifier,
        trust=figure.trust,
        report=cited.title,
        where=" › ".join(where),
        url=cited.url,
        others=len(cell.others),
        differs=cell.differs,
        form=cell.form,
        changed=cell.changed,
    )


def _file(content: bytes, name: str, kind: str) -> Response:
    disposition = (
        f"attachment; filename=\"figures.{name.rpartition('.')[2]}\"; filename*=UTF-8''{quote(name, safe='')}"
    )
    return Response(content, media_type=kind, headers={"Content-Disposition": disposition})
