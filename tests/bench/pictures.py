"""Pictures of the main pages, over the project's own sample report, in both themes.

    python tests/bench/pictures.py docs/images

Each is written as WebP: at most MOST kilobytes, or the run fails.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PIL import Image
from playwright.sync_api import Page, expect

from tests.bench.desk import looked_at
from tests.web.browsing import COMPLAINTS, DESKTOP, PHONE, ask
from tests.web.desk.browsing import sign_in

MOST = 120  # kilobytes a picture
THEMES = ("light", "dark")


def answer(page: Page) -> None:
    page.goto("/")
    ask(page, COMPLAINTS)
    page.locator(".chip").first.click()
    expect(page.frame_locator("#source iframe").locator("mark")).to_be_in_viewport()


def refusal(page: Page) -> None:
    page.goto("/")
    ask(page, COMPLAINTS.replace("2019", "2020"))


def source(page: Page) -> None:
    page.goto("/")
    ask(page, "2019年行政许可的处理决定数量是多少件？")
    page.goto(page.locator(".chip").first.get_attribute("href") or "")
    expect(page.locator("td.cited mark")).to_be_in_viewport()


def _measure(page: Page) -> None:
    page.goto("/desk/figures")
    page.get_by_label("指标", exact=True).fill("行政许可 处理决定数量")
    page.get_by_role("button", name="查找").click()
    expect(page.locator("#measures button").first).to_contain_text("行政许可")
    page.locator("#measures button", has_text="行政许可本年处理决定数量").click()
    expect(page.locator(".pivot tbody th").first).to_be_visible()


def pivot(page: Page) -> None:
    _measure(page)


def chart(page: Page) -> None:
    _measure(page)
    page.get_by_role("tab", name="对比图").click()
    expect(page.locator("svg.chart")).to_be_visible()


def reports(page: Page) -> None:
    page.goto("/desk/reports")
    expect(page.locator("#shelf tbody tr").first).to_be_visible()


def questions(page: Page) -> None:
    page.goto("/desk/questions")
    expect(page.locator("#asked tr").first).to_be_visible()


PAGES: dict[str, Callable[[Page], None]] = {
    "answer": answer,
    "refusal": refusal,
    "source": source,
    "pivot": pivot,
    "chart": chart,
    "reports": reports,
    "questions": questions,
}
ON_PHONE = ("answer", "pivot")


def kept(picture: bytes, place: Path) -> None:
    """Given a PNG and where to keep it, write it as WebP. Raises ValueError where it is too large."""
    Image.open(io.BytesIO(picture)).save(place, "WEBP", quality=80, method=6)
    if place.stat().st_size > MOST * 1024:
        raise ValueError(f"{place.name} has {place.stat().st_size // 1024} kB, more than {MOST}")


def take(folder: Path) -> None:
    """Given a folder, put the pictures there, named page-theme.webp and page-phone.webp."""
    wanted = [(name, theme, theme, DESKTOP) for name in PAGES for theme in THEMES]
    wanted += [(name, "phone", "light", PHONE) for name in ON_PHONE]
    with looked_at() as (browser, house, address):
        for name, suffix, theme, screen in wanted:
            context = browser.new_context(
                **screen, base_url=address, locale="zh-CN", color_scheme=theme, reduced_motion="reduce"
            )
            sign_in(context, house, address, "editor")
            page = context.new_page()
            PAGES[name](page)
            kept(page.screenshot(), folder / f"{name}-{suffix}.webp")
            context.close()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    take(folder)


if __name__ == "__main__":
    main()
