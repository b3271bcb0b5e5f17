"""Korean names of persons: the name, the body it speaks for, its title; and what is no name."""

from __future__ import annotations

import re

from detente.reading.korean.offices import korean_holder
from detente.reading.korean.titles import KOREAN_TITLES
from detente.reading.word_lists import word_set, words_in_order

_TITLES = "|".join(KOREAN_TITLES)
_OF = "국가안보|국가정보|외교부|국방부|통일부|산업부|정책|비서|통상교섭|외교안보"
"""What is written together with the title it belongs to (국가안보실장)."""
_WRITTEN = r"(?:[(（][^()（）\n]{1,24}[)）])?"
"""How a name is written elsewhere, in brackets: 왕이(王毅)."""
BEFORE_TITLE = re.compile(
    rf"(?<![가-힣])([가-힣]{{2,4}}){_WRITTEN} ((?:[가-힣]{{1,9}} ){{0,3}}?)(?:{_OF})?({_TITLES})"
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
    "전 현 신 본 각 양 그 이 한 두 세 네 타 첫 옛 부 측 내 주 등 중 직 당 새 총 군 시 도 해 및 때 뒤 후"
)
OF_TITLE = ("부", "청", "당", "국", "위", "원", "실", "처")
TENURE = word_set("전 현 신임 초대 당시 수석")
PARTICLES = word_set("에 의 은 는 이 가 와 과 도 측 로")
_ENDINGS = words_in_order(
    "한국 중국 미국 일본 북한 정부 러시아 외교부 국방부 통일부 신임 전 양국 관련 모든 "
    "에서 에게 으로 부터 까지 하며 하자 묻자 부는 에는 했던 하는 되는 있는 없는"
)
_NO_NAMES = word_set(
    "우리 그들 이들 여러 해당 모든 같은 다른 새로운 어느 일부 양측 각국 이번 지난 당시 현직 전직 최근 "
    "이후 이날 앞서"
)


_MAY_END_A_NAME = re.compile(r"[성원실국조법사왕]\Z")
"""Syllables that end a body's name and a person's alike (박지원, 조용성)."""
_COMMON_FAMILIES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설"
    "마길왕리림려량렴"
)


def is_name(words: str) -> bool:
    """Whether what stands before a Korean title can be a person's name, no body and no particle's word."""
    if words in _NO_NAMES or words.endswith(_ENDINGS):
        return False
    named = len(words) == 3 and words[0] in _COMMON_FAMILIES
    return not korean_holder(words) or (named and _MAY_END_A_NAME.search(words) is not None)
