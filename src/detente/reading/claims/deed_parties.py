"""The parties of a deed: whom its subject names, and whom its object, its preposition or its that-clause."""

from __future__ import annotations

import re

from detente.reading.actors import Mention
from detente.reading.claims.deeds import Deed, Told
from detente.reading.context import Scene, Speaker
from detente.reading.english.clause_words import NounPhrase
from detente.reading.english.clauses import clauses_of
from detente.reading.english.offices import THINGS
from detente.reading.english.phrase_speakers import speaker_of_phrase
from detente.reading.english.subjects import is_human, is_role
from detente.reading.english.verb_forms import verb_forms
from detente.reading.english.words import STARTERS
from detente.reading.word_lists import word_set

Names = tuple[str, ...]

_LEAD = re.compile(r"(?:(?:both|neither|either|not|the|nor|only|even) )*\Z", re.I)
_JOIN = re.compile(r",? (?:and|or|nor) (?:the )?|, (?:the )?")
_BUT = re.compile(r",? but (?:the )?")
_TRAIL = re.compile(r"(?: \w+ly)*")
"""Adverbs that went with a name into a phrase ("Norway likely")."""
_TWO = re.compile(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+)? and [A-Z][\w’-]+(?: [A-Z][\w’-]+)?")
_BETWEEN = re.compile(r" (?:\w+ ){0,2}(?:between|among) (?:the )?")
_MORE = re.compile(r"\b(?:three|four|five|six|seven|eight|\d+|several|many)\b", re.I)
_NO_NAMES = word_set(
    "first second third fourth whoever whatever what who here there nobody somebody anybody everybody "
    "everyone someone nothing something yesterday today tomorrow "
    "monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr gen maj col"
)
_ANYBODY = frozenset(
    {
        "one",
        "another",
        "others",
        "some",
        "many",
        "both",
        "the other",
        "other",
        "few",
        "somebody",
        "nobody",
        "anybody",
        "everybody",
        "none",
    }
)
_ADVERBS = re.compile(r" (?:(?:\w+ly|again|also|instead|once more) )*")
_PREPOSITIONS: dict[str, frozenset[str]] = {
    "call": frozenset({"on", "upon"}), "urge": frozenset({"on", "upon"}), "appeal": frozenset({"to"}),
    "plead": frozenset({"with"}), "agree": frozenset({"with"}),
    **dict.fromkeys(("demand", "ask", "request", "seek"), frozenset({"from", "of"})),
}  # fmt: skip
"""Before whom a verb's addressee stands; for other verbs it is "to"."""
_TO = frozenset({"to"})
_DIRECT = frozenset({
    "ask", "urge", "press", "implore", "exhort", "beseech", "promise", "offer", "tell", "warn", "caution",
})  # fmt: skip
"""Verbs whose object is the one addressed."""
_GIVING = frozenset({"promise", "offer"})
_NO_OBJECT = frozenset({
    "in", "at", "near", "by", "since", "during", "after", "before", "until", "over", "for", "about",
    "despite",
    "like", "unlike", "as", "under", "amid", "within",
})  # fmt: skip


def doers(scene: Scene, phrase: NounPhrase | None, low: int) -> Names:
    """The names of those a noun phrase means as doers; nobody where it names no one who could."""
    if phrase is None:
        return ()
    listed = _instead(scene, phrase) or _listed(scene, phrase)
    if listed:
        return listed
    if phrase.pronoun and phrase.head in ("it", "they"):
        return _subject_before(scene, phrase, low)
    speaker = speaker_of_phrase(scene, phrase, low)
    if speaker is None or not _can_act(scene, phrase, speaker):
        return parties_between(scene, phrase)
    names = names_of(scene, speaker)
    more = len(names) > 1 and _MORE.search(scene.masked[phrase.start : phrase.end]) is not None
    return () if more or speaker.name.lower() in _ANYBODY else names


def _instead(scene: Scene, phrase: NounPhrase) -> Names:
    """Those named after "but" where the phrase itself is denied: "not China but Mongolia demanded …"."""
    but = _BUT.search(scene.masked, phrase.start, phrase.end + 9) if phrase.led == "not" else None
    named = scene.named(but.end(), but.end() + 80) if but is not None else []
    if but is None or not named or named[0].full_start != but.end():
        return ()
    return scene.cast.names(_joined(scene, named[0]))


def _subject_before(scene: Scene, phrase: NounPhrase, low: int) -> Names:
    """Whom "it" or "they" means: the subject told last in this sentence, else the first of the one before."""
    for subject in reversed(_subjects(scene, low, phrase.start)):
        names = _listed(scene, subject) or _body(scene, subject)
        if _fits(scene, phrase.head, names):
            return names
    for start, end in scene.sentences_before(low, scene.block_of(low), 1):
        for subject in _subjects(scene, start, end)[:1]:
            names = _listed(scene, subject) or _body(scene, subject)
            return names if _fits(scene, phrase.head, names) else ()
    return ()


def _subjects(scene: Scene, start: int, end: int) -> list[NounPhrase]:
    told = clauses_of(scene.masked, start, end).told
    return [c.subject for c in told if c.subject is not None and not c.subject.pronoun]


def _fits(scene: Scene, pronoun: str, names: Names) -> bool:
    """Whether "they" can mean those, or "it" that one: several, or one that is no person."""
    if pronoun == "they" or len(names) != 1:
        return pronoun == "they" and len(names) > 1
    number = scene.cast.number_of(names[0])
    return number is None or scene.cast.actors[number].kind != "person"


def _body(scene: Scene, subject: NounPhrase) -> Names:
    """An unnamed body ("the ministry"), and two states told as two ("the two sides")."""
    speaker = speaker_of_phrase(scene, subject, subject.start) if is_role(subject.head) else None
    return names_of(scene, speaker) if speaker is not None and not is_human(subject.head) else ()


def names_of(scene: Scene, speaker: Speaker) -> Names:
    """A speaker's name; both names where two of the cast speak together."""
    parts = tuple(speaker.name.split(" and "))
    known = all(scene.cast.number_of(part) is not None for part in parts)
    two = known or (speaker.plural and _TWO.fullmatch(speaker.name))
    return parts if len(parts) > 1 and two else (speaker.name,)


def speaker_named(scene: Scene, name: str, at: int) -> Speaker:
    """The speaker of a name, as having spoken at a place."""
    index = scene.cast.number_of(name)
    words = name.split()
    head = words[-1].lower() if words else ""
    human = scene.cast.actors[index].kind == "person" if index is not None else head not in THINGS
    return Speaker(
        name, index, at, human=human, plural=index is None and (" and " in name or head.endswith("s"))
    )


def addressees(scene: Scene, told: Told, deed: Deed, kind: str, who: Names) -> Names:
    """To whom a deed of asking, promising, offering or telling is addressed, where its own clause says so."""
    if deed.group.passive and deed.base in _DIRECT:
        return _others(_actors_at(scene, deed.subject), who)
    governors = _PREPOSITIONS.get(deed.base, _TO)
    for phrase in told.clauses.phrases:
        if not deed.end <= phrase.start < deed.stop or phrase.led == "by":
            continue
        direct = not phrase.governor and _ADVERBS.fullmatch(scene.masked, deed.end, phrase.start)
        if (direct and deed.base in _DIRECT) or phrase.governor in governors:
            found = _actors_at(scene, phrase)
            if direct and not found and deed.base in _GIVING:
                found = subject_named(scene, phrase)  # "promised Tokyo access"
            if found:
                return _others(found, who)
    return _others(_of_demanded(scene, told, deed), who) if kind == "ask" else ()


def acted_upon(scene: Scene, told: Told, deed: Deed, who: Names) -> Names:
    """Whom an event befalls: the one its object names, be it as an adjective ("two Korean trawlers")."""
    if deed.group.passive:
        return _others(scene.cast.names(scene.named(deed.subject.start, deed.subject.end)[:1]), who)
    for phrase in told.clauses.phrases:
        if not deed.end <= phrase.start < deed.stop or phrase.governor in _NO_OBJECT or phrase.led == "that":
            continue
        named = [m for m in scene.named(phrase.start, phrase.end) if not _in_a_title(scene, m)]
        if named:
            found = _others(scene.cast.names(_joined(scene, named[0])), who)
            if found:
                return found
    return ()


def _in_a_title(scene: Scene, mention: Mention) -> bool:
    """Whether a capital is a part of another name ("the Washington Accords")."""
    return (
        mention.form == "seat"
        and re.match(r" [A-Z]", scene.masked[mention.end : mention.end + 2]) is not None
    )


def _of_demanded(scene: Scene, told: Told, deed: Deed) -> Names:
    """The subject of what is demanded: "demanded that Seoul lift the ban"."""
    that = scene.masked.startswith(" that ", deed.end) and deed.end + 6
    phrase = next((p for p in told.clauses.phrases if that and p.start == that), None)
    if phrase is None or phrase.pronoun:
        return ()
    return subject_named(scene, phrase)


def subject_named(scene: Scene, phrase: NounPhrase) -> Names:
    """Whom a phrase begins with, a verb's bare form taken for a noun at its end ("Seoul lift")."""
    first = next(iter(scene.named(phrase.start, phrase.end)), None)
    if first is None or not _LEAD.match(scene.masked[phrase.start : first.full_start]):
        return _actors_at(scene, phrase)
    return scene.cast.names(_joined(scene, first)) if _is_actor(scene, first) else ()


def _listed(scene: Scene, phrase: NounPhrase) -> Names:
    """The names a phrase wholly consists of: "Han", "both Japan and South Korea"."""
    named = scene.named(phrase.start, phrase.end)
    if not named or not _LEAD.match(scene.masked[phrase.start : max(phrase.start, named[0].full_start)]):
        return ()
    group = _joined(scene, named[0])
    left = scene.masked[group[-1].end : phrase.end]
    whole = _TRAIL.fullmatch(left) is not None and _is_actor(scene, group[-1])
    inside = [mention for mention in group if mention.start < phrase.end]
    return scene.cast.names(inside) if whole and len(inside) == len(named) else ()


def _joined(scene: Scene, first: Mention) -> list[Mention]:
    """A mention and those that "and" or commas with "and" join to it."""
    group = [first]
    for mention in scene.named(first.end, first.end + 200):
        between = scene.masked[group[-1].end : mention.full_start]
        if not _JOIN.fullmatch(between) or not _is_actor(scene, mention):
            break
        group.append(mention)
    while len(group) > 1 and not re.search(
        r"\b(?:and|or|nor)\b", scene.masked[group[0].end : group[-1].start]
    ):
        group.pop()
    return group


def _is_actor(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is a party itself: no possessor, no adjective, no half of a hyphenated pair."""
    after = scene.masked[mention.end : mention.end + 2]
    if after in ("’s", "'s") or (after[:1] in ("’", "'") and mention.form != "person"):
        return False
    if after[:1] in ("-", "–") and after[1:].isalnum():
        return False
    return mention.form != "demonym" or not re.match(r" [a-z]", scene.masked[mention.end : mention.end + 2])


def _others(found: Names, who: Names) -> Names:
    return tuple(name for name in found if name not in who)


def _actors_at(scene: Scene, phrase: NounPhrase) -> Names:
    """The known actors a phrase means, with those joined to it."""
    named = scene.named(phrase.start, phrase.end)
    if named and _LEAD.match(scene.masked[phrase.start : max(phrase.start, named[0].full_start)]):
        group = _joined(scene, named[0])
        if group[-1].end >= phrase.end and _is_actor(scene, named[0]):
            return scene.cast.names(group)
    if phrase.pronoun or not is_role(phrase.head):
        return ()
    speaker = speaker_of_phrase(scene, phrase, phrase.start)
    if speaker is None:
        return ()
    names = names_of(scene, speaker)
    return names if speaker.actor is not None or len(names) > 1 else ()


def parties_between(scene: Scene, phrase: NounPhrase) -> Names:
    """The parties of something that is between them: "talks between Japan and South Korea"."""
    between = _BETWEEN.match(scene.masked, phrase.end)
    first = next(iter(scene.named(between.end(), between.end() + 30)), None) if between else None
    if between is None or first is None or first.full_start > between.end():
        return ()
    return scene.cast.names(_joined(scene, first))


def _can_act(scene: Scene, phrase: NounPhrase, speaker: Speaker) -> bool:
    """Whether somebody of a name, an office, or an unknown name in capitals is meant."""
    if (
        speaker.actor is not None
        or phrase.pronoun
        or is_role(phrase.head)
        or len(names_of(scene, speaker)) > 1
    ):
        return True
    last = scene.masked[phrase.start : phrase.end].split()[-1]
    low = last.lower()
    return last[:1].isupper() and low not in STARTERS and low not in _NO_NAMES and low not in verb_forms()
