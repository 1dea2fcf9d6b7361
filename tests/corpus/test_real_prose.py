"""The prose figures of real reports, read by eye: every measuring number found, and nothing else."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.figures import figures
from corpus.parse import parse
from corpus.report import Figure

SAMPLE = Path(__file__).parents[2] / "corpus/sample/lingyuan-market-regulation-2019.txt"
REPORTS = Path(__file__).parents[2] / "../shared/reports"


def prose_of(path: Path) -> list[Figure]:
    return [figure for figure in figures(parse(path)) if figure.citation.span is not None]


def test_the_samples_prose_has_five_figures() -> None:
    assert [(f.label.phrase, f.value, f.unit, f.year) for f in prose_of(SAMPLE)] == [
        ("公布抽检", Decimal(4), "批", 2019),
        ("公布抽检产品", Decimal(393), "种", 2019),
        ("报送信息", Decimal(65), "篇", 2019),
        ("信息被凌源门户网站采用", Decimal(27), "篇", 2019),
        ("受理各类投诉举报", Decimal(396), "件", 2019),
    ]


# What a reader finds in each text, in order, with the number of figures of each year.
READ = {
    "pingtan-2023.txt": (
        "13561条 393件 77件 117篇 1654条 81件 80件 1件 81件 42件 51.85% 5件 6.17% 31件 38.27% 1件 1.23% 2件 2.47% "
        "2件 7件 2个 1个 3次 7次",
        {2023: 25},
    ),
    "pingtan-market-regulation-2024-summary.txt": (
        "12.35% 100% 72件 10起 1493名 114批次 13起 66份 252台件 6轮次 379辆 29件 215批次 6场 1000余家次 2500余份 "
        "7509份 12.35% 144件 3个 7319件 100% 100% 98% 30.5万元 750家 1000余台 33起 397户 30户 82户 12张 108项 "
        "3621家 4起 97.44万元 1起 1250万元 23起 507份 46份 约22000余条 20份 19份 140余项 33种 1份 1个",
        {2024: 46, 2025: 2},
    ),
}


@pytest.mark.parametrize("name", READ)
def test_every_measuring_number_of_a_real_text_is_found_and_nothing_else(name: str) -> None:
    path = REPORTS / name
    if not path.exists():
        pytest.skip(f"{name} is not beside this checkout (../shared/reports)")
    written, years = READ[name]
    found = prose_of(path)
    assert [figure.raw for figure in found] == written.split()
    assert Counter(figure.year for figure in found) == years
