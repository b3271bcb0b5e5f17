"""Who speaks in Korean, Chinese and Japanese sentences of our own."""

from __future__ import annotations

import pytest

from detente.evidence.documents import document_from
from detente.evidence.extract.reading import read_document


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
    ],
)
def test_the_speaker_of_a_sentence(text: str, speaker: str) -> None:
    quote = read_document(document_from(text, name="d1")).quotes[0]
    assert quote.kind == "speech"
    assert quote.speaker is not None and speaker in quote.speaker


@pytest.mark.parametrize(
    "text", ["两国设立所谓“联合监测站”。", "いわゆる「中間線方式」は古い。", "渔民称之为“哑海”。"]
)
def test_names_of_things_are_terms(text: str) -> None:
    assert [quote.kind for quote in read_document(document_from(text, name="d1")).quotes] == ["term"]
