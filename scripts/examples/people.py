"""Invented people. Only given names of two characters, and none that makes somebody known to everybody."""

SURNAMES = (
    "陈林黄周吴徐孙胡朱高何郭罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝"
    "白崔康邱秦江顾侯邵孟万段雷汤尹黎易常乔贺赖龚文")
MEN = (
    "志远 国栋 海涛 文斌 立新 永强 少华 振宇 家明 伟民 子谦 鹏程 卫东 学军 春生 承志 思源 一帆 若谷 长青 景行 启明 泽宇 守正 建平 "
    "云峰 德胜 光辉 志刚 新民 有为 大勇 水根 木林 世安 维新 宏图 远山 清源 松年 柏青 文渊 仲平 季春 宗岳 延年 其昌 敬之 润生 "
    "正阳 向东 克勤 克俭 乐山 怀瑾 兆祥 庆余 福生 炳文 耀庭 继业 广田 培根 树声 玉成 百川 星河").split()
WOMEN = (
    "秀兰 晓燕 丽华 雪梅 静怡 婉清 玉珍 佳慧 春梅 思雨 海霞 雅琴 月明 书瑶 小红 金凤 桂香 冬梅 云霞 秋菊 美玲 素芬 淑贞 晚晴 "
    "采薇 如意 清荷 念慈 语桐 若兰 巧云 爱莲 文秀 立群 玉洁 新竹 映雪 霜华 凤英 银花").split()


def person(dice, sex=None):
    """A name; `sex` is 男 or 女, or left to chance."""
    sex = sex or dice.pick("男男女")
    return dice.pick(SURNAMES) + dice.pick(MEN if sex == "男" else WOMEN)


def people(dice, count):
    names = []
    while len(names) < count:
        name = person(dice)
        if name not in names:
            names.append(name)
    return names
