"""Who gave a report, or holds the post of who did: the line below its title, 云泽县县长 某某."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quote.wanted import Wanted
from corpus.citations import of_span
from corpus.report import Citation, Paragraph, Report
from corpus.sentences import trimmed

_GIVEN = re.compile(
    "谁[^，,。？?]{0,12}[作做][^，,。？?]{0,16}报告|报告[^，,。？?]{0,4}(?:是|由)?(?:谁|哪位(?:领导|同志|负责人|人)?)来?[作做]|谁向[^，,。？?]{2,14}报告|"
    "报告人(?:是|由)(?:谁|哪位)"
)
_POST = re.compile("(?<!副)(?P<post>[省市县区州]长)(?:是谁|是哪位|叫什么|姓名)")
_LINE = re.compile(r"\s*(?P<post>[一-鿿]{2,20}(?:[长席]|主任|书记))[\s：:]+(?:[一-鿿]\s?){2,4}\s*")


def speaker(wanted: Wanted, report: Report) -> list[Citation]:
    """Given what is wanted and a report, return the line that says who gave it, where that is asked, or who holds the
    post of who gave it; nothing where no line says so or another thing is asked."""
    post = _POST.search(wanted.question)
    if post is None and not _GIVEN.search(wanted.question):
        return []
    told = post["post"] if post else ""
    return [citation for said, citation in _lines(report) if said.endswith(told)][:1]


def _lines(report: Report) -> Iterator[tuple[str, Citation]]:
    """The post and the place of each line that names somebody before the report's first heading."""
    for section in report.sections[:1]:
        for one in section.blocks if not section.path else ():
            if isinstance(one, Paragraph) and (line := _LINE.fullmatch(one.text)):
                yield line["post"], of_span(report, section, one, trimmed(one.text, (0, len(one.text))))
