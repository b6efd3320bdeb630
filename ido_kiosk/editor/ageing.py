"""What is too old: facts and guides that someone should compare with their source again. Always a warning."""

import contextlib
from collections.abc import Iterator
from datetime import date

from ido_kiosk.editor.shelf import SITUATIONS, Shelf, guide_file, place_of, rows
from ido_kiosk.guides.content.guide import Library
from ido_shared.content.facts import FACTS_FILE, Fact
from ido_shared.content.nodes import Table, Text
from ido_shared.content.problems import Place, Report


def check_age(library: Library, shelf: Shelf, today: date, report: Report) -> None:
    """Note what is expired, old or was never checked."""
    for fact in library.facts.values():
        _check_future(fact.checked_on, place_of(shelf, FACTS_FILE, "feiten", fact.id), today, report)
        _check_fact(fact, place_of(shelf, FACTS_FILE, "feiten", fact.id), today, report)
    for guide in library.guides.values():
        _check_future(guide.written_on, place_of(shelf, guide_file(guide.id), "controle"), today, report)
        if date.min < guide.check_before <= today:
            cause = f"Deze gids moest voor {guide.check_before} weer nagekeken zijn."
            remedy = "Vergelijk elk feit en elke stap met de bron. Zet dan nieuwe datums bij controle."
            report.add(place_of(shelf, guide_file(guide.id), "controle"), "OUD-704", cause, remedy, "warning")
    for place, what, before in overdue_situations(shelf, today):
        remedy = "Vergelijk elk feit en elk punt met de bron. Zet dan nieuwe datums bij controle."
        report.add(place, "OUD-705", f"{what} moest voor {before} weer nagekeken zijn.", remedy, "warning")


def overdue_situations(shelf: Shelf, today: date) -> Iterator[tuple[Place, str, date]]:
    """The life events and urgent pages that should have been checked by now: place, id, and before when."""
    for file, field in SITUATIONS.items():
        for key, node in rows(shelf.get(file), field):
            fields = rows(node, "controle") if isinstance(node, Table) else []
            control = {name.value: value.value for name, value in fields if isinstance(value, Text)}
            with contextlib.suppress(KeyError, ValueError):
                if today >= (before := date.fromisoformat(control["opnieuw_controleren_voor"])):
                    yield key.place, key.value, before


def _check_future(day: date, place: Place, today: date, report: Report) -> None:
    if day > today:
        cause = f"Deze dag moet nog komen: {day}."
        report.add(place, "OUD-706", cause, "Zet de dag waarop u het hebt nagekeken of geschreven.", "warning")


def _check_fact(fact: Fact, place: Place, today: date, report: Report) -> None:
    if fact.confidence == "C":
        cause = f"Nog na te kijken: {fact.what.dutch}. De kiosk laat dit niet zien."
        remedy = "Kijk het na bij de organisatie. Zet dan de bron, de datum en betrouwbaar: A erbij."
        report.add(place, "OUD-703", cause, remedy, "warning")
    elif fact.state(today) == "expired":
        cause = f"Verlopen: {fact.what.dutch}. Het staat niet meer op het blad voor de bezoeker."
        report.add(place, "OUD-701", cause, "Zoek het nieuwe feit op bij de organisatie.", "warning")
    elif date.min < fact.checked_on and fact.is_old(today):
        cause = f"Langer dan een jaar niet nagekeken: {fact.what.dutch}."
        report.add(place, "OUD-702", cause, "Kijk of het nog klopt. Zet dan de nieuwe datum erbij.", "warning")
