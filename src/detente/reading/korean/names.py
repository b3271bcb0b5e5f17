"""Korean names of persons: the name, the body it speaks for, its title; and what is no name."""

from __future__ import annotations

import re

from detente.reading.korean.offices import korean_holder
from detente.reading.korean.titles import KOREAN_TITLES
from detente.reading.word_lists import word_set, words_in_order

_TITLES = "|".join(KOREAN_TITLES)
_OF = (
    "중국|미국|일본|러시아|영국|독일|프랑스|"
    "국가안보|국가정보|외교부|국방부|통일부|산업부|정책|비서|통상교섭|외교안보"
)
"""What is written together with the title it belongs to (국가안보실장)."""
_WRITTEN = r"(?:[(（][^()（）\n]{1,24}[)）])?"
"""How a name is written elsewhere, in brackets: 왕이(王毅)."""
BEFORE_TITLE = re.compile(
    rf"(?<![가-힣])([가-힣]{{2,4}}){_WRITTEN} ((?:[가-힣]{{1,9}} ){{0,6}}?)(?:{_OF})?({_TITLES})"
    r"(?=[은는이가의을를과와에도,.\s（(）)]|께서|$)"
)
"""The name, the words between, the title: "왕레이 중국 외교부 대변인은"."""
LONE_FAMILY = re.compile(rf"(?<![가-힣])([가-힣]) ({_TITLES})(?=[은는이가의을를과와에도,.\s]|$)")
FIRST_LEE = re.compile(
    rf"(?<![가-힣])이(?![번날들런러제미후전와에어란라집])[가-힣]{{2}}{_WRITTEN} "
    rf"(?:[가-힣]{{1,9}} ){{0,3}}?({_TITLES})"
    r"(?=[은는이가의을를과와에도,.\s]|$)"
)
"""Somebody called 이 and his title."""
NO_FAMILY = word_set(
    "겸 미 일 북 러 영 불 독 전 현 신 본 각 양 그 이 한 두 세 네 타 첫 옛 부 측 내 주 등 중 직 당 새 총 "
    "군 시 도 해 및 때 뒤 후"
)
STATES = word_set("미 중 일 북 러 영")
"""States in one syllable before a title (루비오 미 국무장관); 한 is "a" as well."""
OF_TITLE = ("궁", "관", "회의", "부", "청", "당", "국", "위", "원", "실", "처")
TENURE = word_set("주한 주중 주미 주일 주러 주북 겸 전 현 신임 초대 당시 수석")
PARTICLES = word_set("에 의 은 는 이 가 와 과 도 측 로")
_ENDINGS = words_in_order(
    "한국 중국 미국 일본 북한 정부 러시아 외교부 국방부 통일부 신임 전 양국 관련 모든 "
    "에서 에게 으로 부터 까지 하며 하자 묻자 부는 에는 크렘린궁 백악관 했던 하는 되는 있는 없는"
)
_NO_NAMES = word_set(
    "우리 그들 이들 여러 해당 모든 같은 다른 새로운 어느 일부 양측 각국 이번 지난 당시 현직 전직 최근 "
    "이후 이날 앞서"
)


_MAY_END_A_NAME = re.compile(r"[성원실국조법사왕]\Z")
"""Syllables that end a body's name and a person's alike (박지원, 조용성)."""
_COMMON_FAMILIES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구"
    "민류나진지엄채원천방공현함변염여추도소석선설마길왕리림려량렴"
)


JAPANESE_FAMILIES = word_set(
    "다카이치 이시바 기시다 아베 스가 노다 아소 모테기 이와야 가미카와 하야시 고이즈미 고노 기하라 "
    "마쓰노 나카타니 다마키 사이토 사토 스즈키 다카하시 다나카 와타나베 야마모토 나카무라 고바야시 가토 "
    "요시다 야마다 이토 모리 후쿠다 하토야마 간 오카다 마에하라 마쓰모토 이노우에 기무라 시미즈 야마구치 "
    "이케다 하시모토 이시카와 오가와 후지타 나카소네 무라야마 오부치 미야자와 다케시타 우노 가이후 하타 "
    "호소카와 나가시마 오노데라 기시 하마다 미즈시마 가네스기 후나코시 나마즈"
)
"""Japanese family names as Korean writes them: they stand before the given name, with a space."""


def is_name(words: str) -> bool:
    """Whether what stands before a Korean title can be a person's name, no body and no particle's word."""
    if words in _NO_NAMES or words in KOREAN_TITLES or words.endswith(_ENDINGS):
        return False
    named = len(words) == 3 and words[0] in _COMMON_FAMILIES
    return not korean_holder(words) or (named and _MAY_END_A_NAME.search(words) is not None)
