"""One page of a PDF, a scan or an image as a picture, with a box drawn around a place on it.

`python -m corpus.readers.pages.picture` draws it, in a process of its own with limits: a hostile file may cost that
one picture, and nothing else.
"""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from corpus.readers.worker import limit
from corpus.report import Box, ReportError

SECONDS = 20.0
MEGABYTES = 1024
WIDTH = 1200
"""Pixels across the picture of a page; an A4 page is then some 150 dots an inch."""
TALLEST = 4 * WIDTH
MARGIN = 3
"""Pixels between what is framed and its frame."""
FRAME, TINT = (196, 30, 30, 255), (255, 214, 0, 70)


def picture(path: Path, page: int, box: Box | None = None, *, recognised: bool = False) -> bytes:
    """Given a PDF or an image, a page (from 1), a box on it and whether its text was recognised in a picture of
    it, return the page as WebP with the box framed.

    Errors: ReportError where there is no such page, or it cannot be drawn within the limits."""
    edges = [] if box is None else [str(edge) for edge in (box.left, box.top, box.right, box.bottom)]
    way = "recognised" if recognised or path.suffix.lower() != ".pdf" else "printed"
    command = [sys.executable, "-m", "corpus.readers.pages.picture", str(path), str(page), way, *edges]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=SECONDS, check=True, cwd=Path(__file__).parents[3]
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise ReportError(f"{path.name}: 第{page}页无法显示 (page {page} cannot be drawn)") from error
    return done.stdout


def drawn(path: Path, page: int, edges: tuple[float, ...], *, recognised: bool) -> bytes:
    """Given a file, a page and the edges of a box in points from its top left (or none), return the WebP."""
    image, scale = _recognised(path, page) if recognised else _printed(path, page)
    if edges:
        left, top, right, bottom = (edge * scale for edge in edges)
        place = (left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN)
        layer = Image.new("RGBA", image.size)
        ImageDraw.Draw(layer).rectangle(place, fill=TINT, outline=FRAME, width=MARGIN)
        image = Image.alpha_composite(image.convert("RGBA"), layer).convert("RGB")
    out = io.BytesIO()
    image.save(out, "WEBP", quality=80)
    return out.getvalue()


def _printed(path: Path, page: int) -> tuple[Image.Image, float]:
    """A page of a PDF, and the pixels to a point."""
    with pypdfium2.PdfDocument(path) as document:
        sheet = document[page - 1]
        wide, high = sheet.get_size()
        scale = min(WIDTH / wide, TALLEST / high)
        return sheet.render(scale=scale).to_pil().convert("RGB"), scale


def _recognised(path: Path, page: int) -> tuple[Image.Image, float]:
    """A page as it was recognised, its lines level: places on it are measured so. And the pixels to a point."""
    from corpus.readers.ocr import levelled  # slow to import, and not needed for most

    found, points = levelled(path.read_bytes(), path, page)
    image = Image.fromarray(found)
    shrunk = min(WIDTH / image.width, TALLEST / image.height)
    size = (round(image.width * shrunk), round(image.height * shrunk))
    return image.resize(size, Image.Resampling.LANCZOS), shrunk / points


def main() -> None:
    """Write the picture of a page: path, page, how it was read, and the four edges of a box or nothing."""
    limit(MEGABYTES)
    path, page, way, *edges = sys.argv[1:]
    box = tuple(map(float, edges))
    sys.stdout.buffer.write(drawn(Path(path), int(page), box, recognised=way == "recognised"))


if __name__ == "__main__":
    main()
