"""The catalogue's tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Engine, ForeignKey, FromClause, Index, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.schema import CreateIndex, CreateTable

HELD, NEEDS_ATTENTION = "held", "needs_attention"
WITHDRAWN = "withdrawn"
"""Kept with all it says, but in no scope: no question reaches it."""


class Base(DeclarativeBase):
    type_annotation_map = {list[str]: JSON, dict[str, Any]: JSON}  # noqa: RUF012


def prepare(engine: Engine, tables: Iterable[FromClause] = (), metadata: MetaData = Base.metadata) -> None:
    """Given an engine, make the tables (by default all of the metadata) that are not there.

    Several processes may do so at the same time, which `create_all`, looking first and making later, does not
    stand.
    """
    wanted = set(tables)
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            if wanted and table not in wanted:
                continue
            connection.execute(CreateTable(table, if_not_exists=True))
            for index in sorted(table.indexes, key=lambda one: one.name or ""):
                connection.execute(CreateIndex(index, if_not_exists=True))


class StateRow(Base):
    """One row. `generation` rises with every change; `model` is the one the vectors come from; `unswept`
    says that vectors may lie about that no label or passage needs, or be missing."""

    __tablename__ = "state"
    id: Mapped[int] = mapped_column(primary_key=True)
    generation: Mapped[int] = mapped_column(default=0)
    unswept: Mapped[bool] = mapped_column(default=False)
    model: Mapped[str] = mapped_column(Text, default="")


class ReportRow(Base):
    """A report held, or a file that needs someone's attention (and then has no issuer or year, perhaps)."""

    __tablename__ = "reports"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    status: Mapped[str] = mapped_column(String(16), index=True)
    reason: Mapped[str] = mapped_column(Text, default="")
    issuer: Mapped[str | None] = mapped_column(String(255), index=True)
    region: Mapped[str | None] = mapped_column(String(255))
    year: Mapped[int | None] = mapped_column(index=True)
    kind: Mapped[str | None] = mapped_column(String(255))
    title: Mapped[str] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    published: Mapped[str | None] = mapped_column(String(64))
    source: Mapped[str] = mapped_column(Text)
    path: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64), index=True)
    sidecar: Mapped[str] = mapped_column(String(64), default="")
    content: Mapped[str | None] = mapped_column(Text, deferred=True)
    ingested_at: Mapped[datetime]


class SupersededRow(Base):
    """A file whose report was replaced by another file of the same report, so that taking in a folder with
    both of them twice changes nothing the second time."""

    __tablename__ = "superseded"
    path: Mapped[str] = mapped_column(Text, primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    report_id: Mapped[str] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True)


class VersionRow(Base):
    """What a report said before another version took its place, to compare them. Outlives the report."""

    __tablename__ = "versions"
    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[str] = mapped_column(String(64), index=True)
    title: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    content: Mapped[str] = mapped_column(Text, deferred=True)
    ingested_at: Mapped[datetime]
    replaced_at: Mapped[datetime]


class LabelRow(Base):
    """What a figure measures, once for all reports that say it in these words."""

    __tablename__ = "labels"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    caption: Mapped[str] = mapped_column(Text)
    row: Mapped[list[str]]
    column: Mapped[list[str]]
    phrase: Mapped[str] = mapped_column(Text)


class FigureRow(Base):
    __tablename__ = "figures"
    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[str] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"))
    label_id: Mapped[str] = mapped_column(ForeignKey("labels.id"))
    indicator: Mapped[str | None] = mapped_column(String(128), index=True)
    year: Mapped[int]
    value: Mapped[str | None] = mapped_column(Text)
    raw: Mapped[str] = mapped_column(Text)
    unit: Mapped[str | None] = mapped_column(String(64))
    qualifier: Mapped[str] = mapped_column(String(32))
    trust: Mapped[str] = mapped_column(String(16))
    section: Mapped[list[str]]
    sentence: Mapped[str] = mapped_column(Text)
    citation: Mapped[dict[str, Any]]

    __table_args__ = (
        Index("figures_of_report", "report_id", "year", "label_id"),
        Index("figures_of_label", "label_id", "year"),
    )


class DoubtsRow(Base):
    """What of a report cannot all be right, where there is anything: the checks that fail, and the places
    where its narrative and its tables differ."""

    __tablename__ = "doubts"
    report_id: Mapped[str] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True)
    content: Mapped[dict[str, Any]]


class PassageRow(Base):
    """`vector` is the id of its text's vector: passages with the same words share one."""

    __tablename__ = "passages"
    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[str] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), index=True)
    vector: Mapped[str] = mapped_column(String(32), index=True)
    text: Mapped[str] = mapped_column(Text)
    section: Mapped[list[str]]
    citation: Mapped[dict[str, Any]]


class SentenceRow(Base):
    """A sentence of a report's passages, once a report. `vector` is the id of its vector, which the same words share."""

    __tablename__ = "sentences"
    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[str] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), index=True)
    vector: Mapped[str] = mapped_column(String(32), index=True)
    text: Mapped[str] = mapped_column(Text)
