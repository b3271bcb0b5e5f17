"""Does a document speak to the machine that reads it? Found by its words, and shown to the analyst."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.evidence.documents import Document
from detente.evidence.passages import Passage, passage

_MACHINE = (
    r"(?:an?\s|the\s)?(?:AIs?|artificial intelligence|LLMs?|(?:large\s)?language models?|chat\s?bots?|"
    r"assistants?|ChatGPT|Claude|Gemini)"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,40}\b(?:previous|prior|above|earlier|preceding|all|any|your|"
        r"system)\b[^.\n]{0,30}\b(?:instructions?|prompts?|rules|directions|guidelines)\b",
        rf"\b(?:you are|act as|pretend to be|if you are)\s(?:now\s)?{_MACHINE}\b",
        rf"\b(?:note|message|instructions?|attention|dear)\s?(?:to|for|:)?\s(?:any\s|all\s)?{_MACHINE}\b(?=[^.\n]{{0,40}}[:,])",
        rf"\b{_MACHINE}\s(?:reading|processing|summari[sz]ing|analy[sz]ing)\sth(?:is|e)\b",
        r"\bsystem prompts?\b|\bas an AI (?:language )?model\b|\bnew instructions?:",
        r"</?(?:system|instructions?|assistant|im_start|im_end)\b|<\|[a-z_]{2,20}\|>|\[/?INST\]|^#{2,}\s?(?:system|instruction)",
        r"(?:이전|위|앞|모든)의?\s?(?:모든\s?)?(?:지시|명령|지침)[^.\n]{0,8}(?:무시|잊)",
        r"(?:忽略|无视|無視|忘记|忘記)[^。\n]{0,8}(?:指令|指示|说明|說明|提示)",
        r"(?:以前|上記|これまで|すべて)の[^。\n]{0,8}(?:指示|命令|プロンプト)[^。\n]{0,6}(?:無視|忘れ)",
    )
)
_EDGE = re.compile(r"[\n.!?。！？]")
_REACH = 300


def addressing(document: Document) -> tuple[Passage, ...]:
    """Sentences that seem to instruct a model, in order; a flag to look at, no verdict.

    A text about language models may be flagged too: the words are the same.
    """
    text = document.text or ""
    spans = sorted(set(_spans(text)))
    return tuple(passage(document.id, text, start, end) for start, end in spans)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            before = [m.end() for m in _EDGE.finditer(text, max(0, match.start() - _REACH), match.start())]
            after = _EDGE.search(text, match.end(), match.end() + _REACH)
            start = before[-1] if before else max(0, match.start() - _REACH)
            end = after.end() if after else min(len(text), match.end() + _REACH)
            while start < match.start() and text[start].isspace():
                start += 1
            while end > match.end() and text[end - 1].isspace():
                end -= 1
            yield start, end
