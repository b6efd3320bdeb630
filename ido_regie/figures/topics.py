"""Topics by theme, organisations, and what grew; each question once, at the detail that is known."""

from calendar import monthrange
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.dateformat import format as format_date

from ido_regie import clock
from ido_regie.codes import known_codes
from ido_regie.figures import labels
from ido_regie.figures.cells import Counted, counted
from ido_regie.figures.figure import Difference, Figure, Row, largest_first, questions, said, share
from ido_regie.figures.overview import waiting_words
from ido_regie.figures.periods import Period
from ido_regie.figures.totals import totals
from ido_regie.organisations.models import Desk
from ido_shared import counts

CLOSES_AFTER = timedelta(days=7)
"""A month still takes changes for so long."""
CHANGED_BY = 5
"""Questions; a smaller difference between two years is no news."""


def theme_figure(found: Counted, total: int, links: dict[str, str]) -> Figure:
    """Questions by theme; ``links``: the address of the page for each theme."""
    by_theme = {code: number for code, number in found.by_theme().items() if code != "NI"}
    rows = [
        Row(labels.theme_label(code), (number, share(number, total)), link=links.get(code, ""))
        for code, number in largest_first(by_theme)
    ]
    if unknown := found.codes.get("NI", 0):
        rows.append(Row(labels.theme_label("NI"), (unknown, share(unknown, total)), look="rest"))
    if found.rest:
        rows.append(Row("Alleen bekend dát er een vraag was", (found.rest, share(found.rest, total)), look="rest"))
    waits = total - found.sum
    if waits > 0:
        rows.append(Row("Nog niet uitgesplitst", (waits, share(waits, total)), look="rest"))
    first = f" Het meest: {rows[0].label}, {said(rows[0].numbers[0])}." if by_theme else ""
    summary = f"{questions(total).capitalize()}.{first}"
    return Figure(
        "themas", "Thema’s", summary, ("Thema", "Vragen", "Deel"), tuple(rows), notes=waiting_words(found, waits),
        empty="Er zijn in deze periode nog geen vragen.",
    )  # fmt: skip


def topic_figure(found: Counted, theme: str | None) -> Figure:
    """Questions by topic, of one theme or of all."""
    topics = known_codes().topics
    codes = {
        code: number
        for code, number in found.codes.items()
        if code != "NI" and (theme is None or (code in topics and topics[code].theme == theme))
    }
    rows = [Row(labels.label(counts.TOPIC, code), (number,)) for code, number in largest_first(codes)]
    only_theme = {code: number for code, number in found.themes.items() if theme in (None, code)}
    rows += [
        Row(f"{labels.theme_label(code)}: het onderwerp is niet bekend", (number,), look="rest")
        for code, number in largest_first(only_theme)
    ]
    total = sum(codes.values())
    title = f"Onderwerpen bij {labels.theme_label(theme)}" if theme else "Onderwerpen"
    summary = f"Van {questions(total)} is het onderwerp bekend."
    if only_theme:
        summary += f" Van {questions(sum(only_theme.values()))} alleen het thema."
    return Figure(
        "onderwerpen", title, summary, ("Onderwerp", "Vragen"), tuple(rows),
        empty="Van geen vraag is het onderwerp al bekend. Kies een langere periode, of wacht tot er meer vragen zijn.",
    )  # fmt: skip


def organisation_figure(found: Counted, total: int) -> Figure:
    """Questions by organisation."""
    rows = [
        Row(labels.label(counts.ORGANISATION, code), (number, share(number, total)))
        for code, number in largest_first(found.codes, last=("NI", "XXX", "GEE"))
    ]
    rows += [
        Row(f"{labels.theme_label(code)}: welke is niet bekend", (number, share(number, total)), look="rest")
        for code, number in largest_first(found.themes)
    ]
    if found.rest:
        rows.append(Row("Alleen bekend dát er een vraag was", (found.rest, share(found.rest, total)), look="rest"))
    waits = total - found.sum
    if waits > 0:
        rows.append(Row("Nog niet uitgesplitst", (waits, share(waits, total)), look="rest"))
    known = sum(found.codes.values())
    return Figure(
        "organisaties", "Organisaties", f"Van {questions(known)} is de organisatie bekend.",
        ("Organisatie", "Vragen", "Deel"), tuple(rows), notes=waiting_words(found, waits),
        empty="Er zijn in deze periode nog geen vragen.",
    )  # fmt: skip


def change_figure(desks: QuerySet[Desk], shown: Period) -> Figure:
    """What grew or shrank against the same months of a year earlier, by theme.

    Of a year that is not over, only closed months count, in both years: cells of a whole year would make it look small.
    """
    until, before = _closed_months(shown)
    now, then = (counted(desks, counts.TOPIC, one) for one in (until, before))
    ours, theirs = now.by_theme(), then.by_theme()
    changes = {code: ours.get(code, 0) - theirs.get(code, 0) for code in (*ours, *theirs) if code != "NI"}
    rows = [
        Row(labels.theme_label(code), (ours.get(code, 0), theirs.get(code, 0), Difference(change)))
        for code, change in sorted(changes.items(), key=lambda pair: -pair[1])
        if abs(change) >= CHANGED_BY
    ]
    split = [share(found.sum, totals(desks, one).questions) for found, one in ((now, until), (then, before))]
    return Figure(
        "veranderd",
        "Wat veranderde",
        f"Thema’s met ten minste {CHANGED_BY} vragen verschil, "
        f"tot en met {format_date(until.last, 'F Y')} en een jaar eerder.",
        ("Thema", shown.label, shown.year_before.label, "Verschil"),
        tuple(rows),
        kind="table",
        notes=(
            f"Let op: van {shown.label} is {split[0]} van de vragen uitgesplitst, "
            f"van {shown.year_before.label} {split[1]}. Vergelijk alleen als dat ongeveer gelijk is.",
        ),
        empty="Geen thema veranderde duidelijk, of er is niets om mee te vergelijken.",
    )


def _closed_months(shown: Period) -> tuple[Period, Period]:
    """The part of a period of which the months are closed, and the same months of a year earlier."""
    closed = (clock.today() - CLOSES_AFTER).replace(day=1) - timedelta(days=1)
    until = shown.until(closed)
    last = monthrange(until.last.year - 1, until.last.month)[1]
    return until, shown.year_before.until(date(until.last.year - 1, until.last.month, last))
