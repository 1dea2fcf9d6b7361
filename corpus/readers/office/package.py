"""Zip packages of XML (DOCX, XLSX, ODS), opened with limits: no bombs, no entities, no passwords."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lxml import etree

from corpus.report import ReportError

LARGEST_MEMBER = 300 * 2**20
"""Bytes one member may unpack to."""
LARGEST_PACKAGE = 600 * 2**20
STEEPEST = 200
"""Times a large member may be bigger than its packed form; office XML packs 10 to 40 times."""
SMALL = 2**20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def open_package(data: bytes, path: Path) -> zipfile.ZipFile:
    """Given the bytes of a zip package, return it open, every member within the limits.

    Errors: ReportError where it is protected by a password, damaged, or would unpack beyond the limits."""
    if is_encrypted(data):
        raise ReportError(f"{path.name}: 有密码保护，请另存为无密码的文件 (protected by a password)")
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        members = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReportError(f"{path.name}: 文件已损坏或不完整 (damaged or cut short: {error})") from error
    for member in members:
        _refuse_bomb(member, path)
    if sum(member.file_size for member in members) > LARGEST_PACKAGE:
        raise ReportError(f"{path.name}: 解压后超过{LARGEST_PACKAGE >> 20} MB (a zip bomb?)")
    return package


def is_encrypted(data: bytes) -> bool:
    """Given a file's bytes, say whether it is an Office document that a password protects."""
    return data.startswith(OLE) and _ENCRYPTED in data


def _refuse_bomb(member: zipfile.ZipInfo, path: Path) -> None:
    if member.flag_bits & 1:
        raise ReportError(f"{path.name}: 有密码保护 (protected by a password: {member.filename})")
    steep = member.file_size > STEEPEST * max(member.compress_size, 1) and member.file_size > SMALL
    if steep or member.file_size > LARGEST_MEMBER:
        raise ReportError(
            f"{path.name}: {member.filename} 解压后从{member.compress_size}字节变为{member.file_size}字节 "
            "(a zip bomb?)"
        )


def member(package: zipfile.ZipFile, name: str, path: Path) -> bytes | None:
    """Given an open package, return a member's bytes, or None where it has no such member."""
    try:
        return package.read(name)
    except KeyError:
        return None
    except Exception as error:  # zipfile raises many kinds on damaged members (zlib, CRC, EOF, struct)
        raise ReportError(f"{path.name}: {name} 已损坏 (damaged: {error})") from error


def xml(data: bytes, path: Path, name: str) -> etree._Element:
    """Given the bytes of an XML member, return its root; document types (and so entities) are refused."""
    if declares_type(data):
        raise ReportError(f"{path.name}: {name} 声明了文档类型，已拒绝 (document types are refused)")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReportError(f"{path.name}: {name} 不是合法的XML (not well-formed: {error})") from error


def declares_type(data: bytes) -> bool:
    """Given an XML member, say whether it declares a document type, which is how entities come in."""
    return b"<!DOCTYPE" in data[:4096].replace(b"\0", b"").upper()


def counted(written: str | None, otherwise: int) -> int:
    """Given a count as XML has it, return it, or, where it is absent or damaged, the other."""
    return int(written) if written and written.isdecimal() and len(written) < 8 else otherwise
