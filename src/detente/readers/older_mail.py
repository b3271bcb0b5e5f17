"""Where a message stops and the older one it answers begins, by the marks mail programs set.

Besides lines that begin with ">": a line such as "-----Original Message-----", or the older message's own
head (From, Sent, To, Subject; Outlook writes it in the reader's language). What follows belongs to the older.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

ONLY_OLDER = "holds only quoted older mail: open the older message itself, or save its text as a file"
_QUOTED = re.compile(r"(?:^>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_RULE = re.compile(
    r"^[ \t]*-{2,}[ \t]*(?:Original Message|Original Appointment|Forwarded message|Forwarded by\b.{0,60}|"
    r"원본 메시지|Original E-?Mail|原始邮件|原始郵件|邮件原件|元のメッセージ|"
    r"Ursprüngliche Nachricht|Message d[’']origine|"
    r"Mensaje original|Mensagem original)[ \t]*-{2,}[ \t\r]*$",
    re.IGNORECASE | re.MULTILINE,
)
_FROM = r"From|보낸 사람|보낸사람|发件人|寄件者|差出人|Von|De"
_OTHER = (
    r"Sent|Date|To|Cc|Bcc|Subject|Importance|보낸 날짜|보낸날짜|날짜|받는 사람|받는사람|"
    r"참조|제목|发送时间|日期|收件人|抄送|"
    r"主题|寄件日期|收件者|副本|主旨|送信日時|日付|宛先|件名|"
    r"Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado(?: el)?|"
    r"Para|Asunto|Assunto"
)
_HEAD = re.compile(
    rf"^[ \t*]*(?:{_FROM})[ \t*]*[:：].*\n"
    rf"(?:[ \t\r]*\n)?(?:[ \t*]*(?:{_OTHER})[ \t*]*[:：].*(?:\n(?:[ \t\r]*\n)?|\Z)){{2,8}}",
    re.MULTILINE,
)  # fmt: skip


def older_stretches(text: str) -> list[tuple[int, int]]:
    """The stretches of a plain message that are older mail, in order."""
    end = older_from(text)
    quoted = [(match.start(), match.end()) for match in _QUOTED.finditer(text, 0, end)]
    return quoted + [(end, len(text))] * (end < len(text))


def older_from(text: str) -> int:
    """Where the older message begins that the new one stands above; the text's length if nowhere.

    A head with nothing above it is the message's own (a memorandum sent by mail).
    """
    rule, head = _RULE.search(text), _HEAD.search(text)
    found = [rule.start()] if rule else []
    found += [head.start()] if head and text[: head.start()].strip() else []
    return min(found, default=len(text))


def first_older(blocks: Sequence[str]) -> int:
    """As `older_from`, for paragraphs: the number of the first that belongs to the older message."""
    place, starts = 0, []
    for block in blocks:
        starts.append(place)
        place += len(block) + 1
    begins = older_from("\n".join(blocks))
    return sum(start + len(block) < begins for start, block in zip(starts, blocks, strict=True))
