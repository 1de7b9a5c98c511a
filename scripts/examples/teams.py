"""党员先锋班组: which teams apply in which year, how strong, and what is special about the application."""

from decimal import Decimal

from . import enterprises
from .clearing import changed, clear, scores
from .dice import Dice
from .firms import firm
from .people import people, person

# 班组、企业简称、班组类型、强弱（0–100）、特别之处。强弱写另一个班组的名称的，业绩与它完全相同。
PLAN = {
    2025: [
        ("复材铺层一班", "云岭", "生产", None, {}),
        ("旋翼总装一班", "赣岳直升机", "装配", 88, {}),
        ("旋翼总装三班", "赣岳直升机", "装配", 72, {}),
        ("数控五轴班", "赣岳直升机", "生产", 70, {}),
        ("外场维修二班", "赣岳直升机", "维修", 68, {}),
        ("整机调试班", "赣岳直升机", "装配", 70, {}),
        ("气动试验班", "长空", "研发", 70, {}),
        ("样机试制班", "长空", "生产", 66, {}),
        ("框梁机加二班", "天枢", "生产", 72, {}),
        ("结构件装配班", "天枢", "装配", 64, {}),
        ("厂房动力班", "天枢", "保障服务", 70, {}),
        ("航电联调班", "玉衡", "装配", 68, {}),
        ("显控模块班", "玉衡", "生产", 62, {}),
        ("热压罐班", "开阳", "生产", 66, {}),
        ("预浸料班", "开阳", "生产", 54, {}),
        ("叶片精铣班", "星辰", "生产", 68, {}),
        ("接头装配班", "星辰", "装配", 60, {}),
        ("三坐标检测班", "星辰", "检测", 64, {}),
        ("蒙皮修整班", "云岭", "生产", 52, {"党员示范岗": []}),
        ("熔模铸造班", "北湖", "生产", 58, {"所属企业否决数": 0, "计划完成率": Decimal("96.4"), "不可抗力认定": "不成立"}),
        ("继电器装配班", "鹤鸣", "装配", 60, {}),
        ("齿轮加工班", "青梧", "生产", 62, {}),
        ("液压阀装配班", "朗峰", "装配", 66, {}),
        ("液压台试验班", "朗峰", "检测", 58, {"不可抗力认定": None}),
        ("冷镦一班", "沐风", "生产", 56, {}),
        ("真空热处理班", "砺石", "生产", 52, {"成员治安拘留": [{"姓名": "钱某", "日期": "2025-03-09"}]}),
        ("化铣班", "碧涧", "生产", 56, {"所属企业否决数": 1}),
        ("模锻班", "重山", "生产", 64, {}),
        # 与冷镦一班同分，所有的键都相等：并列待决，由评审委员会合议。
        ("线束压接班", "晴川", "生产", "冷镦一班", {}),
        ("座舱内饰班", "白鹭", "装配", 60, {"所属企业否决数": 1, "出勤率": Decimal("94.2")}),
        ("钣金成形班", "鸣泉", "生产", 64, {}),
        ("惯导调试班", "凌波", "检测", 60, {"承诺兑现率": None}),
        ("氩弧焊班", "丹崖", "生产", 58, {"班组失泄密": None}),
        ("套圈磨削班", "瑶溪", "生产", 62, {}),
        ("运输保障班", "云帆", "保障服务", 78, {}),
        ("工装维护班", "重山", "保障服务", 66, {}),
        ("食堂保障班", "朗峰", "保障服务", 64, {"党员人数": 19, "班组人数": 18}),
    ],
    2026: [
        ("桨毂装配班", "赣岳直升机", "装配", 76, {}),
        ("旋翼总装二班", "赣岳直升机", "装配", 72, {}),
        ("尾桨装配班", "赣岳直升机", "装配", 70, {}),
        ("表面处理班", "赣岳直升机", "生产", 68, {}),
        ("机加四班", "赣岳直升机", "生产", 66, {}),
        ("飞控试验班", "长空", "研发", 68, {}),
        ("结构强度班", "长空", "研发", 64, {}),
        ("发动机台架班", "赣岳航空", "检测", 84, {}),
        ("燃烧室试验班", "赣岳航空", "研发", 62, {}),
        ("框梁机加一班", "天枢", "生产", 70, {}),
        ("数控编程班", "天枢", "研发", 66, {}),
        ("航电总装班", "玉衡", "装配", 68, {}),
        ("主桨叶成型班", "开阳", "生产", 66, {}),
        ("数字化铺放班", "开阳", "生产", 62, {}),
        ("无人机总装班", "摇光", "装配", 66, {}),
        ("传动箱装配班", "天璇", "装配", 64, {}),
        ("齿轮磨削班", "天璇", "生产", 60, {}),
        ("数控车削班", "星辰", "生产", 68, {}),
        ("热表检测班", "星辰", "检测", 60, {}),
        ("复材铺层二班", "云岭", "生产", 62, {"班组人数": 12, "党员人数": 3, "高级工及以上人数": 5}),
        ("精铸蜡模班", "北湖", "生产", 58, {}),
        ("电机绕线班", "鹤鸣", "生产", 60, {}),
        ("行星架加工班", "青梧", "生产", 60, {}),
        ("作动筒装配班", "朗峰", "装配", 64, {}),
        ("滚丝班", "沐风", "生产", 58, {}),
        ("无人机试飞班", "听涛", "检测", 62, {}),
        ("压敏芯片班", "素川", "生产", 60, {"出勤率": Decimal("95.6")}),
        ("内饰缝制班", "白鹭", "生产", 58, {}),
        ("钣金装配班", "鸣泉", "装配", 62, {}),
        ("导航组件班", "凌波", "装配", 60, {}),
        ("电子束焊班", "丹崖", "生产", 56, {}),
        ("线缆绝缘班", "晴川", "生产", 60, {}),
        ("贴片班", "竹溪", "生产", 62, {}),
        ("机床装调班", "石门", "装配", 62, {}),
        ("风挡成型班", "银杏", "生产", 64, {}),
        ("密封圈硫化班", "澄江", "生产", 56, {"班组人数": 3, "党员人数": 1, "高级工及以上人数": 1}),
        # 与传动箱装配班同分，前四个键都相等，班组人数少一人，落在线外。
        ("座椅骨架班", "金谷", "生产", "传动箱装配班", {"班组人数": 20, "高级工及以上人数": 9}),
        ("航线维护班", "芦荻", "维修", 66, {}),
        ("大修班", "芦荻", "维修", 62, {"三违通报次数": 2}),
        ("动力站房班", "寒山", "保障服务", 64, {}),
        ("油料配送班", "云帆", "保障服务", 62, {}),
        ("物业保障班", "天枢", "保障服务", 66, {}),
        ("模具维修班", "望岳", "维修", 58, {"计划完成率": Decimal("1035")}),
    ],
}


def records(year):
    made = {}
    for number, (name, start, kind, quality, changes) in enumerate(PLAN[year], 1):
        company = firm(start)
        if quality is None:
            facts = _first_layup_team(company)
        elif isinstance(quality, str):
            facts = _equal_of(made[quality], name, company, kind, Dice("班组", year, company.name, name))
        else:
            facts = _facts(name, company, kind, year, quality)
        own = changed({"编号": "", **facts}, enterprises.of_firm(year, company))
        made[name] = changed(own, {"编号": f"BZ-{year}-{number:03d}", **changes})
    return list(made.values())


def _equal_of(other, name, company, kind, dice):
    """Another team with the same achievements and other people."""
    posts = []
    for post in other["党员示范岗"]:
        names = people(dice, 1 + len(post["徒弟"]))
        posts.append(post | {"党员": names[0], "徒弟": [row | {"姓名": n} for row, n in zip(post["徒弟"], names[1:])]})
    return {k: v for k, v in other.items() if k != "编号"} | {
        "班组名称": name,
        "所属企业": company.name,
        "企业信用代码": company.code,
        "班组类型": kind,
        "班组长姓名": person(dice),
        "企业规模": company.size,
        "链上角色": company.role,
        "党员示范岗": posts,
    }


def _facts(name, company, kind, year, quality):
    dice = Dice("班组", year, company.name, name)
    level = lambda count: dice.level(quality, count)
    size = dice.between(8, 28)
    leader = person(dice)
    facts = {
        "班组名称": name,
        "所属企业": company.name,
        "企业信用代码": company.code,
        "班组类型": kind,
        "组建日期": f"{dice.between(2008, 2021)}-{dice.between(1, 12):02d}-{dice.between(1, 28):02d}",
        "一线班组": True,
        "班组人数": size,
        "党员人数": dice.between(2, max(2, size // 4)),
        "班组长姓名": leader,
        "班组长任职日期": f"{dice.between(2019, 2023)}-03-01",
        "班组长政治面貌": "中共党员",
        "企业规模": company.size,
        "链上角色": company.role,
        "亮身份": True,
        "亮职责": True,
        "亮承诺": True,
        "承诺兑现率": dice.amount(*KEPT[level(3)], places=1),
        "党员责任区覆盖率": dice.pick([100, 100, 95, 92, 90]) if quality > 55 else dice.between(70, 95),
        "党员示范岗": _posts(dice, leader, year, level(3)),
        "午晚间课堂次数": dice.between(*CLASSES[level(3)]),
    }
    if dice.below(8):
        facts["急难险重任务"] = _tasks(dice, year, level(3))
    facts |= {
        "连续安全生产天数": dice.between(*SAFE_DAYS[level(4)]),
        "轻伤人次": 0,
        "重伤人次": 0,
        "死亡人次": 0,
        "一次交验合格率": dice.amount(*PASSED[level(4)]),
        "计划完成率": dice.amount(*PLANNED[level(2)], places=1),
        "不可抗力认定": "无",
        "质量事故等级": "无",
    }
    if dice.below(7):
        facts["五型班组等级"] = ["五型", "四型", "三型"][level(3)]
    facts |= {
        "高级工及以上人数": size * dice.between(*SKILLED[level(4)]) // 100,
        "合理化建议采纳数": dice.between(*PROPOSALS[level(3)]),
        "QC成果": _circles(dice, year, level(4)),
        "人均培训学时": dice.between(*HOURS[level(4)]),
    }
    if dice.below(6):
        facts["技能竞赛"] = _contests(dice, year, level(4))
    facts |= {
        "班务公开": ["每季度", "每半年"][level(5) // 4],
        "职工满意度": dice.amount(*PLEASED[level(3)], places=1),
        "年流失率": dice.amount(*LEFT[level(3)], places=1),
        "出勤率": dice.amount(96, Decimal("99.6"), places=1),
    }
    if dice.below(5):
        facts["荣誉"] = _honours(dice, year, quality)
    facts |= {
        "抢险救援立功": dice.below(14) == 0,
        "所属企业否决数": 0,
        "民主评议同意率": _share(dice, size),
        "责任轻伤以上事故数": 0,
        "成员治安拘留": [],
        "成员刑事处罚": [],
        "成员党纪处分": [],
        "篡改质量记录": False,
        "班组失泄密": False,
        "班组长免职或记过以上": False,
        "三违通报次数": dice.below(6) // 5,
        "专家评分": scores(dice, quality, 5),
        **clear(),
    }
    if year == 2026:
        facts["数智化改善"] = dice.between(0, 140) < quality
    return facts


def _share(dice, size):
    """同意率：到会不少于五分之四，由到会人数和同意票算出，除得尽。"""
    drawn = dice.amount(84, 100, places=1)
    possible = {}
    for attended in range(-(-size * 4 // 5), size + 1):
        for yes in range(-(-attended * 84 // 100), attended + 1):
            share = Decimal(100 * yes) / attended
            if share == round(share, 2):
                possible.setdefault(share.normalize(), (attended, yes))
    share = min(possible, key=lambda share: (abs(share - drawn), share))
    return int(share) if share == int(share) else share


def ballot(record):
    """应到、到会、同意票，正好是申报里的同意率。"""
    size, share = int(record["班组人数"]), Decimal(record["民主评议同意率"])
    for attended in range(size, -(-size * 4 // 5) - 1, -1):
        yes = share * attended / 100
        if yes == int(yes):
            return size, attended, int(yes)
    raise ValueError(record["编号"])


KEPT = [(95, 100), (88, 94), (70, 86)]
CLASSES = [(24, 30), (14, 26), (8, 16)]
SAFE_DAYS = [(1461, 3600), (1095, 2200), (730, 1400), (365, 900)]
PASSED = [(Decimal("99.8"), Decimal("99.99")), (Decimal("99.5"), Decimal("99.85")), (Decimal("99.2"), Decimal("99.6")), (Decimal("98.4"), Decimal("99.3"))]
PLANNED = [(105, 112), (100, 105)]
SKILLED = [(50, 66), (42, 54), (36, 46), (22, 36)]
PROPOSALS = [(6, 12), (4, 8), (2, 5)]
HOURS = [(60, 72), (48, 62), (38, 50), (26, 40)]
PLEASED = [(95, 99), (91, 96), (84, 92)]
LEFT = [(0, 5), (3, 8), (6, 14)]
POSTS = "精铣 总装 铆接 检测 焊接 调试 工艺 试验 点检 配料".split()


def _posts(dice, leader, year, level):
    posts = []
    for number in range(dice.between(2, 3)):
        names = people(dice, 1 + [2, dice.between(1, 2), 1][level])
        started = f"{year - 1}-{dice.between(1, 11):02d}-{dice.between(1, 28):02d}"
        posts.append({
            "岗位名": dice.pick(POSTS) + "示范岗", "党员": names[0] if number else leader,
            "徒弟": [{"姓名": n, "协议日期": started} for n in names[1:]] or [{"姓名": person(dice), "协议日期": started}],
        })
    return posts


def _tasks(dice, year, level):
    rows = []
    for _ in range(dice.between(1, 3 - level)):
        rows.append({
            "名称": dice.pick(["急件返修抢工", "汛期设备转移", "交付前故障排除", "外场换件保障", "首件试制攻关"]),
            "级别": dice.pick([["国家", "型号"], ["型号", "公司"], ["公司", "车间"]][level]),
            "完成日期": f"{year}-{dice.between(1, 10):02d}-{dice.between(1, 28):02d}", "证明": "主管部门证明",
        })
    return rows


def _circles(dice, year, level):
    scope = [["国家", "省"], ["省", "市"], ["市", "公司"], []][level]
    topic = dice.pick(["减少返工", "缩短准备时间", "提高一次合格率", "降低刀具消耗"])
    return [{"名称": topic, "级别": dice.pick(scope), "日期": f"{year}-0{dice.between(4, 9)}-20"}] if scope else []


def _contests(dice, year, level):
    scope = [["国家", "省"], ["省", "市"], ["市", "公司"], ["区"]][level]
    ranked = dice.below(3) > 0
    return [{
        "名称": dice.pick(["职工技能竞赛", "班组对抗赛", "数控技能竞赛", "装配技能竞赛"]), "级别": dice.pick(scope),
        "等次": "无" if ranked else dice.pick(["一等", "二等", "三等"]), "名次": dice.between(1, 6) if ranked else "无",
        "日期": f"{year}-0{dice.between(3, 9)}-15",
    }]


def _honours(dice, year, quality):
    if dice.between(0, 150) > quality:
        return []
    name, level = dice.pick([("全国工人先锋号", "国家级"), ("省级工人先锋号", "省级"), ("省级工人先锋号", "省级"), ("市级工人先锋号", "市级"),
                             ("市级工人先锋号", "市级"), ("青年文明号", "市级")])
    status = dice.pick(["有效", "有效", "有效", "有效", "已过期", "已撤销"])
    return [{"名称": name, "级别": level, "授予日期": f"{year - dice.between(1, 4)}-04-28", "状态": status}]


def _first_layup_team(company):
    """The worked example: every fact written by hand, 84.97 points by the rules of 2025."""
    return {
        "班组名称": "复材铺层一班",
        "所属企业": company.name,
        "企业信用代码": company.code,
        "班组类型": "生产",
        "组建日期": "2019-03-12",
        "一线班组": True,
        "班组人数": 16,
        "党员人数": 4,
        "班组长姓名": "江照",
        "班组长任职日期": "2021-06-01",
        "班组长政治面貌": "中共党员",
        "企业规模": company.size,
        "链上角色": company.role,
        "亮身份": True,
        "亮职责": True,
        "亮承诺": True,
        "承诺兑现率": 96,
        "党员责任区覆盖率": 100,
        "党员示范岗": [
            {"岗位名": "蒙皮铺层岗", "党员": "江照", "徒弟": [{"姓名": "卓越", "协议日期": "2024-09-01"}, {"姓名": "钟灵", "协议日期": "2025-03-01"}]},
            {"岗位名": "热压罐操作岗", "党员": "贺兰生", "徒弟": [{"姓名": "谷雨", "协议日期": "2024-11-15"}]},
        ],
        "午晚间课堂次数": 24,
        "急难险重任务": [
            {"名称": "尾梁壁板抢修", "级别": "型号", "完成日期": "2025-04-18", "证明": "主机厂感谢信"},
            {"名称": "汛期设备转移", "级别": "车间", "完成日期": "2025-08-02", "证明": "车间证明"},
        ],
        "连续安全生产天数": 730,
        "轻伤人次": 0,
        "重伤人次": 0,
        "死亡人次": 0,
        "一次交验合格率": Decimal("99.5"),
        "计划完成率": 103,
        "不可抗力认定": "无",
        "质量事故等级": "无",
        "五型班组等级": "四型",
        "高级工及以上人数": 8,
        "合理化建议采纳数": 4,
        "QC成果": [{"名称": "减少蒙皮铺层褶皱", "级别": "省", "日期": "2025-07-20"}],
        "人均培训学时": 40,
        "技能竞赛": [{"名称": "复合材料成型技能竞赛", "级别": "市", "等次": "无", "名次": 2, "日期": "2025-05-16"}],
        "班务公开": "每季度",
        "职工满意度": Decimal("95.0"),
        "年流失率": Decimal("6.25"),
        "出勤率": Decimal("98.2"),
        "荣誉": [{"名称": "省级工人先锋号", "级别": "省级", "授予日期": "2025-04-28", "状态": "有效"}],
        "抢险救援立功": False,
        "所属企业否决数": 0,
        "民主评议同意率": Decimal("93.75"),
        "责任轻伤以上事故数": 0,
        "成员治安拘留": [],
        "成员刑事处罚": [],
        "成员党纪处分": [],
        "篡改质量记录": False,
        "班组失泄密": False,
        "班组长免职或记过以上": False,
        "三违通报次数": 0,
        "专家评分": [90, Decimal("87.5"), 93, 88, 91],
        **clear(),
    }
