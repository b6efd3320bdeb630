"""Set a report on A4: headings, bars and tables, page numbers; letters from the same package as the screens."""

import io
from functools import cache
from importlib import resources
from typing import Any
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate, Paragraph, Spacer, Table

from ido_regie.figures.figure import Figure, said
from ido_regie.report.content import Report

PLAIN, BOLD = "Regie", "Regie-Bold"
INK, QUIET, BLUE, GREY, LINE = (HexColor(text) for text in ("#0B0C0C", "#4D4D4D", "#1B59A4", "#8A8A8A", "#C8C8C8"))
EDGE, WIDTH = 20 * mm, A4[0] - 40 * mm
BAR_ROOM = 55 * mm
CHART_HEIGHT, CHART_TOP = 45 * mm, 6 * mm
BODY = ParagraphStyle("body", fontName=PLAIN, fontSize=10.5, leading=15, textColor=INK, spaceAfter=6)
SMALL = ParagraphStyle("small", BODY, fontSize=9, leading=12, textColor=QUIET, spaceAfter=3)
CELL = ParagraphStyle("cell", BODY, fontSize=9.5, leading=12, spaceAfter=0)
NUMBER = ParagraphStyle("number", CELL, alignment=2)
TITLE = ParagraphStyle("title", BODY, fontName=BOLD, fontSize=22, leading=27, spaceAfter=4)
HEADING = ParagraphStyle("heading", BODY, fontName=BOLD, fontSize=14, leading=18, spaceBefore=14, spaceAfter=4)


def pdf(report: Report, made_on: str) -> bytes:
    """The report as the bytes of a PDF."""
    _letters()
    stream = io.BytesIO()
    title = f"Informatiepunt Digitale Overheid, {report.municipality}, {report.period}"
    foot = f"{title} · gemaakt op {made_on}" + ("" if report.is_public else " · INTERN CONCEPT")
    document = BaseDocTemplate(
        stream, pagesize=A4, title=title, author=report.municipality, lang="nl",
        leftMargin=EDGE, rightMargin=EDGE, topMargin=EDGE, bottomMargin=EDGE,
    )  # fmt: skip
    frame = Frame(EDGE, EDGE, WIDTH, A4[1] - 2 * EDGE, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=lambda canvas, _: _foot(canvas, foot)))
    document.build(_story(report))
    return stream.getvalue()


def _story(report: Report) -> list[Flowable]:
    """Everything on paper, in its order."""
    parts: list[Flowable] = [
        Paragraph("Informatiepunt Digitale Overheid", TITLE),
        Paragraph(escape(f"{report.municipality}, {report.period}"), HEADING),
    ]
    if not report.is_public:
        parts.append(Paragraph(f"<b>{escape(report.method[0])}</b>", BODY))
    for heading, text in (("Wat viel op", report.noticed), ("Wat wij gaan doen", report.plans)):
        if text:
            parts.append(Paragraph(heading, HEADING))
            parts += [Paragraph(escape(line), BODY) for line in text.splitlines() if line.strip()]
    for figure in report.figures:
        parts += _figure(figure)
    parts.append(Paragraph("Hoe deze cijfers zijn gemaakt", HEADING))
    parts += [Paragraph(escape(line), SMALL) for line in report.method]
    return parts


def _figure(figure: Figure) -> list[Flowable]:
    """A figure: its heading, sentence, chart, table and notes."""
    head: list[Flowable] = [Paragraph(escape(figure.title), HEADING)]
    if figure.summary:
        head.append(Paragraph(escape(figure.summary), BODY))
    notes: list[Flowable] = [Paragraph(escape(note), SMALL) for note in figure.notes]
    if not figure.rows:
        words = [Paragraph(escape(figure.empty), BODY)] if figure.empty else []
        return [KeepTogether([*head, *words, *notes])]
    if figure.kind == "months":
        return [KeepTogether([*head, _months(figure), Spacer(1, 3 * mm), *notes])]
    table = _table(figure)
    return [*([KeepTogether([*head, table])] if len(figure.rows) < 14 else [*head, table]), Spacer(1, 2 * mm), *notes]


def _table(figure: Figure) -> Table:
    """The rows of a figure; a figure of bars has them beside its numbers."""
    bars = figure.kind == "bars"
    numbers = len(figure.columns) - 1
    head = [Paragraph(f"<b>{escape(column)}</b>", NUMBER if at else CELL) for at, column in enumerate(figure.columns)]
    rows: list[list[Any]] = [[*head[:2], "", *head[2:]] if bars else list(head)] if any(figure.columns) else []
    for row in figure.rows:
        note = f'<br/><font size="8" color="#4D4D4D">{escape(row.note)}</font>' if row.note else ""
        cells: list[Any] = [Paragraph(escape(said(number)), NUMBER) for number in row.numbers]
        if bars:
            cells.insert(1, _bar(row.numbers[0], figure.highest, GREY if row.look == "rest" else BLUE))
        rows.append([Paragraph(escape(row.label) + note, CELL), *cells])
    narrow = [22 * mm] * numbers
    widths = [narrow[0], BAR_ROOM, *narrow[1:]] if bars else narrow
    lines = ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE)
    return Table(
        rows, colWidths=[WIDTH - sum(widths), *widths], repeatRows=1 if any(figure.columns) else 0,
        style=[lines, ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("TOPPADDING", (0, 0), (-1, -1), 3),
               ("BOTTOMPADDING", (0, 0), (-1, -1), 3), ("LEFTPADDING", (0, 0), (0, -1), 0)],
    )  # fmt: skip


def _bar(number: object, highest: float, colour: Color) -> Drawing:
    """The bar of one number."""
    made = Drawing(BAR_ROOM - 4 * mm, 9)
    if isinstance(number, (int, float)) and number and highest:
        made.add(_block(0, 0, max(1.0, (BAR_ROOM - 4 * mm) * number / highest), 8, colour))
    return made


def _months(figure: Figure) -> Drawing:
    """Columns per month: this year, and the year before it in grey."""
    made = Drawing(WIDTH, CHART_HEIGHT + CHART_TOP + 14 * mm)
    base, step = 8 * mm, WIDTH / len(figure.rows)
    scale = CHART_HEIGHT / max(figure.highest, 10)
    for at, row in enumerate(figure.rows):
        left = at * step
        for number, start, width, colour in ((row.numbers[1], 0.14, 0.22, GREY), (row.numbers[0], 0.38, 0.48, BLUE)):
            if isinstance(number, int) and number:
                made.add(_block(left + start * step, base, width * step, number * scale, colour))
        now = row.numbers[0]
        top = base + (now * scale if isinstance(now, int) else 0)
        made.add(String(left + 0.62 * step, top + 2, said(now), fontName=BOLD, fontSize=8, textAnchor="middle"))
        made.add(String(left + step / 2, 3 * mm, row.label[:3], fontName=PLAIN, fontSize=8, textAnchor="middle"))
    made.add(Line(0, base, WIDTH, base, strokeColor=GREY, strokeWidth=0.5))
    top = base + CHART_HEIGHT + CHART_TOP
    for at, colour in ((0, BLUE), (1, GREY)):
        made.add(_block(at * 25 * mm, top, 8, 8, colour))
        made.add(String(at * 25 * mm + 12, top + 1, figure.columns[at + 1], fontName=PLAIN, fontSize=9))
    return made


def _block(left: float, base: float, width: float, height: float, colour: Color) -> Rect:
    """A filled block without an edge."""
    made = Rect(left, base, width, height)
    made.fillColor, made.strokeColor = colour, None
    return made


def _foot(canvas: Canvas, words: str) -> None:
    """The foot of each page."""
    canvas.setFont(PLAIN, 8)
    canvas.setFillColor(QUIET)
    canvas.drawString(EDGE, 10 * mm, words)
    canvas.drawRightString(A4[0] - EDGE, 10 * mm, f"Pagina {canvas.getPageNumber()}")


@cache
def _letters() -> None:
    """Make the letters known to reportlab."""
    files = resources.files("fontpkg_atkinson_hyperlegible") / "files"
    for name, file in ((PLAIN, "Regular"), (BOLD, "Bold")):
        pdfmetrics.registerFont(TTFont(name, str(files / f"AtkinsonHyperlegible-{file}.ttf")))
    pdfmetrics.registerFontFamily(PLAIN, normal=PLAIN, bold=BOLD, italic=PLAIN, boldItalic=BOLD)
