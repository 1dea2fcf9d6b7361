"""`nianbao check`: what a file's or a folder's own arithmetic says, without an index."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from typer.testing import CliRunner, Result

from assistant.cli import app
from tests.forms_factory import random_form

ISSUER = "云梦泽市测试管理局"


def checked(path: Path, *options: str) -> Result:
    return CliRunner().invoke(app, ["check", str(path), *options])


def reports(result: Result) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.stdout)["reports"]
    return found


def broken(page: str) -> str:
    """The page with another total number of repeated applications."""
    start = page.index("2.重复申请")
    end = page.index("</td></tr>", start)
    return f"{page[: page.rindex('>', start, end) + 1]}9999{page[end:]}"


def test_a_sound_file_has_all_its_checks_hold(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(random_form(Random(6), "2019", issuer=ISSUER, year=2020).as_html(), "utf-8")
    result = checked(file, "--json")
    assert result.exit_code == 0, result.output
    (found,) = reports(result)
    assert (found["issuer"], found["year"], found["form"]) == (ISSUER, 2020, "national-2019")
    assert [check["holds"] for check in found["checks"]] == [True] * 44
    assert found["figures"] > 150


def test_a_wrong_cell_is_shown_with_the_others_of_its_sum(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(broken(random_form(Random(6), "2021", issuer=ISSUER, year=2020).as_html()), "utf-8")
    (found,) = reports(checked(file, "--json"))
    failing = [check for check in found["checks"] if check["holds"] is False]
    assert [check["name"] for check in failing] == [
        "各类申请人之和 = 总计（重复申请）",
        "第三项各类办理结果之和 = （七）总计（总计）",
    ]
    cell = failing[0]["cells"][-1]
    assert (cell["row"][-1], cell["column"][-1], cell["value"]) == ("2.重复申请", "总计", "9999")
    assert len(failing[0]["cells"]) == 7
    lines = checked(file).stdout
    assert "✗ 各类申请人之和 = 总计（重复申请）" in lines
    assert "2.重复申请 ／ 申请人情况 › 总计 = 9999" in lines


def test_a_folder_is_checked_across_years_and_a_broken_file_is_named(tmp_path: Path) -> None:
    for year in (2021, 2022):
        page = random_form(Random(year), "2021", issuer=ISSUER, year=year).as_html()
        (tmp_path / f"{year}.html").write_text(page, "utf-8")
    other = random_form(Random(1), "2021", issuer="白石滩市测试管理局", year=2022).as_html()
    (tmp_path / "other.html").write_text(other, "utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    result = checked(tmp_path, "--json")
    assert result.exit_code == 1
    assert "broken.pdf" in result.stderr
    found = {report["file"]: report for report in reports(result)}
    assert set(found) == {"2021.html", "2022.html", "other.html"}
    across = [check for check in found["2022.html"]["checks"] if "上年结转" in check["name"]]
    assert len(across) >= 7
    last, own = next(check for check in across if check["name"].endswith("（总计）"))["cells"][:2]
    assert (last["report"], "report" in own) == (found["2021.html"]["report"], False)
    assert not any(
        "上一年报告" in c["name"] for name in ("2021.html", "other.html") for c in found[name]["checks"]
    )


def test_a_form_that_does_not_say_whose_it_is_has_its_arithmetic_all_the_same(tmp_path: Path) -> None:
    page = random_form(Random(6), "2021", issuer=ISSUER, year=2020).as_html()
    start, end = page.index("<table>"), page.rindex("</table>") + len("</table>")
    file = tmp_path / "table.html"
    file.write_text(f"<html><body>{page[start:end]}</body></html>", "utf-8")
    (found,) = reports(checked(file, "--json"))
    assert (found["issuer"], found["year"]) == (None, None)
    assert [check["holds"] for check in found["checks"]] == [True] * 42


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = checked(tmp_path / "none.txt")
    assert result.exit_code == 1
    assert "none.txt" in result.stderr
