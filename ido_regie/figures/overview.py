"""The overview: how many questions and visits, how they ended, and what needs attention."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.dateformat import format as format_date

from ido_regie import clock
from ido_regie.figures import labels
from ido_regie.figures.cells import Counted, counted, first_seen
from ido_regie.figures.figure import Figure, Row, largest_first, questions, said, share
from ido_regie.figures.periods import Period, period
from ido_regie.figures.totals import Totals, months, totals
from ido_regie.organisations.models import Desk, Municipality
from ido_shared import counts

FIFTY_TWO_WEEKS = timedelta(weeks=52)
"""So long ago it was the same day of the week: totals come by the week."""
PAPER = "PAP"
"""The code of help that is a letter or form on paper."""


@dataclass(frozen=True)
class Fact:
    """A number with its name, and what to know about it."""

    name: str
    number: str
    note: str = ""


def facts(desks: QuerySet[Desk], shown: Period, municipality: Municipality | None, now: Totals) -> list[Fact]:
    """The main numbers of a period (``now``: its totals), against the same days of a year earlier, and the goal."""
    found = [
        Fact("Vragen", said(now.questions), _against_last_year(desks, shown, now)),
        Fact("Bezoeken", said(now.visits), _per_visit(now)),
    ]
    if municipality is not None:
        found += _of_inhabitants(now, municipality)
        if municipality.yearly_goal and shown.kind == "jaar":
            of_goal = share(now.questions, municipality.yearly_goal)
            found.append(
                Fact("Van het doel", of_goal, f"Het doel is {questions(municipality.yearly_goal)} in een jaar.")
            )
    return [*found, _on_paper(desks, shown)]


def _against_last_year(desks: QuerySet[Desk], shown: Period, now: Totals) -> str:
    """How the number of questions compares with the same days of last year."""
    if now.last_day is None:
        return "Er is nog niets ontvangen."
    until = shown.until(min(now.last_day, clock.today()))
    before = shown.year_before
    same_days = before if until.last == shown.last else before.until(until.last - FIFTY_TWO_WEEKS)
    then = totals(desks, same_days)
    if then.last_day is None:
        return f"Tot en met {format_date(until.last, 'j F')}. Van een jaar eerder is er niets."
    difference = now.questions - then.questions
    words = (
        "evenveel als" if difference == 0 else f"{said(abs(difference))} {'meer' if difference > 0 else 'minder'} dan"
    )
    return f"Tot en met {format_date(until.last, 'j F')}: {words} in {before.label} ({said(then.questions)})."


def _per_visit(now: Totals) -> str:
    return f"Gemiddeld {said(round(now.questions / now.visits, 1))} vragen per bezoek." if now.visits else ""


def _of_inhabitants(now: Totals, municipality: Municipality) -> list[Fact]:
    """Questions per 1,000 inhabitants, which is no reach: someone can ask ten questions."""
    if not municipality.population:
        return [Fact("Per 1.000 inwoners", "–", "Vul bij Balies het aantal inwoners in.")]
    per_thousand = said(round(1000 * now.questions / municipality.population, 1))
    on = f", CBS, {format_date(municipality.population_on, 'j F Y')}" if municipality.population_on else ""
    return [
        Fact(
            "Vragen per 1.000 inwoners",
            per_thousand,
            f"{said(municipality.population)} inwoners{on}. Dit is geen bereik: één inwoner kan veel vragen stellen.",
        )
    ]


def _on_paper(desks: QuerySet[Desk], shown: Period) -> Fact:
    """How many questions were helped with a letter or form on paper."""
    help_given = counted(desks, counts.HELP, shown)
    if not help_given.codes:
        return Fact("Op papier", "–", "Dit is nog niet bekend.")
    paper = help_given.codes.get(PAPER, 0)
    return Fact("Op papier", said(paper), "Zo vaak maakte de balie een brief of papieren formulier, voor zover bekend.")


def month_figure(desks: QuerySet[Desk], shown: Period) -> Figure:
    """Questions per month of the year that is shown, beside the year before."""
    year = period(shown.text[:4])
    before = year.year_before
    both = months(desks, before.first, year.last)
    now = {day: number for day, number in both.items() if day >= year.first}
    rows = []
    for month in range(1, 13):
        day = date(year.first.year, month, 1)
        rows.append(Row(format_date(day, "F"), (now.get(day), both.get(day.replace(year=before.first.year)))))
    total = sum(now.values())
    summary = f"{questions(total).capitalize()} in {year.label}."
    if now:
        most = max(now, key=lambda day: now[day])
        summary += f" De meeste in {format_date(most, 'F')}: {said(now[most])}."
    return Figure(
        "maanden",
        "Vragen per maand",
        summary,
        ("Maand", year.label, before.label),
        tuple(rows),
        kind="months",
        notes=("Een streepje betekent: nog niets ontvangen.",),
    )


def code_figure(key: str, title: str, view: str, found: Counted, total: int, column: str) -> Figure:
    """The codes of a view with one code a question, with what is known less well, and what waits."""
    rows = [
        Row(labels.label(view, code), (number, share(number, total))) for code, number in largest_first(found.codes)
    ]
    if found.rest:
        rows.append(Row("Alleen bekend dát er een vraag was", (found.rest, share(found.rest, total)), look="rest"))
    waits = total - found.sum
    if waits > 0:
        rows.append(Row("Nog niet uitgesplitst", (waits, share(waits, total)), look="rest"))
    return Figure(
        key, title, _summary(rows, total), (column, "Vragen", "Deel"), tuple(rows), notes=waiting_words(found, waits),
        empty="Er is nog niets te tonen.",
    )  # fmt: skip


def _summary(rows: list[Row], total: int) -> str:
    first = next((row for row in rows if row.look != "rest"), None)
    if first is None:
        return f"{questions(total).capitalize()}; nog niet uitgesplitst."
    return f"{questions(total).capitalize()}. Het meest: {first.label}, {said(first.numbers[0])} ({first.numbers[1]})."


def waiting_words(found: Counted, waits: int) -> tuple[str, ...]:
    """Why some questions are not split up yet; nothing when all are."""
    words = []
    if waits > 0:
        words.append(
            f"Van {questions(waits)} wacht de uitsplitsing tot er genoeg van dezelfde soort zijn. "
            "Zo is nooit te zien wat één bezoeker vroeg. Ze tellen wel mee in de totalen."
        )
    if found.longer:
        words.append(
            f"{questions(found.longer).capitalize()} zijn alleen uitgesplitst over een langere periode "
            "(een kwartaal of een jaar). Kies die periode om ze te zien. Wij verdelen ze niet over maanden."
        )
    return tuple(words)


def attention(desks: QuerySet[Desk], shown: Period, now: Totals, results: Counted, quiet: Sequence[str]) -> list[str]:
    """What needs attention, in sentences; ``quiet``: the desks that regie has not heard for long."""
    sentences = [f"{name}: al langer dan twee weken niets ontvangen. Bel de balie." for name in quiet]
    if now.not_completed:
        sentences.append(f"{questions(now.not_completed).capitalize()} zijn aan de balie nog niet aangevuld.")
    stuck = {code: results.codes.get(code, 0) for code in ("NIE", "GRE")}
    for code, number in stuck.items():
        if number:
            result = labels.label(counts.RESULT, code).lower()
            sentences.append(f"{questions(number).capitalize()} eindigden met: {result}.")
    no_place = counted(desks, counts.REFERRAL, shown).codes.get("GPA", 0)
    if no_place:
        sentences.append(f"Voor {questions(no_place)} was er geen passende plek om naar te verwijzen.")
    return sentences + _new_topics(desks)


def _new_topics(desks: QuerySet[Desk]) -> list[str]:
    """Topics that were counted for the first time in the last closed month."""
    month = period(counts.month_text(clock.today().replace(day=1) - timedelta(days=1)))
    names = [labels.label(counts.TOPIC, code) for code in first_seen(desks, counts.TOPIC, month)]
    return [f"Nieuw in {month.label}: {', '.join(names[:4])}."] if names else []
