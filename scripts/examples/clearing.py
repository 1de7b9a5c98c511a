"""Facts of the twelve vetoes that all awards share, as the departments answer them when nothing stands against a nominee."""

import copy
import re
from decimal import Decimal


def clear():
    return {
        "政治纪律问题": False,
        "正被立案": False,
        "处分": [],
        "强制措施记录": [],
        "刑事处罚记录": [],
        "安全事故": [],
        "环保记录": [],
        "失信被执行人": False,
        "欠薪未清": False,
        "社保欠缴未清": False,
        "重大税收违法": False,
        "严重违法失信": False,
        "经营异常未移出": False,
        "责任群体性事件数": 0,
        "重大舆情数": 0,
        "失泄密事件": False,
        "弄虚作假": False,
    }


def scores(dice, quality, count):
    """Judges' marks in half points, around 80 for a weak nominee and around 93 for a strong one."""
    centre = 2 * (78 + quality * 16 // 100)
    return [Decimal(min(200, centre + dice.between(-7, 7))) / 2 for _ in range(count)]


def changed(record, changes):
    """The record with some facts replaced; `None` takes a fact away, `表[1].项` reaches into a row."""
    record = copy.deepcopy(record)
    for path, value in changes.items():
        place, key = record, path
        for name, index, rest in re.findall(r"^(\w+)\[(\d+)\]\.(\w+)$", path):
            place, key = record[name][int(index) - 1], rest
        if value is None:
            place.pop(key, None)
        else:
            place[key] = value
    return record
