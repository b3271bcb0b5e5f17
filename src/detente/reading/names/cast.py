"""The cast of a document: every actor once, with all its mentions in order.

First the names are gathered, then variants are joined (Lee Jae Myung, Lee Jae-myung, President Lee, Lee),
then lone family names are given to the person meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from detente.reading.actors import Actor, Cast, Mention, Person
from detente.reading.cjk.scripts import CJK
from detente.reading.marks import ActorKind, Block
from detente.reading.names.bodies import arm_after, groups, organizations
from detente.reading.names.cjk_persons import cjk_name_runs, names_pattern, told_again
from detente.reading.names.gazetteer import Found, known_cjk_names, known_names, state_names
from detente.reading.names.latin_persons import NameRun, name_runs
from detente.reading.names.persons import Persons
from detente.reading.names.unknown_states import mentions_of, unknown_states

_VENUE = re.compile(r"\b(?:in|at|near|outside) \Z")


def cast_of(text: str, content: Iterable[Block]) -> Cast:
    """The cast of the content blocks of a text (line breaks already spaces)."""
    spans = [(block.start, block.end) for block in content]
    persons = Persons()
    runs = [run for start, end in spans if not _shouted(text, start, end) for run in _runs(text, start, end)]
    again = names_pattern(runs)
    if again is not None:
        taken = {run.start for run in runs}
        found = (run for start, end in spans for run in told_again(text, start, end, again))
        runs += [run for run in found if run.start not in taken]
        runs.sort(key=lambda run: (run.start, -run.end))
    for run in runs:
        persons.gather(run, text[run.start : run.end])
    persons.join()
    builder = _Builder(text, unknown_states(text, spans, persons.names()))
    pointer = 0
    for start, end in spans:
        while pointer < len(runs) and runs[pointer].start < start:
            pointer += 1
        first = pointer
        while pointer < len(runs) and runs[pointer].start < end:
            pointer += 1
        builder.block(start, end, persons, runs[first:pointer])
    return builder.cast()


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether a line is a headline in capitals, where a capital letter tells no name."""
    line = text[start:end]
    return line.isupper() and line.count(" ") >= 3


def _runs(text: str, start: int, end: int) -> list[NameRun]:
    runs = list(name_runs(text, start, end))
    if CJK.search(text, start, end):
        runs.extend(cjk_name_runs(text, start, end))
        runs.sort(key=lambda run: (run.start, -run.end))
    return runs


class _Builder:
    """Puts mentions in order, block by block."""

    def __init__(self, text: str, states: frozenset[str]) -> None:
        self.text = text
        self.states = states
        self.actors: list[Actor] = []
        self.by_key: dict[object, int] = {}
        self.mentions: list[Mention] = []

    def block(self, start: int, end: int, persons: Persons, runs: list[NameRun]) -> None:
        found = [*self._persons(persons, runs), *self._bodies(start, end), *self._states(start, end)]
        found.sort(key=lambda mention: (mention.start, -mention.end))
        position = -1
        for mention in found:
            if mention.start >= position:
                self.mentions.append(mention)
                actor = self.actors[mention.actor]
                actor.spans.append((mention.start, mention.end))
                actor.venues += mention.form == "seat" and self._is_venue(mention.start)
                position = mention.end

    def _is_venue(self, start: int) -> bool:
        """Whether a capital is the place of something: "met in Riga", "a meeting at Oslo"."""
        return _VENUE.search(self.text, max(0, start - 10), start) is not None

    def _persons(self, persons: Persons, runs: list[NameRun]) -> Iterator[Mention]:
        for run in runs:
            person = persons.meant(run)
            if person is None or self.text[run.start : run.end] in self.states:
                continue
            index = self._index(id(person), person.name, "person", person.country, person)
            after = self.text[run.end : run.end + 15]
            if after.startswith((" administration", " government")):
                stop = run.end + len(" administration" if after[1] == "a" else " government")
                name = self.text[run.start : stop]
                government = self._index(("arm", id(person)), name, "government", person.country)
                yield Mention(run.start, stop, run.start, government, "body")
            else:
                yield Mention(run.start, run.end, run.full_start, index, "person")

    def _bodies(self, start: int, end: int) -> Iterator[Mention]:
        for body in (*organizations(self.text, start, end), *groups(self.text, start, end)):
            index = self._index(("body", body.name.casefold()), body.name, body.kind, body.country)
            yield Mention(body.start, body.end, body.start, index, "body")

    def _states(self, start: int, end: int) -> Iterator[Mention]:
        for found in known_names(self.text, start, end):
            yield self._state(found, end)
        for first, last, name in mentions_of(self.states, self.text, start, end):
            index = self._index(("state", name), name, "state", "")
            yield Mention(first, last, first, index, "name")
        if CJK.search(self.text, start, end):
            for found in known_cjk_names(self.text, start, end):
                for code in found.known.code.split("+") if found.known.form == "name" else [""]:
                    yield self._state(found, end, code)

    def _state(self, found: Found, limit: int, code: str = "") -> Mention:
        known = found.known
        if known.form == "organization":
            index = self._index(("body", known.code.casefold()), known.code, "organization", "")
            return Mention(found.start, found.end, found.start, index, "body")
        code = code or known.code
        name = state_names().get(code, known.text)
        arm = arm_after(self.text, found.end, limit) if known.form in ("demonym", "name") else None
        if arm is not None:
            stop, head = arm
            whole = self.text[found.start : stop]
            index = self._index(("arm", code, head), whole, "government", code)
            return Mention(found.start, stop, found.start, index, "body")
        index = self._index(("state", code), name, "state", code)
        return Mention(found.start, found.end, found.start, index, known.form)

    def _index(
        self, key: object, name: str, kind: ActorKind, country: str, person: Person | None = None
    ) -> int:
        if key not in self.by_key:
            self.by_key[key] = len(self.actors)
            self.actors.append(Actor(name, kind, country, person))
        return self.by_key[key]

    def cast(self) -> Cast:
        self.mentions.sort(key=lambda mention: mention.start)
        return Cast(self.actors, self.mentions)
