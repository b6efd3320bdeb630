"""To whom the desks referred, warm or not, and for which themes there was no suitable place."""

from django.db.models import QuerySet

from ido_regie.figures import labels
from ido_regie.figures.cells import counted, crossed, places
from ido_regie.figures.figure import Figure, Row, largest_first, said, share
from ido_regie.figures.overview import code_figure
from ido_regie.figures.periods import Period
from ido_regie.figures.totals import totals
from ido_regie.organisations.models import Desk
from ido_shared import counts

NO_PLACE = "GPA"
WHY_NOT_BOTH = (
    "Thema en plaats staan apart. De balie stuurt ze nooit samen: "
    "op een kleine plek zou dan te zien zijn wie wat vroeg."
)


def to_whom(desks: QuerySet[Desk], shown: Period) -> Figure:
    """How often the desks referred to each kind of partner."""
    found = counted(desks, counts.REFERRAL, shown)
    known = {code: number for code, number in found.codes.items() if code != NO_PLACE}
    rows = tuple(Row(labels.label(counts.REFERRAL, code), (number,)) for code, number in largest_first(known))
    summary = f"{said(sum(known.values()))} doorverwijzingen, voor zover bekend."
    if rows:
        summary += f" Het vaakst: {rows[0].label}, {said(rows[0].numbers[0])}."
    return Figure(
        "naar-wie", "Naar wie", summary, ("Doorverwezen naar", "Keer"), rows,
        notes=("Eén vraag kan naar meer plekken zijn verwezen. Een soort staat hier pas als er genoeg van zijn.",),
        empty="Er zijn nog geen doorverwijzingen bekend.",
    )  # fmt: skip


def warm(desks: QuerySet[Desk], shown: Period) -> Figure:
    """How questions were referred: with a call or appointment, or with an address only."""
    found = counted(desks, counts.WARM, shown)
    return code_figure(
        "warm", "Warm doorverwezen", counts.WARM, found, totals(desks, shown).questions, "Hoe er is verwezen"
    )


def gaps_by_theme(desks: QuerySet[Desk], shown: Period) -> Figure:
    """No suitable place, by theme."""
    by_theme: dict[str, int] = {}
    for (_, theme), number in crossed(desks, counts.NO_PLACE, shown).items():
        by_theme[theme] = by_theme.get(theme, 0) + number
    rows = tuple(Row(labels.theme_label(code), (number,)) for code, number in largest_first(by_theme))
    total = counted(desks, counts.REFERRAL, shown).codes.get(NO_PLACE, 0)
    known = sum(by_theme.values())
    summary = (
        f"{said(total)} keer was er geen passende plek; van {said(known)} is het thema bekend ({share(known, total)})."
    )
    return Figure(
        "witte-vlekken", "Witte vlekken per thema", summary, ("Thema", "Geen passende plek"), rows,
        notes=("Het thema komt per kwartaal en per jaar binnen, als er genoeg van dezelfde soort zijn.",),
        empty="Nog geen thema heeft er genoeg. Kies een kwartaal of een jaar, of wacht tot er meer zijn.",
    )  # fmt: skip


def gaps_by_place(desks: QuerySet[Desk], shown: Period) -> Figure:
    """No suitable place, by location, in the order of their names: no ranking."""
    found = sorted(places(desks, counts.REFERRAL, NO_PLACE, shown).items())
    rows = tuple(Row(name, (number,)) for name, number in found)
    return Figure(
        "witte-vlekken-plaats", "Witte vlekken per locatie",
        f"Op {said(len(rows))} locaties is bekend dat er geen passende plek was.",
        ("Locatie", "Geen passende plek"), rows, notes=(WHY_NOT_BOTH,),
        empty="Van geen locatie zijn er genoeg om te tonen.",
    )  # fmt: skip
