"""Titles by which Japanese names a person: they stand behind the name (高市早苗首相, 林剣報道官)."""

from __future__ import annotations

from detente.reading.cjk.noun_endings import longest_first

JAPANESE_TITLES = longest_first(
    "国家主席 国務委員長 国務委員 大統領 主席 総理 首相 総統 総書記 書記 事務総長 局長 報道局長 次官 "
    "外務次官 事務次官 外務審議官 国務長官 国防長官 官房長官 官房副長官 長官 外相 外務相 国防相 防衛相 "
    "財務相 農相 漁業相 農水相 経済相 経産相 環境相 国交相 文科相 厚労相 総務相 法務相 法相 内務相 "
    "通商相 貿易相 エネルギー相 保健相 運輸相 水産相 副報道局長 大統領補佐官 補佐官 副首相 "
    "国家安全会議秘書長 秘書長 総領事 上級代表 統一相 副部長 部長 幹事長代行 本部長 国家安保室長 室長 "
    "幹事長 政調会長 副報道官 報道官 大臣 大使 公使 参事官 領事 委員長 教授 准教授 代表 特使 議員 議長 "
    "党首 知事 市長 社長 会長 団長 総裁 司令 国王 研究員 氏 さん"
)
