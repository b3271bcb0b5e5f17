"""Who can speak: how offices, bodies, papers and persons are named in Japanese, Korean and Chinese.

The last word of a noun phrase tells what it names; these tables are the only place where such words stand.
"""

from __future__ import annotations

import re

from detente.evidence.extract.eastern_names import SURNAMES
from detente.evidence.extract.word_lists import word_set, words_in_order

FAMILY = (
    SURNAMES + "赖賴柯卓游简簡涂連连关關康温溫古易章童庄莊向耿汲翁柴倪颜顏欧歐"
    "虞单單晏滕池凌霍莫麦麥管齐齊左穆喻申容甘尤阮"
)
"""Chinese family names, more of them than the cast looks for."""


def _ending(words: str) -> re.Pattern[str]:
    listed = sorted(words_in_order(words), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, listed))})\Z")


_JAPANESE_PERSONS = _ending(
    "相 臣 官 長 氏 者 家 員 使 将 王 首脳 補 人 民 士 師 婦 主 妻 夫 父 母 客 幹部 重鎮 首相 大統領 "
    "主席 書記 教授 代表 筋 "
    "相手 選手 名手 議長 総裁 特使 さん 君 遺族 当局者 高官 首席 学者 顧問 委員 陛下 殿下 社長 有志 住民 "
    "市民 女性 男性 若者 "
    "総理 総統 総書記 大統領府 アナリスト エコノミスト ジャーナリスト スポークスマン コメンテーター "
    "参事官 公使 領事 論客 秘書 弁護士 老人 院議 総領事 准教授 "
    "フェロー 通訳 仲介役 担当 担当者 司令 提督 国民 乗員 乗組員 隊員 閣僚 長老 首長 指導部 ディレクター "
    "リーダー トップ ファン "
    "部会 会派 遺児 党首 班長 団長 役 名人 関係筋 消息筋 外交筋"
)
_JAPANESE_BODIES = _ending(
    "政府 側 省 庁 府 院 軍 隊 署 局 党 社 連 国 機関 委 委員会 協会 組合 学会 業界 世論 団 団体 当局 部 "
    "議会 国会 "
    "理事会 大統領室 首相官邸 官邸 室 報 時報 日報 連合 連盟 大使館 領事館 公館 企業 大学 研究所 財団 "
    "基金 銀行 裁 裁判所 法廷 市場 陣営 会社 メディア 軍部 "
    "巡視船 公船 海警船 哨戒機 会議所 会議 サミット 事務局 本部 支部 連合会 か国 カ国 ヵ国 ヶ国 両国 "
    "日米韓 日米 日中韓 日韓 中露 地元 現場 与野党 与党 野党 政権 "
    "報道 紙 誌 電 通信 放送 テレビ 新聞 タイムズ ニュース 政界 財界 外務省 国防省 漁協 農協 経団連 "
    "青瓦台 ホワイトハウス クレムリン "
    "センター シンクタンク 王室 宮内庁 公社 公団 公司 グループ 一派 派 会見者 高官筋 町 村 市 県 国連 "
    "安保理 都 保安庁 海警"
)
_JAPANESE_PAPERS = _ending(
    "声明 談話 宣言 協定 条約 文書 覚書 憲章 施行令 令 法 法律 規約 決議 判決 報告書 白書 社説 論評 記事 "
    "書簡 コミュニケ "
    "合意書 発表 綱領 勧告 指針 要綱 規則 憲法 通達 投稿 条 項 議定書 方針 見解 公報 条文 文面 草案 原案 "
    "案文 発表文 電報 親書 コラム 垂れ幕 横断幕 "
    "プラカード 貼り紙 看板 字幕 回顧録 合意 論説 約款 文言 決定文 告示 布告 抗議文 公電 要領 戦略 "
    "計画書 裁定 意見書 碑文 年表 手記 日記"
)
_JAPANESE_NO = re.compile(
    r"(?:大会|機会|会見|会談|延長|成長|結局|拍手|人権|国民感情|無法|方法|司法|手法|用法|合法|違法|立法|"
    r"寸法|文法|"
    r"外国|諸国|帰国|出国|入国|全国|自国|他国|本国|母国|祖国|当事国|締約国|加盟国|参加国|両者|後者|前者|"
    r"領土|条件|"
    r"一部|全部|内部|外部|幹|結論|問題|事件|事案|焦点|発端|背景|理由|目的|内容|危機|時機|動機|契機|投機|"
    r"転機|好機|"
    r"命令|指令|法令|号令|一人|二人|何人|同士|武士|家主|民主|無人|商船|漁船員|市民権|昨年|対応|"
    r"政策|情報|広報|予報|警報|国旗|(?:この|その|同)法|事項|条項|要項|停電|発電|送電|充電|感電|新聞記事|"
    r"大都|首都)\Z"
)
_JAPANESE_YES = re.compile(
    r"(?:(?:国|憲|刑|民|商|基本|組織|自衛隊|海洋|保障|安保|国際)法|刑務官|警報官|一人)\Z"
)

_KOREAN_PERSONS = _ending(
    "관계자 당국자 대변인 소식통 전문가 교수 외교관 의원 특사 대사 장관 차관 총리 대통령 부장 위원장 "
    "주석 대표 국장 차장 실장 "
    "처장 청장 총장 의장 원장 소장 회장 사장 단장 센터장 본부장 위원 수석 보좌관 참모 공사 총영사 영사 "
    "서기관 부부장 서기 총서기 "
    "외무상 국방상 방위상 외상 경제산업상 경산상 재무상 관방장관 관방부장관 지사 시장 군수 총재 연구원 "
    "연구위원 박사 변호사 기자 작가 "
    "논설위원 평론가 학자 선장 어민 주민 시민 상인 농민 노조원 유가족 피해자 씨 통역 부총리 국왕 왕 총독 "
    "사령관 장군 제독 대령 중령 "
    "대장 의장국 사무총장 인사 고위인사 고위관계자 고위당국자 정치인 정상 지도자 간부 실무자 책임자 "
    "참석자 관리 관료 애널리스트 "
    "분석가 목사 신부 스님 대행 비서관 대표단 협상가 특별대표 교섭대표 수석대표 부대표 원내대표 "
    "원내대변인 부대변인 감독 팀장 과장 이사장 "
    "이사 연구자 활동가 네티즌 누리꾼 국민 여론 업계 학계 전문가들 재계 정치권 외교가 할머니 할아버지 "
    "남성 여성 어머니 아버지 어르신 노인 청년 대학생 학생 운전사 경찰 "
    "사무관 교섭관 협상단 "
    "여당 야당 행정관 국무위원장 중진 실세 최고위원 총비서 조사관 판사 검사 재판관 재판장 서기장 "
    "외교부장 국무장관"
)
_KOREAN_BODIES = _ending(
    "정부 측 외교부 국방부 통일부 국무부 상무부 재무부 외무성 방위성 성 부 청 처 위원회 의회 국회 당 군 "
    "당국 사령부 총국 합동참모본부 "
    "합참 국정원 정보원 대사관 영사관 대통령실 총리실 시보 주보 위보 타임즈 통신사 방송사 신문사 잡지사 "
    "백악관 청와대 크렘린 협회 연합 연맹 기구 단체 재단 은행 회사 "
    "기업 대학 연구소 "
    "매체 신문 통신 방송 평론 일보 언론 외신 잡지 타임스 포스트 저널 뉴스 연합뉴스 유엔 나토 안보리 법원 "
    "재판소 헌재 대법원 검찰 "
    "경찰청 해경 해군 육군 공군 해경국 경비대 관방 내각 참모본부 위 조합 노조 진영 양국 3국 국가 본부 "
    "한미 한일 한중 북중 미일 "
    "센터 사무국 안팎 일각 내부 현지 한미일 조선중앙통신 무역대표부 해상보안청 중앙위 평의회 실 원 "
    "공동체 공사관 대표부 이사회 사무소"
)
_KOREAN_PAPERS = _ending(
    "협정 선언 선언문 성명서 합의 합의서 합의문 담화 논평 성명 보고서 사설 공고 결의 결의안 결의문 조약 "
    "헌장 협약 규약 법 시행령 헌법 의정서 각서 양해각서 백서 "
    "방위백서 외교청서 청서 판결문 판결 회고록 서한 공동성명 공동선언 보도문 발표문 칼럼 기사 문서 지침 "
    "강령 조항 규정 현수막 플래카드 "
    "비망록 일기 통지문 전문 초안 문건 공문 입장문 기고문 기고 항의문 결정문 판정문 판정 조서 교과서 "
    "교재 해설서 안내판 친서 편지 "
    "게시글 조"
)
_KOREAN_NO = word_set(
    "일부 전부 외부 세부 대부 상부 하부 남부 북부 동부 서부 중부 요청 신청 초청 시청 대처 조처 상처 출처 "
    "담당 상당 부당 정당 해당 "
    "다당 시위 범위 수위 지위 순위 단위 행위 방위 주위 사실 현실 손실 내실 확실 지원 자원 회원 동원 차원 "
    "인원 복원 기회 "
    "집회 대회 사회 방법 불법 사법 해법 위법 합법 문법 입법 상인도 군 성 부 청 처 위 실 원 당 조 법 "
    "영향력 중요성 가능성 "
    "당사국 체약국 각국 회원국 불구 투자 각자 가운데 배경 이유 문제 이번조치 구축 조치 긴장 안정성 "
    "필요성 일관성 정당성 진정성 "
    "모호성 감성 특성 개성 조성 구성 작성 달성 찬성 반성 형성 양성 협조 구조 강조 공조 원조 제조 보조 "
    "동조 기조 창조 국가안보"
)

_CHINESE_PERSONS = _ending(
    "人 长 長 官 员 員 家 者 士 使 卿 相 总统 總統 主席 总理 總理 首相 书记 書記 议员 議員 立委 代表 "
    "特使 高官 学者 學者 专家 專家 "
    "分析师 教授 女士 先生 博士 老人 司机 司機 商 高层 高層 网友 網友 网民 網民 村民 居民 渔民 漁民 民众 "
    "民眾 外界 舆论 輿論 记者 記者 "
    "一行 首席 编辑 編輯 主编 主編 国王 國王 总裁 總裁 干事 幹事 董事 司令 将军 將軍 上将 中将 少将 党首 "
    "黨首 主委 领袖 領袖 次官 第一次官 大臣 官房 老板 船员 教師 律师 律師 参赞 "
    "参議 顾问 顧問 副手 团长 助理 助卿 农民 工人 亲历者 消息人士 老外交官 第一副相 外相 防相 财相 "
    "发言人办公室 理事 秘书 教授们 妻子 家属 家屬 渔夫"
)
_CHINESE_BODIES = _ending(
    "方 部 局 院 会 會 署 委 厅 廳 庁 政府 当局 當局 军 軍 使馆 使館 领馆 领事馆 代表团 代表處 代表处 "
    "机构 機構 组织 組織 公司 集团 集團 协会 協會 "
    "党 黨 国 國 府 白宫 白宮 官方 媒体 媒體 媒 报 報 社 台 网 網 日报 時報 时报 智库 智庫 大学 大學 "
    "研究所 中心 法院 法庭 海警 海军 警方 军方 "
    "双方 雙方 两国 兩國 五角大楼 克里姆林宫 联合国 安理会 北约 欧盟 东盟 东盟秘书处 内阁 內閣 国会 國會 "
    "议会 議會 银行 銀行 编辑部 論壇 论坛 周刊 新聞 新闻 "
    "人民 阵营 陣營 企业 企業 业界 業界 坊间 坊間 台办 台辦 辦 办 办公室 秘书处 理事会 联盟 同盟 省 市 "
    "海巡署 側 侧 一方 圈 界 社区 平台"
)
_CHINESE_PAPERS = _ending(
    "社论 社論 社评 社評 评论 評論 文章 声明 聲明 公报 公報 宣言 协定 協定 协议 協議 条约 條約 公约 公約 "
    "决议 決議 判决 判決 裁决 裁決 "
    "白皮书 白皮書 报告 報告 章程 宪章 憲章 宪法 憲法 条例 條例 规定 規定 》 备忘录 備忘錄 议定书 議定書 "
    "条 條 款 号决议 号令 文件 公函 照会 "
    "照會 回忆录 回憶錄 书面材料 通告 通知 公告 谈话 談話 专栏 專欄 横幅 橫額 标语 標語 贴文 貼文 法 "
    "准则 準則 方针 纲领 綱領 指南 信中 信 日记 "
    "老话 老話 俗话 俗話 谚语 諺語 古人 条文 條文 序言 草案 文本 会议纪要 纪要 合同 海报 传单 碑文"
)
_CHINESE_NO = re.compile(
    r"(?:机会|機會|社会|社會|大会|大會|协会|会会|方法|办法|辦法|说法|說法|做法|看法|想法|手法|违法|非法|"
    r"合法|执法|"
    r"地方|全部|内部|內部|外部|局部|一部|平台|舞台|后台|结局|結局|格局|布局|问题|問題|措施|行动|行動|"
    r"言论|言論|举动|"
    r"缔约国|締約國|当事国|當事國|各国|各國|各方|外交人员|缔约方|成员国|会员国|前者|后者|後者|两者|本国|他国|"
    r"第一|现状|現狀|互信|相信|自信|通信|短信|威信|据此|为此|對此|对此|大部|多边|报道|報導|上市|城市|"
    r"股市|都市|增长|成长|延长|加大|人人)\Z"
)
PARTIES_ONLY = re.compile(
    r"(?:当事国|締約国|加盟国|参加国|各国|両国|双方|艦艇|航空機|당사국|체약국|회원국|각국|양국|양측|쌍방|"
    r"서명국|"
    r"各方|缔约国|締約國|缔约方|当事国|當事國|双方|雙方|两国|兩國|外交人员|成员国|会员国|会員國|各国|各國)\Z"
)
"""Those whom a treaty binds: its words are the treaty's."""


_LATIN = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]{1,9}\Z")
"""A body known by its letters (NHK, CNN)."""


_NUMBERED = re.compile(
    r"(?<=.)第?[0-9０-９一二三四五六七八九十]{1,5}(?:号|條|条|項|호|조|항)(?:第?[0-9０-９]{1,3}(?:項|항))?\Z"
)


def _japanese(words: str) -> str:
    if _LATIN.search(words):
        return "body"
    words = _NUMBERED.sub("", words)
    bare = re.sub(r"(?:の一つ|の一人|のひとり|の一部|ら|たち|など)\Z", "", words)
    if not bare or (_JAPANESE_NO.search(bare) and not _JAPANESE_YES.search(bare)):
        return ""
    if _JAPANESE_PAPERS.search(bare):
        return "paper"
    if _JAPANESE_PERSONS.search(bare):
        return "person"
    return "body" if _JAPANESE_BODIES.search(bare) else ""


def _korean(words: str) -> str:
    last = words.split(" ")[-1].split("(")[0].removesuffix("들")
    if _LATIN.search(last):
        return "body"
    if not last or last in _KOREAN_NO:
        return ""
    if _KOREAN_PAPERS.search(last):
        return "paper"
    if _KOREAN_PERSONS.search(last):
        return "person"
    return "body" if _KOREAN_BODIES.search(last) else ""


def _chinese(words: str) -> str:
    bare = re.sub(r"[（(][^）)]{0,20}[）)]\Z", "", words)
    bare = bare.removesuffix("们").removesuffix("們").removesuffix("之一")
    if not bare or _CHINESE_NO.search(bare):
        return ""
    if _CHINESE_PAPERS.search(bare):
        return "paper"
    if _CHINESE_PERSONS.search(bare):
        return "person"
    return "body" if _CHINESE_BODIES.search(bare) else ""


def holder(words: str, language: str) -> str:
    """What a noun phrase names: "person", "body", "paper" (a document that speaks), or "" for a thing."""
    if language == "ja":
        return _japanese(words)
    return _korean(words) if language == "ko" else _chinese(words)
