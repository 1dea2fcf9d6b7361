"""The Python client, against a real server."""

from __future__ import annotations

import pytest

from tests.web.wechat.run import free
from web.client import Nianbao, NianbaoError


def test_it_asks_and_follows_up(address: str) -> None:
    with Nianbao(address) as nianbao:
        answer = nianbao.ask("2019年行政许可有多少件？")
        assert (answer.status, answer.figures[0].value, answer.figures[0].unit) == ("answered", "7892", "件")
        assert answer.citations[0].url.startswith("/reports/")
        follow_up = nianbao.ask("那行政处罚呢？", conversation=answer.conversation)
        assert follow_up.figures[0].value == "23"


def test_it_narrows_and_lists(address: str) -> None:
    with Nianbao(address + "/") as nianbao:
        report = nianbao.reports()[0]
        assert (report.issuer, report.year) == ("凌源市市场监督管理局", 2019)
        answer = nianbao.ask("How many complaints were there?", report=report.id, language="en")
        assert (answer.language, answer.figures[0].value) == ("en", "396")


def test_a_refusal_is_said_in_the_services_own_words(address: str) -> None:
    with Nianbao(address) as nianbao, pytest.raises(NianbaoError, match="请输入") as error:
        nianbao.ask("  ")
    assert error.value.status == 422


def test_a_service_that_is_away_is_an_error_too() -> None:
    with Nianbao(f"http://127.0.0.1:{free(1)[0]}") as nianbao, pytest.raises(NianbaoError) as error:
        nianbao.reports()
    assert error.value.status == 0
