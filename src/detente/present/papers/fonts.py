"""Which characters of a text can no font of this machine show? Typst prints empty boxes, silently.

Each character is set alone, and compared with the box typst draws for a character that no font has: the
answer is typst's own, its embedded fonts and every fallback included.
"""

from __future__ import annotations

import re
import unicodedata

from detente.messages import Say, joined, message
from detente.present.papers.typeset import typeset

_NOWHERE = "\U0010fffe"  # a noncharacter: no font has it
_GLYPHS = re.compile(rb'href="#(g[0-9A-F]+)"')
_MOST = 4000
_UNSEEN = ("Cc", "Cf", "Cs", "Mn", "Me", "Zs", "Zl", "Zp")
_SCRIPTS = (
    ("CJK", "chinese", "fonts-noto-cjk"),
    ("KANGXI", "chinese", "fonts-noto-cjk"),
    ("HANGUL", "korean", "fonts-noto-cjk"),
    ("HIRAGANA", "japanese", "fonts-noto-cjk"),
    ("KATAKANA", "japanese", "fonts-noto-cjk"),
    ("ARABIC", "arabic", "fonts-noto-core"),
    ("DEVANAGARI", "devanagari", "fonts-noto-core"),
    ("THAI", "thai", "fonts-noto-core"),
)


def missing(text: str, *, system_fonts: bool = True) -> tuple[str, ...]:
    """The characters of `text` that would print as empty boxes, each once, in code-point order.

    Looks at the first 4,000 distinct characters outside ASCII.
    """
    asked = [_NOWHERE, *_visible(text)]
    if len(asked) == 1:
        return ()
    pages = "\n#pagebreak()\n".join(f'#"\\u{{{ord(character):x}}}"' for character in asked)
    source = f'#set page(width: auto, height: auto)\n#set text(font: "Libertinus Serif")\n{pages}'
    drawn = typeset(source, "svg", system_fonts=system_fonts)
    shapes = [tuple(_GLYPHS.findall(page)) for page in drawn]
    return tuple(
        character for character, shape in zip(asked[1:], shapes[1:], strict=True) if shape == shapes[0]
    )


def _visible(text: str) -> list[str]:
    outside = sorted({character for character in text if character > "~"})
    return [character for character in outside if unicodedata.category(character) not in _UNSEEN][:_MOST]


def warning(characters: tuple[str, ...], say: Say) -> str:
    """What a reader is told: which characters are missing, and which font brings them back."""
    if not characters:
        return ""
    kinds = sorted({_kind(character) for character in characters}, key=_letters_first)
    scripts = dict.fromkeys(script for script, _ in kinds)
    fonts = " ".join(dict.fromkeys(font for _, font in kinds if font))
    return say(
        message(
            "present.empty_boxes",
            n=len(characters),
            scripts=joined(message(f"present.script.{script}") for script in scripts),
            shown=" ".join(characters[:12]) + (" …" if len(characters) > 12 else ""),
            way=message("present.install", fonts=fonts) if fonts else "",
        )
    )


def _letters_first(kind: tuple[str, str]) -> tuple[bool, str]:
    return kind[0] in ("emoji", "other"), kind[0]


def _kind(character: str) -> tuple[str, str]:
    name = unicodedata.name(character, "")
    for prefix, script, font in _SCRIPTS:
        if name.startswith(prefix):
            return script, font
    if 0x1F000 <= ord(character) <= 0x1FAFF:
        return "emoji", "fonts-noto-color-emoji"
    return "other", "fonts-noto-core"
