"""Names in Korean, Chinese and Japanese script that CLDR does not give: seats, short forms, bodies.

CLDR's country names in these languages are added by `gazetteer`; here stand capitals, one-character short
forms in pairs (한중, 美中, 日韓) and houses of government.
"""

from __future__ import annotations

from detente.reading.word_lists import word_set

EAST_ASIAN: tuple[tuple[str, str], ...] = (
    (
        "KOR",
        "한국 남한 대한민국 서울 청와대 용산 韩国 韓國 韓国 南韩 南韓 首尔 首爾 ソウル 青瓦台 "
        "青瓦臺 大韓民国",
    ),
    ("PRK", "북한 북측 조선민주주의인민공화국 평양 朝鲜 朝鮮 北韓 北朝鮮 平壤 平壌 ピョンヤン"),
    ("CHN", "중국 중화인민공화국 베이징 북경 중난하이 中国 中國 中方 北京 中南海 중국측"),
    ("TWN", "대만 타이완 타이베이 台湾 臺灣 台灣 台北 臺北"),
    ("JPN", "일본 도쿄 동경 日本 日方 东京 東京 日本国"),
    (
        "USA",
        "미국 워싱턴 백악관 美国 美國 美方 米国 华盛顿 華盛頓 ワシントン 白宫 白宮 ホワイトハウス アメリカ",
    ),
    ("RUS", "러시아 모스크바 크렘린 俄罗斯 俄羅斯 俄方 莫斯科 克里姆林宫 ロシア モスクワ クレムリン"),
    ("UKR", "우크라이나 키이우 乌克兰 烏克蘭 基辅 ウクライナ キーウ"),
    ("IND", "인도 뉴델리 印度 新德里 インド ニューデリー"),
    ("PHL", "필리핀 마닐라 菲律宾 菲律賓 马尼拉 フィリピン マニラ"),
    ("VNM", "베트남 하노이 越南 河内 ベトナム ハノイ"),
    ("GBR", "영국 런던 英国 英國 伦敦 イギリス ロンドン"),
    ("FRA", "프랑스 파리 法国 法國 巴黎 フランス パリ"),
    ("DEU", "독일 베를린 德国 德國 柏林 ドイツ ベルリン"),
    ("IRN", "이란 테헤란 伊朗 德黑兰 イラン テヘラン"),
    ("ISR", "이스라엘 以色列 イスラエル"),
    ("VEN", "베네수엘라 委内瑞拉 委內瑞拉 ベネズエラ"),
    ("MNG", "몽골 蒙古 モンゴル"),
    ("AUS", "호주 澳大利亚 澳洲 オーストラリア"),
    ("THA", "태국 泰国 泰國 タイ王国"),
    ("TUR", "튀르키예 터키 앙카라 土耳其 安卡拉 トルコ アンカラ"),
    ("MMR", "미얀마 缅甸 緬甸 ミャンマー"),
    ("PSE", "팔레스타인 巴勒斯坦 パレスチナ"),
    ("HKG", "홍콩 香港"),
)

SHORT_FORMS: dict[str, str] = {
    "한": "KOR", "북": "PRK", "남": "KOR", "중": "CHN", "미": "USA", "일": "JPN", "러": "RUS",
    "韓": "KOR", "韩": "KOR", "朝": "PRK", "中": "CHN", "美": "USA", "米": "USA", "日": "JPN", "俄": "RUS",
    "露": "RUS", "印": "IND", "台": "TWN", "北": "PRK", "南": "KOR",
}  # fmt: skip
"""One character for a state: read only in a pair or triple of them, with nothing else in the word."""

PAIRS: frozenset[str] = word_set(
    "한중 한미 한일 북미 미북 남북 북중 중북 미중 중미 중일 일중 한미일 한중일 북러 미러 "
    "러북 한러 미일 북일 中韩 中韓 韩中 韓中 日韩 日韓 韓日 中美 美中 米中 中日 日中 朝美 "
    "美朝 米朝 朝韩 南北 中俄 俄中 露中 中露 日美 美日 日米 米韓 韓米 美韩 韩美 日米韓 "
    "美日韩 中日韩 日中韓 中印 印中 日朝 朝日"
)

ORGANIZATIONS: tuple[tuple[str, str], ...] = (
    ("United Nations", "유엔 联合国 聯合國 国連"),
    ("UN Security Council", "안전보장이사회 유엔안보리 安理会 安理會 安保理"),
    ("NATO", "나토 北约 北約 NATO"),
    ("European Union", "유럽연합 欧盟 歐盟 欧州連合"),
    ("ASEAN", "아세안 东盟 東盟 アセアン"),
    ("IAEA", "국제원자력기구 国际原子能机构 国際原子力機関"),
)
