"""The reports that the tests say are held: the sample, and agencies that do not exist."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Report:
    issuer: str
    year: int
    region: str | None = None
    kind: str = "政府信息公开工作年度报告"


ISSUERS = {
    "凌源": "凌源市市场监督管理局",
    "临澜": "临澜综合实验区",
    "临澜市监": "临澜综合实验区市场监督管理局",
    "青禾": "青禾市人民政府",
    "白榆": "白榆区人民政府",
    "赤屿": "赤屿县人民政府",
    "望川": "望川省人民政府",
    "松溪": "青禾市白榆区人民政府松溪街道办事处",
    "社工部": "中共青禾市白榆区委社会工作部",
}
HELD = (
    Report(ISSUERS["凌源"], 2019, "凌源市"),
    *(Report(ISSUERS["临澜"], year, "临澜综合实验区") for year in (2019, 2021, 2023, 2024)),
    Report(ISSUERS["临澜市监"], 2024, "临澜综合实验区"),
    Report(ISSUERS["青禾"], 2024, "青禾市"),
    Report(ISSUERS["白榆"], 2023, "青禾市白榆区"),
    Report(ISSUERS["赤屿"], 2025, "赤屿县"),
    Report(ISSUERS["松溪"], 2024),
    Report(ISSUERS["社工部"], 2024),
    Report(ISSUERS["望川"], 2026, "望川省"),
)
