"""Learns assistant/tables/meaning.py's vectors by gradient descent: a label is in line with the answer if the whole
question or one of its clauses goes with it. Part of train_lookup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from assistant.tables.meaning import BUCKETS, Meaning, label_grams, question_grams
from corpus.grids.boosting import Floats

WIDTH, EPOCHS, BATCH = 64, 6, 64


@dataclass(frozen=True, slots=True)
class Example:
    """A question in units and its clauses, a table's headers, and which of them the answer stands under."""

    parts: tuple[str, ...]
    labels: tuple[str, ...]
    under: tuple[bool, ...]


class Vectors(torch.nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.asked = torch.nn.EmbeddingBag(BUCKETS, WIDTH, mode="sum")
        self.label = torch.nn.EmbeddingBag(BUCKETS, WIDTH, mode="sum")
        self.bias = torch.nn.EmbeddingBag(BUCKETS, 1, mode="sum")
        torch.nn.init.normal_(self.asked.weight, std=0.1)
        torch.nn.init.normal_(self.label.weight, std=0.1)
        torch.nn.init.zeros_(self.bias.weight)

    def forward(self, batch: Sequence[Example]) -> torch.Tensor:
        """Return one score a label: by the whole question, and by the clause that goes best with it."""
        parts = _bags(self.asked, [question_grams(p) for e in batch for p in e.parts])
        grams = [label_grams(x) for e in batch for x in e.labels]
        labels, own = _bags(self.label, grams), _bags(self.bias, grams)[:, 0]
        scores, part, label = [], 0, 0
        for e in batch:
            like = parts[part : part + len(e.parts)] @ labels[label : label + len(e.labels)].T
            scores.append(like[0] + like[1:].max(dim=0).values)
            part, label = part + len(e.parts), label + len(e.labels)
        return torch.cat(scores) + own


def _bags(table: torch.nn.EmbeddingBag, grams: list[tuple[int, ...]]) -> torch.Tensor:
    sizes = np.array([len(g) for g in grams])
    starts = torch.tensor(np.cumsum(sizes) - sizes)
    flat = torch.tensor(np.concatenate([np.array(g) for g in grams]))
    summed: torch.Tensor = table(flat, starts)
    return summed / torch.tensor(np.sqrt(sizes), dtype=torch.float32)[:, None]


def fit(examples: Sequence[Example]) -> Vectors:
    """Given examples, return the vectors learnt from them; the same each time."""
    torch.manual_seed(7)
    torch.set_num_threads(1)
    model, order = Vectors(), np.random.default_rng(7)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(EPOCHS):
        shuffled = order.permutation(len(examples))
        for start in range(0, len(shuffled), BATCH):
            batch = [examples[i] for i in shuffled[start : start + BATCH]]
            gold = torch.tensor([float(u) for e in batch for u in e.under])
            loss = torch.nn.functional.binary_cross_entropy_with_logits(model(batch), gold)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        optimiser.param_groups[0]["lr"] *= 0.75
    return model


def arrays(model: Vectors) -> dict[str, NDArray[np.generic]]:
    """Given learnt vectors, return them in bytes with their scale, as assistant.tables.meaning reads them."""
    found: dict[str, NDArray[np.generic]] = {}
    for key in ("asked", "label", "bias"):
        weights: Floats = getattr(model, key).weight.detach().numpy()
        scale = np.float32(np.abs(weights).max() / 127)
        found[f"meaning.{key}"] = np.round(weights / scale).astype(np.int8)
        found[f"meaning.{key}.scale"] = np.array([scale])
    return found


def readable(model: Vectors) -> Meaning:
    """Given learnt vectors, return them as they will be read from the file."""
    return Meaning.of(arrays(model))
