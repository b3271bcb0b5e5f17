"""Korean predicates that tell a deed, and the endings that tell how it stands."""

from __future__ import annotations

from detente.evidence.claims import Direction
from detente.reading.cjk.deeds import Forms, Frame, Reader

_DO = Forms(r"[을를]? ?(?:했|하였)", r"[을를]? ?한", r"[을를]? ?할", r"[을를]? ?하")
_BECOME = Forms("됐|되었", "된", "될", "되")
_OPEN = Forms("열었", "연", "열", "열")
_OPENED = Forms("열렸", "열린", "열릴", "열리")
_HAVE = Forms("가졌", "갖는|가진", "가질", "갖|가지")
_SEND = Forms("보냈", "보낸", "보낼", "보내")
_REACH = Forms("이르렀|도달했", "이른|도달한", "이를|도달할", "이르|도달하")
_MEET = Forms("만났", "만난", "만날", "만나")
_HEIGHTEN = Forms(
    "매겼|높였|늘렸|올렸|조였|막았",
    "매긴|높인|늘린|올린|막는",
    "매길|높일|늘릴|올릴|막을",
    "매기|높이|늘리|올리|막",
)
_LOWER = Forms("낮췄|줄였|내렸|풀었", "낮춘|줄인|내린|푼", "낮출|줄일|내릴|풀", "낮추|줄이|내리|풀")
_FREEZE = Forms("얼어붙었|틀어졌|나빠졌|멀어졌", "얼어붙는", "얼어붙을", "얼어붙|나빠지|틀어지|멀어지")
_THAW = Forms("풀렸|나아졌|가까워졌|좋아졌", "풀린", "풀릴", "풀리|나아지|가까워지|좋아지")
_GATHER = Forms("모았", "모은", "모을", "모으")
_SHARE = Forms("같이했|함께했|이뤘", "같이한", "같이할", "같이하")
_BETTER: Direction = "improving"
_WORSE: Direction = "worsening"

POLICY = (
    r"수출|수입|관세|제재|규제|검사|검역|통제|허가|심사|쿼터|금지|제한|비자|무비자|투자|거래|공급|반출|"
    r"입국|단속|운항|명단|목록|세이프가드|반덤핑|통관|조업|출항|원조|차관|교역|무역|우대|관광|면허|"
    r"유통|판매|통행|국경|대응 조치|보복 조치|방송|훈련|항공편|노선|한한령"
)
_TALKS = r"(?:회담|협의|회의|대화|협상|면담|회동|간담회|공청회|회견|회의체|교섭|접촉|토론회|협의체|포럼|총회)"
_SENT = r"특사|대표단|조사단|사절단|전문가|사찰단|시찰단|실무단|협상단|차관을|국장을|장관을"
_FORCES = (
    r"군함|함정|순시선|해경선|경비함|항공모함|항모|전투기|폭격기|병력|군대|부대|구축함|잠수함|무인기|초계기"
)

_FRAMES = (
    Frame(
        "measure", "SANCTION",
        r"제한|금지|통제|규제|중단|중지|강화|확대|부과|인상|발동|시행|실시|도입|적용|제외|차단|동결|봉쇄|"
        r"보류|"
        r"취소|불허|추가|폐쇄|박탈|정지",
        _DO, POLICY,
    ),
    Frame("measure", "SANCTION", "", _HEIGHTEN, rf"(?:{POLICY})[^.]{{0,16}}[을를] (?:\S+ )?\Z"),
    Frame(
        "measure", "CONCEDE",
        "해제|완화|철회|폐지|철폐|재개|허용|인하|유예|면제|감축|축소|복원|간소화", _DO, POLICY,
    ),
    Frame("measure", "CONCEDE", "", _LOWER, rf"(?:{POLICY})[^.]{{0,16}}[을를] (?:\S+ )?\Z"),
    Frame("event", "ASSAULT", "공격|폭격|포격|공습|사살|피격|격추|격침", _DO),
    Frame("event", "COERCE", "나포|억류|체포|구금|압류|추방|구속|몰수|납치", _DO),
    Frame("event", "MOBILIZE", "발사|시험발사|파병|출격", _DO),
    Frame("event", "MOBILIZE", "배치|전개|증강|파견|급파|투입", _DO, _FORCES),
    Frame("event", "MOBILIZE", "", _SEND, rf"(?:{_FORCES})"),
    Frame("event", "MOBILIZE", "(?:훈련|연습|기동)[을를]? ?(?:실시|진행|시작|개시|벌)?", _DO),
    Frame("event", "CONSULT", "파견|급파", _DO, _SENT),
    Frame("event", "CONSULT", "", _SEND, rf"(?:{_SENT})"),
    Frame("event", "PROTEST", "항의|반발|초치", _DO),
    Frame("event", "REJECT", "거부|거절|일축|기각|불응", _DO),
    Frame("event", "ACCUSE", "비난|규탄|성토|힐난", _DO),
    Frame("event", "THREATEN", "경고|위협", _DO),
    Frame("event", "RETREAT", "철수|석방|송환|반환|철거|퇴각", _DO),
    Frame("event", "AID", "지원|제공|원조|기부|공여", _DO, "구호|식량|의약품|의료|차관|원조|물자|백신|쌀"),
    Frame("event", "COOPERATE", "서명|체결|비준|조인|개통", _DO),
    Frame("event", "CONCEDE", "사과|사죄", _DO),
    Frame(
        "event", "CONSULT",
        rf"{_TALKS}[을를] (?:\S+ )?(?:개최|진행|재개|시작)|(?:회담|협의|회동|면담|통화|방문|순방|방한|"
        rf"방중|방일|방미|예방|"
        r"접견)",
        _DO,
    ),
    Frame("event", "CONSULT", rf"{_TALKS}[을를] (?:\S+ )?", _OPEN),
    Frame("event", "CONSULT", rf"{_TALKS}[을를] (?:\S+ )?", _HAVE),
    Frame("event", "CONSULT", rf"{_TALKS}[이가] (?:\S+ ){{0,3}}", _OPENED),
    Frame("event", "CONSULT", rf"{_TALKS}[이가] (?:\S+ ){{0,3}}(?:개최|재개)", _BECOME),
    Frame("event", "CONSULT", "", _MEET),
    Frame("ask", "REQUEST", r"촉구|요구|요청|호소|당부|주문|종용|[라자]고 압박", _DO),
    Frame("proposal", "", "제안|제의", _DO),
    Frame("proposal", "", "제시", _DO, r"(?:방안|중재안|절충안|타협안|제안|구상|해법|로드맵)[을를]"),
    Frame("commitment", "AGREE", "합의|약속|다짐|타결|공약|동의|서약", _DO),
    Frame("commitment", "AGREE", "(?<=[가-힣])기로 ?", _DO, r"(?:양국|양측|두 나라|쌍방|두 정상|"
    r"[과와] [^.]{2,20}[은는] )"),
    Frame("commitment", "AGREE", "합의에 ", _REACH),
    Frame("commitment", "AGREE", "(?:의견|뜻)을 (?:\\S+ )?", _GATHER),
    Frame("commitment", "AGREE", "(?:뜻을|의견 일치를) ", _SHARE, r"(?:데|것에|기로) (?:\S+ )?\Z|(?:데|"
    r"기로) "),
    *(
        Frame("relation", "", stems, verb, r"(?:관계|긴장|갈등|대립)[은는이가도] ", course)
        for stems, verb, course in (
            ("개선|회복|정상화|호전|복원", _BECOME, _BETTER),
            ("", _THAW, _BETTER),
            ("악화|경색|냉각|파탄|단절", _BECOME, _WORSE),
            ("", _FREEZE, _WORSE),
        )
    ),
    *(
        Frame("relation", "", stems, _BECOME, rf"{matter}[은는이가도] ", course)
        for matter in ("긴장", "갈등", "대립")
        for stems, course in (("고조|격화|심화|확산", _WORSE), ("완화|해소", _BETTER))
    ),
)  # fmt: skip

_AGREED = "합의했다|의견을 모았다|뜻을 모았다|약속했다|의견 일치를 봤다"
_TOLD = (
    r"(?:발표|공고|선언|예고|통보|공표|공언|천명)했다|밝혔다|(?:발표|공고|선언|예고|통보)했습니다|밝혔습니다"
)
_ENDINGS = (
    ("past", r"<past>(?:다|습니다|었다)"),
    ("not-past", r"<stem>지 (?:않았|못했)(?:다|습니다)"),
    ("not-past", r"<stem>지 않고 있다"),
    ("decided", r"<stem>기로 (?:\S+ ){0,2}(?:했다|결정했다|확정했다|의결했다|방침을 정했다|했습니다)"),
    ("not-decided", r"<stem>지 않기로 (?:\S+ ){0,2}(?:했다|결정했다|확정했다|방침을 정했다)"),
    ("agreed", rf"<stem>기로 (?:\S+ ){{0,2}}(?:{_AGREED})"),
    ("not-agreed", rf"<stem>지 않기로 (?:\S+ ){{0,2}}(?:{_AGREED})"),
    ("told-done", rf"<past>다고 (?:\S+ ){{0,3}}(?:{_TOLD})"),
    (
        "told",
        r"(?:<present>다고|<stem>겠다고|<future> (?:것|예정|계획|방침)이라고|<stem>기로 (?:결정)?했다고) "
        rf"(?:\S+ ){{0,3}}(?:{_TOLD})",
    ),
    (
        "not-told",
        r"<stem>지 (?:않겠다고|않기로 (?:결정)?했다고|않을 (?:것|방침|계획)이라고) "
        rf"(?:\S+ ){{0,3}}(?:{_TOLD})",
    ),
    (
        "planned",
        r"<future> (?:예정|계획|방침)(?:이다|입니다|을 (?:\S+ )?(?:정했다|세웠다|밝혔다|발표했다|굳혔다))",
    ),
    ("not-planned", r"<stem>지 않을 (?:예정|계획|방침)(?:이다|을 (?:\S+ )?(?:정했다|세웠다|밝혔다))"),
    ("going", r"<stem>고 있다|<stem>고 있습니다|<stem>는 중이다|<stem>는 추세다"),
    ("past", r"<stem>고 나섰다|<stem>면서 \S+ ?\S*(?:맞섰다|나섰다)"),
    ("coming", r"<present>다"),
)

KOREAN = Reader(_FRAMES, _ENDINGS)
"""The frames of Korean."""
