"""Characters by which Korean, Chinese and Japanese writing is told apart."""

from __future__ import annotations

import re

HANGUL = re.compile(r"[\uac00-\ud7a3]")
HIRAGANA = re.compile(r"[\u3041-\u3096]")
KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
HAN = re.compile(r"[\u3400-\u9fff]")
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Any of them, with the marks of kana."""
