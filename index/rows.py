"""Figures and passages to the catalogue's rows and back, and the ids by which their vectors are found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from hashlib import sha256
from typing import Any

from corpus.report import Citation, Figure, Label, Passage, Report
from corpus.sentences import pieces
from index.codec import decode, encode
from index.schema import FigureRow, LabelRow, PassageRow, ReportRow
from index.scope import Held

_OF_THE_REPORT = ("report", "title", "issuer", "year")


def label_id(label: Label) -> str:
    """Given a label, return the id it shares with every label of the same words, whoever's the report."""
    return short_hash(label.caption, "\x1d", *label.row, "\x1d", *label.column, "\x1d", label.phrase)


def passage_text(passage: Passage) -> str:
    """Given a passage, return what is embedded of it: its headings, then its text."""
    return embedded(passage.section, passage.text)


def embedded(section: Iterable[str], text: str) -> str:
    """Given a passage's headings and text, return what is embedded of it."""
    return "\n".join((*section, text))


def passage_id(passage: Passage) -> str:
    """Given a passage, return the id it shares with every passage of the same headings and words."""
    return short_hash(passage_text(passage))


def sentences(passages: Sequence[Passage]) -> dict[str, str]:
    """Given passages, return the text of each of their sentences, once, by the id of its vector."""
    texts = (passage.text[slice(*span)] for passage in passages for span in pieces(passage.text))
    return {sentence_id(text): text for text in texts}


def sentence_id(text: str) -> str:
    """Given a sentence, return the id it shares with every sentence of the same words."""
    return short_hash(text)


def label_row(label: Label) -> dict[str, Any]:
    return {
        "id": label_id(label),
        "text": label.text,
        "caption": label.caption,
        "row": list(label.row),
        "column": list(label.column),
        "phrase": label.phrase,
    }


def figure_row(figure: Figure, report: Report) -> dict[str, Any]:
    return {
        "report_id": report.id,
        "label_id": label_id(figure.label),
        "indicator": figure.label.indicator,
        "year": figure.year,
        "value": None if figure.value is None else str(figure.value),
        "raw": figure.raw,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "trust": figure.trust,
        "section": list(figure.label.section),
        "sentence": figure.sentence,
        "citation": _stored(figure.citation, report),
    }


def passage_row(passage: Passage, report: Report) -> dict[str, Any]:
    return {
        "report_id": report.id,
        "vector": passage_id(passage),
        "text": passage.text,
        "section": list(passage.section),
        "citation": _stored(passage.citation, report),
    }


def sentence_rows(passages: Sequence[Passage], report: Report) -> list[dict[str, Any]]:
    return [{"report_id": report.id, "vector": id, "text": text} for id, text in sentences(passages).items()]


def figure(row: FigureRow, label: LabelRow, report: ReportRow) -> Figure:
    return Figure(
        label=Label(
            section=tuple(row.section),
            caption=label.caption,
            row=tuple(label.row),
            column=tuple(label.column),
            phrase=label.phrase,
            indicator=row.indicator,
        ),
        value=None if row.value is None else Decimal(row.value),
        raw=row.raw,
        unit=row.unit,
        year=row.year,
        citation=_citation(row.citation, report),
        qualifier=row.qualifier,
        trust=row.trust,  # type: ignore[arg-type]  # written from a Figure
        sentence=row.sentence,
    )


def passage(row: PassageRow, report: ReportRow) -> Passage:
    return Passage(row.text, tuple(row.section), _citation(row.citation, report))


def held(row: ReportRow) -> Held:
    return Held(
        row.id,
        row.issuer or "",
        row.year or 0,
        row.title,
        row.kind or "",
        row.region,
        row.url,
        row.published,
        row.source,
    )


def _stored(citation: Citation, report: Report) -> dict[str, Any]:
    """Without what every citation of the report says alike, which would double the table."""
    whole: dict[str, Any] = encode(citation)
    alike = {"report": report.id, "title": report.title, "issuer": report.issuer, "year": report.year}
    return {
        name: value
        for name, value in whole.items()
        if value is not None and not (name in _OF_THE_REPORT and value == alike[name])
    }


def _citation(stored: dict[str, Any], report: ReportRow) -> Citation:
    alike = {"report": report.id, "title": report.title, "issuer": report.issuer, "year": report.year}
    return decode(Citation, alike | stored)


def short_hash(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()[:24]


def distinct(labels: Iterable[Label]) -> dict[str, Label]:
    """Given labels, return one for each id, in order."""
    found: dict[str, Label] = {}
    for label in labels:
        found.setdefault(label_id(label), label)
    return found
