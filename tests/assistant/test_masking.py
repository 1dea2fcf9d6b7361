"""What identifies a person is not kept; years and figures are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.masking import masked

QUESTION = "2019年受理投诉举报396件对吗"


@pytest.mark.parametrize(
    ("personal", "secret"),
    [
        ("我叫王大明，", "王大明"),
        ("我叫欧阳小丽想问一下", "欧阳小丽"),
        ("我是李四，请问", "李四"),
        ("姓名：赵钱孙 ", "赵钱孙"),
        ("王女士问", "王女士"[:1]),
        ("My name is Zhang San. ", "Zhang San"),
        ("手机13800138000，", "13800138000"),
        ("电话 138-0013-8000，", "0013"),
        ("电话+86 13800138000，", "13800138000"),
        ("0421-6823456，", "6823456"),
        ("联系电话6823456，", "6823456"),
        ("身份证21138219900101123X，", "21138219900101123"),
        ("身份证211382 19900101 1234，", "19900101"),
        ("卡号6222021234567890123，", "6222021234567890123"),
        ("卡号6222 0212 3456 7890 123，", "3456"),
        ("邮箱a.b@example.cn，", "example"),
        ("一三八零零一三八零零零，", "一三八零零"),
    ],
)
def test_what_identifies_someone_goes_and_the_question_stays(personal: str, secret: str) -> None:
    kept = masked(personal + QUESTION)
    assert secret not in kept
    assert kept.endswith(QUESTION)


@pytest.mark.parametrize(
    "text",
    [
        "2019 2020 2021 2022年分别多少",
        "2019-2020-2021-2022年",
        "收入13812345678.50元",
        "13800138000元是多少",
        "1,234,567,890,123元",
        "热线12345和12315接了多少电话",
        "申请人姓名公开了吗",
        "我是凌源市民",
        "What was “受理投诉举报” in 2019? I am asking about Lingyuan",
    ],
)
def test_years_figures_and_plain_words_stay(text: str) -> None:
    assert masked(text) == text


@given(
    st.integers(1990, 2035),
    st.decimals(0, 10**13, places=2, allow_nan=False, allow_infinity=False),
    st.sampled_from(["件", "元", "万元", "人", "%"]),
)
def test_no_year_and_no_figure_with_its_unit_is_masked(year: int, figure: object, unit: str) -> None:
    text = f"{year}年为{figure}{unit}，{year - 1}年呢"
    assert masked(text) == text
