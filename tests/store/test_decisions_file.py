"""The log grows at its end only, reads back to the letter, and says where it is broken."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError, ParseError
from detente.evidence.claims import Claim
from detente.store.decisions_file import append_decision, decision_from, decision_record, load_decisions
from detente.study.reviewing.decisions import Decision

BEFORE = Claim("c1", "ask", "求同存異", who=("ROK",), origin="rule:a")


def log() -> list[Decision]:
    return [
        Decision(1, "accept", "c1", "ann", "2026-01-08T09:00:00+00:00", before=(BEFORE,)),
        Decision(
            2,
            "edit",
            "c1",
            "이재명",
            "2026-01-08",
            "why",
            (("who", ("ROK", "PRC")), ("date", None)),
            before=(BEFORE,),
        ),
        Decision(3, "merge", "c1", "ann", "2026-01-08", into="c2", before=(BEFORE, BEFORE)),
        Decision(4, "undo", "c1", "ann", "2026-01-08", undoes=3, before=(BEFORE,)),
        Decision(5, "reject", "c1", "bob", "2026-01-08", opinion=True, before=(BEFORE,)),
    ]


def test_what_is_appended_is_read_back(tmp_path: Path):
    path = tmp_path / "decisions.jsonl"
    assert load_decisions(path) == ()
    lines = b""
    for decision in log():
        append_decision(path, decision)
        assert path.read_bytes().startswith(lines)
        lines = path.read_bytes()
    assert load_decisions(path) == tuple(log())
    assert "求同存異" in lines.decode()


@given(st.text(min_size=1).filter(lambda t: t < "\ud800"), st.booleans())
def test_records_round_trip(words, opinion):
    decision = Decision(
        1, "edit", "c1", words, "2026-01-08", words, (("text", words),), opinion=opinion, before=(BEFORE,)
    )
    assert decision_from(json.loads(json.dumps(decision_record(decision))), number=1) == decision


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not JSON"),
        ("[1]", "must be an object"),
        ('{"action": "accept", "claim": "c1", "by": "a", "colour": 1}', "unknown key 'colour'"),
        ('{"action": "praise", "claim": "c1", "by": "a"}', "action must be one of"),
        ('{"action": "accept", "claim": 1, "by": "a"}', "claim must be a text"),
        ('{"action": "undo", "claim": "c1", "by": "a", "undoes": 7}', "earlier decision"),
        ('{"action": "edit", "claim": "c1", "by": "a", "changes": {"who": [1]}}', "changes/who"),
        ('{"action": "accept", "claim": "c1"}', "must name the reviewer"),
        ('{"action": "accept", "claim": "c1", "by": "a", "before": [{"id": 1}]}', "id must be a text"),
    ],
)
def test_every_broken_line_is_named(tmp_path: Path, line: str, message: str):
    path = tmp_path / "decisions.jsonl"
    append_decision(path, log()[0])
    with path.open("a") as out:
        out.write(f"{line}\n{line}\n")
    with pytest.raises(ParseError, match=message) as caught:
        load_decisions(path)
    assert [fault.line for fault in caught.value.faults] == [2, 3]


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ('{"action": "accept", "claim": "c1", "by": "a", "when": "yesterday"}', 48, "when must be a day or"),
        ('{"action": "accept", "claim": "c1", "by": "a", "when": "2025-02-30"}', 48, "got '2025-02-30'"),
        ('{"claim": "c1", "action": "edit", "changes": {"date": "2025-02-30"}, "by": "a"}', 47, "is no date"),
        ('{"action": "accept", "claim": "c1", "by": "a", "colour": 1}', 48, "unknown key"),
        ('{"action": "edit", "claim": "c1", "by": "a", "changes": {"who": [1]}}', 58, "changes/who"),
        ('{"action": "accept", "by": "a", "before": [{"id": 1}]}', 45, "id must be a text"),
        ('  {"action": "accept", "claim": ', 33, "not JSON"),
    ],
)
def test_a_broken_field_is_named_with_its_column(tmp_path: Path, line: str, column: int, message: str):
    path = tmp_path / "decisions.jsonl"
    path.write_text(line + "\n")
    with pytest.raises(ParseError, match=message) as caught:
        load_decisions(path)
    assert [(fault.line, fault.column) for fault in caught.value.faults] == [(1, column)]


def test_nothing_is_added_after_half_a_line(tmp_path: Path):
    path = tmp_path / "decisions.jsonl"
    path.write_text('{"action": "acc')
    with pytest.raises(ParseError, match="incomplete"):
        append_decision(path, log()[0])
    assert path.read_text() == '{"action": "acc'


def test_a_log_that_cannot_be_opened(tmp_path: Path):
    with pytest.raises(InputError, match="cannot be read"):
        load_decisions(tmp_path)
    path = tmp_path / "x"
    path.write_bytes(b"\xff\n")
    with pytest.raises(ParseError, match="not UTF-8: take the file from a copy"):
        load_decisions(path)


def test_a_log_that_cannot_be_written_is_told(tmp_path: Path):
    with pytest.raises(InputError, match=r"decisions\.jsonl: cannot be written: no such file"):
        append_decision(tmp_path / "gone" / "decisions.jsonl", log()[0])


@pytest.mark.parametrize("torn", ['{"action": "acc', '{"action": "accept", "note": "求'.encode()[:-1]])
def test_a_line_broken_off_is_told_with_the_way_out(tmp_path: Path, torn: str | bytes):
    path = tmp_path / "decisions.jsonl"
    append_decision(path, log()[0])
    with path.open("ab") as out:
        out.write(torn if isinstance(torn, bytes) else torn.encode())
    with pytest.raises(
        ParseError, match=r"decisions\.jsonl:2: the last line is incomplete.*Delete this line"
    ):
        load_decisions(path)
    path.write_bytes(path.read_bytes().replace(b"\n{", b"\n{x") + b"\n")
    with pytest.raises(ParseError, match="from a copy of the study"):
        load_decisions(path)


def test_a_whole_line_that_lacks_only_its_end_is_no_hindrance(tmp_path: Path):
    path = tmp_path / "decisions.jsonl"
    append_decision(path, log()[0])
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    append_decision(path, log()[1])
    assert len(load_decisions(path)) == 2
