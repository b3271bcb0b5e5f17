"""Whatever the bytes, a reader gives a document or an error of ours, never another exception."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.readers import samples

from detente.errors import InputError, LimitError
from detente.readers.files import read_bytes

SEEDS = {
    "a.txt": "“Quote,” said 이재명. 求同存異\r\n".encode(),
    "a.md": b"---\ntitle: T\ndate: 2026-01-05\n---\n# H\n\nThey met.\n",
    "a.html": samples.page(
        "<p>&ldquo;x&#8221; <b hidden>y</b></p><ol><li>one<li>two</ol><pre> a\n b</pre>"
    ).encode(),
    "a.pdf": samples.pdf([["They met in Vienna.", "(and so on)"], ["Page 2"]], info="<< /Title (T) >>"),
    "a.docx": samples.docx(),
    "a.eml": samples.mail(attach=True),
    "b.eml": samples.mail(html=True),
}


@st.composite
def broken(draw: st.DrawFn) -> tuple[str, bytes]:
    """One of the seeds with some stretches cut, doubled, moved or overwritten."""
    file = draw(st.sampled_from(sorted(SEEDS)))
    data = bytearray(SEEDS[file])
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, max(0, len(data) - 1)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        change = draw(st.sampled_from(["cut", "double", "write", "flip", "tail"]))
        if change == "cut":
            del data[start:end]
        elif change == "double":
            data[start:start] = data[start:end] * draw(st.integers(1, 20))
        elif change == "write":
            data[start:end] = draw(st.binary(max_size=12))
        elif change == "flip" and data:
            data[start] ^= 1 << draw(st.integers(0, 7))
        elif change == "tail":
            del data[start:]
    return file, bytes(data)


def check(file: str, data: bytes) -> None:
    try:
        reading = read_bytes(data, file)
    except (InputError, LimitError) as error:
        assert str(error)
        return
    assert reading.text.strip()
    assert len(reading.offsets) == len(reading.text)
    low, high = reading.in_original(0, len(reading.text))
    assert 0 <= low <= high <= len(reading.original)
    assert all(reading.original[a.start : a.end] or not a.text for a in reading.apart)
    record = reading.document("d1")
    assert record.text == reading.text
    record.verify(reading.text)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(broken())
def test_mutated_files(given_file):
    check(*given_file)


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=200), st.sampled_from([*sorted(SEEDS), "x", "x.zip"]))
def test_random_bytes(data, file):
    check(file, data)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["<p>", "</p>", "<div hidden>", "<ul><li>", "<ol>", "<br>", "<a href='x", "</a>", "<!--", "-->",
                 "<script>", "</script>", "&amp", "&#x0;", "&#xD800;", "&bogus;", '"', ">", "<td>", "<pre>", "\r\n",
                 "They met. ", "<title>", "<html lang=ko>", "<meta charset=euc-kr>", "<![CDATA[", "<svg", "\x0c"]
            ),
            st.text(max_size=5),
        ),
        max_size=30,
    )
)  # fmt: skip
def test_pages_of_broken_tags(pieces):
    check("a.html", "".join(pieces).encode("utf-8", "replace"))


@pytest.mark.long
@settings(max_examples=20_000, suppress_health_check=list(HealthCheck))
@given(broken())
def test_mutated_files_at_length(given_file):
    check(*given_file)
