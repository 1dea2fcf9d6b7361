"""Word 97 documents (DOC), WPS and RTF: converted to DOCX by LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from corpus.readers import docx, looks_like_html
from corpus.readers.office import package
from corpus.report import Document, ReportError

_SECONDS = 120


def read(data: bytes, path: Path) -> Document:
    """Given the bytes of a DOC, WPS or RTF, return its blocks as those of the DOCX it converts to.

    Errors: ReportError where the file is protected, LibreOffice is missing, or it cannot convert the file."""
    if looks_like_html(data):
        from corpus.readers import html

        return html.read(data, path)
    if package.is_encrypted(data):
        raise ReportError(f"{path.name}: 有密码保护，请另存为无密码的文件 (protected by a password)")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise ReportError(
            f"{path.name}: 读取{path.suffix or '.doc'}需要安装LibreOffice，或请另存为.docx "
            "(LibreOffice is not installed)"
        )
    return docx.read(_converted(office, data, path), path)


def _converted(office: str, data: bytes, path: Path) -> bytes:
    """Given LibreOffice and a document, return the document as DOCX. The profile is its own, so that a
    LibreOffice that someone has open is left alone."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"source{path.suffix.lower() or '.doc'}")
        source.write_bytes(data)
        command = [office, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", "docx", "--outdir", str(Path(folder, "out")), str(source)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
            return Path(folder, "out", "source.docx").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise ReportError(f"{path.name}: LibreOffice无法转换 (conversion failed: {error})") from error
