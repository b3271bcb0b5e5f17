"""A part of a JSON text is found where it stands."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.store.json_places import items, offset_of, place

VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=12,
)


@given(VALUES, st.sampled_from([None, 1, 3]), st.data())
def test_every_part_is_found(value, indent, data):
    text = json.dumps(value, indent=indent)
    path, part = [], value
    while isinstance(part, (dict, list)) and part and data.draw(st.booleans()):
        step = data.draw(st.sampled_from(list(part) if isinstance(part, dict) else range(len(part))))
        path, part = [*path, step], part[step]
    found = text[offset_of(text, 0, path) :]
    if path and isinstance(path[-1], str):
        key, end = json.JSONDecoder().raw_decode(found)
        assert key == path[-1]
        found = found[end:].lstrip().removeprefix(":").lstrip()
    assert json.JSONDecoder().raw_decode(found)[0] == part


@given(st.lists(st.dictionaries(st.text(), st.integers()), min_size=1), st.sampled_from(["array", "lines"]))
def test_an_array_and_lines_hold_the_same_values(values, form):
    text = json.dumps(values, indent=2) if form == "array" else "\n".join(map(json.dumps, values))
    found = items(text)
    assert [one.value for one in found] == values
    assert all(text[one.start] == "{" for one in found)


@pytest.mark.parametrize("text", ["[1", "[1,]", "[1 2]", "[1] 2", "{", "[,1]"])
def test_what_is_no_json_is_refused(text):
    with pytest.raises(json.JSONDecodeError):
        items(text)


def test_a_part_that_is_not_there_is_found_as_far_as_it_goes():
    assert offset_of('{"a": {"b": 1}}', 0, ("a", "c", "d")) == 1
    assert offset_of("[1, 2]", 0, (7,)) == 0
    assert place("ab\ncd", 4) == (2, 2)
