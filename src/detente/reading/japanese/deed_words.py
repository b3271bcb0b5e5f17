"""Japanese predicates that tell a deed, and the endings that tell how it stands."""

from __future__ import annotations

from detente.evidence.claims import Direction
from detente.reading.cjk.deeds import Forms, Frame, Reader

# Of a Japanese verb the forms are: た-form, dictionary form, negative stem, て-form (without いる).
_DO = Forms("を?した", "を?する", "を?しな", "を?し")
_OPEN = Forms("開いた|行った|持った", "開く|行う|持つ", "開かな|行わな|持たな", "開い|行っ|持っ|開き")
_OPENED = Forms("開かれた|行われた", "開かれる|行われる", "開かれな|行われな", "開かれて|行われて")
_FACE = Forms("臨んだ", "臨む", "臨まな", "臨んで")
_REACH = Forms("達した|至った", "達する|至る", "達しな|至らな", "達して|至って")
_REFUSE = Forms("拒んだ|はねつけた|突っぱねた", "拒む|突っぱねる", "拒まな", "拒んで|突っぱねて")
_MEET = Forms("会った", "会う", "会わな", "会っ")
_SEND = Forms("送った|出した", "送る|出す", "送らな|出さな", "送っ|出し")
_HEIGHTEN = Forms(
    "課した|引き上げた|強めた|厳しくした|広げた|止めた|取りやめた|科した|加えた|外した",
    "課す|引き上げる|強める|厳しくする|広げる|止める|取りやめる|科す|加える|外す",
    "課さな|引き上げな|強めな|厳しくしな|広げな|止めな|取りやめな|科さな|加えな|外さな",
    "課し|引き上げ|強め|広げ|止め|取りやめ|科し|加え|外し",
)
_LOWER = Forms(
    "引き下げた|緩めた|取り下げた|解いた|見送った|やめた",
    "引き下げる|緩める|取り下げる|解く|見送る|やめる",
    "引き下げな|緩めな|取り下げな|解かな|見送らな|やめな",
    "引き下げ|緩め|取り下げ|解い|見送っ|やめ",
)
_ASK = Forms(
    "求めた|迫った|呼びかけた|促した|申し入れた|働きかけた",
    "求める|迫る|呼びかける|促す|申し入れる|働きかける",
    "求めな|迫らな|呼びかけな|促さな|申し入れな|働きかけな",
    "求めて|迫って|呼びかけて|促して|申し入れて|働きかけて",
)
_SUMMON = Forms("呼び出した|呼びつけた", "呼び出す", "呼び出さな", "呼び出し")
_WORSEN = Forms(
    "冷え込んだ|冷え切った|こじれた", "冷え込む|こじれる", "冷え込まな", "冷え込んで|冷え切って|こじれて"
)
_RISE = Forms(
    "高まった|強まった|激しくなった", "高まる|強まる", "高まらな", "高まって|強まって|高まり|強まり"
)
_EASE = Forms(
    "和らいだ|持ち直した|上向いた|雪解けした", "和らぐ", "和らがな", "和らいで|和らぎ|上向いて|上向き"
)
_BETTER: Direction = "improving"
_WORSE: Direction = "worsening"

POLICY = (
    r"輸出|輸入|関税|制裁|規制|検査|検疫|管理|許可|審査|割当|禁止|制限|ビザ|査証|投資|取引|供給|渡航|入国|"
    r"取り締ま|運航|優遇|リスト|対象|禁輸|通関|操業|出港|援助|貿易|セーフガード|対抗措置|報復措置|販売|通行|"
    r"国境|航空便|資産|団体旅行|留学"
)
_TALKS = r"(?:会談|協議|会議|対話|交渉|面会|会合|懇談会|公聴会|首脳会議|電話協議|電話会談|サミット)"
_SENT = r"特使|代表団|調査団|使節団|専門家|視察団|次官|局長|閣僚|大臣"
_FORCES = r"軍艦|艦艇|艦船|巡視船|海警船|空母|戦闘機|爆撃機|部隊|兵力|自衛隊|護衛艦|潜水艦|無人機|哨戒機|軍"

_FRAMES = (
    Frame(
        "measure", "SANCTION",
        r"制限|禁止|規制|停止|中断|強化|拡大|発動|施行|実施|導入|適用|除外|遮断|凍結|封鎖|保留|取り消|不許可|"
        r"追加|閉鎖|厳格化|差し止め|延長",
        _DO, POLICY,
    ),
    Frame("measure", "SANCTION", "", _HEIGHTEN, rf"(?:{POLICY})[^。、]{{0,14}}を(?:[^。、を]{{1,6}})?\Z"),
    Frame("measure", "SANCTION", "(?:対象|リスト|名簿)に", _HEIGHTEN),
    Frame(
        "measure", "CONCEDE", "(?<!即時)(?:解除|緩和|撤廃|撤回|廃止|再開|許可|猶予|免除|縮小|簡素化)", _DO,
        POLICY,
    ),
    Frame("measure", "CONCEDE", "", _LOWER, rf"(?:{POLICY})[^。、]{{0,14}}を(?:[^。、を]{{1,6}})?\Z"),
    Frame("event", "ASSAULT", "攻撃|爆撃|砲撃|空爆|射殺|撃墜|撃沈", _DO),
    Frame("event", "COERCE", "拿捕|だ捕|拘束|逮捕|拘留|差し押さえ|追放|没収|連行|押収", _DO),
    Frame("event", "MOBILIZE", "発射|試射|派兵|出撃|(?:訓練|演習)を(?:実施|開始)", _DO),
    Frame("event", "MOBILIZE", "配備|展開|増強|派遣|投入", _DO, _FORCES),
    Frame("event", "MOBILIZE", "(?:訓練|演習)を", _OPEN),
    Frame("event", "MOBILIZE", "", _SEND, rf"(?:{_FORCES})[^。、]{{0,6}}を\Z"),
    Frame("event", "CONSULT", "派遣", _DO, _SENT),
    Frame("event", "CONSULT", "", _SEND, rf"(?:{_SENT})[^。、]{{0,6}}を\Z"),
    Frame("event", "PROTEST", "抗議|反発", _DO),
    Frame("event", "PROTEST", "大使を[^。、]{0,6}", _SUMMON),
    Frame("event", "REJECT", "[をに]", _REFUSE),
    Frame("event", "REJECT", "拒否|拒絶|却下|一蹴|固辞", _DO),
    Frame("event", "ACCUSE", "非難|糾弾|批判", _DO),
    Frame("event", "THREATEN", "警告|威嚇|けん制", _DO),
    Frame("event", "RETREAT", "撤退|撤収|釈放|送還|返還|撤去", _DO),
    Frame("event", "AID", "支援|提供|供与|寄付|無償供与", _DO, "食料|医薬|医療|借款|援助|物資|ワクチン"),
    Frame("event", "COOPERATE", "署名|締結|批准|調印|交換", _DO, "協定|条約|覚書|合意|文書|声明"),
    Frame("event", "CONCEDE", "謝罪|陳謝", _DO),
    Frame("event", "CONSULT", rf"{_TALKS}を(?:[^、。を]{{1,8}})?(?:開催|再開|開始)|会談|協議|"
        "面会|訪問|訪日|訪中|訪韓|訪米", _DO),
    Frame("event", "CONSULT", rf"{_TALKS}を[^。、]{{0,8}}?", _OPEN),
    Frame("event", "CONSULT", rf"{_TALKS}が[^。]{{0,20}}?", _OPENED),
    Frame("event", "CONSULT", "[とに]", _MEET),
    Frame("event", "CONSULT", rf"{_TALKS}に", _FACE),
    Frame("ask", "REQUEST", "要求|要請|要望", _DO),
    Frame("ask", "REQUEST", "[をとうに]", _ASK),
    Frame("proposal", "", "提案|提唱", _DO),
    Frame("proposal", "", "提示", _DO, "案を|提案を|構想を|方策を"),
    Frame("commitment", "AGREE", "合意|約束|同意|確約|誓約", _DO),
    Frame("commitment", "AGREE", "[でと]一致", _DO),
    Frame("commitment", "AGREE", "合意に", _REACH),
    *(
        Frame("relation", "", stems, verb, rf"{matter}[はがも]", course)
        for matter, stems, verb, course in (
            ("関係", "改善|回復|正常化|好転|修復", _DO, _BETTER),
            ("関係", "悪化|緊迫化|冷却化", _DO, _WORSE),
            ("関係", "", _WORSEN, _WORSE),
            ("関係", "", _EASE, _BETTER),
            ("(?:緊張|対立)", "激化|深刻化", _DO, _WORSE),
            ("(?:緊張|対立)", "", _RISE, _WORSE),
            ("(?:緊張|対立)", "緩和", _DO, _BETTER),
            ("(?:緊張|対立)", "", _EASE, _BETTER),
        )
    ),
)  # fmt: skip

_MATTER = "(?:こと|方針|計画|意向|考え)"
_DECIDED = "(?:正式に|閣議)?(?:決めた|決定した|固めた|決断した)"
_TOLD = (
    r"(?:正式に|[0-9０-９]{1,2}日)?"
    r"(?:発表した|明らかにした|公表した|表明した|宣言した|通告した|通知した|公告した)"
)
_ENDINGS = (
    ("past", r"<past>"),
    ("not-past", r"<future>かった|<stem>て?いない"),
    ("decided", rf"<present>{_MATTER}?[をで]{_DECIDED}|<present>ことに(?:した|なった)"),
    ("not-decided", rf"<future>い{_MATTER}[をで]{_DECIDED}|<future>いことに(?:した|なった)"),
    (
        "agreed",
        r"<present>(?:こと|方針)[でに](?:合意した|一致した|同意した)|<present>と(?:約束した|確約した)",
    ),
    ("not-agreed", r"<future>い(?:こと|方針)[でに](?:合意した|一致した)|<future>いと(?:約束した|確約した)"),
    ("told-done", rf"<past>(?:こと)?[をと]{_TOLD}"),
    ("told", rf"<present>{_MATTER}?[をと]{_TOLD}|<present>{_MATTER}を示した"),
    ("not-told", rf"<future>い{_MATTER}?[をと]{_TOLD}|<future>い{_MATTER}を示した"),
    ("planned", r"<present>(?:予定|方針|計画)(?:だ|である|です|という|)"),
    ("not-planned", r"<future>い(?:予定|方針|計画)(?:だ|である|です|)"),
    ("going", r"<present>一方だ|<stem>て?いる|<stem>つつある|<stem>て?きた|<stem>て?きている"),
    ("coming", r"<present>"),
)

JAPANESE = Reader(_FRAMES, _ENDINGS)
"""The frames of Japanese."""
