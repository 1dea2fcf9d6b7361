"""The only importer of rapidocr: pictures of text into text. Its weights ship in its package."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.report import ReportError

Picture = NDArray[np.uint8]
_THREADS = 2
_BATCH = 8
_NARROW = 64
"""The least width, in pixels at a height of 48, that crops are padded to; rapidocr's own 320 is five times
slower on the digits of a table."""


WITHOUT_OCR = "扫描件和图片需要文字识别组件，请安装：pip install 'nianbao[ocr]' (no OCR extra installed)"
Box = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels."""
_PAPER = (6, 10)
"""Pixels of paper added above and below, and at either side of, a line before it is recognised."""


@cache
def _engine() -> Any:
    try:
        from rapidocr import RapidOCR
    except ImportError as error:
        raise ReportError(WITHOUT_OCR) from error
    return RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.use_cls": False,
            "Rec.rec_img_shape": [3, 48, _NARROW],
            "Rec.rec_batch_num": _BATCH,
            "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
        }
    )


def boxes(picture: Picture) -> list[Box]:
    """Given a colour picture, return where lines of text stand. Errors: ReportError without the OCR extra."""
    result = _engine()(picture, use_det=True, use_cls=False, use_rec=False)
    if result is None or result.boxes is None:
        return []
    corners = [(box[:, 0], box[:, 1]) for box in result.boxes]
    return [(int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1) for xs, ys in corners]


def texts(picture: Picture, lines: Sequence[Box]) -> list[tuple[str, float]]:
    """Given a colour picture and its lines of text, return each line's text and how sure (0..1) it is."""
    if not lines:
        return []
    from rapidocr.ch_ppocr_rec import TextRecInput

    recognise = _engine()._load_rec_model()
    result = recognise(TextRecInput(img=[_crop(picture, box) for box in lines], return_word_box=False))
    return [(str(text), float(score)) for text, score in zip(result.txts, result.scores, strict=True)]


def _crop(picture: Picture, box: Box) -> Picture:
    left, top, right, bottom = box
    above, beside = _PAPER
    line = picture[max(top, 0) : bottom, max(left, 0) : right]
    return np.pad(line, [(above, above), (beside, beside), (0, 0)], constant_values=255)
