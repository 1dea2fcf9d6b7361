"""The index for other people's LangChain chains: our embedding model, and a retriever of cited evidence."""

from __future__ import annotations

from typing import Any

from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from corpus.report import Figure, Passage
from index.codec import encode
from index.embedder import Embedder
from index.scope import Scope
from index.search import Evidence, Searcher


class ReportEmbeddings(Embeddings):
    """The embedding model as LangChain knows one."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Given texts to be found, return their vectors."""
        return [[float(number) for number in row] for row in self._embedder.passages(texts)]

    def embed_query(self, text: str) -> list[float]:
        """Given what is looked for, return its vector."""
        return [float(number) for number in self._embedder.queries([text])[0]]


class ReportRetriever(BaseRetriever):
    """Finds figures and passages within a scope, as documents that carry their citation in `metadata`.

    Metadata: kind ("figure" or "passage"), dense, lexical, url (of the cited spot), the citation's fields;
    of a figure also label, value (a decimal string, or None for a blank cell), unit and year_of_figure.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    searcher: Searcher
    scope: Scope = Scope()
    figures: int = 5
    passages: int = 5

    def _get_relevant_documents(self, query: str, **_: Any) -> list[Document]:
        found = self.searcher.figures(query, self.scope, self.figures) if self.figures else []
        texts = self.searcher.passages(query, self.scope, self.passages) if self.passages else []
        return [document(evidence) for evidence in (*found, *texts)]


def document(evidence: Evidence) -> Document:
    """Given evidence, return it as a document: its sentence or its label and value, and its citation."""
    item = evidence.item
    metadata: dict[str, Any] = encode(item.citation) | {
        "url": item.citation.url,
        "dense": evidence.dense,
        "lexical": evidence.lexical,
    }
    if isinstance(item, Passage):
        return Document(item.text, metadata=metadata | {"kind": "passage"})
    metadata |= {
        "kind": "figure",
        "label": item.label.text,
        "value": None if item.value is None else format(item.value, "f"),
        "unit": item.unit,
        "year_of_figure": item.year,
    }
    return Document(_said(item), metadata=metadata)


def _said(figure: Figure) -> str:
    value = f"{figure.label.text}: {figure.raw or '（空）'}{figure.unit or ''}"
    return figure.sentence or f"{figure.citation.issuer} {figure.year} {value}"
