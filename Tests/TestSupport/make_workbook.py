"""Makes workbooks with openpyxl: the first argument names a file of JSON, a list of what each is to hold."""

import datetime
import json
import sys

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904


def value(cell):
    kind, text = cell["kind"], cell["text"]
    if kind == "number":
        return float(text) if "." in text or "E" in text else int(text)
    if kind == "boolean":
        return text == "true"
    if kind == "formula":
        return "=" + text
    if kind == "day":
        return datetime.datetime.fromisoformat(text)
    return text


def fill(sheet, rows):
    for number, row in enumerate(rows, 1):
        for column, given in enumerate(row, 1):
            if given["kind"] == "blank":
                continue
            cell = sheet.cell(number, column)
            if given["kind"] != "styled":
                cell.value = value(given)
            if given["format"] != "General":
                cell.number_format = given["format"]


def make(book):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    if book["is1904"]:
        workbook.epoch = CALENDAR_MAC_1904
    workbook.iso_dates = book["isoDates"]
    for given in book["sheets"]:
        sheet = workbook.create_sheet(given["name"])
        sheet.sheet_state = given["state"]
        fill(sheet, given["rows"])
        for area in given["merges"]:
            sheet.merge_cells(area)
    workbook.save(book["path"])


with open(sys.argv[1], encoding="utf-8") as file:
    for book in json.load(file):
        make(book)
