"""Japanese names of persons: family names, and what stands before a title and is no name."""

from __future__ import annotations

import re

from detente.reading.japanese.titles import JAPANESE_TITLES
from detente.reading.word_lists import word_set

FAMILIES = word_set(
    "高市 石破 岸田 安倍 野田 麻生 茂木 岩屋 上川 小泉 河野 木原 松野 中谷 玉木 枝野 齐藤 齊藤 斎藤 斉藤 "
    "齋藤 山口 佐藤 鈴木 铃木 高橋 高桥 田中 伊藤 渡辺 渡边 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 "
    "佐佐木 松本 井上 木村 清水 山崎 池田 橋本 桥本 阿部 石川 前田 藤田 小川 岡田 冈田 後藤 后藤 長谷川 "
    "长谷川 村上 近藤 石井 坂本 遠藤 远藤 青木 藤井 西村 福田 太田 三浦 岡本 冈本 松田 中川 中野 原田 "
    "小野 田村 竹内 金子 和田 中山 石田 上田 森田 柴田 酒井 工藤 横山 宮崎 宫崎 宮本 宫本 内田 高木 安藤 "
    "島田 岛田 谷口 大野 丸山 今井 河村 武田 村田 新井 杉山 大塚 平野 小山 野口 菅原 久保 福島 福岛 西田 "
    "荒木 鳩山 鸠山 細川 细川 村山 羽田 宇野 海部 大平 三木 中曽根 中曾根 竹下 宮沢 宮澤 宫泽 小渕 小渊 "
    "町村 吉野 船越 横井 金杉 冨田 富田 別所 岩本 城内 赤沢 赤泽 村井 尾崎 浜田 滨田 稲田 稻田 林田 秋葉 "
    "秋叶 藤崎 奥田 北村 松井 吉村 小池 甘利 二階 二阶 世耕 河井 牧野 加茂 垂水 上野 桜井 樱井 黒田 黑田 "
    "植田 白川 神田 三村 片山 茂原 小野寺"
)
"""The commonest family names, and those of ministers and envoys, as Japanese and Chinese write them."""

_READING = r"(?:[（(][ぁ-んァ-ヴー・＝A-Za-z .]{2,30}[）)])?"
_POST = (
    r"(?:(?:前|元|新|次期)?(?:駐(?:[日米中韓英仏独露朝]|[\u3400-\u9fffァ-ヴー]{2,6}(?=大使|公使|総領事))|国連|[米韓中日露英仏独]|韓国|中国|米国|ロシア)|前|元|副|"
    r"(?:中国)?(?:共産党|国務委員|党中央)[\u3400-\u9fff]{0,10}兼|"
    r"(?:大統領|首相|政府|情報|北米|アジア大洋州|安全保障|外交・?安全保障|党|外務|防衛|国防|財務|法務|総務|経済|経済産業|農林水産|環境|内務|通商|厚生労働|文部科学)"
    r"(?=大臣|局長|報道|補佐|次官|上級|副部長))?"
)
BEFORE_TITLE = re.compile(
    r"(?<![\u3400-\u9fffァ-ヶー・＝])"
    r"(?P<name>[\u3400-\u9fff々]{1,5}?|[ァ-ヶー]{2,12}(?:[・＝][ァ-ヶー]{1,12}){0,3})"
    rf"{_READING}{_POST}(?P<title>{'|'.join(JAPANESE_TITLES)})(?![\u3400-\u9fffァ-ヶー])"
)
"""A name, how it is read in brackets, its post, and the title behind it."""
_NO_NAME = word_set(
    "上級 特別 特命 全権 首席 主席 常任 常駐 筆頭 副 元 前 新 現 同 各 両 本 党 国 対 米 日 中 韓 外務 "
    "内務 防衛 国防 財務 法務 総務 経済 産業 通商 環境 農林 文部 厚生 国土 国家 内閣 官房 政務 事務 報道 "
    "臨時 代理 担当 次期 歴代 現職 両国 各国 同国 与党 野党 最高 合同 統合 海軍 陸軍 空軍 地元 議会 在京 "
    "在日 在米 外交 政府 全権大使 一部 複数 ベテラン 若手 公明 自民 民主 立憲 共産 維新 関係 当時 自身 "
    "日本 漁協 組合 市民 県 市 町 村 区 議 参 参院 衆院 女性 男性 両院 軍 議員 委員 党首 幹事 研究 地域 "
    "団体 東京 北京 ソウル 交渉 貿易 通信 農水 水産 エネルギー 最大野党 国会 上院 下院"
)
_NOT_IN_NAME = re.compile(
    r"会談|会議|会見|協議|交渉|首脳|大統領|首相|外相|声明|共同|国際|政府|連合|担当|問題|官房|両国|与党|野党|地元|国務|"
    r"複数|国連|駐[日米中韓]|[省庁府署党国國両两]|副|米|対"
)


def is_name(words: str) -> bool:
    """Whether what stands before a Japanese title can be a person's name."""
    return words not in _NO_NAME and not _NOT_IN_NAME.search(words)
