"""What a Chinese sentence tells: the first verb that governs it, its object, and the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from detente.evidence.claims import Direction, Kind
from detente.reading.cjk.deeds import Deed

_FOLD = str.maketrans(
    "對實採徵啟動發擴強緊調暫進關稅資產簽證團遊檢審許貿歸將會訪問銷銬離協議約諾謝絕責譴貶聲應該當須條"
    "訂舉辦談見達為從於與國處據響轉緩惡溫壞張係雙兩無沒準備聯軍艦機員組織綠開釋驅殺擊戰導彈習試運價單"
    "體違銀幣凍結鎖險減輕寬優勢復讓後來總統說稱認論顯報質聞佈決堅擔預測請籲漸續繼斷擬劃賣漁潛隊參並還"
    "這個們遞駁戶島東灣韓貝觀經濟術區業過滯撐縮嚴罰餘劑爭執壓換",
    "对实采征启动发扩强紧调暂进关税资产签证团游检审许贸归将会访问销铐离协议约诺谢绝责谴贬声应该当须条"
    "订举办谈见达为从于与国处据响转缓恶温坏张系双两无没准备联军舰机员组织绿开释驱杀击战导弹习试运价单"
    "体违银币冻结锁险减轻宽优势复让后来总统说称认论显报质闻布决坚担预测请吁渐续继断拟划卖渔潜队参并还"
    "这个们递驳户岛东湾韩贝观经济术区业过滞撑缩严罚余剂争执压换",
)
_POLICY = (
    r"管制|制裁|关税|限制|禁令|反制|措施|检查|检疫|检验|审查|调查|许可|出口|进口|贸易|投资|签证|航班|"
    r"团队游|旅游|赴日|资产|清单|水产品|配额|反倾销|监管|交易|销售|供应|免签|入境|捕捞|休渔|通关|援助"
)
_TALKS = "会谈|磋商|会晤|会议|谈判|对话|峰会|会面|论坛|听证会"
_FORCES = "军舰|舰艇|海警船|巡逻船|航母|战机|轰炸机|部队|兵力|军队|驱逐舰|潜艇|无人机|舰队|士兵"

_OBJECT = "(?![，。；、])"


class _Sort(NamedTuple):
    """Verbs of one sort: what they tell when such an object follows in the clause."""

    kind: Kind
    event: str
    verbs: str
    needs: str = ""
    direction: Direction | None = None


_SORTS = (
    _Sort("measure", "CONCEDE", "解除|取消|放宽|撤销|恢复|放松|下调|降低|豁免|重新开放|废除|松绑", _POLICY),
    _Sort("event", "CONSULT", "恢复|重启|重开", _TALKS),
    _Sort(
        "measure", "SANCTION",
        "实施|实行|采取|施加|加征|征收|启动|发起|出台|推出|追加|祭出|强化|加强|收紧|扩大|提高|上调|禁止|暂停|中止|停止|叫停|"
        "限制|冻结|封锁|切断|延长",
        _POLICY,
    ),
    _Sort("measure", "SANCTION", "列入", "清单|名单"),
    _Sort("event", "ASSAULT", "袭击|炮击|轰炸|空袭|击落|击沉|击毙|打死"),
    _Sort("event", "COERCE", "扣押|扣留|逮捕|拘留|拘捕|驱逐|驱离|抓扣|查扣|没收|抓捕"),
    _Sort("event", "MOBILIZE", "发射|试射"),
    _Sort("event", "MOBILIZE", "举行|展开|开展|启动", "演习|军演|演练|操演"),
    _Sort("event", "MOBILIZE", "派遣|派出|出动|部署|增派|调派|派", _FORCES),
    _Sort("event", "CONSULT", "派遣|派出|派", "特使|代表团|调查团|专家|工作组|使团|考察团"),
    _Sort("event", "PROTEST", "提出|提起|表示|发出", "交涉|抗议"),
    _Sort("event", "PROTEST", "召见|约见", "大使|公使|参赞|代办|使节"),
    _Sort("event", "REJECT", "拒绝|否决|回绝|驳回|拒收|拒不"),
    _Sort("event", "ACCUSE", f"(?:指责|谴责|批评|控诉|抨击|痛斥){_OBJECT}"),
    _Sort("event", "THREATEN", f"(?:警告|威胁|扬言){_OBJECT}"),
    _Sort("event", "RETREAT", "撤出|撤走|撤离|撤回|释放|归还|遣返|交还"),
    _Sort("event", "AID", "援助|捐赠|提供", "粮食|药品|疫苗|物资|贷款|援助|医疗|美元|大米"),
    _Sort("event", "COOPERATE", "签署|签订|批准|缔结|草签", "协议|协定|条约|备忘录|声明|议定书|文件|公约"),
    _Sort("event", "CONCEDE", "道歉|致歉|谢罪"),
    _Sort("event", "CONSULT", "举行|召开|进行|举办|重启", _TALKS),
    _Sort("event", "CONSULT", "会见|会晤|访问|到访|出访|抵达|通电话|会面|会谈"),
    _Sort("ask", "REQUEST", f"(?:要求|敦促|促请|呼吁|请求|恳请|催促|喊话|责令|督促){_OBJECT}"),
    _Sort("proposal", "", f"(?:建议|提议|倡议){_OBJECT}"),
    _Sort("proposal", "", "提出", "方案|建议|倡议|提议|构想|主张"),
    _Sort("commitment", "AGREE", "承诺|同意|商定|约定|保证|允诺|达成|一致同意"),
    _Sort(
        "relation", "", "关系[^，。；的]{0,14}?(?:改善|回暖|升温|缓和|恢复|好转|修复|正常化)", "", "improving"
    ),
    _Sort(
        "relation", "", "关系[^，。；的]{0,14}?(?:恶化|紧张|降温|破裂|倒退|跌入|跌至|受损|降至)", "",
        "worsening",
    ),
    _Sort("relation", "", "(?:紧张|对立|矛盾)(?:局势)?[^，。；的]{0,8}?(?:加剧|升级|激化)", "", "worsening"),
)  # fmt: skip
_SAYS = (
    r"表示|指出|强调|认为|透露|称(?![为号])|说(?!明)|预计|预测|分析|主张|否认|希望|担心|回应|重申|声称|坚称|"
    r"证实|解释|报道|显示|相信|坦言|介绍|质疑|问"
)
_TELLS = r"宣布|公布|决定|通报|宣告|公告|确定"
_ALL = "|".join(sort.verbs for sort in _SORTS)
_NO_VERB = r"(?<![被遭受所的该这])(?<!有关)(?<!相关)(?<!一项)(?<!这种)"
_GOVERNS = re.compile(rf"{_NO_VERB}(?:(?P<tells>{_TELLS})|(?:{_ALL})|(?P<says>{_SAYS}))(?![的者方令])")
_UNSURE = re.compile(
    r"可能|或(?!者|许可)|恐(?!怖)|应(?!对|邀|约|用|急|急)|必须|需(?!求)|能否|是否|可以|若|如果|希望|试图|"
    r"有意|有望|考虑|"
    r"呼声|假如|一旦|倘若|能够|想要|被|遭|欲|不得不"
)
_PLANNED = re.compile(r"将(?!军|领|士)|拟|计划|预定|准备(?!金)|定于|打算|即将")
_DENIED = re.compile(r"没有|没(?!收)|未(?!来)|不(?!断|少|久|满|法|同|仅)")
_DONE = re.compile(r"已(?!故)|曾|正式|日前|近日")
_GOING = re.compile(r"持续|正在|不断|日益|逐步|逐渐|继续|渐|越来越|进一步")
_WHILE = re.compile(r"[^，。；]{0,16}?(?:时|后|之前|期间)(?=[，强表说指称宣])")
_SOURCE = re.compile(r"据[^，]{1,18}，")
_CLAUSE = re.compile(r"[，；](?:并|还|也|同时|共同|一致|随后|且|又|再次|强烈|正式){0,3}")
_AFTER = 44


def chinese_deed(sentence: str) -> tuple[Deed | None, int]:
    """The deed a sentence tells, or None; and where its first governing verb stands (-1 for none)."""
    text = sentence.translate(_FOLD)
    source = _SOURCE.match(text)
    first = next(_verbs(text, source.end() if source else 0), None)
    return _told_by(text, first)


def chinese_further(sentence: str) -> Iterator[tuple[Deed, int]]:
    """Deeds of later clauses that open with their verb (…，并要求日方道歉): the same party's."""
    text = sentence.translate(_FOLD)
    for opening in _CLAUSE.finditer(text):
        verb = _GOVERNS.match(text, opening.end())
        if verb is None or verb.group("says") or verb.group("tells"):
            continue
        deed, stop = _told_by(text, verb)
        if deed is not None and deed.kind != "relation":
            yield deed, stop


def _told_by(text: str, first: re.Match[str] | None) -> tuple[Deed | None, int]:
    if first is None:
        return None, -1
    if first.group("says"):
        return None, first.start()
    told = first.group("tells")
    verb = first
    if told:
        following = next(_verbs(text, first.end()), None)
        if following is None or following.group("says") or following.group("tells"):
            return None, first.start()
        verb = following
    sort = _sort(verb, text)
    if sort is None:
        return None, first.start()
    before = text[max(0, first.start() - 16) : first.start()].rpartition("，")[2]
    if sort.kind == "relation":
        before += verb.group()
    if told:
        before += text[first.end() : verb.start()]
    if _UNSURE.search(before):
        return None, first.start()
    near = text[max(0, verb.start() - 6) : verb.start()].rpartition("，")[2]
    denied = _DENIED.search(before if sort.kind == "relation" else near) is not None or (
        sort.kind == "commitment" and re.match(r"将?(?:不|绝不)", text[verb.end() :]) is not None
    )
    return (
        Deed(sort.kind, sort.event, first.start(), _mood(text, before, verb, told), denied, sort.direction),
        verb.end(),
    )


def _verbs(text: str, at: int) -> Iterator[re.Match[str]]:
    for found in _GOVERNS.finditer(text, at):
        if _WHILE.match(text, found.end()):
            continue  # 会见对方时强调: the next verb governs
        if found.group("says") or found.group("tells") or _sort(found, text) is not None:
            yield found


def _sort(found: re.Match[str], text: str) -> _Sort | None:
    """The sort of a verb whose object follows; of two with the same verb the one whose object is there."""
    words = found.group()
    clause = re.split(r"[，；。,;]", text[found.end() : found.end() + _AFTER])[0]
    for sort in _SORTS:
        if re.fullmatch(sort.verbs, words) and (not sort.needs or re.search(sort.needs, clause)):
            return sort
    return None


def _mood(text: str, before: str, verb: re.Match[str], told: str | None) -> str:
    if _PLANNED.search(before):
        return "planned"
    if told:
        return "decided" if told in ("决定", "确定") else "told"
    if _GOING.search(before[-6:] + verb.group()):
        return "going"
    if text.startswith("了", verb.end()) or _DONE.search(before):
        return "past"
    return "plain"
