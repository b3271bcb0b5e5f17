"""Persons: name variants joined into one, and lone family names given to whom they mean."""

from __future__ import annotations

from collections import defaultdict

from detente.reading.actors import Person
from detente.reading.names.latin_persons import FAMILY_FIRST, NameRun
from detente.reading.word_lists import word_set

_FAMILY_FIRST_STATES = frozenset({"KOR", "PRK", "CHN", "TWN", "VNM", "HKG"})
_FEMALE = word_set(
    "mrs ms miss spokeswoman chairwoman congresswoman queen princess lady dame baroness sister"
)
_MALE = word_set("mr spokesman chairman congressman king prince sir lord brother")


class Persons:
    """Gathers names, joins variants, then says whom a name means at its place."""

    def __init__(self) -> None:
        self._full: dict[str, Person] = {}
        self._speaking: set[str] = set()
        self._lone: dict[str, Person] = {}
        self._by_family: dict[str, list[Person]] = defaultdict(list)
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        self._latest: dict[str, Person] = {}

    def gather(self, run: NameRun, name: str) -> None:
        """Take note of a candidate."""
        words = _parts(run.words)
        if len(run.words) > 1 or (len(name) > 1 and not name.isascii()):
            person = self._full.setdefault(
                _key(words), Person(_shown(name), words, _family(run.words, run.country))
            )
        elif run.evidence == 2:
            person = self._lone.setdefault(words[0], Person(_shown(name), words, words[0]))
        else:
            if run.evidence:
                self._speaking.add(words[0])
            return
        person.titles.update(run.titles)
        person.country = person.country or run.country
        person.gender = person.gender or _gender(run.titles)
        person.evidence = max(person.evidence, run.evidence)
        person.times += 1

    def join(self) -> None:
        """Keep those who are persons, join first-and-last-name variants, and index them."""
        kept = [person for person in self._full.values() if self._believed(person)]
        for person in kept:
            if len(person.words) == 3 and person.country in _FAMILY_FIRST_STATES:
                person.family = _family(person.words, person.country)
        self._full = {_key(person.words): person for person in kept}
        for person in kept:
            self._by_family[person.family].append(person)
            for word in person.words:
                self._by_word[word].append(person)
        for word, lone in self._lone.items():
            for person in self._by_family.get(word, self._by_word.get(word, []))[:1]:
                person.titles |= lone.titles
                person.country = person.country or lone.country
                person.gender = person.gender or lone.gender

    def names(self) -> tuple[str, ...]:
        """The names of everybody believed to be a person."""
        return tuple(person.name for person in self._full.values())

    def _believed(self, person: Person) -> bool:
        """Titles and appositions are enough; so is a last name that speaks elsewhere; capitals alone are
        not."""
        if person.evidence > 0:
            return True
        return len(person.words) in (2, 3) and person.words[-1] in self._speaking

    def meant(self, run: NameRun) -> Person | None:
        """Whom a name means; the latest of that family name when several bear it."""
        words = _parts(run.words)
        if len(words) > 1 or _key(words) in self._full:
            person = self._full.get(_key(words)) or self._shorter(words, run)
            if person is not None:
                for word in person.words:
                    self._latest[word] = person
            return person
        word = words[0]
        for bearers in (self._by_family.get(word), self._by_word.get(word)):
            if bearers:
                latest = self._latest.get(word)
                return latest if latest in bearers else bearers[0]
        return self._lone.get(word) if run.evidence == 2 or word in self._lone else None

    def _shorter(self, words: tuple[str, ...], run: NameRun) -> Person | None:
        """A longer name's variant: first and last word agree, or one is a part of the other."""
        if run.evidence == 0:
            return None
        for person in self._by_word.get(words[-1], []):
            if set(words) <= set(person.words) or words[0] == person.words[0]:
                return person
        return None


def _shown(name: str) -> str:
    """A name as shown: capitals only where the page shouts."""
    return name.title() if name.isupper() and len(name) > 3 else name


def _parts(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.casefold().strip(".’'") for word in words)


def _key(words: tuple[str, ...]) -> str:
    return "".join(word.replace("-", "") for word in words)


def _family(words: tuple[str, ...], country: str) -> str:
    """The family name: first where it stands first, else last."""
    parts = _parts(words)
    if len(parts) == 1:
        return parts[0] if parts[0].isascii() else parts[0][:1]
    first, last = parts[0] in FAMILY_FIRST, parts[-1] in FAMILY_FIRST
    if country in _FAMILY_FIRST_STATES and "-" not in parts[0]:
        return parts[0] if first or not last else parts[-1]
    if first and not last and (len(parts) == 3 or "-" in parts[1]):
        return parts[0]
    return parts[-1]


def _gender(titles: tuple[str, ...]) -> str:
    if _FEMALE & set(titles):
        return "f"
    return "m" if _MALE & set(titles) else ""
