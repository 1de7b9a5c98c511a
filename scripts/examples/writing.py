"""Writes records as YAML, CSV and NDJSON. A date is a text like 2025-03-01; a missing fact has no entry."""

import csv
import json
import re
from decimal import Decimal

from .dice import Dice

DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NUMBER = re.compile(r"[-+]?[0-9.]+([eE][-+]?[0-9]+)?")


def write_yaml(path, award, year, records):
    lines = [
        f"# {award} {year} 年示例申报。由 scripts/make-examples 生成，不要手改；人名、单位、号码均为虚构。",
        "# 每条是一次评价所需的全部事实；联审、核查、专家给出的事实也在内。留空就是缺项，“没有”写 []、无 或 0。",
        "",
        f"award: {award}",
        f"edition: {year}",
        "",
        "records:",
    ]
    for record in records:
        prefix = "- "
        for name, value in record.items():
            lines += _entry(prefix, name, value)
            prefix = "  "
        lines.append("")
    _write(path, "\n".join(lines[:-1]) + "\n")


def write_ndjson(path, records):
    _write(path, "".join(json.dumps(_plain(r), ensure_ascii=False) + "\n" for r in records))


def write_csv(path, records):
    """What people type into a sheet: 是 and 否, dates in four ways, thousands with commas, lists as JSON, 无 for an empty list."""
    columns = list(dict.fromkeys(name for record in records for name in record))
    rows = []
    for record in records:
        hand = Dice("笔迹", record["编号"])
        rows.append([_typed(name, record.get(name), hand) for name in columns])
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([columns] + rows)


def _entry(prefix, name, value):
    line = f"{prefix}{name}: {_flow(value)}"
    rows = value if isinstance(value, list) else []
    if not any(isinstance(row, dict) for row in rows):
        return [line]
    return [f"{prefix}{name}:"] + [f"    - {_flow(row)}" for row in rows]


def _flow(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Decimal)):
        return str(value)
    return _text(value)


def _text(text):
    plain = DATE.fullmatch(text) or not (
        NUMBER.fullmatch(text) or re.search(r"[\[\]{},:#&*!|>'\"%@`]", text) or text in ("", "true", "false", "null", "~"))
    return text if plain else json.dumps(text, ensure_ascii=False)


def _plain(value):
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else _Exact(value)
    return value


class _Exact(float):
    """A decimal that json writes with its own digits."""

    def __new__(cls, decimal):
        made = super().__new__(cls, decimal)
        made.digits = str(decimal)
        return made

    def __repr__(self):
        return self.digits


def _typed(name, value, hand):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (list, dict)):
        return json.dumps(_plain(value), ensure_ascii=False) if value else "无"
    if isinstance(value, str):
        return _typed_date(value, hand) if DATE.fullmatch(value) else value
    if name.startswith(("营业收入", "研发投入", "实缴税收")):
        return f"{value:,}" + hand.pick(["", "万元", " 万元"])
    if name.endswith(("率", "满意度")):
        return f"{value}" + hand.pick(["", "%", "％"])
    return hand.pick([str(value), str(value), str(value).translate(FULL_WIDTH)])


FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in "0123456789."}


def _typed_date(text, hand):
    year, month, day = (int(part) for part in text.split("-"))
    return hand.pick([text, f"{year}年{month}月{day}日", f"{year}.{month}.{day}", f"{year}/{month}/{day}"])


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
