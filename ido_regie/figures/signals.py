"""What in government services caused questions, per organisation, and what keeps coming back."""

from datetime import timedelta

from django.db.models import QuerySet

from ido_regie import clock
from ido_regie.figures import labels
from ido_regie.figures.cells import counted, crossed
from ido_regie.figures.figure import Figure, Row, largest_first, said
from ido_regie.figures.periods import Period, period
from ido_regie.organisations.models import Desk
from ido_shared import counts

LOOKED_BACK = 4
"""Quarters in which a cause is looked for, to see whether it keeps coming back."""


def causes(desks: QuerySet[Desk], shown: Period) -> Figure:
    """How often each cause was counted; those that came back in more quarters first."""
    found = counted(desks, counts.SIGNAL, shown)
    often = _quarters(desks, shown)
    ordered = sorted(largest_first(found.codes), key=lambda pair: -often.get(pair[0], 0))
    rows = tuple(
        Row(labels.label(counts.SIGNAL, code), (number, f"{often[code]} van {LOOKED_BACK}" if code in often else "–"))
        for code, number in ordered
    )
    summary = f"{said(sum(found.codes.values()))} signalen, voor zover bekend."
    if rows:
        summary += f" Bovenaan: {rows[0].label}, {said(rows[0].numbers[0])} keer."
    return Figure(
        "oorzaken", "Wat hulp nodig maakte", summary, ("Signaal", "Keer", "Kwartalen"), rows,
        notes=(
            "Eén vraag kan meer signalen hebben. Wat in de meeste kwartalen terugkwam, staat bovenaan.",
            f"Kwartalen: in hoeveel van de laatste {LOOKED_BACK} kwartalen het vaak genoeg voorkwam om te tellen. "
            "Een streepje: alleen over het hele jaar vaak genoeg.",
        ),
        empty="Er zijn nog geen signalen bekend in deze periode.",
    )  # fmt: skip


def by_organisation(desks: QuerySet[Desk], shown: Period, organisation: str | None) -> Figure:
    """Signals by organisation."""
    found = crossed(desks, counts.SIGNAL_OF, shown)
    chosen = {pair: number for pair, number in found.items() if organisation in (None, pair[1])}
    ordered = sorted(chosen.items(), key=lambda item: (-_of(chosen, item[0][1]), item[0][1], -item[1]))
    rows = tuple(
        Row(f"{labels.cross_label(counts.SIGNAL_OF, cross)}: {labels.label(counts.SIGNAL, code)}", (number,))
        for (code, cross), number in ordered
    )
    name = f" bij {labels.label(counts.ORGANISATION, organisation)}" if organisation else " per organisatie"
    return Figure(
        "per-organisatie", f"Signalen{name}", f"{said(sum(chosen.values()))} signalen met een organisatie.",
        ("Organisatie en signaal", "Keer"), rows,
        notes=("Signaal en organisatie komen per kwartaal en per jaar samen binnen, als er genoeg van zijn.",),
        empty="In deze periode is nog geen signaal met een organisatie vaak genoeg geteld.",
    )  # fmt: skip


def organisations(desks: QuerySet[Desk], shown: Period) -> list[tuple[str, str]]:
    """The organisations with signals in a period: code and name, by name."""
    codes = {cross for _, cross in crossed(desks, counts.SIGNAL_OF, shown)}
    return sorted(((code, labels.label(counts.ORGANISATION, code)) for code in codes), key=lambda pair: pair[1])


def _of(found: dict[tuple[str, str], int], organisation: str) -> int:
    return sum(number for (_, cross), number in found.items() if cross == organisation)


def _quarters(desks: QuerySet[Desk], shown: Period) -> dict[str, int]:
    """In how many of the last quarters of a period, and those before it, each signal was counted."""
    often: dict[str, int] = {}
    day = min(shown.last, clock.today())
    for _ in range(LOOKED_BACK):
        quarter = period(counts.quarter_text(day))
        for code in counted(desks, counts.SIGNAL, quarter).codes:
            often[code] = often.get(code, 0) + 1
        day = quarter.first - timedelta(days=1)
    return often
