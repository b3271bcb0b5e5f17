"""Markdown's marks go, its words stay with their places; what is no text is kept apart."""

import time

import pytest

from detente.readers.files import read_bytes
from detente.readers.markdown_marks import without_marks
from detente.reading.document import read_document

MEMO = """# Where **it** stands

- **South Korea** demands an *independent* sampling, with [Chinese laboratories](https://example.org/labs).[^1]

| Date | Event |
|------|-------|
| 9 Jan 2026 | South Korea suspended imports |

```python
print("Japan will attack")
```

[^1]: A precedent.
"""


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("**한국**은 *강력히* 요구했다", "한국은 강력히 요구했다"),
        ("5*3*2 and a * b * c, 2 ** 3", "5*3*2 and a * b * c, 2 ** 3"),
        ("snake_case_name, _em_ and __strong__", "snake_case_name, em and strong"),
        ("***both***, **a *b* c**, ~~gone~~", "both, a b c, gone"),
        ("`a*b*` and \\*not\\*", "a*b* and *not*"),
        ("[a][ref], [b (x)](http://a.b/c_(d) \"t\")", "a, b (x)"),
        ("* item one\n* item two", "* item one\n* item two"),
    ],
)  # fmt: skip
def test_the_words_stay_and_the_marks_go(written: str, words: str):
    assert read_bytes(written.encode(), "a.md").text == words


@pytest.mark.parametrize(
    "mark",
    ["`", "**a ", "*a", "[", "[a](b", "![a]", "|", "|a|b|\n", "<!--", "```\n", "_a ", "~~a", "\\", "*\n \n"],
)
def test_unclosed_marks_without_end_are_read_in_linear_time(mark: str):
    start = time.process_time()
    without_marks(mark * 50_000)
    assert time.process_time() - start < 5


def test_what_is_no_text_is_kept_apart_and_every_span_leads_back():
    reading = read_bytes(MEMO.replace("\n", "\r\n").encode(), "a.md")
    assert reading.facts.title == "Where it stands"
    assert "9 Jan 2026\tSouth Korea suspended imports" in reading.text and "attack" not in reading.text
    assert {apart.kind for apart in reading.apart} == {"code", "footnote"}
    for piece in reading.apart:
        assert reading.original[piece.start : piece.end] == piece.text
    start = reading.text.index("Chinese laboratories")
    low, high = reading.in_original(start, start + len("Chinese laboratories"))
    assert reading.original[low:high] == "Chinese laboratories"


def test_claims_hold_neither_marks_nor_code_and_a_row_is_dated_by_its_cell():
    claims = read_document(read_bytes(MEMO.encode(), "a.md").document("d1")).claims
    asks = {claim.text for claim in claims if claim.kind == "ask"}
    assert asks == {"South Korea demands an independent sampling, with Chinese laboratories."}
    (event,) = (claim for claim in claims if "suspended" in claim.text)
    assert event.text == "South Korea suspended imports"
    assert event.date is not None and event.date.value == "2026-01-09"
    assert not any("attack" in claim.text for claim in claims)
