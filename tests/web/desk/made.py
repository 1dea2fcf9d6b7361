"""Small reports of invented agencies, as files for the desk's tests."""

from __future__ import annotations

TABLE = """<table>
<tr><th>项目</th><th>本年办理数</th><th>本年投入金额</th></tr>
<tr><td>车辆登记</td><td>{one}</td><td>{two}</td></tr>
</table>"""


def page(issuer: str, year: int, one: object = 12, two: object = 30, text: str = "") -> bytes:
    """Given an agency, a year and two values, return a report as a web page."""
    title = f"{issuer}{year}年政府信息公开工作年度报告"
    body = f"<h2>一、总体情况</h2><p>全年共办理来信{one}件。{text}</p><h2>二、办理情况</h2>"
    body += TABLE.format(one=one, two=two)
    return f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>".encode()
