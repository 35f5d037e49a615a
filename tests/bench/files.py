"""Makes the files that are measured, the same ones every time, and keeps them under build/."""

import csv
import io
import random
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

YEAR = 2025
HEADER = ("DATE", "ACTIVITY_TYPE", "CATEGORY", "SUBCATEGORY", "QUANTITY", "UNIT", "FACTOR_CODE")
_SORTS = (
    ("energy", "electricity", "grid", "kWh", "CH-ELECTRICITY"),
    ("energy", "combustion", "natural_gas", "kWh", ""),
    ("travel", "train", "CH", "passenger*km", ""),
    ("travel", "plane", "short/economy", "passenger*km", ""),
)
_NOT_AMOUNTS = ("viel", "12,3,4", "", "n/a")


def activities_csv(folder: Path, rows: int) -> Path:
    """8 columns, `;`, CP1252, decimal comma, dd.mm.yyyy; one row in a hundred has no amount."""
    path = folder / f"activities-{rows}.csv"
    if path.is_file():
        return path
    chance = random.Random(1)
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow((*HEADER, "NOTE"))
    first = date(YEAR, 1, 1)
    for number in range(rows):
        kind, category, subcategory, unit, factor = chance.choice(_SORTS)
        amount = f"{chance.randint(1, 999_999) / 100:.2f}".replace(".", ",")
        if number % 100 == 50:
            amount = chance.choice(_NOT_AMOUNTS)
        day = first + timedelta(days=chance.randrange(365))
        note = f"Zähler {number % 5000}"
        row = (f"{day:%d.%m.%Y}", kind, category, subcategory, amount, unit, factor, note)
        writer.writerow(row)
    return _keep(path, text.getvalue().encode("cp1252"))


def wide_xlsx(folder: Path, rows: int) -> Path:
    """12 columns: texts, numbers and dates by turns."""
    path = folder / f"wide-{rows}.xlsx"
    if path.is_file():
        return path
    chance = random.Random(2)
    unfinished = path.with_suffix(".part")
    unfinished.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(unfinished), {"constant_memory": True})
    sheet = book.add_worksheet("Data")
    day_format = book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.write_row(0, 0, [f"Column {number}" for number in range(1, 13)])
    first = date(YEAR, 1, 1)
    for row in range(1, rows + 1):
        kind, category, subcategory, unit, factor = chance.choice(_SORTS)
        sheet.write_datetime(row, 0, first + timedelta(days=chance.randrange(365)), day_format)
        sheet.write_row(row, 1, (kind, category, subcategory))
        sheet.write_number(row, 4, chance.randint(1, 999_999) / 100)
        sheet.write_row(row, 5, (unit, factor, f"Zähler {row % 5000}"))
        sheet.write_row(row, 8, (row, chance.random(), f"R{row % 97}", "ja"))
    book.close()
    unfinished.rename(path)
    return path


def _keep(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(content)
    unfinished.rename(path)
    return path
