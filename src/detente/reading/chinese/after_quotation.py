"""What stands after a quotation in Chinese: a verb or noun of saying, a name …."""

from __future__ import annotations

import re

AFTER: dict[str, re.Pattern[str]] = {
    "name": re.compile(
        r"(?:[一二两兩三四五六]?[字词詞])|(?:这|這)?(?:一|个|個)?(?:概念|说法|說法|口号|口號|帽子|"
        r"论调|論調|标签|標籤|名词|叙事|敘事|字眼)"
    ),
    "verb": re.compile(
        r"[，,]?[\u4e00-\u9fff（）·]{1,14}?(?:[对對向在][^，。]{1,14})?(?:说|說|表示|指出|强调|強調|"
        r"称|稱|坦言|写道|寫道|"
        r"补充|感叹|回忆|反问|解释|直言|叹|笑)(?=[道。，,；了]|$)"
    ),
    "noun": re.compile(
        r"(?:之|的)(?:说|說|声|聲|言|警告|声明|聲明|表态|表態|回应|回應|呼声|評語|评语|断言|承诺|"
        r"承諾|条款|條款|横幅|橫額|标语|標語)|[横橫標标]"
    ),
    "quotative": re.compile(r"(?:[，。；,;！？]|\s?\Z)"),
    "object": re.compile(r"(?:中国|中國|日本|美国|[\u4e00-\u9fff]{2}(?:领海|領海|国际|國際))"),
    "genitive": re.compile(r"(?:的|之)"),
    "particle": re.compile(r"(?:和|与|與|、|或|及|是|为|為|不|而|将|將|却|卻|鬧|闹)"),
    "verb_self": re.compile(r"[\u4e00-\u9fff]"),
}
"""By kind of sign; each is matched at the closing mark."""
