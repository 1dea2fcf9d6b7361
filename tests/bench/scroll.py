"""How smoothly the desk's pivot of 2,000 agencies and ten years scrolls, beside a blank page scrolled the same way.

    python tests/bench/scroll.py [--json]

Chromium scrolls both by the notch of a wheel each frame, from the top as far as FRAMES frames go. What counts is the
time from one frame to the next (16.7 ms at 60 a second), and whether any task kept the page busy for over 50 ms.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from playwright.sync_api import Page, Route

from tests.bench.desk import looked_at
from tests.web.browsing import DESKTOP
from tests.web.desk.browsing import sign_in

AGENCIES = 2000
YEARS = range(2015, 2025)
FRAMES = 600
STEP = 100  # pixels a frame, the notch of a wheel
BLANK = "<!doctype html><title>blank</title><div id=window style='height:544px;overflow:auto'><div style='height:80000px'>"

# Scroll an element by `step` pixels a frame; resolves with the milliseconds of each frame and the long tasks.
MEASURE = """async ([frames, step]) => {
  const holder = document.getElementById("window");
  holder.scrollIntoView({ block: "center" });
  const long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map((one) => one.duration))).observe({ type: "longtask" });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const times = [];
  let before = await frame();
  let most = 0;
  for (let n = 0; n < frames; n += 1) {
    holder.scrollTop += step;
    const now = await frame();
    times.push(now - before);
    before = now;
    most = Math.max(most, document.querySelectorAll("tbody tr").length);
  }
  await frame();
  return { times, long, most, reached: holder.scrollTop };
}"""


def many(route: Route) -> None:
    """Answer the pivot's request with as many agencies and years as the bench wants."""
    found = route.fetch().json()
    cell = found["rows"][0]["cells"][0]
    cells = [{**cell, "year": year} for year in YEARS]
    rows = [{"issuer": f"第{n:04}号机关", "cells": cells} for n in range(AGENCIES)]
    route.fulfill(json={**found, "years": list(YEARS), "rows": rows})


def figures(page: Page) -> dict[str, Any]:
    """Given a page with a #window, return what scrolling it came to; times in milliseconds."""
    found = page.evaluate(MEASURE, [FRAMES, STEP])
    times = sorted(found["times"])
    return {
        "frames_a_second": round(1000 / statistics.mean(times), 1),
        "p99_frame_ms": round(times[int(len(times) * 0.99)], 1),
        "longest_frame_ms": round(times[-1], 1),
        "long_tasks": len(found["long"]),
        "most_rows_in_page": found["most"],
        "pixels_scrolled": round(found["reached"]),
    }


def measure() -> dict[str, dict[str, Any]]:
    """Return the figures of the blank page and of the pivot, the blank page first."""
    with looked_at() as (browser, house, address):
        context = browser.new_context(**DESKTOP, base_url=address)
        sign_in(context, house, address, "reader")
        page = context.new_page()
        page.set_content(BLANK)
        blank = figures(page)
        page.route("**/api/desk/pivot?*", many)
        page.goto("/desk/figures")
        page.locator("#measures button").first.click()
        page.locator(".pivot tbody th").first.wait_for()
        return {"blank page": blank, "pivot": figures(page)}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    found = measure()
    if parser.parse_args().json:
        print(json.dumps(found))
        return
    for name, each in found.items():
        print(f"{name}: " + ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in each.items()))


if __name__ == "__main__":
    main()
