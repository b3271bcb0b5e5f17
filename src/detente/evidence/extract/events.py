"""Suggested event types (PLOVER's sixteen), never more than suggestions.

A sentence of saying, an assessment, a condition or a denial is no event and gets none. The definitions
are in our own words; the names are the vocabulary's.
"""

from __future__ import annotations

import re

_TYPES: tuple[tuple[str, str], ...] = (
    ("ASSAULT", r"attack(?:ed|s)|shell(?:ed|ing)|bomb(?:ed|ing)|killed|struck|fired (?:on|at|"
                r"missiles)|airstrikes?|ambush(?:ed)?"),
    ("COERCE", r"seiz(?:ed|ing|ure)|arrest(?:ed|s)|detain(?:ed|s)?|expel(?:led|s)|block(?:ed|ade|"
               r"aded)|impounded|deport(?:ed|s)|ban(?:ned|s)? "),
    ("MOBILIZE", r"deploy(?:ed|s|ing)|mobili[sz](?:ed|es)|massed|put (?:\w+ ){1,3}on alert|(?:held|"
                 r"began|launched) (?:\w+ ){0,3}(?:drills?|exercises?|manoeuvres|maneuvers)|missile "
                 r"tests?"),
    ("SANCTION", r"impos(?:ed|es) (?:\w+ ){0,4}(?:sanctions|tariffs|restrictions|embargo|duties)|"
                 r"suspend(?:ed|s)|cut (?:off )?(?:ties|aid|relations|imports)|recall(?:ed|s) (?:its|"
                 r"the|his|her)|withdrew from|halted"),
    ("PROTEST", r"protest(?:ed|ers)|demonstrat(?:ed|ors)|rall(?:ied|ies)|lodged (?:a|an) (?:\w+ "
                r"){0,2}protest|boycott(?:ed)?|strike action"),
    ("THREATEN", r"threaten(?:ed|s)|ultimatum"),
    ("REJECT", r"reject(?:ed|s)|refus(?:ed|es)|veto(?:ed|es)|declin(?:ed|es) to|turned down|walked out"),
    ("ACCUSE", r"accus(?:ed|es)|blam(?:ed|es)|denounc(?:ed|es)|condemn(?:ed|s)"),
    ("REQUEST", r"request(?:ed|s)|demand(?:ed|s)|appeal(?:ed|s) (?:to|for)|asked (?:for|[A-Z])|called "
                r"(?:on|upon)"),
    ("RETREAT", r"withdr(?:ew|awn)|pull(?:ed|s) (?:back|out)|ceasefire|cease-fire|truce|releas(?:ed|"
                r"es)|evacuat(?:ed|es)|removed|dismantl(?:ed|es)|return(?:ed|s) (?:the )?(?:\w+ "
                r"){0,2}(?:prisoners|remains|ship|vessel|territory)"),
    ("AID", r"donat(?:ed|es)|(?:sent|delivered|shipped|provided) (?:\w+ ){0,4}(?:aid|relief|"
            r"assistance|food|medicine|tonnes|tons)|shelter(?:ed)? refugees"),
    ("COOPERATE", r"(?:joint(?:ly)?) (?:patrols?|drills?|exercises?|projects?|surveys?)|ratif(?:ied|"
                  r"ies)|signed|opened (?:a|an|the) (?:\w+ ){0,2}(?:embassy|consulate|crossing|border|"
                  r"hotline)|reopened|exchanged|began joint"),
    ("CONCEDE", r"lift(?:ed|s)|eas(?:ed|es)|relax(?:ed|es)|waiv(?:ed|es)|dropp?(?:ed|s) (?:its|the|"
                r"charges)|pardon(?:ed|s)|apologi[sz](?:ed|es)"),
    ("SUPPORT", r"endors(?:ed|es)|back(?:ed|s) |recogni[sz](?:ed|es)|voted for|sided with"),
    ("AGREE", r"agreed (?:to|on)|accept(?:ed|s)|invit(?:ed|ation|es)|pledg(?:ed|es)|promis(?:ed|es)|"
              r"will meet|plans? to meet"),
    ("CONSULT", r"met (?:with|in|on|his|her|their|[A-Z])|visit(?:ed|s)|held (?:\w+ ){0,3}(?:talks|"
                r"summit|meeting|consultations)|hosted|travel(?:led|ed) to|arrived in|telephoned|"
                r"spoke by (?:phone|telephone)|summit between"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(rf"\b(?:{words})")) for name, words in _TYPES)
_NO_EVENT = frozenset({"conditional", "hypothetical", "negated", "imputed", "assessment"})
_REJECTED = re.compile(
    r"\b(?:reject(?:ed|s)|turned down|vetoed|refused|walked out)\b"
    r"(?![^.;]{0,60}\b(?:not|never|neither|nor)\b)"
)
"""A refusal is an event although its words deny something."""
_COMMENT = re.compile(
    r"\b(?:said|says|saying|told|explain(?:ed|s)|describ(?:ed|es)|emphasi[sz](?:ed|es)|stress(?:ed|"
    r"es)|not(?:ed|es) that|argu(?:ed|es)|"
    r"remark(?:ed|s)|comment(?:ed|s)|express(?:ed|es)|respond(?:ed|s),|stat(?:ed|es|ing)|add(?:ed|s) "
    r"that|insist(?:ed|s)|warn(?:ed|s) that)\b"
)


def event_type(sentence: str, flags: tuple[str, ...], actors: int) -> str:
    """The suggested type, or "" for a comment, an assessment, or when nobody is named."""
    if actors == 0 or _COMMENT.search(sentence):
        return ""
    if _NO_EVENT & set(flags):
        rejected = set(flags) & _NO_EVENT == {"negated"} and _REJECTED.search(sentence) is not None
        return "REJECT" if rejected else ""
    return next((name for name, pattern in _PATTERNS if pattern.search(sentence)), "")
