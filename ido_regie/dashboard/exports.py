"""What is on the screen as a file: CSV, or a spreadsheet in OpenDocument format."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date

from django.http import HttpResponse
from odfdo import Cell, Document, Row, Table

from ido_regie.figures.figure import Figure, Number

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A text that begins so is a formula to a spreadsheet."""
NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold, and so no spreadsheet; a name from before ``NameField`` may hold it."""
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}


def as_file(kind: str, name: str, about: Sequence[tuple[str, str]], figures: Sequence[Figure]) -> HttpResponse:
    """The figures as a download; ``about``: what stands above them. Raises KeyError for an unknown kind."""
    content = csv_of(about, figures) if kind == "csv" else ods_of(about, figures)
    file = re.sub(r"[^a-z0-9-]+", "-", name.lower()).strip("-")
    headers = {"Content-Disposition": f'attachment; filename="{file}.{kind}"'}
    return HttpResponse(content, content_type=KINDS[kind], headers=headers)


def csv_of(about: Sequence[tuple[str, str]], figures: Sequence[Figure]) -> bytes:
    """UTF-8 with a mark that spreadsheets look for, and a semicolon between the columns, as Dutch ones expect."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([safe(cell) for cell in row] for row in about)
    for figure in figures:
        writer.writerows([[], [safe(figure.title)], [safe(column) for column in _columns(figure)]])
        writer.writerows([[safe(cell) for cell in row] for row in _rows(figure)])
        writer.writerows([[safe(note)] for note in figure.notes])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def ods_of(about: Sequence[tuple[str, str]], figures: Sequence[Figure]) -> bytes:
    """A spreadsheet with a sheet for each figure, and one that tells about them."""
    document = Document("spreadsheet")
    document.body.clear()
    document.body.append(_sheet("Over deze cijfers", [*about, *((note, "") for f in figures for note in f.notes)]))
    for figure in figures:
        document.body.append(_sheet(figure.title, [_columns(figure), *_rows(figure)]))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def safe(cell: Number) -> str:
    """A cell of a CSV: a text that a spreadsheet would calculate gets a quote before it."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(DANGEROUS) else cell
    return str(cell).replace(".", ",")


def about(title: str, where: str, period: str, made_on: date) -> list[tuple[str, str]]:
    """What stands above the figures in a file."""
    return [("Pagina", title), ("Waar", where), ("Periode", period), ("Gemaakt op", made_on.isoformat())]


def _columns(figure: Figure) -> list[Number]:
    return list(figure.columns)


def _rows(figure: Figure) -> list[list[Number]]:
    return [[row.label, *row.numbers] for row in figure.rows]


def _sheet(name: str, rows: Sequence[Sequence[Number]]) -> Table:
    """A sheet; a name may not have some signs, and texts stay texts."""
    table = Table(re.sub(r"[\\/*?:\[\]']", " ", name)[:31])
    for cells in rows:
        row = Row()
        for number in cells:
            text = NO_XML.sub(" ", number) if isinstance(number, str) else None
            row.append_cell(Cell(value=number if text is None else text, cell_type=None if text is None else "string"))
        table.append_row(row)
    return table
