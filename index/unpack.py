"""The default embedding model as an ordinary Hugging Face directory that sentence-transformers opens.

Written once from the packed weights. A directory is whole when its manifest, written last, names every file
with its SHA-256; anything else is taken away and written again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from index.weights import FLOAT, SHA256, Header, Tokens, Weights, packaged, read

NAME = "multilingual-e5-small"
MANIFEST = "manifest.json"
LAYOUT = 1
"""Raised when this module writes something else, so that directories of before are written again."""

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""

Array = npt.NDArray[np.float16]

_WIDE_TILDE, _SET_ASIDE = "\uff5e", "\ue000"

_EMBEDDED = {"word": "word", "pos": "position", "type": "token_type"}
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def unpacked(models_directory: Path, progress: Progress | None = None) -> Path:
    """Given the directory for models, return the default model's own, written now if it is not whole.

    Raises WeightsError if the packed weights are absent or not those expected.
    """
    target = models_directory / NAME
    if is_whole(target):
        return target
    models_directory.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{NAME}-", dir=models_directory))
    try:
        write(read(packaged()), draft, progress or (lambda *_: None))
        _replace(target, draft)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return target


def is_whole(directory: Path) -> bool:
    """Given a model directory, return whether it has every file of its manifest, as it was written."""
    try:
        manifest = json.loads((directory / MANIFEST).read_bytes())
        return (
            manifest["layout"] == LAYOUT
            and manifest["weights"] == SHA256
            and all(_sha256(directory / name) == digest for name, digest in manifest["files"].items())
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False  # no manifest, or not one: exactly what an interrupted unpack leaves


def write(weights: Weights, directory: Path, progress: Progress) -> None:
    """Given a packed model and an empty directory, write the model's files there, its manifest last."""
    names = list(weights.tensors)
    steps = len(names) + 3
    tensors: dict[str, Array] = {}
    for done, name in enumerate(names):
        progress("embedding model: weights", done, steps)
        tensors[_name(name)] = _shaped(weights, name)
    # The model's class has a pooler that mean pooling never uses; without weights for it a warning is shown.
    hidden = weights.header.hidden
    tensors["pooler.dense.weight"] = np.zeros((hidden, hidden), np.float16)
    tensors["pooler.dense.bias"] = np.zeros(hidden, np.float16)
    save_file(tensors, directory / "model.safetensors", metadata={"format": "pt"})
    progress("embedding model: tokenizer", len(names) + 1, steps)
    tokenizer(weights.tokens, weights.header.positions).save(str(directory / "tokenizer.json"), pretty=False)
    for name, content in _settings(weights.header):
        path = directory / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    (directory / "2_Normalize").mkdir(exist_ok=True)
    progress("embedding model: checksums", len(names) + 2, steps)
    _write_manifest(directory)
    progress("embedding model", steps, steps)


def tokenizer(tokens: Tokens, positions: int) -> Tokenizer:
    """Given the pieces and replacements, return the tokenizer: unigram over text marked with ▁ for space."""
    made = Tokenizer(models.Unigram(list(tokens.pieces), unk_id=tokens.unknown, byte_fallback=False))
    made.normalizer = _normalizer(tokens.replaced)
    made.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    made.decoder = decoders.Metaspace(prepend_scheme="always")
    bos, eos = tokens.pieces[tokens.bos][0], tokens.pieces[tokens.eos][0]
    made.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, tokens.bos), (eos, tokens.eos)],
    )
    special = (tokens.bos, tokens.pad, tokens.eos, tokens.unknown)
    made.add_special_tokens([AddedToken(tokens.pieces[i][0], special=True) for i in special])
    made.enable_truncation(positions)
    return made


def _normalizer(replaced: dict[str, str]) -> normalizers.Normalizer:
    """The replacements are NFKC but for control characters, which go, odd spaces, which become one, and the
    wide tilde, which stays: a few rules do what 4,837 single ones would, and sooner."""
    gone = [character for character, text in replaced.items() if not text]
    space = [character for character, text in replaced.items() if text == " "]
    return normalizers.Sequence(
        [
            normalizers.Replace(Regex(_one_of(gone)), ""),
            normalizers.Replace(Regex(_one_of(space)), " "),
            normalizers.Replace(_WIDE_TILDE, _SET_ASIDE),
            normalizers.NFKC(),
            normalizers.Replace(_SET_ASIDE, _WIDE_TILDE),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )


def _one_of(characters: list[str]) -> str:
    return "[" + "".join(f"\\x{{{ord(character):x}}}" for character in characters) + "]"


def _name(packed: str) -> str:
    """The tensor's name in the Hugging Face layout: l3.q.w is encoder.layer.3.attention.self.query.weight."""
    first, *rest = packed.split(".")
    if first != "emb":
        return f"encoder.layer.{first[1:]}.{_LAYER[rest[0]]}.{_end(rest[1])}"
    if rest[0] == "ln":
        return f"embeddings.LayerNorm.{_end(rest[1])}"
    return f"embeddings.{_EMBEDDED[rest[0]]}_embeddings.weight"


def _end(letter: str) -> str:
    return {"w": "weight", "b": "bias"}[letter]


def _shaped(weights: Weights, packed: str) -> Array:
    """float16 halves the directory; the weights carry four bits, so nothing that counts is lost."""
    array = weights.array(packed)
    matrix = weights.tensors[packed].kind != FLOAT or packed in ("emb.pos", "emb.type")
    columns = weights.header.feed_forward if packed.endswith(".fo.w") else weights.header.hidden
    return (array.reshape(-1, columns) if matrix else array).astype(np.float16)


def _settings(header: Header) -> Iterator[tuple[str, Any]]:
    yield (
        "config.json",
        {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "dtype": "float32",
            "hidden_act": "gelu",
            "hidden_size": header.hidden,
            "intermediate_size": header.feed_forward,
            "num_hidden_layers": header.layers,
            "num_attention_heads": header.heads,
            "max_position_embeddings": header.positions,
            "type_vocab_size": header.types,
            "vocab_size": header.vocabulary,
            "layer_norm_eps": header.epsilon,
            "pad_token_id": 1,
            "position_embedding_type": "absolute",
        },
    )
    yield (
        "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": header.positions,
            "bos_token": "<s>",
            "cls_token": "<s>",
            "eos_token": "</s>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
            "model_input_names": ["input_ids", "attention_mask"],
        },
    )
    package = "sentence_transformers.models"
    yield (
        "modules.json",
        [
            {"idx": 0, "name": "0", "path": "", "type": f"{package}.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{package}.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": f"{package}.Normalize"},
        ],
    )
    yield "sentence_bert_config.json", {"max_seq_length": header.positions, "do_lower_case": False}
    yield (
        "1_Pooling/config.json",
        {
            "word_embedding_dimension": header.hidden,
            "pooling_mode_mean_tokens": True,
        },
    )
    yield "config_sentence_transformers.json", {"prompts": {"query": "query: ", "document": "passage: "}}


def _write_manifest(directory: Path) -> None:
    files = sorted(path for path in directory.rglob("*") if path.is_file())
    digests = {str(path.relative_to(directory)): _sha256(path) for path in files}
    manifest = {"layout": LAYOUT, "weights": SHA256, "files": digests}
    (directory / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    for path in (*files, directory / MANIFEST):
        _flush(path)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _replace(target: Path, draft: Path) -> None:
    draft.chmod(0o755)
    if is_whole(target):  # another process was faster
        return
    shutil.rmtree(target, ignore_errors=True)
    try:
        draft.rename(target)
    except OSError:
        if not is_whole(target):
            raise


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
