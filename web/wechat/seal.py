"""The address of a late answer, kept encrypted until that is sent."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken


class Seal:
    """Encrypts with a key drawn from an account's secret, which is nowhere in the database."""

    def __init__(self, secret: str) -> None:
        self._fernet = Fernet(
            base64.urlsafe_b64encode(hashlib.sha256(b"recipient\0" + secret.encode()).digest())
        )

    def closed(self, text: str) -> str:
        """Given a text, return it encrypted."""
        return self._fernet.encrypt(text.encode()).decode()

    def opened(self, sealed: str) -> str | None:
        """Given what `closed` returned, return the text; None if it was closed with another secret."""
        try:
            return self._fernet.decrypt(sealed).decode()
        except InvalidToken:
            return None
