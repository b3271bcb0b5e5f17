"""What a web page says of itself: title, publisher, author, date, language, address."""

from __future__ import annotations

import re
from typing import Any

from detente.readers.html.blocks import Page
from detente.readers.reading import Facts

_DATE_KEYS = (
    "article:published_time", "datepublished", "og:article:published_time", "date", "dc.date",
    "dc.date.issued", "dcterms.date", "pubdate", "publishdate", "publication_date",
    "citation_publication_date", "citation_date", "sailthru.date", "parsely-pub-date", "time",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})|(\d{4})-(\d{2})\b|(\d{4})\Z")
_LINKED_DATA = re.compile(r'"datePublished"\s{0,5}:\s{0,5}"([^"]{4,40})"')
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


def page_facts(page: Page, found: Any) -> Facts:
    """Facts from the page's own head, filled up with what trafilatura found elsewhere on it."""
    meta: dict[str, str] = {}
    for key, value in page.meta:
        if value.strip():
            meta.setdefault(key, value.strip())
    stated = _stated_date(page, meta)
    date = stated or str(getattr(found, "date", None) or "")
    return Facts(
        title=_first(meta, "og:title", "citation_title", "dc.title") or _of(found, "title") or page.title,
        publisher=_first(meta, "og:site_name", "citation_publisher", "dc.publisher")
        or _of(found, "sitename"),
        author=_of(found, "author") or _first(meta, "author", "citation_author", "dc.creator"),
        date=date,
        date_stated=bool(stated) or not date,
        language=page.language if _LANGUAGE.fullmatch(page.language) else "",
        url=_address(_first(meta, "og:url") or _of(found, "url")),
    )


def _stated_date(page: Page, meta: dict[str, str]) -> str:
    written = [meta[key] for key in _DATE_KEYS if key in meta]
    linked = [match[1] for script in page.scripts if (match := _LINKED_DATA.search(script))]
    for value in (*written[:1], *linked, *written[1:]):
        if iso := iso_date(value):
            return iso
    return ""


def iso_date(value: str) -> str:
    """The ISO 8601 date a value begins with, as exactly as it is given; empty where it is none."""
    match = _ISO.match(value.strip())
    if match is None:
        return ""
    year, month, day = match[1] or match[4] or match[6], match[2] or match[5], match[3]
    if int(year) < 1000 or not _possible(month, 12) or not _possible(day, 31):
        return ""
    return "-".join(part for part in (year, month, day) if part)


def _possible(part: str | None, most: int) -> bool:
    return part is None or 1 <= int(part) <= most


def _address(url: str) -> str:
    """A web address; anything else a page may call its address (scripts, data) is none."""
    return url if re.match(r"https?://[^\s<>\"]+\Z", url, re.IGNORECASE) else ""


def _first(meta: dict[str, str], *keys: str) -> str:
    return next((meta[key] for key in keys if key in meta), "")


def _of(found: Any, field: str) -> str:
    return str(getattr(found, field, None) or "")
