"""What was recognised in a file, for the person who decides whether it may answer."""

from __future__ import annotations

from collections import Counter
from typing import Any

from corpus.checks import Check, checks
from corpus.report import Citation, Report, Table
from index.reading import Reading

_MOST = 50  # failing checks and conflicts that are listed, of each


def recognised(reading: Reading) -> dict[str, Any]:
    """Given a reading, return as JSON has it: whose and when, forms, how many tables, figures and passages,
    the checks that hold and those that do not, conflicts, and what the reader noticed."""
    report, proved = reading.report, checks(reading.report)
    failing = [check for check in proved if check.holds is False]
    trusts = Counter(figure.trust for figure in reading.figures)
    return {
        "report": report.id,
        "issuer": report.issuer,
        "year": report.year,
        "title": report.title,
        "kind": report.kind,
        "region": report.region,
        "url": report.url,
        "published": report.published,
        "document_number": report.document_number,
        "source": report.source,
        "forms": list(forms(report)),
        "sections": sum(bool(section.path) for section in report.sections),
        "tables": len(_tables(report)),
        "figures": len(reading.figures),
        "passages": len(reading.passages),
        "trust": {trust: count for trust, count in sorted(trusts.items()) if trust != "read"},
        "checks": {
            "holding": sum(check.holds is True for check in proved),
            "failing": len(failing),
            "open": sum(check.holds is None for check in proved),
        },
        "failing": [_failing(check) for check in failing[:_MOST]],
        "conflicts": [
            {
                "indicator": conflict.narrative.label.phrase,
                "narrative": _spot(conflict.narrative.raw, conflict.narrative.citation),
                "table": [_spot(figure.raw, figure.citation) for figure in conflict.table],
            }
            for conflict in reading.doubts.conflicts[:_MOST]
        ],
        "notices": list(report.notices),
    }


def forms(report: Report) -> tuple[str, ...]:
    """Given a report, return the parts of national forms that its tables are, each once, in order."""
    return tuple(dict.fromkeys(table.form for table in _tables(report) if table.form))


def _tables(report: Report) -> list[Table]:
    return [block for section in report.sections for block in section.blocks if isinstance(block, Table)]


def _failing(check: Check) -> dict[str, str]:
    cell = check.cells[0]
    return {
        "name": check.name,
        "expression": check.expression,
        "anchor": f"{cell.table}-r{cell.row}c{cell.column}",
    }


def _spot(raw: str, citation: Citation) -> dict[str, str]:
    return {"value": raw, "anchor": citation.anchor}
