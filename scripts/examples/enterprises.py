"""党员示范企业: who applies in which year, how strong, and what is special about the application."""

from decimal import Decimal

from .clearing import changed, clear, scores
from .dice import Dice
from .firms import firm
from .people import people

# 2025 年度已命名、2026 年度又申报的，近三年已获同一称号（QY-T11）。
TITLE_2025 = {"名称": "党员示范企业", "事项": "年度选树", "级别": "链级", "授予日期": "2026-02-26", "状态": "有效"}

# 企业简称、强弱（0–100）、特别之处。强弱只决定事实的分布，得分由规则算出。
PLAN = {
    2025: [
        ("赣岳直升机", 72, {}),
        ("长空", 66, {}),
        ("天枢", 68, {}),
        ("玉衡", 60, {}),
        ("摇光", 52, {}),
        ("星辰", None, {}),
        ("云岭", 60, {"职工总数": 86, "正式党员数": 4}),
        ("北湖", 50, {"正式党员数": 2}),
        # 与沐风同分（78.63），党建引领得分低，排在其后、落在线外。
        ("鹤鸣", 60, {"宣讲典型发言次数": 2, "专家评分": [84, 85, 86, Decimal("85.5"), 86, 85, 88]}),
        ("青梧", 52, {}),
        ("朗峰", 70, {}),
        ("沐风", 56, {}),
        ("砺石", 42, {}),
        ("听涛", 60, {"成立日期": "2024-03-18", "党组织成立日期": "2024-07-01", "荣誉": []}),
        ("碧涧", 56, {"安全事故": [{"等级": "一般", "责任": "主要责任", "日期": "2023-07-14"}]}),
        ("重山", 64, {}),
        ("晴川", 58, {}),
        ("白鹭", 56, {"欠薪未清": True, "集体合同签订": False}),
        ("望岳", 52, {}),
        ("鸣泉", 64, {}),
        ("凌波", 64, {}),
        ("丹崖", 52, {"安全事故": [{"等级": "一般", "日期": "2025-08-21"}]}),
        ("瑶溪", 56, {"主题党日次数": None}),
        ("远岫", 64, {}),
        ("扶摇", 60, {}),
        ("澄江", 50, {"职工满意度": Decimal("103")}),
        ("云帆", 42, {}),
    ],
    2026: [
        ("赣岳航空", 66, {}),
        ("玉衡", 62, {}),
        ("开阳", 66, {}),
        ("天璇", 62, {}),
        ("摇光", 56, {}),
        ("星辰", 70, {"荣誉": [TITLE_2025]}),
        ("云岭", 60, {"荣誉": [TITLE_2025]}),
        ("北湖", 56, {}),
        ("沐风", 58, {}),
        ("砺石", 54, {}),
        ("听涛", 58, {"成立日期": "2024-03-18", "党组织成立日期": "2024-07-01", "纳税信用等级": "M"}),
        ("素川", 58, {}),
        ("白鹭", 62, {}),
        ("望岳", 48, {}),
        # 2025 年待核的事故，责任已认定为次要，不触发否决。
        ("丹崖", 54, {"安全事故": [{"等级": "一般", "责任": "次要责任", "日期": "2025-08-21"}], "重大舆情数": None}),
        ("瑶溪", 58, {}),
        ("松涛", 54, {"海关重大违法": None}),
        ("竹溪", 64, {}),
        ("石门", 64, {}),
        ("银杏", 68, {}),
        ("南浦", 54, {"党员示范岗": []}),
        ("西岭", 56, {}),
        ("寒山", 68, {}),
        ("金谷", 60, {}),
        ("芦荻", 66, {}),
        ("飞廉", 56, {"虚报研发费用": True}),
        ("东篱", 52, {"纳税信用等级": "M"}),
        ("蓝天", 62, {"荣誉": [{"名称": "党员示范企业", "事项": "年度选树", "级别": "链级", "授予日期": "2020-03-12", "状态": "已撤销", "撤销日期": "2022-05-30"}]}),
        ("启明", 50, {"统一社会信用代码": "91360299MAXX0052AA"}),
    ],
}


def records(year):
    made = []
    for number, (start, quality, changes) in enumerate(PLAN[year], 1):
        facts = _stars() if quality is None else _facts(firm(start), year, quality)
        made.append({"编号": f"QY-{year}-{number:03d}", **changed(facts, changes)})
    return made


def of_firm(year, company):
    """What the departments say of a firm itself: the same whichever award asks (§2.0 查询对象)."""
    record = next((r for r in records(year) if r["企业名称"] == company.name), None)
    return {name: record.get(name) for name in FIRM_FACTS} if record else {}


FIRM_FACTS = ["安全事故", "环保记录", "失信被执行人", "欠薪未清", "社保欠缴未清", "重大税收违法", "严重违法失信", "经营异常未移出",
              "责任群体性事件数", "重大舆情数"]


def _facts(company, year, quality):
    dice = Dice("企业", year, company.name)
    level = lambda count: dice.level(quality, count)
    large = company.size == "大型"
    founded = dice.between(2003, 2019)
    branch = min(2022, founded + dice.between(1, 4))
    staff = company.staff + (year - 2025) * dice.between(0, max(2, company.staff // 30))
    before = dice.amount(staff * 42, staff * 88)
    after = (before * (100 + dice.amount(*GROWTH[level(5)])) / 100).quantize(before)
    members = max(3, staff * dice.between(4, 9) // 100)
    brand = level(4)
    facts = {
        "企业名称": company.name,
        "统一社会信用代码": company.code,
        "成立日期": f"{founded}-{dice.between(1, 12):02d}-{dice.between(1, 28):02d}",
        "注册地在高新区": True,
        "链上状态": "在链",
        "链上角色": company.role,
        "企业规模": company.size,
        "所有制": company.ownership,
        "职工总数": staff,
        "党组织形式": "党委" if large else "党总支" if members > 40 else "党支部",
        "联合支部牵头": False,
        "党组织成立日期": f"{branch}-07-01",
        "按期换届": True,
        "书记进入管理层": level(4) < 3,
        "正式党员数": members,
        "党建三化等级": "优秀" if level(2) == 0 else "达标",
        "主题党日次数": dice.between(*DAYS[level(4)]),
        "开放式主题党日次数": dice.between(0, 6),
        "党员示范岗": _posts(dice, 2 + members // 12),
        "骨干培养成党员数": dice.between(*RAISED[level(4)]),
        "党员培养成骨干数": dice.between(*RAISED[level(4)]),
        "共建协议": _agreements(dice, company, year, level(4)),
    }
    if brand < 3:
        facts["党建品牌"] = _brand(dice)
    facts |= {
        "品牌立得住": brand < 3,
        "品牌叫得响": brand < 2,
        "品牌可推广": brand < 1,
        "营业收入本年": after,
        "营业收入上年": before,
        "研发投入": (after * dice.amount(*RESEARCH[level(4)]) / 100).quantize(before),
        "实缴税收": (after * dice.amount(3, 7) / 100).quantize(before),
        "纳税二十强年份": [year - k for k in range(3 - level(4), -1, -1)][:3] if large and level(3) < 2 else [],
        "资质": _titles(dice, year, level(4)),
        "纳税信用等级": "A" if level(3) < 2 else "B",
        "安全标准化等级": ["一级", "二级", "三级"][level(3)],
        "一次交付合格率": dice.amount(*DELIVERY[(grade := level(3))][0]),
        "按期交付率": dice.amount(*DELIVERY[grade][1]),
        "工会已建立": True,
        "集体合同签订": True,
        "职代会已建立": level(5) < 4,
        "高技能人才数": staff * dice.between(*SKILLED[level(4)]) // 100,
        "技能人才数": staff * dice.between(50, 68) // 100,
    }
    if dice.below(9):
        facts["人均志愿服务时长"] = dice.amount(*HOURS[level(4)], places=1)
    facts |= {
        "职工满意度": dice.amount(*PLEASED[level(4)], places=1),
        "荣誉": _honours(dice, year, quality),
        "承办全链现场会": company.role == "主机厂所" and dice.below(2) == 0,
        "宣讲典型发言次数": dice.below(3) if quality > 64 else 0,
        "负责人处分": [],
        "重大质量事故数": 0,
        "航空质量通报数": 0,
        "软弱涣散未转化": False,
        "党费收缴率": 100,
        "组织关系超期未转接数": 0,
        "海关重大违法": False,
        "专家评分": scores(dice, quality, 7),
        **clear(),
    }
    if dice.below(6) == 0:
        # 近三年之外的旧事故，或者没有责任的事故：列在表里，不触发否决。
        facts["安全事故"] = [{"等级": "一般", "责任": dice.pick(["次要责任", "无责任"]), "日期": f"{year - 2}-05-{dice.between(1, 28):02d}"}]
    return facts | (_facts_2026(dice, facts, quality) if year == 2026 else {})


GROWTH = [(15, 28), (10, 14), (5, 9), (0, 4), (-9, -1)]
DAYS = [(12, 15), (12, 12), (10, 11), (7, 9)]
RAISED = [(2, 3), (1, 2), (1, 1), (0, 1)]
RESEARCH = [(5, 8), (4, 6), (3, 5), (1, 3)]
DELIVERY = [((99.5, 99.9), (98, 99.8)), ((99, 99.6), (95.5, 98)), ((98, 99), (93, 96))]
SKILLED = [(35, 46), (28, 36), (24, 30), (12, 22)]
HOURS = [(8, 14), (6, 9), (4, 8), (1, 5)]
PLEASED = [(95, 99), (92, 96), (90, 94), (82, 91)]


def _facts_2026(dice, facts, quality):
    titles = facts.get("资质", [])
    review = lambda name: "未过" if dice.below(12) == 0 else dice.pick(["通过", "未到复核"])
    return {
        "预备党员数": dice.between(0, 2),
        "入党积极分子数": dice.between(1, 4),
        "品牌复制单位数": dice.between(1, 3) if facts["品牌可推广"] else 0,
        "虚报研发费用": False,
        "骗取高企资格": False,
        "资质复核": [{"名称": t["名称"], "复核结果": review(t["名称"])} for t in titles],
        "公示起日": "2027-02-19",
    }


POSTS = "精铣 装配 检测 焊接 热处理 钳工 调试 工艺 设计 试验 采购 仓储".split()


def _posts(dice, count):
    posts = []
    for _ in range(min(count, 6)):
        names = people(dice, 1 + dice.between(1, 2))
        posts.append({"岗位名": dice.pick(POSTS) + "示范岗", "党员": names[0], "徒弟": names[1:]})
    return posts


PARTNERS = "赣岳直升机 天枢 玉衡 开阳 天璇 鹤鸣 青梧 沐风 素川 望岳 鸣泉 瑶溪 扶摇 南浦 金谷".split()


def _agreements(dice, company, year, level):
    kinds = [["前联后", "大联小", "强联弱"], ["前联后", "强联弱", "大联小"], ["前联后", "大联小"], ["前联后"]][level]
    partners = [p for p in (firm(start).name for start in PARTNERS) if p != company.name]
    rows = []
    for number, kind in enumerate(kinds, 1):
        signed = dice.between(1, 9)
        partner = partners.pop(dice.below(len(partners)))
        rows.append({
            "编号": f"LJ-{year}-{company.serial:02d}{number}", "对方": partner, "联建类型": kind,
            "签署日期": f"{year}-{signed:02d}-{dice.between(1, 28):02d}", "有效期止": f"{year + 2}-{signed:02d}-28",
            "活动次数": dice.between(0, 4 - level),
        })
    return rows


def _brand(dice):
    return {
        "名称": dice.pick(["红色引擎", "星火岗", "匠心红", "蓝天先锋", "旋翼红", "链上红帆"]),
        "标识": dice.pick(["党旗与旋翼", "红星与机翼", "齿轮与火炬"]),
        "内涵": dice.pick(["支部引领、岗位争先", "党建聚力、质量先行", "把骨干聚在旗下"]),
        "载体": dice.pick(["党员示范岗", "党员责任区", "红色讲堂"]),
        "成效级别": dice.pick(["市级", "区级"]),
    }


def _titles(dice, year, level):
    names = [["国家级专精特新小巨人", "高新技术企业"], ["省级专精特新", "高新技术企业"], ["高新技术企业"], []][level]
    rows = []
    for name in names:
        issued = year - dice.between(0, 2)
        rows.append({
            "名称": name, "级别": "省级" if name.startswith("省") else "国家级",
            "发证日期": f"{issued}-10-{dice.between(10, 28)}", "有效期止": f"{issued + 3}-10-09",
        })
    return rows


def _honours(dice, year, quality):
    rows = []
    for item, name in (("先进基层党组织", "先进基层党组织"), ("安全生产", "安全生产先进单位"), ("技术创新", "技术创新示范企业")):
        if dice.between(0, 150) < quality:
            past = dice.below(3)
            rows.append({
                "名称": name, "事项": item, "级别": dice.pick(["省级", "市级", "市级", "区级"]),
                "授予日期": f"{year - past}-06-{dice.between(10, 28)}", "状态": "有效" if dice.below(7) else "已过期",
            })
    return rows


def _stars():
    """The worked example: every fact written by hand, 82.34 points by the rules of 2025."""
    company = firm("星辰")
    posts = [("叶片精铣岗", "丁岳", "罗一鸣"), ("接头装配岗", "费小满", "尹川"), ("三坐标检测岗", "凌霜", "穆天成"), ("工装设计岗", "祁远", "辛夷")]
    return {
        "企业名称": company.name,
        "统一社会信用代码": company.code,
        "成立日期": "2016-05-18",
        "注册地在高新区": True,
        "链上状态": "在链",
        "链上角色": company.role,
        "企业规模": company.size,
        "所有制": company.ownership,
        "职工总数": company.staff,
        "党组织形式": "党支部",
        "联合支部牵头": False,
        "党组织成立日期": "2017-07-01",
        "按期换届": True,
        "书记进入管理层": True,
        "正式党员数": 17,
        "党建三化等级": "优秀",
        "主题党日次数": 12,
        "开放式主题党日次数": 4,
        "党员示范岗": [{"岗位名": post, "党员": member, "徒弟": [apprentice]} for post, member, apprentice in posts],
        "骨干培养成党员数": 2,
        "党员培养成骨干数": 1,
        "共建协议": [
            {"编号": "LJ-2025-011", "对方": "云岭复材科技有限公司", "联建类型": "大联小", "签署日期": "2025-03-10", "有效期止": "2027-03-09", "活动次数": 3},
            {"编号": "LJ-2025-012", "对方": "鹤鸣机电有限公司", "联建类型": "强联弱", "签署日期": "2025-05-20", "有效期止": "2027-05-19", "活动次数": 2},
        ],
        "党建品牌": {"名称": "星火领航", "标识": "红星与机翼", "内涵": "支部引领、岗位争先", "载体": "党员示范岗", "成效级别": "市级"},
        "品牌立得住": True,
        "品牌叫得响": True,
        "品牌可推广": False,
        "营业收入本年": 21204,
        "营业收入上年": 18600,
        "研发投入": Decimal("848.16"),
        "实缴税收": Decimal("1060.20"),
        "纳税二十强年份": [2024, 2025],
        "资质": [
            {"名称": "省级专精特新", "级别": "省级", "发证日期": "2024-06-01", "有效期止": "2027-05-31"},
            {"名称": "高新技术企业", "级别": "国家级", "发证日期": "2023-11-15", "有效期止": "2026-11-14"},
        ],
        "纳税信用等级": "A",
        "安全标准化等级": "二级",
        "一次交付合格率": Decimal("99.6"),
        "按期交付率": Decimal("97.2"),
        "工会已建立": True,
        "集体合同签订": True,
        "职代会已建立": True,
        "高技能人才数": 62,
        "技能人才数": 118,
        "人均志愿服务时长": Decimal("6.5"),
        "职工满意度": Decimal("93.4"),
        "荣誉": [{"名称": "先进基层党组织", "事项": "先进基层党组织", "级别": "省级", "授予日期": "2025-06-30", "状态": "有效"}],
        "承办全链现场会": False,
        "宣讲典型发言次数": 1,
        "负责人处分": [],
        "重大质量事故数": 0,
        "航空质量通报数": 0,
        "软弱涣散未转化": False,
        "党费收缴率": 100,
        "组织关系超期未转接数": 0,
        "海关重大违法": False,
        "专家评分": [88, Decimal("90.5"), 86, 92, 85, Decimal("89.5"), 91],
        **clear(),
    }
