"""The settings, read from the environment by the entry points only."""

from __future__ import annotations

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """`NIANBAO_…` variables. Unset addresses mean local files under `data`."""

    model_config = SettingsConfigDict(env_prefix="NIANBAO_")

    data: Path = Path("data")
    embedding_model: str | None = None
    database_url: str | None = None
    chroma_url: str | None = None
    frame_ancestors: str = "'self'"
    """CSP sources, separated by spaces, that may show the pages in a frame."""
