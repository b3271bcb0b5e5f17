"""Saved messages (.eml) by the standard library: the readable body, subject, sender and date."""

from __future__ import annotations

import re
from dataclasses import replace
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr

from detente.evidence.offsets import clean
from detente.evidence.source_map import MapBuilder, Mapped
from detente.messages import joined, message
from detente.readers.decoding import known_encoding
from detente.readers.html.page import reading_of
from detente.readers.older_mail import ONLY_OLDER, older_stretches
from detente.readers.reading import Apart, Facts, Reading, digest, unreadable

_ODD = re.compile("[\ud800-\udfff\0]")


def read_mail(data: bytes, file: str) -> Reading:
    """One message: its plain body (else its HTML), with quoted older mail kept apart; attachments named."""
    try:
        mail = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(data)
        facts, attached = _facts(mail), _attached(mail)
        body = mail.get_body(("plain", "html"))
        content = _content(body) if body is not None else ""
        is_html = body is not None and body.get_content_type() == "text/html"
    except (RecursionError, Exception):  # headers and parts of any shape reach the parser
        raise unreadable(
            file,
            "is no message that can be read, or a broken one: save it as .eml again, or as text",
        ) from None
    if not content.strip():
        raise unreadable(file, f"holds no readable text{_way(attached)}", kind="no-text")
    if not any(mail.get(name) for name in ("From", "Subject", "Date", "Message-ID")):
        raise unreadable(
            file, "has none of a message's headers (From, Subject, Date): it is no saved message"
        )
    reading = _of_html(content, file, digest(data)) if is_html else _of_plain(content, file, digest(data))
    notices = (message("readers.attachments", files=joined(attached, "comma")),) if attached else ()
    return replace(reading, facts=facts, notices=(*reading.notices, *notices))


def _content(body: MIMEPart) -> str:
    """The part's characters, under the encoding it states, bytes that do not fit shown as such."""
    raw = body.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    try:
        name = known_encoding(body.get_content_charset("utf-8"))
    except ValueError:
        name = "utf-8"
    return _ODD.sub("\ufffd", raw.decode(name, "replace"))


def _of_html(content: str, file: str, file_digest: str) -> Reading:
    return replace(reading_of(content, file, file_digest, mail=True), kind="mail", basis="extracted")


def _of_plain(content: str, file: str, file_digest: str) -> Reading:
    out, texts, apart, done = MapBuilder(), [], [], 0
    for start, end in older_stretches(content):
        texts.append(content[done:start])
        out.add(start - done, done, start)
        apart.append(Apart("quoted mail", content[start:end], start, end))
        done = end
    texts.append(content[done:])
    out.add(len(content) - done, done, len(content))
    mapped = clean(Mapped("".join(texts), out.build()))
    if not mapped.text.strip():
        raise unreadable(file, ONLY_OLDER, kind="no-text")
    return Reading(
        file, "mail", file_digest, mapped.text, content, mapped.offsets, "extracted", apart=tuple(apart)
    )


def _facts(message: EmailMessage) -> Facts:
    name, address = parseaddr(_header(message, "From"))
    date = message.get("Date")
    moment = getattr(date, "datetime", None)
    return Facts(
        title=_header(message, "Subject"),
        author=name or address,
        date=moment.date().isoformat() if moment is not None else "",
        language=_header(message, "Content-Language"),
    )


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(_ODD.sub("\ufffd", str(message.get(name, ""))).split())


def _attached(message: EmailMessage) -> tuple[str, ...]:
    parts: list[MIMEPart] = list(message.iter_attachments())
    if not message.is_multipart() and message.get_content_maintype() != "text":
        parts.append(message)
    return tuple(_ODD.sub("\ufffd", part.get_filename() or part.get_content_type()) for part in parts)


def _way(attached: tuple[str, ...]) -> str:
    return f"; save and read its attachments ({', '.join(attached)})" if attached else ""
