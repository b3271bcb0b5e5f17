"""Who is taken for a person in Korean, Chinese and Japanese sentences of our own, in the manner of agencies."""

from __future__ import annotations

import pytest

from detente.evidence.documents import document_from
from detente.reading.chinese.names import name_at
from detente.reading.document import read_document


def persons(text: str) -> list[str]:
    """The persons of a text, in order of first mention."""
    reading = read_document(document_from(text, name="d1"))
    return [actor.name for actor in reading.actors if actor.kind == "person"]


@pytest.mark.parametrize(
    "text",
    [
        "两国外长9月举行会谈。",
        "双方外长月底举行会谈，主席月内访问。",
        "中韩外长会谈后发表联合声明。",
        "部长级会谈下月举行。",
        "外长会议将于11月1日举行，各国代表会前抵达。",
        "主席国代表会后宣读声明。",
        "总统马上回国，总理任期未满。",
        "外交部发言人就此表示关切。",
        "總統府對此重申立場。",
        "韩方表示愿意继续对话。",
        "高层表示谨慎，白宫称将研究。",
        "两国元首会晤后，双方表示满意。",
        "両国の外相会談は9月に行われた。",
        "日中首脳会談後、共同声明が発表された。",
        "外務大臣と上級代表が会談した。",
        "在京大使らが会見に同席した。",
        "産業大臣は会談の日程を調整している。",
        "교황청 대사가 도착했다.",
        "자민당 의원이 물었다.",
        "기자가 묻자 대변인은 웃었다.",
        "같은 자리에서 총리가 답했다.",
        "야당 대표가 반발했다.",
        "우리 대표는 자리를 떴다.",
    ],
)
def test_meetings_months_and_bodies_are_no_persons(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("日本首相高市早苗7日在国会作答。", ["高市早苗"]),
        ("首相石破茂拟于月底访问首尔。", ["石破茂"]),
        ("日本官房长官木原稔在例行记者会上作出说明。", ["木原稔"]),
        ("外相茂木敏充同韩国外长赵显举行会谈。", ["茂木敏充", "赵显"]),
        ("韩国总统李在明11日抵达北京。", ["李在明"]),
        ("韩国总统李在明在首尔会见代表团。", ["李在明"]),
        ("韩国前外长康京和与朝鲜副部长金与正发表的谈话无关。", ["康京和", "金与正"]),
        ("朝鲜劳动党副部长金与正发表谈话。", ["金与正"]),
        ("韩国国防部长官申源湜同美方代表举行会谈。", ["申源湜"]),
        ("外交部长王毅举行记者会。", ["王毅"]),
        ("外长王毅在北京出席会议。", ["王毅"]),
        ("发言人林剑主持例行记者会，发言人毛宁同日答问。", ["林剑", "毛宁"]),
        ("国防部新闻发言人田卫国大校回应。", ["田卫国"]),
        ("海警局新闻发言人刘德军说明情况。", ["刘德军"]),
        ("美国国务卿鲁比奥将访问菲律宾。", ["鲁比奥"]),
        ("法国总统马克龙与德国总理默茨通电话。", ["马克龙", "默茨"]),
        ("联合国秘书长古特雷斯呼吁各方克制。", ["古特雷斯"]),
        ("俄罗斯外长谢尔盖·拉夫罗夫抵达平壤。", ["谢尔盖·拉夫罗夫"]),
        ("总理李强会见石破茂首相。", ["李强", "石破茂"]),
        ("總統賴清德10日主持會議。", ["賴清德"]),
        ("外交部發言人蕭光偉說明立場。", ["蕭光偉"]),
        ("記者 葉映彤報導。", ["葉映彤"]),
        ("高市早苗首相は7日、国会で答弁した。", ["高市早苗"]),
        ("韓国外務省の李在雄報道官が会見した。", ["李在雄"]),
        ("韓国の趙顕（チョ・ヒョン）外相が訪日した。", ["趙顕"]),
        ("中国外務省の林剣副報道局長が会見した。", ["林剣"]),
        ("ロシアのペスコフ大統領報道官が会見した。", ["ペスコフ"]),
        ("トランプ米大統領と習近平国家主席が会談した。", ["トランプ", "習近平"]),
        ("久保田外務大臣は退席した。", ["久保田"]),
        ("石破茂前首相が講演した。", ["石破茂"]),
        ("呉江浩駐日大使が反論した。", ["呉江浩"]),
        ("박지원 의원이 질의했다.", ["박지원"]),
        ("조용성 대사와 이재원 차관이 만났다.", ["조용성", "이재원"]),
        ("마오닝(毛宁) 대변인이 답했다.", ["마오닝"]),
    ],
)
def test_the_whole_name_and_nothing_but_the_name(text: str, names: list[str]) -> None:
    assert persons(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("中美会谈后，王毅表示，双方应相向而行。", "王毅"),
        ("两国外长会晤后，赵显表示，同意尽早举行磋商。", "赵显"),
        ("中日外长会谈后，茂木敏充表示，日方立场没有改变。", "茂木敏充"),
        ("韩美防长会谈后，安圭伯说，同盟将进一步发展。", "安圭伯"),
        ("在谈到台湾问题时，王毅强调，这是核心利益。", "王毅"),
        ("習近平指出，兩國應加強溝通。", "習近平"),
        ("杜特尔特说，这是错误。", "杜特尔特"),
    ],
)
def test_who_speaks_without_an_office_is_a_person_and_the_speaker(text: str, name: str) -> None:
    reading = read_document(document_from(text, name="d1"))
    assert name in [actor.name for actor in reading.actors]
    assert [claim.who for claim in reading.claims if claim.kind == "reported"] == [(name,)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("王毅举行会谈", "王毅"),
        ("王毅在北京", "王毅"),
        ("王毅和鲁比奥", "王毅"),
        ("李在明11日", "李在明"),
        ("李在明在首尔", "李在明"),
        ("陈时中表示", "陈时中"),
        ("司马南说", "司马南"),
        ("泽连斯基同日", "泽连斯基"),
        ("会谈后", ""),
        ("月举行", ""),
        ("马上回应", ""),
        ("韩国代表", ""),
    ],
)
def test_a_name_ends_where_what_follows_begins(text: str, name: str) -> None:
    assert text[: name_at(text, 0, len(text))] == name
