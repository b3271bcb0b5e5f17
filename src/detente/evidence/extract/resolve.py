"""From a subject in words to a speaker of the cast: pronouns, offices and pairs led back to names."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.evidence.extract.cast import Mention
from detente.evidence.extract.lexicon import GROUP_NOUNS, PERSON_TITLES
from detente.evidence.extract.scene import Scene, Speaker
from detente.evidence.extract.subjects import Candidate, candidates, is_human, offices
from detente.evidence.extract.word_lists import word_set

_ARTICLE = re.compile(
    r"\A(?:the|a|an|both|those|these|this|that|its|his|her|their|our|my)\s+(?:own\s+)?", re.IGNORECASE
)
_POSSESSOR = re.compile(r"(?:its|his|her|their|our)\s+", re.IGNORECASE)
_AND = re.compile(r" and (?:the |its |his |her )?(?:[A-Za-z’'-]+ ){0,5}\Z")
_BESIDE = re.compile(r", ([A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3})(?=,)")
_DIRECT = re.compile(r" ([A-Z][a-zÀ-ž’-]+(?: [A-Z][a-zÀ-ž’-]+){0,2})(?= [a-z])")
_DEFINITE = re.compile(r"(?:the|this|that|his|her|its|their)\s", re.IGNORECASE)
_PAIR = re.compile(r"(?:the |both |these )?(?:two |both )?[a-z ]{0,24}", re.IGNORECASE)
_STATES = word_set("sides parties countries governments states nations capitals neighbours neighbors")
_HOUSES = frozenset(
    {"White House", "Pentagon", "Kremlin", "Blue House", "Cheong Wa Dae", "Downing Street", "Whitehall",
    "Élysée",
     "Elysée", "Quai d'Orsay", "Zhongnanhai", "Malacañang", "Malacanang", "Vatican"}
)  # fmt: skip
"""Houses of government that speak under their own name."""
THINGS = word_set(
    "statement report declaration document text treaty communique communiqué agreement accord letter "
    "study survey inquiry audit poll manifesto leaflet placard banner "
    "editorial article memorandum protocol resolution draft note proverb memo cable paper leaflet"
)
_THOSE = re.compile(r"\b[Tt]here are (those|people|some|many|others|voices)(?= who\b)")
_JOINT = re.compile(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2} and [A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2}(?= [a-z])")
_BESIDE_NAME = re.compile(r"(?<![\w’'-] )\b([A-Z][a-zÀ-ž’-]+(?: [A-Z][a-zÀ-ž’-]+)?) and \Z")
_REACH = 40
_SENTENCES_BACK = 12


def resolve(scene: Scene, candidate: Candidate, *, low: int) -> Speaker | None:
    """Whom a subject means at its place; `low` is where its sentence begins."""
    if candidate.mention is not None:
        return _of_mention(scene, candidate, low)
    if candidate.pronoun:
        return pronoun(scene, candidate.pronoun, candidate.start, low)
    return office(scene, candidate)


def of_actor(scene: Scene, index: int, at: int) -> Speaker:
    """The speaker an actor of the cast is."""
    actor = scene.cast.actors[index]
    return Speaker(actor.name, index, at, human=actor.kind == "person", plural=actor.kind == "group")


def pronoun(scene: Scene, word: str, at: int, low: int) -> Speaker | None:
    """Whom he, she, it, they, I or we means at a place."""
    if word in ("i", "we"):
        return scene.turns.get(scene.block_of(at), scene.default) or scene.default
    if word in ("he", "she", "his", "her"):
        return _person_before(scene, at, low, "m" if word in ("he", "his") else "f")
    meant = _body_before(scene, at, low) if word in ("it", "its") else _many_before(scene, at, low)
    return replace(meant, guess=True) if meant is not None else None


def office(scene: Scene, candidate: Candidate) -> Speaker | None:
    """Whom an office means: the person of that title named before, or the office in its own words."""
    words, head = candidate.words, candidate.head
    if not head:  # a name nobody introduced
        other = _BESIDE_NAME.search(scene.masked, max(0, candidate.start - 40), candidate.start)
        if other is not None:
            return Speaker(f"{other.group(1)} and {words}", None, other.start(), plural=True)
        return Speaker(words, None, candidate.start)
    if (
        head in GROUP_NOUNS
        and _PAIR.fullmatch(words)
        and re.match(r"(?:the two|both|the)\b", words, re.IGNORECASE)
    ):
        pair = _pair(scene, candidate.start, human=head not in _STATES)
        if pair is not None and ("two" in words.lower() or "both" in words.lower() or head in _STATES):
            return pair
    if head in PERSON_TITLES and _DEFINITE.match(words):
        known = _titled(scene, head, words, candidate.start)
        if known is not None:
            return known
    named = _named_beside(scene, candidate) or _same_office(scene, candidate)
    if named is not None:
        return named
    name = _ARTICLE.sub("", words, count=1)
    name = name[4:] if name[:4].lower() == "one " and not name[4:].startswith("of ") else name
    if not _POSSESSOR.match(words):
        body = _known_body(scene, name, candidate.start)
        if body is not None:
            return body
    human = head not in THINGS and (is_human(head) or head.endswith("s") or head in ("one", "another"))
    return Speaker(name.strip(), None, candidate.start, human=human, plural=head.endswith("s"))


def _same_office(scene: Scene, candidate: Candidate) -> Speaker | None:
    """The unnamed holder of an office told more fully just before ("One cabinet minister … the minister")."""
    if candidate.words.lower() != f"the {candidate.head}" or not is_human(candidate.head):
        return None
    number = scene.block_of(candidate.start)
    for back in range(2):
        if number - back < 0:
            break
        for start, end in scene.sentences_before(candidate.start, number - back, 3):
            for told in offices(scene.masked, start, end):
                if told.head == candidate.head and told.end - told.start > candidate.end - candidate.start:
                    name = _ARTICLE.sub("", told.words, count=1)
                    name = name[4:] if name[:4].lower() == "one " else name
                    return Speaker(name, None, told.start)
    return None


def _named_beside(scene: Scene, candidate: Candidate) -> Speaker | None:
    """The name in apposition to an office ("one driver, Reza, …")."""
    direct = _DIRECT.match(scene.masked, candidate.end)
    if direct is not None and not candidate.head.endswith("s") and candidate.words[:1].islower():
        return Speaker(direct.group(1), None, direct.start(1))
    found = _BESIDE.match(scene.masked, candidate.end)
    if found is None or candidate.head.endswith("s"):
        return None
    for mention in scene.named(found.start(1), found.end(1)):
        if _is_person(scene, mention):
            return of_actor(scene, mention.actor, mention.start)
        return None
    return Speaker(found.group(1), None, found.start(1))


def _of_mention(scene: Scene, candidate: Candidate, low: int) -> Speaker:
    mention = candidate.mention
    assert mention is not None
    speaker = of_actor(scene, mention.actor, mention.start)
    written = scene.text[mention.start : mention.end]
    if mention.form == "seat" and written in _HOUSES:
        return replace(speaker, name=written)
    if scene.cast.actors[mention.actor].kind == "state":
        return _with_partner(scene, speaker, mention, low)
    title = _spokesman(scene, mention)
    return title or _with_partner(scene, speaker, mention, low)


def _spokesman(scene: Scene, mention: Mention) -> Speaker | None:
    """ "A spokesman for President X": the one who speaks is not the one named."""
    before = scene.masked[max(0, mention.full_start - 60) : mention.full_start]
    found = re.search(
        r"((?:an? |the |one )?(?:[a-z-]{2,16} ){0,2}(?:spokes(?:man|woman|person)|aide|adviser|"
        r"advisor|lawyer|deputy|"
        r"official|envoy|representative|ally)s? (?:for|of|to|close to) (?:the )?)\Z",
        before,
    )
    if found is None:
        return None
    whole = _ARTICLE.sub("", found.group(1), count=1) + scene.text[mention.full_start : mention.end]
    return Speaker(whole, None, mention.start)


def _with_partner(scene: Scene, speaker: Speaker, mention: Mention, low: int) -> Speaker:
    """Both of "X and Y said": one speaker with both names."""
    before = scene.masked[max(low, mention.full_start - _REACH) : mention.full_start + 1]
    if _AND.search(before[:-1]) is None and not before[:-1].endswith(" and "):
        return speaker
    gap_start = mention.full_start - len(before) + 1
    joined = before[:-1].rfind(" and ")
    for other in reversed(scene.named(low, mention.full_start)):
        if other.actor == mention.actor:
            return speaker
        if (
            other.end == gap_start + joined
            and scene.cast.actors[other.actor].kind == scene.cast.actors[mention.actor].kind
        ):
            return _both(scene, other.actor, mention.actor, mention.start)
        return speaker
    return speaker


def _both(scene: Scene, first: int, second: int, at: int) -> Speaker:
    names = [scene.cast.actors[index].name for index in (first, second)]
    return Speaker(" and ".join(names), None, at, human=True, plural=True)


def _pair(scene: Scene, at: int, *, human: bool) -> Speaker | None:
    """The last two persons (or states) named before a place."""
    kinds = ("person",) if human else ("state",)
    found: list[int] = []
    place = at
    for number, mention in enumerate(scene.cast.before(at)):
        if number > 40 or len(found) == 2:
            break
        if (
            scene.cast.actors[mention.actor].kind in kinds
            and mention.actor not in found
            and mention.form != "seat"
        ):
            found.append(mention.actor)
            place = mention.start
    return _both(scene, found[1], found[0], place) if len(found) == 2 else None


def _person_before(scene: Scene, at: int, low: int, gender: str) -> Speaker | None:
    """The person a singular pronoun means: this sentence's subject, the last speaker, the last sentence's
    subject."""
    here = _person_in(scene, low, at, gender) or _office_in(scene, low, at)
    if here is not None or scene.nested:
        return here
    number = scene.block_of(at)
    last = scene.last if scene.last is not None and scene.last.human and not scene.last.plural else None
    if last is not None and not _fits(scene, last.actor, gender):
        last = None
    for back in range(4):
        if number - back < 0:
            break
        for start, end in scene.sentences_before(low, number - back, _SENTENCES_BACK):
            if last is not None and last.at >= start:
                return last
            found = _person_in(scene, start, end, gender) or _office_in(scene, start, end)
            if found is not None:
                return found
    return last


def _person_in(scene: Scene, start: int, end: int, gender: str) -> Speaker | None:
    """The first person who is a subject in [start, end), else the first named there."""
    named = [m for m in scene.named(start, end) if _is_person(scene, m) and _fits(scene, m.actor, gender)]
    if not named:
        return _unknown_in(scene, start, end)
    free = {c.mention.start for c in candidates(scene, start, end) if c.mention is not None}
    chosen = next((m for m in named if m.start in free), named[0])
    return of_actor(scene, chosen.actor, chosen.start)


def _many_before(scene: Scene, at: int, low: int) -> Speaker | None:
    """Those "they" means: a plural of this sentence or the one before, the last speakers, or the last two."""
    number = scene.block_of(at)
    spans = [(low, at), *scene.sentences_before(low, number, 1)]
    for back in range(1, 5):
        spans += scene.sentences_before(low, number - back, 1) if number >= back else []
    for start, end in spans:
        those = _THOSE.search(scene.masked, start, end)
        if those is not None:
            return Speaker(those.group(1), None, those.start(), plural=True)
        joint = _JOINT.match(scene.masked, start, end)
        if joint is not None:
            return Speaker(joint.group(), None, start, plural=True)
        options = candidates(scene, start, end)
        several = [c for c in options if c.words and c.head.endswith("s")]
        if several and not (start != low and options[0].pronoun == "they"):
            return office(scene, several[0])
    last = scene.last
    if last is not None and (last.plural or not last.human) and last.at >= low - 400:
        return last
    pair = _pair(scene, at, human=True)
    return pair if pair is not None and pair.at >= low - 400 else None


def _unknown_in(scene: Scene, start: int, end: int) -> Speaker | None:
    """The first of several capitalised words that nobody introduced and that can be a person's name."""
    for candidate in candidates(scene, start, end):
        if candidate.words and not candidate.head and " " in candidate.words:
            return Speaker(candidate.words, None, candidate.start)
    return None


def _office_in(scene: Scene, start: int, end: int) -> Speaker | None:
    """The unnamed person who is a subject in [start, end) ("His defence minister … he …")."""
    for candidate in candidates(scene, start, end):
        singular = candidate.words and not candidate.head.endswith("s")
        if singular and is_human(candidate.head):
            return office(scene, candidate)
    return None


def _is_person(scene: Scene, mention: Mention) -> bool:
    return scene.cast.actors[mention.actor].kind == "person"


def _fits(scene: Scene, actor: int | None, gender: str) -> bool:
    person = scene.cast.actors[actor].person if actor is not None else None
    return person is None or not person.gender or person.gender == gender


def _body_before(scene: Scene, at: int, low: int) -> Speaker | None:
    """The state or body "it" means: a subject of this sentence, or of the one before."""
    number = scene.block_of(at)
    spans = [(low, at)]
    for back in range(2):
        if number - back >= 0:
            spans += scene.sentences_before(low, number - back, 3)
    for start, end in spans:
        opening = next(iter(candidates(scene, start, end)), None)
        if opening is not None and opening.head in THINGS and opening.start < start + 12:
            return office(scene, opening)
        bodies = [
            c.mention
            for c in candidates(scene, start, end)
            if c.mention is not None and not _is_person(scene, c.mention)
        ]
        if bodies:
            return of_actor(scene, bodies[-1].actor, bodies[-1].start)
    last = scene.last
    return last if last is not None and not last.human else None


def _titled(scene: Scene, head: str, words: str, at: int) -> Speaker | None:
    """The last person named before whose title is that office."""
    qualifiers = set(re.findall(r"\b[a-z-]+", words)) - {head, "the", "his", "her", "its", "their"}
    for number, mention in enumerate(scene.cast.before(at)):
        if number > 60:
            return None
        person = scene.cast.actors[mention.actor].person
        if person is not None and head in person.titles and qualifiers <= person.titles | {"country’s"}:
            return of_actor(scene, mention.actor, mention.start)
    return None


def _known_body(scene: Scene, name: str, at: int) -> Speaker | None:
    """A body of the cast that an office in words names again ("the ministry")."""
    lowered = name.casefold()
    if " " in lowered:
        return None
    for number, mention in enumerate(scene.cast.before(at)):
        if number > 30:
            return None
        actor = scene.cast.actors[mention.actor]
        if actor.kind in ("government", "organization") and lowered in actor.name.casefold():
            return of_actor(scene, mention.actor, mention.start)
    return None
