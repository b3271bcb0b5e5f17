"""Chinese names of persons: family names, and the characters that write foreign names by their sound."""

from __future__ import annotations

import re

SURNAMES = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于"
    "蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧傅钟鍾姜崔谭譚廖范汪陆陸金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江阎薛尹段雷"
    "黎史龙龍陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢习習文安朴裴尹洪卞趙曺尹"
)
"""Family names the cast looks for."""

FAMILY = (
    SURNAMES + "赖賴柯卓游简簡涂連连关關康温溫古易章童庄莊向耿汲翁柴倪颜顏欧歐"
    "虞单單晏滕池凌霍莫麦麥管齐齊左穆喻申容甘尤阮"
)
"""Chinese family names, more of them than the cast looks for."""

SOUNDS = (
    "阿埃艾安昂奥奧澳巴白班邦保鲍鮑贝貝本比彼别賓宾波伯博勃布采查昌达達大戴丹当當道德邓登迪狄蒂丁杜多厄恩尔爾法凡范菲费費芬丰豐佛弗夫福富盖蓋冈岡高戈格葛贡貢古瓜圭哈海"
    "汉漢豪赫黑亨洪胡华華怀懷惠霍基吉加贾賈简簡杰傑捷金久卡凯凱坎康考科可克肯孔库庫夸拉腊臘莱萊兰蘭朗劳勞勒雷里利连連良列林留龙龍隆卢盧鲁魯路伦倫罗羅洛吕呂略马馬玛瑪"
    "迈邁麦麥曼芒毛梅门門蒙米敏明缪繆莫默姆穆拿娜纳納奈南内內尼涅宁寧纽紐农農努诺諾欧歐帕潘庞龐佩彭蓬皮平珀普奇齐齊恰强強乔喬切琴青琼瓊丘让讓热熱日荣榮茹儒若"
    "萨薩塞桑森沙珊尚绍紹舍申圣聖施什史斯丝絲松苏蘇孙孫索塔泰坦汤湯陶特滕提廷通图圖托瓦万萬旺威韦韋维維魏温溫文翁沃乌烏武西希锡錫夏香小肖谢謝辛欣兴興休许許逊遜雅"
    "亚亞扬揚耶叶葉伊因英尤约約云雲泽澤扎札詹张張赞贊兹茲宗佐祖猜颂頌蓬颇頗占鸾鑾他·"
)
"""Characters by which Chinese writes foreign names."""

NO_NAME = re.compile(
    r"[馆館部處处局會会员員团團行们們等方府均未和与與及在曾则則]|\A(?:自身|上級|主任|特別|全権|臨時|産業|"
    r"経済|"
    r"外務|国防|"
    r"防衛|通商|国|"
    r"農水|財務|関係|主席|首席|常駐|代表|副)"
)
"""What no name holds or begins with, in Chinese and Japanese."""


def believed(name: str) -> bool:
    """Whether characters behind a Chinese office can be a name: of a known family, or written by sound."""
    if NO_NAME.search(name):
        return False
    if name[0] in FAMILY and len(name) <= 4:
        return True
    return "·" in name or (len(name) <= 8 and all(character in SOUNDS for character in name))
