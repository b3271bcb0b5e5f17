"""Who speaks in Korean, Chinese and Japanese sentences of our own."""

from __future__ import annotations

import pytest

from detente.evidence.documents import document_from
from detente.reading.document import read_document


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("日方称，中方“单方面改变现状”。", "日方"),
        ("东国国务卿鲁比奥6日表示：“我们不会接受这样的条件。”", "鲁比奥"),
        ("据报道，海国外长阿拉格齐称“对话的大门没有关闭”。", "阿拉格齐"),
        ("研究员叶清分析形势。“谁来签字，这才是问题，”她对本报表示。", "叶清"),
        ("外交部发言人梁晓东主持记者会。梁晓东指出，事实清楚。他说：“事实不能编。”", "梁晓东"),
        ("마코 루비오 미국 국무장관은 “동맹은 흔들리지 않는다”고 밝혔다.", "루비오"),
        ("연천군 주민 박모 씨(62)는 “밤에 물소리가 나면 잠을 못 잔다”고 했다.", "박모"),
        ("김민재 전 대사는 회고록에서 “침묵도 대답이었다”고 적었다.", "김민재"),
        ("미국 국무부 관계자는 “면제가 필요한지 살펴보고 있다”고 전했다.", "국무부 관계자"),
        ("これに対し首相は「譲ったものは何もない」と反論した。", "首相"),
        ("漁師の佐伯勇さん（58）は「夜の海が怖くなくなる」と話した。", "佐伯勇"),
        ("ソラ国のミハル・ドレン漁業相は声明で「主権は譲らない」と強調した。", "ミハル・ドレン"),
        ("中国外務省の毛寧報道官は会見で「強い不満」を表明した。", "毛寧"),
        ("韓国外務省の朴大使も「双方に利益のある一歩だ」と評価した。", "朴"),
        ("沈建平報道官が会見した。沈氏は、日本が始めた調査について「受け入れられない」と述べた。", "沈建平"),
        ("国連海洋法条約は紛争の「平和的手段による解決」を義務付ける。", "国連海洋法条約"),
        ("「一線を越えた」と非難した中国外務省だが、国内の報道は抑えられている。", "中国外務省"),
        ("大統領が言い放った「もう遅い」。大統領府高官は「冗談だ」と言う。", "大統領"),
        ("정부는 대통령이 밝힌 구상을 두고 “강력히 지지한다”고 했다.", "정부"),
        ("협정 4조는 당사국이 “성실히 협의한다”고 정하고 있다.", "협정 4조"),
        ("[민도윤 / 해상보안청 공보관 : “기록은 명백합니다.”]", "민도윤"),
        ("《友好条约》第三条规定，各方应“保持自我克制”。", "《友好条约》"),
        ("该报援引一名匿名军官的话称：“我们在与冬天赛跑。”", "匿名军官"),
        ("谈判被西方媒体讥为“没有水的外交”。", "西方媒体"),
        ("新海社东京3月17日电（记者 王冠）外交部发言人沈睿17日表示，这是“技术问题”。", "沈睿"),
        ("新海社东京3月17日电 外交部发言人沈睿主持记者会。\n\n沈睿说：“与贸易无关。”", "沈睿"),
        ("이재민 대통령은 17일 도착했다. 이 대통령은 “기술적 조치”라고 말했다.", "이재민"),
        ("이재민(李在民) 대통령이 도착했다. 이 대통령은 “서두르지 않겠다”고 말했다.", "이재민"),
        ("왕레이(王雷) 외교부장은 “좋다”고 밝혔다.", "왕레이"),
        ("다카무라 사나에(高村早苗) 일본 총리는 “좋다”고 밝혔다.", "다카무라 사나에"),
        ("마크 던(Mark Dunn) 캐나다 총리는 “좋다”고 밝혔다.", "마크 던"),
        ("위성호 국가안보실장은 브리핑에서 “공감대를 이뤘다”고 전했다.", "위성호"),
        ("木村稔官房長官は記者会見で「注視している」と述べた。", "木村稔"),
        ("高近平国家主席と会談した。高氏は「核心的利益だ」と強調した。", "高近平"),
    ],
)
def test_the_speaker_of_a_sentence(text: str, speaker: str) -> None:
    quote = read_document(document_from(text, name="d1")).quotes[0]
    assert quote.kind == "speech"
    assert quote.speaker is not None and speaker in quote.speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("韩国总统李在明11日在首尔表示：“愿同中方加强合作。”", "李在明"),
        ("韩国总统李在明在会谈中表示，愿“全面恢复”两国关系。", "李在明"),
        ("韩国外交部长官赵显11日说，两国关系正在“恢复正轨”。", "赵显"),
        ("韩国前外长康京和表示，对话“不可中断”。", "康京和"),
        ("日本首相高市早苗7日在国会表示，“立场没有变化”。", "高市早苗"),
        ("海警局新闻发言人刘德军表示，对方船只“非法进入”有关海域。", "刘德军"),
        ("国防部新闻发言人谭立非大校回应称：“我们注意到有关动向。”", "谭立非"),
        ("泽连斯基总统表示，各方“准备好对话”。", "泽连斯基"),
        ("外交部發言人蕭光偉表示：「我方絕不退讓。」", "蕭光偉"),
        ("韓国外務省の李在雄報道官は「遺憾だ」と述べた。", "李在雄"),
        ("韓国外務省の李在雄（イ・ジェウン）報道官は会見で「深い遺憾を表明する」と述べた。", "李在雄"),
        ("中国外務省の林剣副報道局長は会見で「断固反対する」と述べた。", "林剣"),
        ("両国首脳の会談後、李在明大統領は「未来志向の関係を築く」と語った。", "李在明"),
        ("トランプ米大統領は「素晴らしい会談だった」と述べた。", "トランプ"),
        ("ロシアのペスコフ大統領報道官は「交渉の用意がある」と述べた。", "ペスコフ"),
        ("박지원 의원은 “외교는 국익”이라고 말했다.", "박지원"),
        ("이재원 차관은 “협의를 이어가겠다”고 밝혔다.", "이재원"),
    ],
)
def test_the_speaker_is_named_without_the_title(text: str, speaker: str) -> None:
    assert read_document(document_from(text, name="d1")).quotes[0].speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "中美会谈后，王毅表示：“中方不会接受单方面要求。”",
        "中美两国外长会谈后，王毅表示，中方“不会接受”单方面要求。",
        "中韩外长11日在北京举行会谈，王毅表示，双方应“相向而行”。",
        "中日双方会晤后，王毅强调，这是“红线中的红线”。",
        "两国代表团磋商结束后，王毅指出：“对话的大门始终敞开。”",
    ],
)
def test_after_a_meeting_of_two_the_one_who_speaks_is_the_speaker(text: str) -> None:
    assert read_document(document_from(text, name="d1")).quotes[0].speaker == "王毅"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("李在明表示，愿“全面恢复”对话渠道。", "李在明"),
        ("韩方表示愿“全面恢复”各领域交流。", "韩方"),
        ("赵显说，希望“尽快重启”磋商机制。", "赵显"),
        ("总统办公室称，两国元首同意“全面恢复”各层级对话。", "总统办公室"),
        ("日方称将“认真对待”此事。", "日方"),
    ],
)
def test_a_part_quoted_inside_indirect_speech_is_the_speakers(text: str, speaker: str) -> None:
    (quote,) = read_document(document_from(text, name="d1")).quotes
    assert (quote.kind, quote.speaker) == ("speech", speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("이 대변인은 “확인해 줄 내용이 없다”고 말했다.", "이 대변인"),
        ("이 당국자는 “아직 정해진 바 없다”고 말했다.", "이 당국자"),
        ("중국 외교부 대변인 린젠은 브리핑을 했다. 이 대변인은 “내정 간섭”이라고 말했다.", "린젠"),
        ("중국 외교부 린젠 대변인이 브리핑을 했다. 이 대변인은 “내정 간섭”이라고 말했다.", "린젠"),
        ("국방부 대변인은 브리핑을 했다. 이 대변인은 “사실이 아니다”라고 말했다.", "국방부 대변인"),
        ("이수진 대변인이 브리핑을 했다. 이 대변인은 “사실이 아니다”라고 말했다.", "이수진"),
    ],
)
def test_this_spokesman_is_who_was_named_before_or_stands_as_written(text: str, speaker: str) -> None:
    quote = read_document(document_from(text, name="d1")).quotes[0]
    assert quote.speaker == speaker
    assert quote.confidence < 0.8 or speaker == "이수진"


@pytest.mark.parametrize(
    "text",
    [
        "조 장관은 ‘하나의 중국’ 존중 입장을 재확인했다.",
        "중국은 ‘하나의 중국’을 인정하라고 요구했다.",
        "왕이 부장은 '하나의 중국' 원칙을 지키라고 말했다.",
        "왕이 부장은 “하나의 중국” 원칙을 지키라고 말했다.",
        "총리실은 ‘한반도 비핵화’ 원칙에 변함이 없다고 했다.",
        "장관은 '전략적 인내' 정책을 되풀이하지 말라고 촉구했다.",
        "赵显表示，韩方尊重“一个中国”原则。",
        "外长强调，将推进“全球安全”倡议。",
        "茂木外相は「一つの中国」政策に変更はないと述べた。",
        "首相は「自由で開かれた海」構想を説明した。",
    ],
)
def test_the_name_of_a_policy_is_no_quotation(text: str) -> None:
    assert [quote.kind for quote in read_document(document_from(text, name="d1")).quotes] == ["term"]


@pytest.mark.parametrize(
    "text",
    [
        "장관은 ‘물러서지 않겠다’는 원칙을 밝혔다.",
        "대변인은 ‘확인해 줄 수 없다’고 했다.",
        "중국 외교부는 대만 문제가 '핵심이익 중의 핵심'이라며 반발했다.",
    ],
)
def test_what_is_said_in_single_marks_stays_a_quotation(text: str) -> None:
    assert [quote.kind for quote in read_document(document_from(text, name="d1")).quotes] == ["speech"]


@pytest.mark.parametrize(
    "text", ["两国设立所谓“联合监测站”。", "いわゆる「中間線方式」は古い。", "渔民称之为“哑海”。"]
)
def test_names_of_things_are_terms(text: str) -> None:
    assert [quote.kind for quote in read_document(document_from(text, name="d1")).quotes] == ["term"]
