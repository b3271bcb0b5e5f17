"""What a sentence shows, as flags and never as verdicts: asks, commitments, conditions, negations, the
past.

Each flag is one pattern over a sentence whose quotations are blanked. A flag proposes a claim of its kind
with a modest confidence; whether the claim holds is for a person to say.
"""

from __future__ import annotations

import re

from detente.evidence.claims import Direction, Kind, Status

_WORDS: tuple[tuple[str, str], ...] = (
    ("ask", r"\b(?:demand(?:s|ed|ing)?|request(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? "
            r"(?:on|for|upon)|ask(?:s|ed|ing)? "
            r"(?:for|that|the|its|him|her|them|[A-Z])|appeal(?:s|ed|ing)? (?:to|for)|seek(?:s|ing)? "
            r"(?:[\w’'-]+ ){0,3}(?:support|help|cooperation|assurances?|guarantees?|backing|"
            r"mediation|commitments?|concessions?|access|relief)|sought (?:[\w’'-]+ ){0,4}(?:support|"
            r"help|cooperation|assurances?|guarantees?|backing|mediation|"
            r"commitments?|concessions?|access|relief)|insist(?:s|ed)? (?:that|on)|press(?:es|ed|"
            r"ing)? (?:for|the|[A-Z]))|요구|촉구|요청|要求|呼吁|呼籲|敦促|促请|请求|請求|要請|呼びかけ|求め"),
    ("commitment", r"\b(?:agreed to|agree to|agreed that|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|"
                   r"vow(?:s|ed|ing)?|commit(?:s|ted)? "
                   r"(?:to|itself|themselves)|undert(?:ake|akes|ook|aken)|reaffirm(?:s|ed)? (?:its|"
                   r"their|the)? ?commitment|guaranteed? that|shall)\b|합의|약속|承诺|承諾|約束"),
    ("proposal", r"\b(?:propos(?:e|es|ed|ing)|offer(?:s|ed|ing)?(?: (?:again|also|instead|"
                 r"last \w+|(?:on|in) [A-Z]\w+(?: \d{1,2})?))? to|put forward|tabled|floated|"
                 r"suggest(?:s|ed) (?:that|a|an|the)|"
                 r"(?:unveil|outlin|present|explain)(?:s|ed) (?:a|an|the) (?:[\w-]+ ){0,3}(?:plan|"
                 r"framework|roadmap|formula|proposal|initiative|blueprint))\b|"
                 r"제안|提议|提議|提出|提案"),
    ("conditional", r"\b(?:(?<!sked )(?<!asks )(?<!see )(?<!know )(?<!as )(?<!nder )[Ii]f|"
                    r"[Uu]nless|[Pp]rovided that|[Pp]roviding that|on (?:the )?condition "
                    r"that(?! \w+ (?:not be|remain|would not be) )|as long as|so long as|only (?:if|when)|"
                    r"[Ss]hould (?:the|it|they|he|she|either|any|talks)|in exchange for|in return for|"
                    r"contingent on|depends? on)\b|하면|한다면|如果|只要|もし|ならば"),
    ("causal", r"\b(?:because|therefore|as a result|leads? to|led to|caus(?:e|es|ed) (?:the|a|an|by)|"
               r"owing to|due to|thanks to|result(?:s|ed)? in|prompt(?:s|ed)|"
               r"consequently|thereby|so that)\b|때문|因此|导致|導致|そのため"),
    ("hypothetical", r"\b(?:could|might|may|would|potentially|possibly|perhaps|conceivably|"
                     r"hypothetical(?:ly)?)\b|可能|かもしれない|ㄹ 수 있"),
    ("negated", r"\b(?:not|never|no longer|neither|nor|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing) to|"
                r"fail(?:s|ed)? to|without|deny|denies|denied|rul(?:e|es|ed) out|"
                r"reject(?:s|ed|ing)?)\b|n[’']t\b|않|没有|沒有|不会|ない"),
    ("historical", r"\b(?:in (?:1[5-9]|20[01])\d\d|decades? ago|years? ago|centur(?:y|ies)|histor(?:y|"
                   r"ic|ically|ical)|formerly|once (?:was|were|had)|the (?:19|20)\d0s|"
                   r"during the (?:Cold|Second|First|Korean|Gulf) War|mistakes of|lesson)\b|과거|歷史|"
                   r"历史|かつて"),
    ("imputed", r"\b(?:likely|probably|presumably|apparently|seem(?:s|ed)? to|appear(?:s|ed)? to|"
                r"(?:may|might) "
                r"(?:view|seek|see|want|hope|try|fear|use|be (?:trying|seeking|hoping))|"
                r"in (?:a|an) (?:bid|effort|attempt) to|calculat(?:es|ed) that|believed to)\b|것으로 보인다|"
                r"意在|试图|試圖|狙い"),
    ("aim", r"\b(?:hop(?:es|ing) to|aim(?:s|ed|ing)? to|seek(?:s|ing)? to|sought to|want(?:s|ed)? to|"
            r"intend(?:s|ed)? to)\b"),
    ("interest", r"\b(?:national interests?|core interests?|in (?:its|their|his|her|the) interests?|"
                 r"stake in|strategic value|benefit(?:s|ed)? from|stands? to gain|"
                 r"priority|priorities|vital|essential (?:to|for))\b|국익|核心利益|国益"),
    ("position", r"\b(?:maintain(?:s|ed)? that|position (?:is|that|on)|oppos(?:e|es|ed|ing)|"
                 r"support(?:s|ed)? (?:the|a|an)|favou?rs?|(?:has|have) (?:long|consistently|always|"
                 r"repeatedly)|"
                 r"emphasi[sz](?:e|es|ed)|stress(?:es|ed)|insist(?:s|ed)|hold(?:s)? that|stance|"
                 r"adheres? to)\b|입장|立场|立場"),
    ("relation", r"\b(?:[Rr]elations?(?:hip)?s?|[Tt]ies|[Tt]ensions?|rapprochement|thaw(?:ing)?|chill|rift|"
                 r"rivalry|alliance|partnership|friendship|hostilit(?:y|ies)|"
                 r"dialogue|reconciliation|normali[sz]ation|standoff|stand-off|dispute)\b|관계|关系|"
                 r"關係|紧张|긴장|緊張"),
    ("assessment", r"\b(?:must|should|ought to|need(?:s|ed)? to|it is (?:important|essential|crucial|"
                   r"clear|unlikely|likely)|important|crucial|essential|challeng(?:e|es|ing)|"
                   r"opportunit(?:y|ies)|risk(?:s|y)?|danger(?:s|ous)?|significan(?:t|ce)|"
                   r"require[sd]?|wise|mistake|failure|success)\b"),
)  # fmt: skip
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(words)) for name, words in _WORDS
)
_IMPROVING = re.compile(
    r"\b(?:thaw|improv|restor|warm|reconcil|normali[sz]|stabili[sz]|rebuild|resum|easing|eased|end of|"
    r"nearing its end|friendl|trust)\w{0,8}",
    re.IGNORECASE,
)
_WORSENING = re.compile(
    r"\b(?:escalat|worsen|deteriorat|ris(?:e|en|ing)|rose|heighten|intensif|collaps|sever|rift|break|"
    r"entrench)\w{0,8}",
    re.IGNORECASE,
)
_STRAINED = re.compile(
    r"\b(?:strain|tens|chill|stall|freez|frozen|rivalry|hostil|dispute|standoff)\w{0,8}", re.IGNORECASE
)
_TREND = re.compile(r"\b(?:increasingly|more and more|continues? to|grow(?:s|ing)|steadily|becomes?)\b")
_FUTURE = re.compile(r"\b(?:will|shall|plans? to|is to|are to|scheduled|upcoming|going to)\b")
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|met|took|gave|made|went|said|told|held|sent|\w{2,14}ed)\b"
)

KIND_OF_FLAG: tuple[tuple[str, Kind, float], ...] = (
    ("imputed", "interest", 0.5),
    ("ask", "ask", 0.55), ("commitment", "commitment", 0.55), ("proposal", "proposal", 0.55),
    ("conditional", "causal", 0.6), ("causal", "causal", 0.45), ("aim", "interest", 0.5),
    ("relation", "relation", 0.45), ("interest", "interest", 0.4), ("position", "position", 0.4),
    ("assessment", "assessment", 0.4),
)  # fmt: skip
"""Which flag proposes which kind of claim; the first that is there decides."""


def flags_of(sentence: str) -> tuple[str, ...]:
    """The flags of a sentence (quotations blanked), in a fixed order."""
    return tuple(name for name, pattern in _PATTERNS if pattern.search(sentence))


def kind_of_flags(flags: tuple[str, ...]) -> tuple[Kind, str, float] | None:
    """The kind of claim the flags propose, the flag that decides, and how sure."""
    for flag, kind, confidence in KIND_OF_FLAG:
        if flag in flags:
            return kind, flag, confidence
    return None


def place_of(sentence: str, flag: str) -> int:
    """Where the words end that raise a flag; 0 where none do."""
    found = dict(_PATTERNS)[flag].search(sentence)
    return found.end() if found is not None else 0


def direction_of(sentence: str) -> Direction | None:
    """Which way a relation goes, by the words about it; None when they say nothing or disagree."""
    improving, worsening = _IMPROVING.search(sentence), _WORSENING.search(sentence)
    if improving and not worsening:
        return "improving"
    if worsening and not improving:
        return "worsening"
    return "strained" if _STRAINED.search(sentence) and not improving else None


def status_of(sentence: str, flags: tuple[str, ...]) -> Status:
    """How a sentence stands to what happened; "unknown" where the words do not tell."""
    if "negated" in flags:
        return "negated"
    if "conditional" in flags or "hypothetical" in flags:
        return "hypothetical"
    if "historical" in flags:
        return "historical"
    if _TREND.search(sentence):
        return "trend"
    if _FUTURE.search(sentence):
        return "scheduled"
    return "done" if _PAST.search(sentence) else "unknown"
