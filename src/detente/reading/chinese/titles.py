"""Titles by which Chinese names a person: they stand before the name, seldom behind it."""

from __future__ import annotations

from detente.reading.cjk.noun_endings import longest_first

CHINESE_TITLES = longest_first(
    "发言人 發言人 部长官 部長官 部长 部長 外长 外長 防长 防長 财长 財長 总统 總統 总理 總理 首相 主席 "
    "大使 议员 議員 教授 专家 專家 学者 學者 研究员 研究員 外相 大臣 长官 長官 秘书长 秘書長 秘书 祕書 "
    "秘書 国务卿 國務卿 司长 司長 局长 局長 室长 室長 处长 處長 次长 次長 组长 組長 主任 院长 院長 所长 "
    "所長 总裁 總裁 董事长 董事長 少将 少將 中将 中將 大校 上校 次官 副相 政务官 政務官 王储 王儲 亲王 "
    "親王 国王 國王 外务相 外務相 防卫相 防衛相 国防相 國防相 特使 代表 将军 將軍 上将 上將 书记 書記 "
    "市长 市長 州长 州長 省长 省長 团长 團長 会长 會長 理事长 官员 官員 记者 記者 评论员 評論員 分析师 "
    "參贊 参赞 公使 领事 領事 立委 委员 委員 党首 黨首 司令 顾问 顧問 主委 渔民 漁民 船长 船長 律师 律師 "
    "首领 作家 助理 参议员 议长 議長 委员长 委員長 国务委员 國務委員 总书记 總書記 校长 县长 队长 参谋长 "
    "厅长 官房長官 氏 女士 先生"
)
