"""The buckets that bound how often one address asks."""

from __future__ import annotations

from web.rate import Buckets


def test_a_bucket_refills_evenly_and_each_key_has_its_own() -> None:
    now = 0.0
    buckets = Buckets(60, lambda: now)
    assert [buckets.take("a") for _ in range(60)] == [0] * 60
    assert buckets.take("a") == 1
    assert buckets.take("b") == 0
    now = 2.0
    assert [buckets.take("a"), buckets.take("a")] == [0, 0]
    assert buckets.take("a") == 1
    now = 1000.0
    assert [buckets.take("a") for _ in range(61)] == [0] * 60 + [1]
