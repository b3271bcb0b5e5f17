"""The subject of a Korean quotation: the noun phrase before 은, 는, 이, 가 … that governs 라고 밝혔다."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.evidence.extract.eastern_after import AFTER
from detente.evidence.extract.eastern_roles import PARTIES_ONLY, holder
from detente.evidence.extract.eastern_view import Subject, View
from detente.evidence.extract.scene import MASK
from detente.evidence.extract.scripts import SHORT_FORMS
from detente.evidence.extract.word_lists import word_set

_WORD = re.compile(r"[^\s“”‘’\"'「」『』·…]{1,40}|[“‘\"']")
_ANGLES = str.maketrans("", "", "<>《》〈〉")
_ARTICLE = re.compile(r"제?[0-9]{1,5}[호조항]")
_STATED = re.compile(
    r"(?:이?라는|는) (?:문구|표현|구절|대목|내용|조항|글귀|문장|기술|(?:[가-힣]{2} )?주장)(?:이|가|도|은|"
    r"는)? ?(?:있|담|포함|들어|실|"
    r"나오|나온)|"
    r"(?:이?라고|고)만? (?:적|쓰|써|명시|돼|되어|나와|나온|기록|규정|새겨)"
)
_PARTICLE = re.compile(
    r"(?:에는|에도|에|께서는|께서|에서는|에서도|에선|에게서는|로부터|은|는|이|가|도|의|에서),?\Z"
)
_BRACKETED = re.compile(r"[(（][^)）\n]{1,24}[)）]")
_VERBAL = re.compile(
    r"(?:하는|되는|있는|없는|오는|가는|이는|리는|우는|지는|내는|주는|보는|치는|키는|겠는|나는|한다는|"
    r"다는|라는|자는|"
    r"했는|됐는|앞둔|위한|대한|관한|따른|향한|비롯한|통한|의한|인한)\Z"
)
_ADNOMINAL = re.compile(
    r"(?:[가-힣](?:한|된|던|할|될|는)|밝힌|올린|내린|알린|펴낸|보낸|꺼낸|낸|연|쓴|적힌|담긴|맺은|받은|"
    r"남은|앉은|지은|찾은|막은|"
    r"내민|드린|끝난|나온|들인|벌인|보인|올|갈|볼|둔|따른|다룬|치른|부른|이른|오른|숨진|열린|불린|걸린|"
    r"밀린|몰린|온)\Z"
)
_NO_ADNOMINAL = word_set(
    "대한 관한 위한 북한 남한 제한 권한 기한 한 또한 주한 방한 대한민국 무한 시한 극한 주한미 대북한 "
    "가는 이는 그는 우리는"
)
_STOPS = re.compile(
    r"(?:[을를에로며고서게면해져써어여]|만나|열려|나서|에서|에게|으로|부터|까지|보다|처럼|하며|다가|지만|"
    r"는데|다\.|[.,!?;:])\Z"
)
_TURNED = re.compile(r"(?:지만|으나|는데|하자|되자|므로|니까)\Z")
_NOUNS_ALL_THE_SAME = word_set("원로 동료 여자 남자 최고 퇴역 예비역 현역 신문로 종로 관계 연구")
_THING = re.compile(
    r"(?:문제|이유|배경|내용|목적|결과|결론|발언|조치|행동|행위|조사|발사|회담|회견|훈련|협의|협상|갈등|"
    r"관계|사태|사건|방침|대응|결정|움직임|목소리|"
    r"해석|경우|것|점|데|수|바|말|이날|지금|이번|양측|쌍방|이들|그것|이것|무엇|누가|여기|하나|둘|모두|"
    r"표현|단어|이름|구절|문장|주장|반응|입장|논란|우려|"
    r"가능성|필요|때|곳|일|뜻|속내|대목|태도|정책|합의|제재|시간|날|해|밤|아침|상황|분위기|관측|전망|"
    r"지적|비판|여파|협정은|바다|땅|섬)\Z"
)
_GRAMMAR = re.compile(r"(?:면서|해서|[으]?로서|며|고|지만|라면|다면|라고|다고|만큼|때까지|에서)\Z")
_CONVERB = re.compile(r"[해게서며고로]\Z")
_CASE = re.compile(r"(?:[을를]|에서|에게|으로|까지|부터|에는|에도)\Z")
_NOT_IN_PHRASE = word_set(
    "이날 이 그 저 오전 오후 그러나 하지만 반면 한편 다만 또 또한 특히 이어 앞서 당시 이에 대해 이튿날 "
    "같은 날 어제 오늘 최근 "
    "그때도 그때 그는 이번 지난 지난해 지난달 올해 이미 결국 그럼에도 여기에 이와 관련해 따라서 즉 물론 "
    "실제로 이후 직후 현재 때 뒤 후 중 "
    "데 것 말 가운데 동안 역시 아예 정작 곧 즉각 거듭 바로 다시 먼저 등 이들 그런데 그래서 이른바 소위 "
    "자리 말로"
)
_TIME = re.compile(r"[0-9].*(?:일|월|년|시|분|차|명|개|억|만)(?:\(.{1,8}\))?[,에]?\Z|[0-9.:]+\Z|지난\Z")
_QUOTED = re.compile(
    r"(?:이?라고|이?라며|이?라면서|이?라는|이?라|고|며|면서|다며|다고|는|로|으로|이?란|"
    r"이?자)(?=[\s,도는만.]|\Z)"
)
_SAYING = re.compile(
    r"(?:말|밝|했|전|강조|주장|지적|비판|반박|답|설명|덧붙|촉구|경고|평가|일축|요구|호소|당부|썼|적었|"
    r"적고|전했|선언|규정|"
    r"맞섰|응수|반발|조롱|비난|규탄|공고|발표|통보|보도|논평|언급|토로|외쳤|외치|꼬집|성토|해석|분석|"
    r"전망|진단|다짐|되풀이|"
    r"일침|쏘아붙|선을 그|목소리|입장|뜻|취지|지침|반응|우려|비명|하소연|회고|고백|술회|인정|시인|항변|"
    r"반문|되물|물었|묻|못 박|명시|정하)"
)
_AFTER_TOPIC = re.compile(
    r"(?:이?라고|고|라며)?\s?((?:[^\s“”‘’.,]{1,14} ){0,5}?[^\s“”‘’.,]{1,16}?)(?:은|는|이|가|께서) "
    r"(?=[^“‘]{1,16})"
)
_SPOKEN = re.compile(
    r"[가-힣)](?:가|이|의) (?:[^\s]{1,8} ){0,3}?(?:한 )?(?:말|발언|얘기|이야기|일성|토로|하소연|설명|"
    r"반응|답|대답|고백|경고|"
    r"주장)(?:이다|이었다|였다|다\Z|은|이)"
)
_STANCE = re.compile(
    r"(?:이?라는|다는|는) (?:게|것이|것은|점이) ((?:[가-힣]{1,10} ){0,3}[가-힣]{1,10})의 "
    r"(?:[가-힣]{1,6} )?(?:시각|입장|생각|판단|주장|설명|얘기|이야기|지적|관측|방침|인식|논리|전언|해석|평가)"
)
_GROUPS = re.compile(
    r"(?:사이|안|속|쪽|업계|학계|일각|안팎|내부|정치권|재계|외교가|현장|진영|여론|매체|언론|여당|야당|당|"
    r"국회|정부)\Z"
)
_SHORT = frozenset("北美中日러韓英佛獨印臺與野靑檢")
_NAME = re.compile(
    r"[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕옥육인맹제모탁국어은편용리라량렴림][가-힣]{1,2}\Z"
)


def korean_subject(view: View) -> Subject | None:
    """Who says it by the grammar of the sentence; None when the sentence names nobody."""
    bracket = _BRACKETED.match(view.after())
    if bracket is not None:
        words = bracket.group()[1:-1]
        if holder(words, "ko") == "person":
            at = view.end + 1
            return Subject(words, at, at + len(words), "person", "speaker-bracket", 0.85)
    return _before(view) or _following(view)


def subjects(text: str, low: int, end: int, view: View) -> Iterator[tuple[Subject, str, int]]:
    """Noun phrases that can speak, with their particles and where these end, the nearest to `end` first."""
    words = [(found.start(), found.end()) for found in _WORD.finditer(text, low, end)]
    for index in range(len(words) - 1, -1, -1):
        start, stop = words[index]
        token = text[start:stop]
        found = _subject(text, words, index, view)
        if found is not None:
            particle = _PARTICLE.search(token.rstrip(","))
            yield found, particle.group() if particle else "에 따르면", stop


def _subject(text: str, words: list[tuple[int, int]], index: int, view: View) -> Subject | None:
    start, stop = words[index]
    token = text[start:stop]
    bare = token.rstrip(",")
    by = (
        index + 1 < len(words) and text[slice(*words[index + 1])].startswith("따르면") and bare.endswith("에")
    )
    particle = _PARTICLE.search(bare)
    if by:
        cut = stop - (len(token) - len(bare)) - 1
    elif particle is None or (_VERBAL.search(bare) and not holder(bare[: particle.start()], "ko")):
        return None
    else:
        cut = start + particle.start()
    if cut <= start or text[cut - 1] == "□":
        return None
    if particle is not None and particle.group() == "에" and holder(bare[:-1], "ko") != "paper":
        return None
    head = _BRACKETED.sub("", text[start:cut]).translate(_ANGLES)
    if _ARTICLE.fullmatch(head) and index and holder(text[slice(*words[index - 1])], "ko") == "paper":
        begin = _phrase_start(text, words, index, view)
        return Subject(text[begin:cut], begin, cut, "paper")
    if head in ("그", "그녀"):
        return Subject(head, start, cut, "pronoun")
    begin = _phrase_start(text, words, index, view)
    phrase = text[begin:cut]
    kind = holder(head, "ko")
    if (
        head in ("사이", "안", "속", "안팎", "내부", "쪽", "일각", "진영")
        and index
        and holder(text[slice(*words[index - 1])], "ko")
    ):
        kind = "body"
    if not kind and (view.known(start, start + len(head)) or _named(text, words, index, head)):
        kind = "known"
    if (
        not kind
        and particle is not None
        and particle.group() in ("은", "는", "이", "가", "도")
        and not _thing(head)
    ):
        kind = "someone"
    return Subject(phrase, begin, cut, kind) if kind else None


def _thing(word: str) -> bool:
    """Whether a word names no one for certain: a table's, or one too short or verbal to tell."""
    return (
        len(word) < 2
        or _GRAMMAR.search(word) is not None
        or _THING.search(word) is not None
        or _VERBAL.search(word + "는") is not None
    )


def _named(text: str, words: list[tuple[int, int]], index: int, head: str) -> bool:
    """Whether a name stands behind its title ("교섭대표 문석호는")."""
    if len(head) < 2:
        return False
    for number in range(index - 1, max(-1, index - 3), -1):
        before = text[slice(*words[number])]
        if text[words[number][1] : words[number + 1][0]] != " " or _CASE.search(before):
            return False
        if holder(before, "ko") == "person":
            return True
    return False


def _phrase_start(text: str, words: list[tuple[int, int]], index: int, view: View) -> int:
    """Where the noun phrase begins whose last word this is."""
    at = words[index][0]
    last = index
    for number in range(index - 1, max(-1, index - 7), -1):
        start, stop = words[number]
        if text[stop : words[number + 1][0]] != " ":
            break
        token = text[start:stop]
        bare = _BRACKETED.sub("", token)
        if bare in _NOT_IN_PHRASE or _TIME.match(bare) or token in "“‘\"'" or "=" in token:
            break
        name = (
            _NAME.fullmatch(bare) is not None
            and number == last - 1
            and len(bare) == 3
            and not _CONVERB.search(bare)
        )
        name = name or any(mention.end == stop for mention in view.scene.named(start, stop))
        if bare in _NOUNS_ALL_THE_SAME:
            at, last = start, number
            continue
        if holder(bare, "ko"):
            at, last = start, number
            continue
        if (
            _CASE.search(bare)
            or (bare.endswith("자") and not holder(bare, "ko"))
            or (not name and (_STOPS.search(bare) or _adnominal(bare) or _particled(bare)))
        ):
            break
        at, last = start, number
    return at


def _particled(word: str) -> bool:
    """Whether a word bears a particle of its own ("정부는", "대변인이"), 의 apart."""
    if word.endswith(("은", "는", "께서")) and len(word) > 1:
        return True
    return word.endswith(("이", "가", "도")) and len(word) > 2 and holder(word[:-1], "ko") != ""


def _adnominal(word: str) -> bool:
    return word not in _NO_ADNOMINAL and (
        _ADNOMINAL.search(word) is not None or (word.endswith("인") and len(word) > 3)
    )


def _before(view: View) -> Subject | None:
    after = view.after()
    best: Subject | None = None
    closed = _closed(view)
    for subject, particle, end in subjects(view.text, view.low, view.start, view):
        gap = view.text[end : view.start]
        if subject.kind == "someone":
            if end not in closed:
                best = best or _someone(subject, particle, gap, after)
            continue
        if best is not None and MASK in view.text[end : best.start]:
            return best
        if particle == "의":
            if not gap.strip() and re.match(r"(?:이?라는|라는)? ?(?:발언|말|주장|비판|경고|지적)", after):
                best = best or subject._replace(rule="speaker-topic-words", confidence=0.7)
            continue
        if particle in ("에는", "에도", "에"):
            if subject.kind == "paper" and _STATED.match(after):
                return subject._replace(rule="speaker-topic-before", confidence=0.8)
            continue
        if particle == "로부터" and not gap.strip():
            return subject._replace(rule="speaker-topic-words", confidence=0.75)
        if particle in ("에서", "로부터"):
            if subject.kind != "paper" or not gap.strip():
                continue
            best = best or subject._replace(rule="speaker-topic-words", confidence=0.6)
            continue
        if particle.startswith(("에서", "에선")) and not (
            _GROUPS.search(subject.words) or subject.kind == "body"
        ):
            continue
        if particle in ("이", "가", "도", "께서") and end in closed:
            continue
        if PARTIES_ONLY.search(subject.words) and (paper := _paper(view)) is not None:
            subject = paper
        return _sure(subject, particle, gap, after)
    return best


def _someone(subject: Subject, particle: str, gap: str, after: str) -> Subject | None:
    """A phrase no table knows, as the speaker: it stands beside the quotation, or is its only topic."""
    if AFTER["ko"]["verb"].match(after) is None:
        return None
    if not gap.strip():
        return subject._replace(rule="speaker-topic-before", confidence=0.8)
    if particle in ("은", "는") and MASK not in gap:
        return subject._replace(rule="speaker-topic-words", confidence=0.6)
    return None


def _closed(view: View) -> frozenset[int]:
    """Where the words end whose clause is closed before the quotation, in front of a noun: an adnominal verb
    takes the nearest subject before it ("중국이 지난해 설치한 시설에 대해 “…”")."""
    words = list(_WORD.finditer(view.text, view.low, view.start))
    closed: set[int] = set()
    pending = False
    for index in range(len(words) - 1, -1, -1):
        word = words[index].group().rstrip(",")
        last = index + 1 == len(words) or words[index + 1].group() in "“‘\"'"
        following = "" if last else words[index + 1].group()
        if (
            (word == "한" and following.startswith(("것", "데", "바", "뒤", "후", "점")))
            or _TURNED.search(word)
            or (not last and word not in _NO_ADNOMINAL and (_adnominal(word) or _VERBAL.search(word)))
        ):
            pending = True
        elif pending and len(word) > 1 and word.endswith(("이", "가", "께서")):
            closed.add(words[index].end())
            pending = False
    return frozenset(closed)


def _paper(view: View) -> Subject | None:
    for subject, particle, _ in subjects(view.text, view.low, view.start, view):
        if subject.kind == "paper" and particle in ("은", "는", "도"):
            return subject
    return None


def _sure(subject: Subject, particle: str, gap: str, after: str) -> Subject:
    quoted = _QUOTED.match(after)
    said = quoted is not None and (_SAYING.search(after[quoted.start() : quoted.end() + 60]) is not None)
    weak = subject.kind in ("pronoun", "known") or particle.startswith(("에서", "에선", "에 "))
    rule = "speaker-topic-before" if said else "speaker-topic-words"
    return subject._replace(rule=rule, confidence=0.86 if said and not weak and len(gap) < 120 else 0.72)


def _following(view: View) -> Subject | None:
    """“…”라고 X는 말했다 · “…” X가 한 말이다."""
    stance = _STANCE.match(view.after())
    if stance is not None and (
        holder(stance.group(1), "ko") or view.known(view.end + stance.start(1), view.end + stance.end(1))
    ):
        start, stop = view.end + stance.start(1), view.end + stance.end(1)
        return Subject(stance.group(1), start, stop, "body", "speaker-topic-after", 0.78)
    told = _AFTER_TOPIC.match(view.after())
    apart = view.text[view.end - 2 : view.end - 1] in ".!?" and view.after()[:1].isspace()
    if told is not None and (not apart or _SAYING.search(view.after())):
        begin = view.end + told.start(1)
        for subject, _, _ in subjects(view.text, begin, view.end + told.end(), view):
            if subject.kind == "someone":
                continue
            return subject._replace(rule="speaker-topic-after", confidence=0.78)
    return None


def korean_spoken_of(view: View) -> Subject | None:
    """The next sentence tells: "“…” 5월 강연에서 X가 한 말이다"."""
    block = view.scene.blocks[view.scene.block_of(view.start)]
    following = view.text[view.end : min(block.end, view.end + 120)]
    told = _SPOKEN.search(following)
    if told is None:
        return None
    for subject, _, _ in subjects(view.text, view.end, view.end + told.end(), view):
        return subject._replace(rule="speaker-topic-after", confidence=0.72)
    return None


def korean_headline(view: View) -> Subject | None:
    """北 리수향 “…” · 통일부 “…” · 외교부, “…”"""
    begin = max(view.text.rfind("\n", 0, view.start) + 1, view.low)
    words = [(found.start(), found.end()) for found in _WORD.finditer(view.text, begin, view.start)]
    if not words or view.text[words[-1][1] : view.start].strip(" ,:"):
        return None
    at = words[-1][0]
    stop = words[-1][1]
    if (
        view.text[stop - 1] in "]】"
        or view.text[stop - 1] in "“”‘’\"'의"
        or _STOPS.search(view.text[at:stop].rstrip(",:"))
    ):
        return None
    at = _phrase_start(view.text, words, len(words) - 1, view)
    first = words[0]
    opener = view.text[slice(*first)]
    alone = view.text[at:stop].rstrip(",:") in SHORT_FORMS
    if (
        len(words) > 1
        and opener.endswith(",")
        and not alone
        and not holder(view.text[at:stop].rstrip(",:"), "ko")
    ):
        at, stop = first
    phrase = view.text[at:stop].rstrip(",:")
    if not any(letter.isalpha() for letter in phrase):
        return None
    if phrase in SHORT_FORMS and len(phrase) == 1:
        return Subject(phrase, at, stop, "body", "speaker-topic-headline", 0.7)
    return Subject(phrase, at, stop, "body", "speaker-topic-headline", 0.7)
