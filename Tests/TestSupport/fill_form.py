"""Fills a form as people do: dates in six ways, full-width digits, units, ticks and crosses, merged cells, other titles.

fill_form.py EMPTY FULL FILLED CLEAN GOOD… BAD
EMPTY is the form, FULL the same form with everybody in it. FILLED gets those named, the last of them with mistakes; CLEAN gets
those without mistakes, as FULL has them.
"""

import datetime
import itertools
import re
import sys

import openpyxl
from openpyxl.styles import Alignment

WIDE = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
TITLES = {
    "所属企业*": "所在单位", "企业信用代码*": "信用代码", "公民身份号码*": "身份证号", "企业名称*": "单位 名称",
    "统一社会信用代码*": "信用代码", "班组名称*": "班组全称", "入职日期*": "进厂日期",
}
SERIAL = datetime.datetime(1899, 12, 30)


def unit(title):
    found = re.search(r"（(.*)）", title or "")
    return found.group(1) if found else None


class Person:
    """Writes the same thing otherwise each time."""

    def __init__(self):
        self.days = itertools.cycle(range(6))
        self.numbers = itertools.cycle(range(3))
        self.answers = itertools.cycle([("√", "×"), ("是", "否"), ("Y", "N")])

    def write(self, cell, value, title):
        if isinstance(value, datetime.datetime):
            self.write_day(cell, value)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            self.write_number(cell, value, unit(title))
        elif value in ("是", "否"):
            yes, no = next(self.answers)
            cell.value = yes if value == "是" else no
        elif isinstance(value, str) and "姓名" in title and len(value) == 2:
            cell.value = value[0] + "　" + value[1]
        elif isinstance(value, str) and re.fullmatch(r"[0-9]{17}[0-9X]|9[0-9A-Z]{17}", value):
            cell.value = value.lower()
        else:
            cell.value = value

    def write_day(self, cell, day):
        way = next(self.days)
        plain = f"{day.year}{{}}{day.month}{{}}{day.day}"
        if way == 0:
            cell.value = day
            cell.number_format = 'yyyy"年"m"月"d"日"'
        elif way == 1:
            cell.value = plain.format("年", "月") + "日"
        elif way == 2:
            cell.value = plain.format(".", ".")
        elif way == 3:
            cell.value = plain.format("/", "/").translate(WIDE)
        elif way == 4:
            cell.value = day.strftime("%Y%m%d")
        else:
            cell.value = (day - SERIAL).days
            cell.number_format = "General"

    def write_number(self, cell, number, unit):
        way = next(self.numbers)
        if unit == "%" and way == 0:
            cell.value = number / 100
            cell.number_format = "0.00%"
        elif way == 1:
            cell.value = str(number).translate(WIDE)
        elif way == 2 and unit:
            cell.value = f"{number:,}{unit}"
        else:
            cell.value = number


def rows(sheet):
    """What each row says, by its titles."""
    titles = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2, values_only=True):
        if any(value is not None for value in row):
            yield dict(zip(titles, row))


def spoil(sheet, row, columns):
    """A number that is none, a day that is none, a code with a wrong character at its end."""
    number = next(c for t, c in columns.items() if unit(t) and unit(t) != "%")
    sheet.cell(row, number).value = "约15"
    day = next(c for t, c in columns.items() if "日期" in t)
    sheet.cell(row, day).value = "2025年2月30日"
    code = next(c for t, c in columns.items() if "信用代码" in t)
    cell = sheet.cell(row, code)
    cell.value = misspelt(cell.value)


def misspelt(code):
    return code[:-1] + ("1" if code[-1] != "1" else "2")


def owners(sheet, main, ids):
    """By what a list says whose its rows are: the first of its columns, which the nominees' sheet has, too."""
    name = sheet.cell(1, 1).value
    everybody = {str(given["编号"]): given for given in rows(main)}
    return [str(everybody[number].get(name) or everybody[number].get(name + "*")) for number in ids]


def misspell(sheet, owner):
    """Who misspells a code once does so everywhere."""
    if "信用代码" in sheet.cell(1, 1).value:
        for row in sheet.iter_rows(min_row=2, max_col=1):
            if row[0].value and row[0].value.upper() == owner:
                row[0].value = misspelt(row[0].value)


def fill_list(sheet, full, ids, person):
    titles = [cell.value for cell in sheet[1]]
    row = 2
    for number in ids:
        first = row
        for given in rows(full):
            if str(given[titles[0]]) != number:
                continue
            for column, title in enumerate(titles, 1):
                if given[title] is not None and (column > 1 or row == first):
                    person.write(sheet.cell(row, column), given[title], title)
            row += 1
        if row - first > 1:
            sheet.merge_cells(start_row=first, end_row=row - 1, start_column=1, end_column=1)


def fill_main(sheet, full, ids, person):
    titles = [cell.value for cell in sheet[1]]
    everybody = {str(given[titles[0]]): given for given in rows(full)}
    columns = {title: column for column, title in enumerate(titles, 1)}
    for row, number in enumerate(ids, 2):
        for title, column in columns.items():
            if everybody[number][title] is not None:
                person.write(sheet.cell(row, column), everybody[number][title], title)
    spoil(sheet, len(ids) + 1, columns)
    # Of the good ones those of one firm stand together.
    for title in ("所属企业*", "企业信用代码*"):
        if title in columns and len({everybody[number][title] for number in ids[:-1]}) == 1:
            column = columns[title]
            sheet.merge_cells(start_row=2, end_row=len(ids), start_column=column, end_column=column)
    for title, column in columns.items():
        sheet.cell(1, column).value = TITLES.get(title, title)
    areas = [str(area) for area in sheet.merged_cells.ranges]
    for area in areas:
        sheet.unmerge_cells(area)
    sheet.insert_rows(1)
    for area in areas:
        sheet.merge_cells(re.sub(r"\d+", lambda found: str(int(found.group()) + 1), area))
    sheet["A1"] = "2025年度申报汇总表"
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(titles))
    last = len(ids) + 3
    sheet.cell(last, 1).value = "填表人：某某　　日期：2025年12月8日"
    sheet.merge_cells(start_row=last, end_row=last, start_column=1, end_column=6)


def copy(sheet, full, ids):
    titles = [cell.value for cell in sheet[1]]
    chosen = [given for given in rows(full) if str(given[titles[0]]) in ids]
    for row, given in enumerate(chosen, 2):
        for column, title in enumerate(titles, 1):
            if given[title] is not None:
                sheet.cell(row, column).value = given[title]


empty, full, filled, clean, *ids = sys.argv[1:]
source = openpyxl.load_workbook(full)
form, other, person = openpyxl.load_workbook(empty), openpyxl.load_workbook(empty), Person()
main = form.worksheets[0].title
for name in form.sheetnames:
    if form[name].sheet_state != "visible" or name == "填表说明":
        continue
    named = owners(form[name], source[main], ids)
    copy(other[name], source[name], named[:-1])
    if name == main:
        fill_main(form[name], source[name], ids, person)
    else:
        fill_list(form[name], source[name], named, person)
        misspell(form[name], named[-1])
form.save(filled)
other.save(clean)
