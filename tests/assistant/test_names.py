"""Names of agencies taken apart: which places, which body."""

from __future__ import annotations

import pytest

from assistant.understand.names import latin_names, take_apart


@pytest.mark.parametrize(
    ("issuer", "places", "body"),
    [
        ("云州市青禾区水务局", ["云州市", "青禾区"], "水务局"),
        ("望州省生态环境厅", ["望州省"], "生态环境厅"),
        ("柏乡县人民政府", ["柏乡县"], "人民政府"),
        ("白镇市民政局", ["白镇市"], "民政局"),
        ("临澜州教育局", ["临澜州"], "教育局"),
        ("青禾市松溪镇人民政府", ["青禾市", "松溪镇"], "人民政府"),
    ],
)
def test_a_ranks_character_within_a_name_does_not_end_it(issuer: str, places: list[str], body: str) -> None:
    owner = take_apart(issuer)
    assert [place.name + place.rank for place in owner.places] == places
    assert owner.body == body


def test_a_name_of_one_character_is_written_with_its_rank() -> None:
    assert latin_names(take_apart("澜县水务局")) == {"lanxian"}
