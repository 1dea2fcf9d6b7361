"""Our index inside other people's LangChain chains."""

from __future__ import annotations

import pytest
from langchain_core.documents import Document
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnableLambda, RunnablePassthrough
from langchain_core.vectorstores import InMemoryVectorStore

from index.chains import ReportEmbeddings, ReportRetriever
from index.embedder import Embedder
from index.scope import Scope
from index.store import Store

pytestmark = pytest.mark.model


def test_a_chain_gets_cited_evidence(sample_store: Store) -> None:
    """retriever -> context -> prompt, the chain of every tutorial, as far as the chat model."""
    scope = Scope(years=(2019,))
    retriever = ReportRetriever(searcher=sample_store.searcher, scope=scope, figures=2, passages=1)
    prompt = ChatPromptTemplate.from_template("资料：{context}\n问题：{question}")
    chain = {"context": retriever | RunnableLambda(_joined), "question": RunnablePassthrough()} | prompt
    text = chain.invoke("共受理多少件投诉举报？").to_string()
    assert "396件" in text
    assert text.endswith("问题：共受理多少件投诉举报？")


def test_a_figures_document_says_where_it_stands(sample_store: Store) -> None:
    retriever = ReportRetriever(searcher=sample_store.searcher, figures=1, passages=1)
    figure, passage = retriever.invoke("行政许可处理决定数量")
    assert figure.metadata["kind"] == "figure"
    assert (figure.metadata["value"], figure.metadata["issuer"]) == ("7892", "凌源市市场监督管理局")
    assert figure.metadata["row"] == ["行政许可"]
    assert figure.metadata["url"].startswith(f"/reports/{figure.metadata['report']}?at=t")
    assert "7892" in figure.page_content
    assert passage.metadata["kind"] == "passage"
    assert passage.metadata["quote"]


def test_our_embeddings_serve_another_vector_store(embedder: Embedder) -> None:
    store = InMemoryVectorStore(ReportEmbeddings(embedder))
    store.add_texts(["全年受理投诉举报396件", "举办业务培训7期", "道路建设完成12公里"])
    assert store.similarity_search("办了几次培训", k=1)[0].page_content == "举办业务培训7期"


def _joined(documents: list[Document]) -> str:
    return "\n".join(document.page_content for document in documents)
