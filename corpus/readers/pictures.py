"""What stands in a picture of a page, apart from its words: its slant, its ruling lines, the ink in a cell.

The only importer of OpenCV (which rapidocr brings with it). Distances are in pixels.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageSequence, UnidentifiedImageError

from corpus.readers.recogniser import WITHOUT_OCR
from corpus.report import ReportError

Picture = NDArray[np.uint8]
MOST_PIXELS = 80_000_000
_STEEPEST = 5.0
"""Degrees of slant that are put right."""
_LONG = 55
"""Pixels from which a stretch of ink is a level line: longer than any stroke of running text."""
_HIGH = 26
"""The same for upright lines, which may be as short as one row."""
_THICKEST = 9
_SPECK = 5
"""Pixels of ink up to which a spot is dirt."""
Stretch = tuple[float, float, float]
"""A line: its place across its direction, its start and its end."""


def opened(data: bytes, path: Path) -> list[Picture]:
    """Given the bytes of an image file, return its pages in colour (RGB).

    Errors: ReportError for damaged or oversized pictures."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise ReportError(f"{path.name}: 图片过大 ({image.width}×{image.height})")
            return [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(image)]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ReportError(f"{path.name}: 图片已损坏或不完整 (damaged picture: {error})") from error


def upright(picture: Picture) -> Picture:
    """Given a page, return it turned so that its lines are level."""
    cv2 = _cv2()
    slant = _slant(ink(picture))
    if abs(slant) < 0.05:
        return picture
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), slant, 1.0)
    turned: Picture = cv2.warpAffine(
        picture, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255)
    )
    return turned


def ink(picture: Picture) -> Picture:
    """Given a page, return where its ink is (255) and where its paper (0)."""
    cv2 = _cv2()
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    block = max(31, (min(grey.shape) // 30) | 1)
    marked: Picture = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, 15
    )
    return marked


def _slant(marked: Picture) -> float:
    """Given the ink of a page, return its slant in degrees: that of its long lines, else that which makes
    its rows of text most distinct."""
    cv2 = _cv2()
    thick = cv2.dilate(marked, np.ones((3, 1), np.uint8))
    long = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, _LONG), np.uint8))
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(long)
    slopes = []
    for number, (_, _, width, height, _) in enumerate(boxes[1:], 1):
        if width > marked.shape[1] // 4 and height < width * np.tan(np.radians(_STEEPEST)) + _THICKEST:
            ys, xs = np.nonzero(labels == number)
            slopes.append(float(np.polyfit(xs, ys, 1)[0]))
    if slopes:
        return float(np.degrees(np.arctan(np.median(slopes))))
    small = cv2.resize(marked, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    angles: list[float] = np.arange(-3, 3.01, 0.25).tolist()
    return max(angles, key=lambda angle: _distinctness(small, angle))


def _distinctness(marked: Picture, angle: float) -> float:
    cv2 = _cv2()
    height, width = marked.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    rows = cv2.warpAffine(marked, turn, (width, height)).sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum()) - abs(angle)


def ruled(marked: Picture) -> tuple[list[Stretch], list[Stretch]]:
    """Given the ink of a page, return its level and its upright lines."""
    level: list[Stretch] = [
        (y + h / 2, x, x + w) for x, y, w, h in _stretches(marked, (_LONG, 1)) if h <= _THICKEST
    ]
    high: list[Stretch] = [
        (x + w / 2, y, y + h) for x, y, w, h in _stretches(marked, (1, _HIGH)) if w <= _THICKEST
    ]
    return level, high


def _stretches(marked: Picture, size: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    """Given ink and the least stretch, return the boxes (x, y, width, height) of what is that long."""
    cv2 = _cv2()
    # Thickened across first: a slightly slanted line is a staircase of short stretches.
    across = (1, 3) if size[0] > size[1] else (3, 1)
    thick = cv2.dilate(marked, cv2.getStructuringElement(cv2.MORPH_RECT, across))
    kept = cv2.morphologyEx(thick, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, size))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(kept)
    return [(int(x), int(y), int(w), int(h)) for x, y, w, h, _ in boxes[1:]]


def tightened(marked: Picture, box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """Given ink and a box (left, top, right, bottom), return the box drawn close round its ink."""
    left, top, right, bottom = (max(value, 0) for value in box)
    ys, xs = np.nonzero(marked[top:bottom, left:right])
    if not len(xs):
        return box
    return left + int(xs.min()), top + int(ys.min()), left + int(xs.max()) + 1, top + int(ys.max()) + 1


def rows_of_ink(marked: Picture) -> list[tuple[int, int, int, int]]:
    """Given the ink of a cell, return the boxes (left, top, right, bottom) of its lines of text."""
    cv2 = _cv2()
    count, labels, stats, _ = cv2.connectedComponentsWithStats(marked)
    dirt = [n for n in range(1, count) if stats[n, cv2.CC_STAT_AREA] <= _SPECK]
    clean = np.where(np.isin(labels, dirt), 0, marked) if dirt else marked
    filled = clean.any(axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], filled.astype(np.int8), [0]))))
    bands = [(int(top), int(bottom)) for top, bottom in edges.reshape(-1, 2)]
    boxes = []
    for top, bottom in _joined(bands):
        columns = np.flatnonzero(clean[top:bottom].any(axis=0))
        boxes.append((int(columns[0]), top, int(columns[-1]) + 1, bottom))
    return boxes


def _joined(bands: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Given bands of ink, join those that are parts of one line: 二 and 三 come apart, dots stand alone."""
    tall = max((bottom - top for top, bottom in bands), default=0)
    joined: list[tuple[int, int]] = []
    for top, bottom in bands:
        low = min(bottom - top, joined[-1][1] - joined[-1][0]) < 0.5 * tall if joined else False
        if joined and low and bottom - joined[-1][0] <= 1.25 * tall and top - joined[-1][1] < 0.4 * tall:
            joined[-1] = (joined[-1][0], bottom)
        else:
            joined.append((top, bottom))
    return joined


def _cv2() -> Any:
    try:
        import cv2
    except ImportError as error:
        raise ReportError(WITHOUT_OCR) from error
    return cv2
