"""Words by which a line is known to be no part of what the author wrote: page furniture, captions,
credits."""

from __future__ import annotations

import re

from detente.reading.word_lists import word_set

FURNITURE = re.compile(
    r"(?:leave a (?:comment|reply)|most (?:viewed|read|popular|shared|commented)|read more\b|read also\b|"
    r"also read\b|see also\b|related (?:articles?|stor(?:y|ies)|news|posts?|content|coverage|topics|reading)|"
    r"related\s*:|more (?:from|on|stories|news|in) |you (?:may|might) (?:also )?(?:like|be interested)|"
    r"recommended(?: for you| reading| stories)?$|recommended:|trending|editor['’]?s['’]? picks?|top "
    r"stories|latest news|"
    r"popular now|what to read next|up next|next (?:article|story|post)|previous (?:article|story|post)|"
    r"share(?: this)?(?: on| via| article| story|:|$)|share$|tweet$|facebook$|twitter$|whatsapp$|linkedin$|"
    r"telegram$|email(?: this)?$|print(?: this)?(?: page| article)?$|copy link|follow us|follow @|like us on|"
    r"subscribe|sign (?:up|in)\b|log ?in\b|register (?:now|for free)|create (?:a |an )?(?:free )?account|"
    r"(?:our |daily |weekly |free |the )?newsletters?\b|get our|join our|download (?:our|the) app|"
    r"advertisement|advertise with|sponsored|promoted|continue reading|story continues|article "
    r"continues|scroll to|"
    r"skip to (?:main )?(?:content|navigation)|back to (?:top|home)|jump to|toggle|menu$|search$|home$|"
    r"(?:we use|this (?:web)?site uses) cookies|cookie (?:policy|settings|preferences|notice)|"
    r"accept (?:all|cookies)|reject all|manage (?:preferences|cookies|consent)|privacy (?:policy|notice)|"
    r"terms (?:of|and|&)|all rights reserved|©|\(c\) ?\d{4}|copyright\b|contact us|about us|help "
    r"cent(?:re|er)|site ?map|"
    r"\d{1,5} comments?$|comments? ?\(\d|comments?$|view (?:all )?comments|post a comment|be the "
    r"first to comment|"
    r"\d{1,3}[ -]min(?:ute)?s?[ -]read|reading time|listen to (?:this|the) (?:article|story)|"
    r"tags?:|filed under|topics?:|categories:|keywords:|loading|please enable javascript|"
    r"click (?:here|to)|watch:|video:|live:|gallery:|in pictures|support (?:our|independent) "
    r"journalism|donate\b|"
    r"start your (?:free )?trial|already a subscriber|this article (?:was|is) (?:originally|first) published|"
    r"republish this|report (?:an error|a typo)|correction policy|breadcrumb|font size|text size|"
    r"무단 ?전재|저작권|댓글|관련 ?기사|공유하기|구독|많이 본|인기 ?기사|로그인|"
    r"相关阅读|相關閱讀|相关新闻|责任编辑|責任編輯|编辑[:：]|版权所有|版權所有|分享到|扫一扫|热门|"
    r"返回首页|登录|"
    r"関連記事|関連ニュース|おすすめ|ランキング|シェアする|会員登録|ログイン|無断転載|続きを読む)",
    re.IGNORECASE,
)
"""Matched at the start of a short line."""

CREDIT = re.compile(
    r"(?:[(\[|/—–-]\s?|\.\s+|^)(?:photo(?:graph)?s?|images?|picture|pic|credit|file photo|source|"
    r"illustration|graphic|"
    r"photo credit|photo by|image credit)\s?(?::|by\b|/|courtesy)[^.\n]{0,80}\.?\)?\]?$|"
    r"\((?:ap|afp|reuters|epa|getty|xinhua|yonhap|kyodo|tass|anadolu|bloomberg)\b[^)\n]{0,60}\)\.?$|"
    r"[/|]\s?(?:ap|afp|reuters|epa|getty(?: images)?|xinhua|yonhap|kyodo|tass|eyevine|alamy|"
    r"shutterstock)(?: photo)?\.?$|"
    r"\[(?:image|photo|caption|video)[^\]\n]{0,120}\]|^(?:image|photo|caption|figure caption|video "
    r"caption)\b\s?[:：]|"
    r"getty images|(?:사진|写真|图片?|摄影|圖)\s?[=:：／/]|신화|연합뉴스\s?$",
    re.IGNORECASE,
)
"""Found anywhere in a line of caption length."""

BYLINE = re.compile(
    r"(?:by [A-Z]|published\b|updated\b|last (?:updated|modified)|posted (?:on|at)|first published|"
    r"date:|dated?\s*:|"
    r"issued\b|for immediate release|author:|written by|입력|수정|기자|发布|發布|更新日?[:：]?|投稿)",
    re.IGNORECASE,
)
HEADED_LIST = re.compile(
    r"(?:most (?:viewed|read|popular)|related (?:articles?|stor|news|posts?|content|coverage)|"
    r"related$|more (?:from|on|stories)|"
    r"you (?:may|might)|recommended|trending|editor['’]?s['’]? picks?|top stories|latest|popular|what "
    r"to read next|"
    r"read more$|see also$|관련 ?기사|많이 본|相关阅读|相關閱讀|関連記事|ランキング)",
    re.IGNORECASE,
)
"""A heading whose list of headlines follows."""
MENU_WORDS = word_set(
    "home news world politics analysis podcasts podcast shop video videos sport sports business "
    "opinion economy "
    "culture tech technology science health subscribe login log in out sign up register menu search "
    "more facebook "
    "twitter x email whatsapp linkedin telegram instagram youtube print share about contact us jobs "
    "events weather "
    "lifestyle travel arts markets money local national international live latest top photos gallery "
    "newsletter "
    "newsletters follow copy link save bookmark advertise help account my profile settings english "
    "español français"
)
"""A line of nothing but these is a menu or a row of buttons."""
