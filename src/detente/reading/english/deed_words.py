"""Which verbs ask, commit, propose, tell or are events, and what must stand after them to be that.

The event types are PLOVER's sixteen, in our own words, and never more than suggestions.

Verbs are listed by their base; a form is led back to it. A pattern after a verb is matched right behind it,
quotations blanked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from detente.reading.english.words import saying_verbs
from detente.reading.word_lists import word_set

_ANY = ""
_SUPPORT = (
    r"(?: [\w’'-]+){0,4} (?:support|help|cooperation|assurances?|guarantees?|backing|mediation|commitments?|"
    r"concessions?|access|relief)\b"
)
_PLAN = (
    r" (?:a|an|the|its|his|her|their) (?:[\w-]+ ){0,3}(?:plan|framework|roadmap|formula|proposal|initiative|"
    r"blueprint|compromise|scheme)\b"
)
_ASKS = {
    "ask": r"(?! (?:\w+ ){0,3}(?:whether|if|how|why|what|when|about|who)\b)"
           r"(?:(?: again| also| on \w+| in \w+| last \w+)?(?: for| that\b|"
           r" (?:[^,;:.]|\.(?! [A-Z])){1,80}?(?: to| not to| for)\b)|"
           r"[^;]{1,90}?, to\b)",
    "demand": _ANY, "request": _ANY, "urge": _ANY, "implore": _ANY, "exhort": _ANY, "beseech": _ANY,
    "call": r"(?: again| also| on \w+day| jointly)? (?:on|upon|for)\b",
    "appeal": r" (?:to|for)\b",
    "press": r" (?:for|the|[A-Z])",
    "insist": r" (?:that|on)\b",
    "plead": r" (?:with|for)\b",
    "seek": _SUPPORT,
}  # fmt: skip
_COMMITS = {
    "agree": r"(?: (?!with\b|about\b)[\w’'-]+| with [A-Z][\w’'-]+){0,4}? "
             r"(?:to|that|on (?!\w+day\b|[A-Z]|\d))\b",
    "pledge": _ANY, "promise": _ANY, "vow": _ANY,
    "commit": r" (?:to|itself|themselves|himself|herself)\b",
    "undertake": r" to\b",
    "guarantee": r" (?:that|to)\b",
    "swear": r" (?:to|that|never)\b",
    "reaffirm": r" (?:its|their|the|his|her)?(?: \w+)? ?commitment",
}  # fmt: skip
_PROPOSES = {
    "propose": _ANY,
    "offer": r"(?:(?: again| also| instead| last \w+| (?:on|in) [A-Z]\w+(?: \d{1,2})?)? to\b|"
             r" [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:a|an|the|its)\b)",
    "suggest": r" (?:that|a|an|the)\b",
    "table": _PLAN, "float": _PLAN, "unveil": _PLAN, "outline": _PLAN, "present": _PLAN, "explain": _PLAN,
    "put": r" forward\b",
}  # fmt: skip
_TELLS = word_set(
    "say tell state add note argue claim insist warn declare announce explain emphasize emphasise "
    "stress respond reply acknowledge admit concede suggest maintain assert contend predict caution "
    "deny confirm disclose reveal reiterate underline underscore highlight reaffirm affirm express "
    "voice describe complain allege"
)
_CLAUSE = (
    r" (?:that|it|he|she|they|there)\b| (?:the |its |his |her |their )?[\w’'-]+ (?:was|were|is|are|had|has)\b"
)
_QUOTED = r"\s?[,:.]| [“\"‘'«„]"
_TELLS_AFTER = {
    "claim": rf"{_CLAUSE}|{_QUOTED}| to (?:have|be)\b",
    "maintain": rf"{_CLAUSE}|{_QUOTED}",
    "respond": rf" that\b|{_QUOTED}",
    "reply": rf" that\b|{_QUOTED}",
    "add": rf"{_CLAUSE}|{_QUOTED}| on \w+day\b",
    "suggest": rf"{_CLAUSE}|{_QUOTED}| (?:on|in|to) ",
}
"""Verbs of telling that are often something else ("claims the islands", "added two ships")."""
_ASKING_NOUN = re.compile(r"(?:demands?|requests?|calls?|appeals?|pleas?) (?:for|that|to)\b")

_EVENTS: tuple[tuple[str, str], ...] = (
    ("ASSAULT", "attack shell bomb kill ambush raid torpedo"),
    ("COERCE", "seize arrest detain expel block blockade impound deport ban"),
    ("MOBILIZE", "deploy mobilise mobilize mass"),
    ("SANCTION", "suspend halt"),
    ("PROTEST", "protest demonstrate rally boycott"),
    ("THREATEN", "threaten"),
    ("REJECT", "reject refuse veto rebuff spurn"),
    ("ACCUSE", "accuse blame denounce condemn"),
    ("RETREAT", "withdraw evacuate remove dismantle"),
    ("AID", "donate"),
    ("COOPERATE", "ratify sign reopen"),
    ("CONCEDE", "lift ease relax waive pardon apologise apologize"),
    ("SUPPORT", "endorse back recognise recognize"),
    ("AGREE", "accept invite pledge promise"),
    ("CONSULT", "visit host telephone"),
    ("REQUEST", "request demand"),
)
_EVENTS_AFTER: tuple[tuple[str, str, str], ...] = (
    ("SANCTION", "withdraw", r" from\b"),
    ("SANCTION", "impose", r" (?:[\w’'-]+ ){0,4}(?:sanctions|tariffs?|restrictions?|embargo|"
                           r"dut(?:y|ies)|curbs?|controls?|ban)\b"),
    ("SANCTION", "cut", r" (?:off )?(?:[\w’'-]+ ){0,2}(?:ties|aid|relations|imports|exports)\b"),
    ("SANCTION", "recall", r" (?:its|the|his|her|their) (?:[\w’'-]+ ){0,3}(?:ambassadors?|envoys?|"
                           r"consuls?|diplomats?|delegation|representatives?|staff|attachés?)\b"),
    ("SANCTION", "tighten", r" (?:[\w’'-]+ ){0,3}(?:inspections?|controls?|restrictions?|checks?|"
                            r"sanctions|rules)"),
    ("SANCTION", "break", r" off\b"),
    ("ASSAULT", "strike", r"(?! (?:an?|the) (?:[\w’'-]+ ){0,3}(?:deal|agreement|tone|note|"
                          r"chord|balance|bargain|compromise|accord|pact)\b)"),
    ("ASSAULT", "exchange", r" (?:\w+ )?(?:fire|shots)\b"),
    ("COOPERATE", "exchange", r" (?:[\w’'-]+ ){0,3}(?:prisoners|ambassadors|envoys|data|"
                              r"letters|notes|instruments|information|detainees|remains)\b"),
    ("RETREAT", "release", r" (?:[\w’'-]+ ){0,5}(?:prisoners?|fishermen|sailors?|crews?|"
                           r"detainees?|hostages?|soldiers?|ships?|boats?|vessels?|trawlers?|captives?|journalists?)\b"),
    ("ASSAULT", "fire", r" (?:on|at|missiles?|[\w-]+ missiles?)\b"),
    ("ASSAULT", "launch", r" (?:[\w’'-]+ ){0,3}(?:airstrikes?|air strikes?|attacks?|offensive|raids?)\b"),
    ("MOBILIZE", "put", r" (?:\w+ ){1,3}on alert\b"),
    ("MOBILIZE", "test", r" (?:[\w’'-]+ ){0,4}missiles?\b"),
    ("PROTEST", "lodge", r" an? (?:\w+ ){0,2}protest\b"),
    ("THREATEN", "issue", r" an? (?:\w+ ){0,2}ultimatum\b"),
    ("REJECT", "decline", r" to (?!comment|say|answer|elaborate|discuss|give)\b"),
    ("REJECT", "turn", r" down\b"), ("REJECT", "walk", r" out\b"),
    ("RETREAT", "pull", r" (?:back|out)\b"),
    ("RETREAT", "declare", r" a (?:\w+ ){0,2}(?:ceasefire|cease-fire|truce)\b"),
    ("RETREAT", "return", r" (?:the )?(?:\w+ ){0,2}(?:prisoners|remains|ship|vessel|territory)\b"),
    ("COOPERATE", "open", r" (?:a|an|the) (?:\w+ ){0,2}(?:embassy|consulate|crossing|border|hotline)\b"),
    ("CONCEDE", "drop", r" (?:its|the|charges)\b"),
    ("SUPPORT", "vote", r" for\b"), ("SUPPORT", "side", r" with\b"),
    ("AGREE", "agree", _COMMITS["agree"]),
    ("CONSULT", "meet", r" (?:with|in|on|his|her|their|its|[A-Z])|\Z|\."),
    ("CONSULT", "travel", r" to\b"), ("CONSULT", "arrive", r" in\b"),
    ("CONSULT", "speak", r" by (?:phone|telephone)\b"),
    ("REQUEST", "appeal", _ASKS["appeal"]), ("REQUEST", "ask", _ASKS["ask"]),
    ("REQUEST", "call", r" (?:on|upon)\b"),
    *((name, verb, r"(?! to\b) (?:[\w’'-]+ ){0,5}" + what)
      for verb in ("hold", "begin", "launch", "conduct", "stage", "start")
      for name, what in (("COOPERATE", r"joint (?:[\w-]+ )?(?:patrols?|drills?|exercises?|projects?|"
                                      r"surveys?)\b"),
                         ("MOBILIZE", r"(?:drills?|exercises?|manoeuvres|maneuvers|missile tests?)\b"),
                         ("CONSULT", r"(?:talks|summit|meeting|consultations)\b"))),
    *(("AID", verb, r" (?:[\w’'-]+ ){0,4}(?:aid|relief|assistance|food|medicine|tonnes|tons)\b")
      for verb in ("send", "deliver", "ship", "provide")),
)  # fmt: skip
_IRREGULAR = """
seek sought | swear swore sworn | undertake undertook undertaken | put | cut | strike struck |
withdraw withdrew withdrawn | break broke broken | meet met | speak spoke spoken | hold held |
begin began begun | send sent | beseech besought | commit committed committing | ban banned banning |
drop dropped dropping | expel expelled expelling | ship shipped shipping | rally rallied rallies
"""


@cache
def _forms() -> dict[str, str]:
    """Every form of a listed verb to its base."""
    bases = {base for table in (_ASKS, _COMMITS, _PROPOSES) for base in table} | _TELLS
    bases |= {base for _, words in _EVENTS for base in words.split()} | {base for _, base, _ in _EVENTS_AFTER}
    irregular = {words[0]: words[1:] for words in (entry.split() for entry in _IRREGULAR.split("|"))}
    forms = {form: base for base in bases for form in _regular(base)}
    forms |= {form: base for base, told in irregular.items() if base in bases for form in told}
    return forms | {form: base for form, base in saying_verbs().items() if base in bases}


def _regular(base: str) -> Iterator[str]:
    stem = base[:-1] if base.endswith("e") else base
    yield from (base, stem + "ed", stem + "ing")
    if base.endswith("y") and base[-2] not in "aeou":
        yield from (base[:-1] + "ies", base[:-1] + "ied")
    else:
        yield base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")


def base_of(word: str) -> str:
    """The base of a form (lower case) of a verb listed here; "" for any other word."""
    return _forms().get(word, "")


@cache
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written)


def deed_kinds(base: str, text: str, end: int) -> Iterator[str]:
    """What a verb that ends at a place does (ask, commitment, proposal, reported), by what stands behind."""
    for kind, table in (("ask", _ASKS), ("commitment", _COMMITS), ("proposal", _PROPOSES)):
        after = table.get(base)
        if after is not None and _pattern(after).match(text, end):
            yield kind
    if base in _TELLS and _pattern(_TELLS_AFTER.get(base, _ANY)).match(text, end):
        yield "reported"


def event_of(base: str, text: str, end: int) -> str:
    """The suggested event type of a verb whose object begins at a place of a text; "" for none."""
    for name, verb, after in _EVENTS_AFTER:
        if verb == base and _pattern(after).match(text, end):
            return name
    return next((name for name, words in _EVENTS if base in words.split()), "")


def asking_noun(text: str, start: int) -> bool:
    """Whether a noun at a place is one of asking, with what it asks for ("demand that …")."""
    return _ASKING_NOUN.match(text, start) is not None
