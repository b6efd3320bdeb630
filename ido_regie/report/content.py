"""What stands in a report: published numbers when the period was published, else an internal draft."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ido_regie.figures import overview, referrals, signals, topics
from ido_regie.figures.cells import counted
from ido_regie.figures.figure import Figure, Row
from ido_regie.figures.periods import Period
from ido_regie.figures.totals import totals
from ido_regie.organisations.models import Desk, Municipality
from ido_regie.publication.audit import HIDDEN_BELOW
from ido_regie.publication.models import Publication
from ido_regie.publication.service import HIDDEN, METHOD, shown
from ido_regie.report.models import ReportText
from ido_shared import counts

INTERNAL = (
    "Intern concept. Deze cijfers zijn nog niet gepubliceerd. Deel ze niet buiten uw organisatie.",
    "Aantallen zijn precies. Wat nog wacht op genoeg vragen van dezelfde soort, staat bij: nog niet uitgesplitst.",
    "Dit zijn vragen, geen mensen. Eén bezoeker kan meer vragen stellen.",
)
TITLES = (
    "In het kort",
    "Vragen per maand",
    "Thema’s",
    "Organisaties",
    "Hoe het afliep",
    "Naar wie",
    "Witte vlekken per thema",
    "Wat hulp nodig maakte",
)
"""The figures of an internal report, in their order."""


@dataclass(frozen=True)
class Report:
    """A report, ready to be set on paper."""

    municipality: str
    period: str
    is_public: bool
    noticed: str
    plans: str
    figures: tuple[Figure, ...]
    method: tuple[str, ...]


def contents(municipality: Municipality, asked: Period) -> tuple[bool, list[str]]:
    """Whether a report about a period is public, and what is in it; without counting anything."""
    publication = _publication(municipality, asked)
    return (True, [figure.title for figure in shown(publication)]) if publication else (False, list(TITLES))


def _publication(municipality: Municipality, asked: Period) -> Publication | None:
    return Publication.objects.filter(municipality=municipality, period=asked.text).first()


def report(municipality: Municipality, asked: Period) -> Report:
    """The report of a municipality about a period."""
    text = ReportText.objects.filter(municipality=municipality, period=asked.text).first()
    publication = _publication(municipality, asked)
    figures = _published(shown(publication)) if publication else _internal(municipality, asked)
    words = (text.noticed, text.plans) if text else ("", "")
    method = METHOD if publication else INTERNAL
    return Report(municipality.name, asked.label, publication is not None, *words, tuple(figures), method)


def _published(figures: Sequence[Figure]) -> list[Figure]:
    """Published tables, with the hidden numbers of each told together in one line."""
    made = []
    for figure in figures:
        seen = [row for row in figure.rows if row.numbers[0] != HIDDEN]
        hidden = len(figure.rows) - len(seen)
        ordered = sorted(seen, key=lambda row: -_number(row)) if figure.key != "vragen" else seen
        which = f"Nog {hidden} andere" if seen else f"Alle {hidden}"
        note = (f"{which}: elk minder dan {HIDDEN_BELOW}, of verborgen om die te beschermen.",)
        made.append(replace(figure, rows=tuple(ordered), kind="bars", notes=note if hidden else ()))
    return made


def _number(row: Row) -> int:
    number = row.numbers[0]
    return number if isinstance(number, int) else 0


def _internal(municipality: Municipality, asked: Period) -> list[Figure]:
    """The figures that staff see, without comparing desks."""
    desks = Desk.objects.filter(location__municipality=municipality)
    now = totals(desks, asked)
    found = counted(desks, counts.TOPIC, asked)
    facts = [Row(fact.name, (fact.number,), fact.note) for fact in overview.facts(desks, asked, municipality, now)]
    results = counted(desks, counts.RESULT, asked)
    return [
        Figure("vragen", "In het kort", "", ("", ""), tuple(facts), kind="table"),
        overview.month_figure(desks, asked),
        topics.theme_figure(found, now.questions, {}),
        topics.organisation_figure(counted(desks, counts.ORGANISATION, asked), now.questions),
        overview.code_figure("resultaten", "Hoe het afliep", counts.RESULT, results, now.questions, "Resultaat"),
        referrals.to_whom(desks, asked),
        referrals.gaps_by_theme(desks, asked),
        signals.causes(desks, asked),
    ]
