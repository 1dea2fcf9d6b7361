"""The replies in simplified Chinese, as a courteous official would write them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.query import Comparison, Problem
from assistant.replies.wording import LONG_SUM
from assistant.words.alike import less
from assistant.words.labels import is_change, leaves, timeless, without_agency
from assistant.words.terms import unnumbered
from corpus.checks import Check
from corpus.report import Citation, Figure, Trust

_PROBLEMS: dict[Problem, str] = {
    "": "",
    "empty": "请输入您想了解的问题，例如某机关某年的某项数据。",
    "too_long": "您的问题较长，请精简到一千字以内，一次询问一件事。",
    "punctuation": "没有看到具体问题，请用文字说明您想了解的内容。",
    "off_topic": "这个问题不在年度报告的范围内。您可以询问各机关年度报告中的数据、工作情况和联系方式。",
    "unsafe": "抱歉，这里只回答与政府年度报告有关的问题。",
    "personal": "抱歉，这里不提供个人信息。如需办事，请通过报告中公布的联系方式与机关联系。",
}

_REASONS = {
    "base_zero": "作为基数的数字是0，无法计算比例。",
    "units_differ": "两项数据的单位不同，不能直接计算。",
    "too_few": "现有报告中只有一个数字，不足以计算。",
    "shared_place": "有几项的数值相同，这一位次不止一项。",
    "blank": "其中有的报告该栏为空白，不能计算。",
}
_SPREAD = {12: "月", 4: "季度"}


class Simplified:
    """Simplified Chinese wording."""

    def figure(self, figure: Figure, mark: str) -> str:
        where = f"{figure.year}年，{figure.citation.issuer}"
        said = f"{where}{self._value(figure)}{mark}。"
        return said if figure.value != 0 else f"{said}报告中填报的数字就是0。"

    def exists(self, figure: Figure, mark: str) -> str:
        where = f"{figure.year}年，{figure.citation.issuer}"
        if figure.value == 0:
            return f"没有。{where}{self._value(figure)}{mark}，即报告填报为0。"
        yes = "是的" if is_change(figure.label) else "有"  # 增加了吗
        return f"{yes}。{where}{self._value(figure)}{mark}。"

    def _value(self, figure: Figure) -> str:
        amount = _amount(figure)
        if figure.label.phrase:
            return f"{without_agency(figure)}：{amount}"
        return f"“{self.label(figure)}”为{amount}"

    def verdict(self, holds: bool, how: Comparison) -> str:
        if holds:
            return "是的。"
        return "没有。" if how in ("over", "least") else "不是。"

    def blank(self, figure: Figure, mark: str) -> str:
        place = f"{figure.citation.issuer}{figure.year}年的报告中，“{self.label(figure)}”一栏"
        return (
            f"{place}没有填写数字（写作“{figure.raw}”）{mark}。"
            if figure.raw
            else f"{place}是空白的，没有填写{mark}。"
        )

    def unreadable(self, figure: Figure, mark: str) -> str:
        return (
            f"{figure.citation.issuer}{figure.year}年的报告给出了“{self.label(figure)}”，"
            f"但原文的数字连在一起，可以有不止一种读法，为免出错不作推断，请查看原文{mark}。"
        )

    def calculated(self, what: str, shown: str, operands: str, calculation: str, rounded: bool) -> str:
        note = "（四舍五入）" if rounded else ""
        return f"{what}{shown}{note}。依据：{operands}。计算：{calculation}。"

    def operands(self, figures: Sequence[Figure], start: int = 1) -> str:
        return "；".join(
            f"{figure.citation.issuer}{figure.year}年“{self.label(figure)}”{figure.value:f}{figure.unit or ''}[{place}]"
            for place, figure in enumerate(figures, start)
        )

    def difference(self, before: Figure, after: Figure) -> str:
        return f"{self._place(after, before)}比{self._place(before, after)}，“{self.label(after)}”{_direction(before, after)}"

    def gap(self, first: Figure, second: Figure) -> str:
        return f"{first.year}年“{self.label(first)}”比“{self.label(second)}”{'少' if less(first, second) else '多'}"

    def residue(self, whole: Figure, parts: Sequence[Figure]) -> str:
        taken = "、".join(f"“{self.label(one)}”" for one in parts)
        return f"{whole.year}年“{self.label(whole)}”除去{taken}后还有"

    def against_plan(self, planned: Figure, done: Figure) -> str:
        return f"{done.year}年“{self.label(done)}”比计划{'少' if less(done, planned) else '多'}"

    def growth(self, before: Figure, after: Figure) -> str:
        return f"{self._place(after, before)}比{self._place(before, after)}，“{self.label(after)}”{'下降' if less(after, before) else '增长'}"

    def earlier(self, after: Figure, year: int) -> str:
        return f"按{after.year}年的数值及其增减推算，{year}年“{self.label(after)}”为"

    def before(self, after: Figure) -> str:
        return f"{after.year}年“{self.label(after)}”变动之前的数值为"

    def of_country(self, own: Figure) -> str:
        return f"按报告所说与全国的差距推算，{own.year}年全国的“{self.label(own)}”为"

    def whole_of(self, part: Figure, portion: Figure) -> str:
        return f"{part.year}年，按“{self.label(portion)}”推算，总量为"

    def planned_of(self, done: Figure, above: Figure) -> str:
        return f"{done.year}年，按“{self.label(done)}”及“{self.label(above)}”推算，计划数为"

    def multiple(self, before: Figure, after: Figure) -> str:
        return f"{self._place(after, before)}的“{self.label(after)}”是{self._place(before, after)}的"

    def _place(self, figure: Figure, other: Figure) -> str:
        issuer = figure.citation.issuer if figure.citation.issuer != other.citation.issuer else ""
        year = f"{figure.year}年" if figure.year != other.year or not issuer else ""
        return f"{issuer}{year}"

    def for_each(self, amount: Figure, each: str) -> str:
        return f"{amount.year}年，{amount.citation.issuer}“{self.label(amount)}”平均每{each}"

    def in_orders(self, figure: Figure) -> str:
        return f"{figure.year}年，{figure.citation.issuer}“{self.label(figure)}”为{figure.qualifier}"

    def total(self, what: str) -> str:
        return f"“{what}”合计"

    def total_in(self, figure: Figure) -> str:
        return f"{figure.year}年，{figure.citation.issuer}“{self.label(figure)}”合计"

    def average(self, what: str, *, of_agencies: bool = False) -> str:
        return f"“{what}”平均每{'家' if of_agencies else '年'}"

    def spread(self, what: str, per: int) -> str:
        return f"“{what}”平均每{_SPREAD.get(per, '年')}"

    def times(self, first: Figure, second: Figure) -> str:
        return f"{first.year}年“{self.label(first)}”是“{self.label(second)}”的"

    def completion(self, done: Figure) -> str:
        return f"{done.year}年政府信息公开申请办结率（办理结果总计占本年新收与上年结转之和的比例）为"

    def completion_rate(self) -> str:
        return "政府信息公开申请办结率"

    def share(self, part: Figure, whole: Figure) -> str:
        return f"{part.year}年“{self.label(part)}”占“{self.label(whole)}”的"

    def share_of(self, part: Figure, whole: Figure) -> str:
        return f"{self.label(part)}占{self.label(whole)}的比例"

    def rate_in(self, figure: Figure) -> str:
        return f"{figure.year}年，{figure.citation.issuer}“{self.label(figure)}”为"

    def extreme(self, figure: Figure, most: bool, among: Sequence[Figure], mark: str) -> str:
        which = f"{figure.year}年" if len({one.year for one in among}) > 1 else ""
        which = (
            figure.citation.issuer + which
            if len({one.citation.issuer for one in among}) > 1 or not which
            else which
        )
        amount = f"{figure.value:f}{figure.unit or ''}"
        if len({(one.year, one.citation.issuer) for one in among}) == 1:
            return f"{figure.year}年，{figure.citation.issuer}的这几项中，“{self.label(figure)}”最{'多' if most else '少'}，为{amount}{mark}。"
        return f"{which}最{'多' if most else '少'}，“{self.label(figure)}”为{amount}{mark}。"

    def tied(self, most: bool) -> str:
        return f"有几项并列最{'多' if most else '少'}："

    def missing(self, years: Sequence[int]) -> str:
        return f"其中{'、'.join(f'{year}年' for year in years)}没有收录报告或报告没有给出，未作推算。"

    def changed(self, figures: Sequence[Figure]) -> str:
        labels = "，".join(f"{figure.year}年为“{self.label(figure)}”" for figure in figures)
        return f"请注意：各报告的栏目名称不完全相同（{labels}），统计口径可能有变化。"

    def unbalanced(self, check: Check, cited: Citation) -> str:
        numbers = f"（{check.expression}）" if len(check.expression) <= LONG_SUM else ""
        where = f"{cited.year}年报告{_section(cited)}"
        return f"请注意：{where}表内勾稽关系“{check.name}”不成立{numbers}。以上数据照原文给出，请核对后使用。"

    def conflicting(self, told: Figure, mark: str, table: Sequence[Figure], marks: Sequence[str]) -> str:
        said = f"请注意：{told.citation.year}年报告中，正文为{_amount(told)}{mark}，"
        if len(table) > 1:
            parts = "、".join(f"{_amount(one)}{place}" for one, place in zip(table, marks, strict=True))
            said += f"表格的各项为{parts}，相加与正文不一致"
        elif table[0].value is None:
            said += f"表格“{self.label(table[0])}”一栏的数字连写为“{table[0].raw}”{marks[0]}，怎样断开都与正文不一致"
        else:
            said += f"表格“{self.label(table[0])}”为{_amount(table[0])}{marks[0]}，两处不一致"
        return f"{said}，统计口径可能不同，请核对原文后使用。"

    def carried(self, before: Figure, before_mark: str, after: Figure, after_mark: str) -> str:
        handed = f"{before.year}年报告“{self.label(before)}”为{_amount(before)}{before_mark}"
        taken = f"{after.year}年报告“{self.label(after)}”为{_amount(after)}{after_mark}"
        return f"请注意：{handed}，{taken}，两者应当相等而不相等，请核对原文后使用。"

    def restored(self, trust: Trust, marks: Sequence[str]) -> str:
        how = "由图像识别所得" if trust == "ocr" else "在来源文件中连写，系按表内勾稽关系还原"
        return f"{''.join(marks)}的数字{how}，请核对原文。"

    def planned(self, year: int, marks: Sequence[str]) -> str:
        return f"{''.join(marks)}出自{year - 1}年的报告，是对{year}年的计划或预期，不是实际结果。"

    def cannot(self, reason: str) -> str:
        return _REASONS[reason]

    def several(self) -> str:
        return "报告中有不止一处给出这项数据，数值不同，现一并列出，请以原文为准："

    def passage(self, issuer: str, year: int) -> str:
        return f"{issuer}{year}年的报告写道："

    def quote(self, text: str, mark: str) -> str:
        return f"“{text}”{mark}"

    def finish(self, text: str) -> str:
        return text

    def assumed(self, years: Sequence[int], issuers: Sequence[str]) -> str:
        left = "和".join((*["年度"] * bool(years), *["机关"] * bool(issuers)))
        scope = "、".join((*(f"{year}年" for year in years), *issuers))
        return f"您未指明{left}，已按{scope}答复" if scope else ""

    def by_body(self, place: str, body: str) -> str:
        return f"{place}的报告没有给出这项内容，以下取自{body}的报告"

    def read_as(self, slips: Sequence[tuple[str, str]]) -> str:
        return "已将您输入的" + "、".join(f"“{typed}”理解为“{meant}”" for typed, meant in slips)

    def not_reported(self, issuer: str, years: Sequence[int], near: Sequence[str]) -> str:
        which = "、".join(f"{year}年" for year in years)
        said = f"{issuer}{which}的报告没有给出这项内容。"
        if near:
            said += f"报告中相近的内容有：{'；'.join(near)}。它们与您所问的不是一回事，请留意区别。"
        return said

    def year_not_held(self, issuer: str, years: Sequence[int], held: Sequence[int]) -> str:
        asked = "、".join(f"{year}年" for year in years)
        have = "、".join(f"{year}年" for year in held)
        return f"目前没有收录{issuer}{asked}的报告；现有{have}的报告。"

    def issuer_not_held(self, asked: str, held: Sequence[str]) -> str:
        return f"目前没有收录“{asked}”的报告。现有：{'、'.join(held)}。"

    def nothing_held(self) -> str:
        return "目前还没有收录任何报告，请稍后再来。"

    def which(self) -> str:
        return "您的问题可以有几种理解，请选择您想了解的一项："

    def problem(self, problem: Problem) -> str:
        return _PROBLEMS[problem]

    def ask(self, figure: Figure) -> str:
        whose = f"{figure.citation.issuer}{figure.year}年"
        if figure.label.phrase:
            unit = figure.unit if figure.unit and figure.unit != "%" else ""
            return f"{whose}{timeless(figure)}多少{unit}？"
        return f"{whose}{'的'.join(unnumbered(part) for part in leaves(figure.label))}是多少？"

    def label(self, figure: Figure) -> str:
        label = figure.label
        if label.phrase:
            return label.phrase
        return " · ".join(unnumbered(part) for part in (*label.row, *label.column))


def _amount(figure: Figure) -> str:
    return figure.raw if figure.qualifier else f"{figure.value:f}{figure.unit or ''}"


def _section(cited: Citation) -> str:
    return f"“{cited.section[-1]}”" if cited.section else ""


def _direction(before: Figure, after: Figure) -> str:
    if before.value == after.value:
        return "相差"
    if before.citation.issuer != after.citation.issuer or before.year > after.year:
        return "少" if less(after, before) else "多"
    return "减少" if less(after, before) else "增加"
