"""Titles by which Korean names a person: they stand behind the name (이재명 대통령, 왕이 외교부장)."""

from __future__ import annotations

from detente.reading.cjk.noun_endings import longest_first

KOREAN_TITLES = longest_first(
    "주임 상임위원장 수석대변인 부대변인 원내대표 원내대변인 정책위의장 최고위원 특별대표 수석대표 "
    "비서관 보좌관 정책실장 안보실장 청장 처장 차장 국가주석 국무위원장 대통령 총리 부총리 장관 외교부장 "
    "부장 주석 위원장 대변인 의원 대사 총서기 수석 차관 실장 교수 총재 장군 국장 특사 대표 비서실장 "
    "연구원 원장 의장 외교장관 국방장관 외무장관 통일장관 사무총장 총장 본부장 국무장관 재무장관 "
    "상무장관 내무장관 법무장관 통상교섭본부장 회장 사장 지사 시장 군수 센터장 소장 단장 사령관 참모총장 "
    "합참의장 외상 국방상 외무상 방위상 경제산업상 관방장관 부부장 서기 씨"
)
