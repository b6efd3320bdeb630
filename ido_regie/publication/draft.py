"""What a publication would hold: the exact numbers, which add up to which, and which must stay hidden."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from ido_regie import clock
from ido_regie.codes import known_codes
from ido_regie.figures.cells import Counted, counted
from ido_regie.figures.periods import Period, period
from ido_regie.figures.totals import totals
from ido_regie.organisations.merging import with_former
from ido_regie.organisations.models import Desk, Municipality
from ido_regie.publication.audit import HIDDEN_BELOW, Bounds, Key, Sum, bounds, pinned, rounded
from ido_regie.publication.contents import (
    NOT_FILLED_IN,
    REST,
    SEVERAL,
    SINGLE,
    THEME,
    TOTAL,
    VISITS,
    fits,
    sums_of,
)
from ido_regie.publication.models import LateTold, Publication, PublishedCell
from ido_regie.publication.waiting import Awaited, awaited
from ido_shared import counts

CLOSES_AFTER = 8
"""Days after a period until its last month is closed at the desks."""


@dataclass
class Draft:
    """The numbers of a period, and what is hidden of them."""

    period: Period
    exact: dict[Key, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    hidden: set[Key] = field(default_factory=set)
    earlier: dict[Key, tuple[int, bool]] = field(default_factory=dict)
    """Numbers that were published before for parts of this period: their exact count then, and whether hidden."""
    late: int = 0
    """Questions of periods that were published before, which came in after that and were not told yet."""
    told: dict[str, int] = field(default_factory=dict)
    """The questions of those periods, once this tells of the late ones."""
    awaited: list[Awaited] = field(default_factory=list)
    """The desks of which something has yet to come, of a period that could be published."""
    refusal: str = ""
    """Why it cannot be published, in words; empty when it can."""

    def total(self, view: str = TOTAL) -> int:
        """One of the totals."""
        return self.exact[Key(self.period.text, view, "")]


def draft(municipality: Municipality, asked: Period, without: Collection[str] = ()) -> Draft:
    """What can be published of a period, audited; ``without``: the desks (ids) that need not be waited for."""
    desks = Desk.objects.filter(location__municipality=municipality)
    made = Draft(asked)
    _count(desks, made)
    made.sums = list(sums_of(asked.text, made.exact))
    made.hidden = {key for key, number in made.exact.items() if number < HIDDEN_BELOW}
    made.refusal = _cannot_yet(municipality, asked)
    if not made.refusal:
        made.awaited = awaited(desks, asked)
        made.refusal = _incomplete(made, without) or _does_not_fit(made)
    _earlier(municipality, made)
    _late(municipality, desks, made)
    if not made.refusal:
        protect(made)
    return made


def _incomplete(made: Draft, without: Collection[str]) -> str:
    """Which desks are waited for; empty when none is."""
    names = "; ".join(f"{one.desk}: {one.words}" for one in made.awaited if str(one.desk.pk) not in without)
    return names and (
        f"De cijfers van deze periode zijn nog niet compleet. {names}. "
        "Een balie stuurt haar cijfers één keer per week. Wacht daarop, of bel de balie."
    )


def _does_not_fit(made: Draft) -> str:
    """Why these numbers cannot be told; empty when they can."""
    if not all(fits(one, made.exact) for one in made.sums):
        return (
            "De tellingen passen niet bij elkaar: er is meer uitgesplitst dan er vragen zijn. Misschien is er nog een "
            "levering onderweg. Kijk bij Balies of er een ontbreekt, en probeer het later weer."
        )
    if Key(made.period.text, TOTAL, "") in made.hidden:
        return f"Er zijn minder dan {HIDDEN_BELOW} vragen in deze periode. Kies een langere periode."
    return ""


def protect(made: Draft) -> None:
    """Hide more until nothing hidden can be worked out; only what the audit pins makes more be hidden."""
    while found := pinned(*_known(made)):
        extra = {key for one in found if (key := _companion(made, one)) is not None}
        if not extra:
            made.refusal = (
                f"Een verborgen getal is terug te rekenen ({found[0].view}, {found[0].period}), ook als wij meer "
                "verbergen. Dat komt door cijfers die al zijn gepubliceerd, of door te weinig vragen."
            )
            return
        made.hidden |= extra


def _known(made: Draft) -> tuple[dict[Key, Bounds], set[Key], list[Sum]]:
    """What a reader will know, with what was published before; a sum that is not true tells a reader nothing."""
    exact = made.exact | {key: number for key, (number, _) in made.earlier.items()}
    hidden = made.hidden | {key for key, (_, is_hidden) in made.earlier.items() if is_hidden}
    highest = max(exact.values()) + HIDDEN_BELOW
    known = {key: bounds(number, key in hidden, highest) for key, number in exact.items()}
    return known, hidden, [one for one in (*made.sums, *_over_time(made)) if fits(one, exact)]


def _over_time(made: Draft) -> Iterator[Sum]:
    """A shorter period that was published before is a part of this one: together they are at most as much.

    Not so for what is not split up: that becomes less when cells of the year come in.
    """
    parts: dict[Key, list[Key]] = {}
    for key in made.earlier:
        if key.code != REST:
            parts.setdefault(Key(made.period.text, key.view, key.code), []).append(key)
    for total, keys in parts.items():
        if total in made.exact:
            yield Sum(total, tuple(keys), is_exact=False)


def _companion(made: Draft, key: Key) -> Key | None:
    """The smallest shown number that adds up with a pinned one; hiding it widens what a reader knows.

    For a number that was published before it may be the same number of this period. A shown 10 comes last: a reader
    knows that none under 10 is shown, so hiding it only tells less of how much more it can be.
    """
    here = key._replace(period=made.period.text)
    together = {part for one in made.sums if here in (*one.parts, one.total) for part in (*one.parts, one.total)}
    shown = [one for one in together if one not in made.hidden and one.view not in (TOTAL, VISITS)]
    return min(shown, key=lambda one: (rounded(made.exact[one]) == HIDDEN_BELOW, made.exact[one], one), default=None)


def _cannot_yet(municipality: Municipality, asked: Period) -> str:
    """Why a period cannot be published at all; empty when it can."""
    if Publication.objects.filter(municipality=municipality, period=asked.text).exists():
        return "Deze periode is al gepubliceerd. Een gepubliceerd cijfer verandert nooit meer."
    if asked.kind == "maand":
        return "Een maand is te kort om te publiceren. Kies een kwartaal of een jaar."
    if (clock.today() - asked.last).days < CLOSES_AFTER:
        return f"Deze periode is nog niet voorbij. Publiceren kan vanaf {CLOSES_AFTER} dagen na de laatste dag."
    wider = [one for one in (asked.text[:4],) if one != asked.text]
    if Publication.objects.filter(municipality=municipality, period__in=wider).exists():
        return "Het hele jaar is al gepubliceerd. Een kwartaal ervan kan daarna niet meer: dan is te veel te berekenen."
    return _published_by_a_part(municipality, asked)


def _published_by_a_part(municipality: Municipality, asked: Period) -> str:
    """Why a period cannot be published that a municipality published before it merged into this one; empty: nothing.

    The difference would be the numbers of the rest, which nobody hid. A year holds its quarters, and lies around them.
    """
    parts = Publication.objects.filter(municipality__in=with_former([municipality.pk]) - {municipality.pk})
    overlap = Q(period__in=(asked.text, asked.text[:4]))
    if asked.kind == "jaar":
        overlap |= Q(period__startswith=f"{asked.text}-")
    before = parts.filter(overlap).select_related("municipality").order_by("period").first()
    if before is None:
        return ""
    return (
        f"{before.municipality} hoort nu bij deze gemeente en publiceerde al over {period(before.period).label}. "
        "Met dit erbij is te veel te berekenen."
    )


def _count(desks: QuerySet[Desk], made: Draft) -> None:
    """Count everything that is published, and note what adds up."""
    asked = made.period
    now = totals(desks, asked)
    made.exact[Key(asked.text, TOTAL, "")] = now.questions
    made.exact[Key(asked.text, VISITS, "")] = now.visits
    topics = counted(desks, counts.TOPIC, asked)
    themes = Counted(codes=topics.by_theme(), rest=topics.rest)
    _single(made, THEME, themes, (*known_codes().themes, NOT_FILLED_IN))
    for theme in known_codes().themes:
        for topic in known_codes().topics_of(theme):
            _put(made, counts.TOPIC, topic.code, topics.codes.get(topic.code, 0))
    lists = known_codes().lists()
    codes_of = {
        counts.ORGANISATION: known_codes().organisations,
        counts.RESULT: tuple(lists["resultaten"]),
        counts.CHANNEL: tuple(lists["kanalen"]),
    }
    for view in SINGLE:
        _single(made, view, counted(desks, view, asked), (*codes_of[view], NOT_FILLED_IN))
    for view, name in zip(SEVERAL, ("verwijzingen", "signalen"), strict=True):
        found = counted(desks, view, asked).codes
        for code in lists[name]:
            _put(made, view, code, found.get(code, 0))


def _single(made: Draft, view: str, found: Counted, codes: tuple[str, ...]) -> None:
    """A view with one code a question: its codes and what is not split up add up to the total."""
    numbers = {code: found.codes.get(code, 0) for code in codes}
    for code, number in numbers.items():
        _put(made, view, code, number)
    _put(made, view, REST, max(0, made.total() - sum(numbers.values())))


def _put(made: Draft, view: str, code: str, number: int) -> None:
    made.exact[Key(made.period.text, view, code)] = number


def _earlier(municipality: Municipality, made: Draft) -> None:
    """The quarters of a year that were published before, and what each adds up to."""
    if made.period.kind != "jaar":
        return
    rows = PublishedCell.objects.filter(
        publication__municipality=municipality, publication__period__startswith=f"{made.period.text}-"
    ).select_related("publication")
    for row in rows:
        made.earlier[Key(row.publication.period, row.view, row.code)] = (row.exact, row.value is None)
    for quarter in {key.period for key in made.earlier}:
        made.sums += sums_of(quarter, made.earlier)


def _late(municipality: Municipality, desks: QuerySet[Desk], made: Draft) -> None:
    """Count the questions of published periods that came in since; the widest period counts them, and only once."""
    told = _told(municipality)
    wider = {*(text for text in told if len(text) == len("2026")), made.period.text}
    for text, number in told.items():
        if text[:4] not in wider - {text}:
            made.told[text] = totals(desks, period(text)).questions
            made.late += max(0, made.told[text] - number)


def _told(municipality: Municipality) -> dict[str, int]:
    """How many questions of each published period were told: by itself, and as late since."""
    of_period = PublishedCell.objects.filter(publication__municipality=municipality, view=TOTAL)
    told = dict(of_period.values_list("publication__period", "exact"))
    for late in LateTold.objects.filter(publication__municipality=municipality):
        told[late.period] = max(told[late.period], late.questions)
    return told
