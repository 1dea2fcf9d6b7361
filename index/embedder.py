"""Text to vectors, through sentence-transformers and nothing else.

torch takes seconds to import, so it is imported when the first text is embedded and not before.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from index import unpack

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = npt.NDArray[np.float32]
"""One row a text, of length 1, so that a product of two rows is their cosine."""

_BATCH = 16  # four times faster than 64 on two cores: less padding, and it stays in the cache
_STEP = 128


class Embedder:
    """Embeds questions and texts with one model, loaded on first use. Safe to share between threads.

    `model` is a directory or a name that sentence-transformers knows; None is the default model, unpacked
    under `models` on first use.
    """

    def __init__(
        self, models: Path, model: str | None = None, progress: unpack.Progress | None = None
    ) -> None:
        self._models, self._given, self._progress = models, model, progress
        self._loaded: SentenceTransformer | None = None
        self._lock = Lock()

    @property
    def name(self) -> str:
        """What tells this model's vectors from another's."""
        return self._given or unpack.NAME

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Given what is looked for, return its vectors."""
        return self._embed(texts, "encode_query", None)

    def passages(self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None) -> Vectors:
        """Given what is to be found, return its vectors. `progress` is called with done and total."""
        return self._embed(texts, "encode_document", progress)

    def load(self) -> None:
        """Load the model now, so that the first question need not wait for it."""
        with self._lock:
            self._model()

    def _embed(
        self, texts: Sequence[str], method: str, progress: Callable[[int, int], None] | None
    ) -> Vectors:
        with self._lock:
            encode = getattr(self._model(), method)
            order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
            vectors: Vectors | None = None
            for start in range(0, len(order), _STEP):
                step = order[start : start + _STEP]
                part = encode([texts[i] for i in step], batch_size=_BATCH, show_progress_bar=False)
                if vectors is None:
                    vectors = np.empty((len(texts), part.shape[1]), np.float32)
                vectors[step] = _unit(part)
                if progress:
                    progress(start + len(step), len(texts))
        return np.empty((0, 0), np.float32) if vectors is None else vectors

    def _model(self) -> SentenceTransformer:
        if self._loaded is None:
            self._loaded = self._open()
        return self._loaded

    def _open(self) -> SentenceTransformer:
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        # Read when torch is imported. Threads that spin while they wait for one another made embedding fifteen
        # times slower on a machine with anything else to do; asleep they cost nothing on an idle one.
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        source = self._given or str(unpack.unpacked(self._models, self._progress))
        local = Path(source).is_dir()
        if local:  # read by the hub's client at its import: a directory must never wait for a network
            os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        return SentenceTransformer(
            source,
            device=None if torch.cuda.is_available() else "cpu",
            local_files_only=local,
            model_kwargs={"dtype": torch.bfloat16 if _fast_bfloat16() else torch.float32},
        )


def _fast_bfloat16() -> bool:
    """Whether this processor multiplies bfloat16 itself; without that it is slower than float32."""
    import torch

    checks: Any = torch.cpu
    names = ("_is_amx_tile_supported", "_is_avx512_bf16_supported")
    return any(getattr(checks, name, lambda: False)() for name in names)


def _unit(vectors: npt.NDArray[Any]) -> Vectors:
    """bfloat16 leaves lengths of 0.998 and 1.003; a cosine needs 1."""
    rows = vectors.astype(np.float32)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    return rows
