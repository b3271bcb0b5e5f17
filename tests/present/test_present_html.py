"""The page: self-contained, valid in its links, and safe whatever a label says."""

import re
from html.parser import HTMLParser

from detente.exhibits import Paragraph, Report, Section, Table, Text
from detente.languages import speaker
from detente.present.pages.html import html

EN = speaker("en")

VOID = {"meta", "br", "hr", "img", "link", "col", "wbr"}


class Page(HTMLParser):
    """Tags in order, ids, targets of links, and whether every tag is closed where it should be."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    @property
    def ids(self) -> list[str]:
        return [name for _, attributes in self.tags if (name := attributes.get("id"))]

    @property
    def targets(self) -> list[str]:
        return [href for tag, attributes in self.tags if tag == "a" and (href := attributes.get("href"))]


def test_the_page_is_well_formed_and_every_link_arrives(korea_china: Report) -> None:
    page = Page(html(korea_china, say=EN))
    assert page.stack == []
    assert len(page.ids) == len(set(page.ids))
    assert {target.removeprefix("#") for target in page.targets} <= set(page.ids)


def test_a_claim_has_one_note_and_a_way_back_to_every_citation(korea_china: Report) -> None:
    page = Page(html(korea_china, say=EN))
    notes = [name for name in page.ids if re.fullmatch(r"note-\d+", name)]
    assert len(notes) == len(korea_china.notes)
    citations = [name for name in page.ids if name.startswith("ref-")]
    assert sorted(f"#{name}" for name in citations) == sorted(
        t for t in page.targets if t.startswith("#ref-")
    )
    assert len(citations) > len(notes)


def test_nothing_is_fetched_and_nothing_runs(korea_china: Report, hostile: Report) -> None:
    for report in (korea_china, hostile):
        page = Page(html(report, say=EN))
        assert not {"script", "iframe", "object", "embed", "img", "link", "base", "form"} & {
            t for t, _ in page.tags
        }
        assert not any(name.startswith("on") or name == "style" for _, a in page.tags for name in a)
        assert not any(":" in target for target in page.targets)
        policies = [a["content"] for t, a in page.tags if a.get("http-equiv") == "Content-Security-Policy"]
        assert policies and (policies[0] or "").startswith("default-src 'none'; style-src 'sha256-")


def test_hostile_labels_arrive_as_they_are(hostile: Report, evil: str) -> None:
    page = Page(html(hostile, say=EN))
    assert page.stack == []
    assert {target.removeprefix("#") for target in page.targets} <= set(page.ids)
    visible = " ".join(page.words.split())
    for part in (
        "<script>alert(1)</script> | *bold* _u_ `code` $x$ @cite [l](http://a)",
        "^s^ &lt;",
        "대한민국 韓國",
        "שלום",
    ):
        assert part in visible
    assert "\u202e" not in visible and "\x1b" not in visible


def test_the_page_has_landmarks_and_a_language(korea_china: Report) -> None:
    page = Page(html(korea_china, say=EN))
    tags = [tag for tag, _ in page.tags]
    assert all(tags.count(tag) == 1 for tag in ("header", "nav", "main", "footer", "h1"))
    assert ("html", {"lang": "en"}) in page.tags
    assert any(attributes.get("class") == "skip" for _, attributes in page.tags)


def test_the_same_report_gives_the_same_bytes(korea_china: Report) -> None:
    assert html(korea_china, say=EN) == html(korea_china, say=EN)


def test_an_empty_report_is_a_page() -> None:
    page = Page(html(Report("", "", "", (), ()), say=EN))
    assert page.stack == []


def test_a_long_table_is_cut_and_says_so() -> None:
    rows = tuple((Text(f"row {number}"), Text("w" * 400)) for number in range(400))
    page = Page(
        html(
            Report("t", "", "", (), (Section("s", (Table("long", ("a", "b"), rows), Paragraph(()))),)), say=EN
        )
    )
    assert "The first 200 of 400 rows are shown." in page.words
    assert "row 199" in page.words and "row 200" not in page.words
