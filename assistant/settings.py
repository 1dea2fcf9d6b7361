"""The settings, read from the environment by the entry points only."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, StringConstraints, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
AesKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{43}$")]


class ChannelAccount(BaseModel):
    """An account of 微信公众号 or 企业微信. Its callback is `/wechat/NAME` or `/wecom/NAME`."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    name: Name
    kind: Literal["wechat", "wecom"] = "wechat"
    app_id: str = Field(description="The AppID, or the corp id of 企业微信.")
    token: SecretStr
    mode: Literal["plain", "compatible", "encrypted"] = "plain"
    aes_key: AesKey | None = Field(None, description="The EncodingAESKey, repeated by no log.", repr=False)
    secret: SecretStr = SecretStr("")
    agent: int = Field(0, description="The app's AgentId in 企业微信.")
    agency: str | None = Field(None, description="Answer from this agency's reports only.")
    push: bool = Field(False, description="The account may send 客服消息 (or 应用消息); needs `secret`.")
    keys: dict[str, str] = Field({}, description="The questions that menu keys and scanned scenes ask.")
    api: str = Field("", description="The platform's API, where it is reached through a proxy.")

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.aes_key is None and (self.kind == "wecom" or self.mode != "plain"):
            raise ValueError(f"account {self.name!r}: aes_key is needed in this mode")
        if self.push and not self.secret.get_secret_value():
            raise ValueError(f"account {self.name!r}: secret is needed to push")
        return self


class Webhook(BaseModel):
    """An address that is told of every report that is published, and the secret it knows us by."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    url: Annotated[str, StringConstraints(pattern=r"^https?://")]
    secret: SecretStr = Field(description='"whsec_" and then 24 to 64 bytes in base64.')

    @model_validator(mode="after")
    def _strong(self) -> Self:
        coded = self.secret.get_secret_value().removeprefix("whsec_")
        try:
            length = len(base64.b64decode(coded, validate=True))
        except ValueError:
            length = 0
        if not 24 <= length <= 64:
            raise ValueError(f"webhook {self.url}: the secret has to be 24 to 64 bytes in base64")
        return self


class Settings(BaseSettings):
    """`NIANBAO_…` variables. Unset addresses mean local files under `data`."""

    model_config = SettingsConfigDict(env_prefix="NIANBAO_", hide_input_in_errors=True)

    data: Path = Path("data")
    embedding_model: str | None = None
    database_url: str | None = None
    chroma_url: str | None = None
    frame_ancestors: str = "'self'"
    """CSP sources, separated by spaces, that may show the pages in a frame."""
    asks_per_minute: int = Field(default=1200, ge=1)
    """Questions that one address may ask of the API in a minute. A whole office may share an address."""
    upload_megabytes: int = Field(default=50, ge=1, le=200)
    """The largest file that can be uploaded at the staff desk."""
    public_url: str = ""
    """Where people reach the portal, for links in messages: https://…"""
    api_keys: list[SecretStr] = []
    """Keys of which a client of the OpenAI-compatible API must send one; without any, everyone may ask."""
    mcp: bool = False
    """Whether agents may use the tools over HTTP, at /mcp."""
    webhooks: list[Webhook] = []
    """Addresses that are told of every report that is published."""
    accounts: list[ChannelAccount] = []
    """The accounts of messaging platforms: JSON in the environment, or [[accounts]] in the file."""
    reply_within: float = Field(default=3.5, gt=0, lt=5)
    """Seconds a messaging platform's call may wait for its answer; the platform itself waits 5."""
    channel_workers: int = Field(default=16, ge=1)
    """Questions from messaging platforms that one process answers at a time."""

    @model_validator(mode="after")
    def _names_differ(self) -> Self:
        names = [account.name for account in self.accounts]
        if len(set(names)) < len(names):
            raise ValueError(f"accounts: names must differ, these do not: {sorted(names)}")
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment, and then the TOML file that `NIANBAO_CONFIG` names."""
        file = TomlConfigSettingsSource(settings_cls, os.environ.get("NIANBAO_CONFIG"))
        return init_settings, env_settings, dotenv_settings, file_secret_settings, file
