"""Chinese names of persons: family names, and the characters that write foreign names by their sound."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.chinese.saying_verbs import SAYING_VERBS
from detente.reading.chinese.titles import CHINESE_TITLES
from detente.reading.japanese.names import FAMILIES as JAPANESE_FAMILIES
from detente.reading.word_lists import word_set

SURNAMES = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田"
    "董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧傅钟鍾姜崔谭譚廖范汪陆陸金石戴贾賈韦韋夏邱方侯邹鄒熊孟"
    "秦白江阎薛尹段雷黎史龙龍陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢习習文安朴裴尹洪卞趙曺尹萧蕭"
)
"""Family names the cast looks for."""

FAMILY = (
    SURNAMES
    + "赖賴柯卓游简簡涂連连关關康温溫古易章童庄莊向耿汲翁柴倪颜顏欧歐虞单單晏滕池凌霍莫麦麥管齐齊左穆喻"
    "申容甘尤阮谷禹玄咸慎施严嚴汤湯葛祝邢岳翟詹"
)
"""Chinese family names, more of them than the cast looks for."""

SOUNDS = (
    "阿埃艾安昂奥奧澳巴白班邦保鲍鮑贝貝本比彼别賓宾波伯博勃布采查昌达達大戴丹当當道德邓登迪狄蒂丁杜多"
    "厄恩尔爾法凡范菲费費芬丰豐佛弗夫福富盖蓋冈岡高戈格葛贡貢古瓜圭哈海汉漢豪赫黑亨洪胡华華怀懷惠霍基"
    "吉加贾賈简簡杰傑捷金久卡凯凱坎康考科可克肯孔库庫夸拉腊臘莱萊兰蘭朗劳勞勒雷里利连連良列林留龙龍隆"
    "卢盧鲁魯路伦倫罗羅洛吕呂略马馬玛瑪迈邁麦麥曼芒毛梅门門蒙米敏明缪繆莫默姆穆拿娜纳納奈南内內尼涅宁"
    "寧纽紐农農努诺諾欧歐帕潘庞龐佩彭蓬皮平珀普奇齐齊恰强強乔喬切琴青琼瓊丘让讓热熱日荣榮茹儒若萨薩塞"
    "桑森沙珊尚绍紹舍申圣聖施什史斯丝絲松苏蘇孙孫索塔泰坦汤湯陶特滕提廷通图圖托瓦万萬旺威韦韋维維魏温"
    "溫文翁沃乌烏武西希锡錫夏香小肖谢謝辛欣兴興休许許逊遜雅亚亞扬揚耶叶葉伊因英尤约約云雲泽澤扎札詹张"
    "張赞贊兹茲宗佐祖猜颂頌颇頗占鸾鑾他妮黛丽麗莎娅婭妲薇蕾莲蓮莉妙昆披素崙茨思瑟琪缇藤浦柳娄甫斐措楚"
    "茅聪岑策琛芝忒邱卜罕·"
)
"""Characters by which Chinese writes foreign names."""

NO_NAME = re.compile(
    r"[馆館部處处局會会员員团團行们們等方府均未及曾则則]|在(?<!\A[\u4e00-\u9fff]在)|在\Z|[与與](?!正\Z)|"
    r"和(?<!\A[\u4e00-\u9fff]{2}和)|"
    r"\A(?:自身|上級|主任|特別|全権|臨時|産業|経済|外務|国防|防衛|通商|国|農水|財務|関係|主席|首席|常駐|代表|副)"
)
"""What no name holds or begins with, in Chinese and Japanese."""

_COMPOUND = word_set(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 皇甫 令狐 东方 東方 尉迟 尉遲 南宫 南宮 鲜于 鮮于 端木 慕容 "
    "宇文 独孤"
)
_NEVER = frozenset(
    "的是了不我你他她它这這那都还還将將们們被把让讓也说說称稱就则則却卻此该該与與对對向从從同于於等并並再更"
)
"""Characters no name has behind the family name (金与正 is the one exception known)."""
_SELDOM = frozenset("在会會其时時以日为為自至")
"""Characters a name may have inside when what follows shows where it ends (李在明, 陈时中)."""
_INSTITUTION = frozenset("方媒府企总總副层層宫宮院部省市县縣社报報网網台党黨局厅廳署委处處级級办辦队隊")
_STATES = frozenset({"韩国", "韓國"})
"""What a name may begin with when what follows ends it for certain (韓國瑜)."""
_COUNTRY = frozenset("国國")
"""Behind one character these make a state (韩国), behind two a name (田卫国)."""
_NO_NAMES = word_set(
    "严正 嚴正 严厉 嚴厲 严重 嚴重 严格 嚴格 祝贺 祝賀 祝愿 韩军 韓軍 陆军 陸軍 马上 馬上 高度 高级 高級 "
    "高层 高層 高官 方面 方才 常务 常務 常驻 常駐 金融 金砖 武装 武裝 黄海 黃海 文件 文化 白宫 白宮 白皮 "
    "万一 萬一 史上 张开 任何 任期 任命 任内 安全 安排 安理 石油 于是 於是 何时 何以 温和 連任 连任 连续 "
    "連續 关于 關於 关系 關係 关键 沈阳 成都 江苏 江蘇 云南 雲南 海南 周一 周二 周三 周四 周五 周六 周日 "
    "周末 周边 周邊 单方 單方 向来 左右 管理 管制 高盛 彭博 华为 万科 宋代 唐代 明确 齐声 古巴 汉城 左翼 "
    "右翼 施压 施壓 施政 田径 易于 童年 庄严 莫名 满意 许多 許多 许可 白天 万名 高峰 高峰会 黄金 黎巴 "
    "黎明 毛里 乌克 伊朗 何况 顾问 顧問 时任 首席 金额 文章 文本 文中 文明 文献 方案 方式 方向 方針 方针 "
    "金价 金價 金牌 金属 金屬 高温 高铁 高鐵 高管 高校 高效 高空 高原 江水 江河 江面 白人 白色 石头 石化 "
    "田间 田野 马路 马力 马来 馬來 马里 马达 马尼 馬尼 林业 林区 林地 林木 万人 万元 万众 万象 史料 史学 "
    "史无 钱款 余下 余额 余地 叶片 程序 程度 苏联 蘇聯 苏丹 苏方 苏里 任务 任務 任职 任一 汪洋 陆地 陸地 "
    "陆上 陸上 陆续 陸續 陆战 陸戰 陆海 陆委 陸委 石块 戴着 夏天 夏季 夏威 孟加 白俄 段落 雷达 雷達 雷雨 "
    "黎族 龙头 贺信 賀信 贺电 賀電 贺词 顾虑 顾及 武力 武器 武警 武汉 武漢 习惯 習慣 习俗 安保 安装 安哥 "
    "安卡 洪水 洪灾 洪都 曾经 曾經 曾任 曾在 肖像 董事 于此 于今 杜绝 杜哈 卢旺 盧旺 卢比 卢布 范围 範圍 "
    "范畴 范本 熊猫 熊貓 陶瓷 朴素 王国 王國 王室 王位 王子 王储 王儲 王宫 王宮 张力 張力 张贴 陈述 陳述 "
    "陈列 陈旧 黄昏 吴哥 周年 週年 周围 周圍 周期 周报 周刊 马德 马其 何种 何處 何处 何等 何在 罗列 罗马 "
    "羅馬 郑重 鄭重 谢意 謝意 许久 许诺 許諾 成员 朝方 钟声 鐘聲 尼泊 利比 阿拉 阿富 阿联 叙利 埃及 巴勒 "
    "巴基 巴拿 沙特 科威 卡塔 土耳 俄罗 伊拉 以色 加拿 哈萨 希腊 比利 瑞典 布鲁 布魯 日内 达沃 達沃 华盛 "
    "華盛 纽约 紐約 伦敦 倫敦 柏林 开罗 克里 基辅 莫斯 德黑 巴黎 瑞士 法国 德国 美国 英国 泰国 马绍 大使 "
    "大会 大众 大家"
)
"""Words that begin like names, and states written by their sound."""
_STRONG = re.compile(
    r"[0-9０-９，、。：:；;“”「」『』（）()【】《》〈〉！？…—\s]|\Z|[说說称稱则則就将將被把让讓还還都的也]|"
    rf"(?:{SAYING_VERBS}|{'|'.join(CHINESE_TITLES)}|[海陆空]军|[海陸空]軍|"
    r"举行|舉行|会见|會見|会谈|會談|会晤|會晤|访问|訪問|主持|出席|发表|發表|抵达|抵達|率领|率領|率团|接受|通过|透過|签署|簽署|"
    r"致电|致電|致函|当天|當天|当地|當地|当日|當日|今天|今日|昨天|昨日|近日|日前|此前|随后|隨後|首次|再次|同时|同時|"
    r"周[一二三四五六日]|星期|上周|本周|下周|早些|早前|事后|针对|針對|对此|對此|提议|提議|介绍|介紹|决定|決定|计划|計劃|[拟擬]|宣读|下令|"
    r"政府|夫妇|夫婦|夫人|一行|先生|女士|当选|當選|就任|上任|辞职|辭職|访华|访韩|访日|访美|赴华|来华|應邀|应邀|邀请|邀請|"
    r"反对|反對|支持|要求|承诺|承諾|提出|敦促|警告|威胁|威脅|认定|相信|希望|期待|愿意|願意|表达|表達|同意|拒绝|拒絕|讨论|討論|谈到|談到|"
    r"参加|參加|参观|启程|啟程|离开|離開|返回|到访|到訪|通电话|通電話|通话|進行|进行|召开|召開|召集|召见|召見|任命|批准|"
    r"推动|推動|要把|正在|已经|已經|曾经|曾經|继续|繼續|明确|明確|主张|主張|质疑|質疑|呼应|呼應|讲话|講話|致辞|致辭|担任|擔任)"
)
_WEAK = re.compile(
    r"和(?![与與在对對向将將表说說])|[在对對与與向会會从從同以于於为為等又再曾已仍并並便即今昨自至首赴访訪回致率应應受发發呼未及因由只更兼]"
)
_SAYS = re.compile(
    r"(?:\d{1,2}日|当天|當天|今天|同日|随后|隨後|还|還|则|則|也)?(?:[在就对對向同与與和][^，。；：“「]{1,24}?)??"
    rf"(?:{SAYING_VERBS}|[说說](?![明法服])|称(?![为号])|稱(?![為號]))"
)
"""What follows the name that opens a clause when he says something: 王毅表示, 王毅在会谈后表示."""
_OPENING = re.compile(r"(?:\A|(?<=[，。；：！？\n”」』　\s]))(?=[\u4e00-\u9fff])")


def believed(name: str) -> bool:
    """Whether characters behind a Chinese office can be a name: of a known family, or written by sound."""
    if NO_NAME.search(name):
        return False
    if name[0] in FAMILY and len(name) <= 4:
        return True
    if _japanese_family(name):
        return len(name) <= 5
    return "·" in name or (len(name) <= 8 and all(character in SOUNDS for character in name))


def name_at(text: str, at: int, end: int) -> int:
    """Where the name ends that begins at a place (behind a title, say); `at` where none begins.

    What follows tells: a name ends before punctuation, a number, a verb; 王毅举行 is 王毅, 李在明11日 李在明.
    """
    if text[at : at + 2] in _NO_NAMES or not "\u4e00" <= text[at] <= "\u9fff":
        return at
    found = [(_follows(text, at + length, end), plain, length) for length, plain in _lengths(text, at, end)]
    told = [(follows, plain, -length) for follows, plain, length in found if follows]
    if told:
        _, _, length = max(told, key=lambda one: (one[0] == 2, one[1], one[2]))
        return at - length
    if text[at] in SURNAMES:
        return _default(text, at, end)
    return at


def speakers_at_openings(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Names without a title that open a clause, right before a verb of saying (，王毅表示)."""
    for found in _OPENING.finditer(text, start, end):
        at = found.start()
        if (
            text[at] not in SURNAMES
            and not _japanese_family(text[at : at + 3])
            and not _by_sound(text[at : at + 3])
        ):
            continue
        stop = name_at(text, at, end)
        if stop > at and "·" not in text[at:stop] and _SAYS.match(text, stop, end):
            yield at, stop


def _lengths(text: str, at: int, end: int) -> Iterator[tuple[int, bool]]:
    """Lengths a name may have, the shortest first, and whether its characters are plain ones."""
    families = _families(text, at)
    for length in range(2, min(10, end - at + 1)):
        name = text[at : at + length]
        fit = [part for part, most in families if part < length <= part + most and _given(name[part:], part)]
        if fit:
            yield length, not _SELDOM & set(name[fit[-1] :]) and name[:2] not in _STATES
        elif _by_sound(name):
            yield length, True


def _families(text: str, at: int) -> list[tuple[int, int]]:
    """The family names that may begin at a place: their length, and the most characters of a given name."""
    found = [(1, 2)] if text[at] in FAMILY else []
    if text[at : at + 2] in _COMPOUND:
        found.append((2, 2))
    japanese = _japanese_family(text[at : at + 3])
    return [*found, (japanese, 3)] if japanese else found


def _by_sound(name: str) -> bool:
    """Whether all characters are those that write foreign names, or a dot parts them."""
    if all(character in SOUNDS for character in name):
        return True
    return "·" in name[1:-1] and not _NEVER & set(name) and all(c >= "\u4e00" or c == "·" for c in name)


def _given(words: str, family: int = 1) -> bool:
    """Whether characters can be a given name behind a family name of so many characters."""
    if words in ("与正", "與正"):
        return True
    if words in CHINESE_TITLES:
        return False
    if (
        any(not "\u4e00" <= character <= "\u9fff" for character in words)
        or words[-1] in _SELDOM
        or words[0] == "和"
    ):
        return False
    return not _NEVER & set(words) and (family > 1 or not _INSTITUTION & set(words)) and words not in _COUNTRY


def _follows(text: str, at: int, end: int) -> int:
    """2 where what follows ends a name for certain, 1 where it may, 0 where it does not look so."""
    if at >= end or _STRONG.match(text, at, end):
        return 2
    return 1 if _WEAK.match(text, at, end) else 0


def _default(text: str, at: int, end: int) -> int:
    """A family name and two more characters where nothing tells the end."""
    name = text[at : min(at + 3, end)]
    plain = not _SELDOM & set(name[1:]) and name[:2] not in _STATES
    return at + 3 if len(name) == 3 and plain and _given(name[1:]) else at


def _japanese_family(words: str) -> int:
    """The length of the Japanese family name words begin with; 0 for none."""
    return next((length for length in (3, 2) if words[:length] in JAPANESE_FAMILIES), 0)
