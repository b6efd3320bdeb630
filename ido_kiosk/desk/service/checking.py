"""*Nog na te kijken* in words: what is to be checked, marked or answered."""

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from ido_kiosk.base.language import _, day_text, ngettext
from ido_kiosk.guides.service import Answer, Library, Spot, Teller, kind_of, plain_value, to_check, with_own_facts
from ido_shared.content.facts import Fact
from ido_shared.content.wording import Translate


class Row(msgspec.Struct, frozen=True):
    """One thing: a fact to answer, a spot that was marked, or neither."""

    words: str
    note: str
    fact: str = ""
    spot: Spot | None = None


class Section(msgspec.Struct, frozen=True):
    """Things of one kind, with what to do with them."""

    title: str
    explanation: str
    rows: tuple[Row, ...]


class Question(msgspec.Struct, frozen=True):
    """A fact to be answered, with everything needed to look it up."""

    fact: str
    what: str
    value: str
    """As the national content has it, or as this library answered."""
    said: str
    """The same in words, with its unit."""
    source: str
    url: str
    hint: str
    """How an answer looks."""
    is_answered: bool


def checklist(
    national: Library,
    answers: Mapping[str, Answer],
    marks: Mapping[Spot, int],
    today: date,
    translate: Translate,
    local: Mapping[str, Fact] | None = None,
) -> tuple[Section, ...]:
    """The sections that have rows. ``local``: the facts as this desk shows them, with those of *Lokale gegevens*."""
    library = with_own_facts(national, answers)
    teller, found = Teller(library, today, translate), to_check(national, answers, today)
    sections = (
        Section(
            _("Klopt niet?"),
            _("Dit is aan de balie gemeld. Kijk het na en geef het door aan wie de gidsen schrijft."),
            tuple(_marked(teller, spot, number, local or {}) for spot, number in marks.items()),
        ),
        Section(
            _("Nooit nagekeken"),
            _("De kiosk laat dit niet zien. Zoek het op of bel. Dan kan de balie het gebruiken."),
            tuple(_fact_rows(teller, found.never)),
        ),
        Section(
            _("Verlopen"),
            _("Dit geldt niet meer. De kiosk laat het niet zien op papier."),
            tuple(_fact_rows(teller, found.expired)),
        ),
        Section(
            _("Lang geleden nagekeken"),
            _("Dit laat de kiosk nog zien. Klopt het nog?"),
            tuple(_fact_rows(teller, found.old)),
        ),
        Section(
            _("Gidsen die nagekeken moeten worden"),
            _("Lees extra goed wat er op het scherm staat. De schrijvers werken de gids bij."),
            tuple(
                Row(guide.title.said(translate), _("voor {day}").format(day=day_text(guide.check_before)))
                for guide in found.overdue
            ),
        ),
        Section(
            _("Door de bibliotheek nagekeken"),
            _("Deze antwoorden gelden aan deze balie. Een nieuwer landelijk feit gaat voor."),
            tuple(_fact_rows(teller, found.answered)),
        ),
    )
    return tuple(section for section in sections if section.rows)


def _marked(teller: Teller, spot: Spot, number: int, local: Mapping[str, Fact]) -> Row:
    count = ngettext("{number} keer gemeld", "{number} keer gemeld", number).format(number=number)
    if spot.feit in local and spot.feit not in teller.library.facts:
        where = _("Verbeter het bij Lokale gegevens.")
        return Row(teller.say(local[spot.feit].what), f"{count}. {where}", spot=spot)
    return Row(_place(teller, spot), count, fact=spot.feit if spot.feit in teller.library.facts else "", spot=spot)


def _place(teller: Teller, spot: Spot) -> str:
    """A spot in words; its codes when the content no longer has it."""
    if spot.feit:
        fact = teller.library.facts.get(spot.feit)
        return teller.say(fact.what) if fact else spot.feit
    guide = teller.library.guides.get(spot.gids)
    if guide is None:
        return f"{spot.gids}, {spot.stap}"
    step, outcome = guide.steps.get(spot.stap), guide.outcomes.get(spot.stap)
    title = (step.title or step.question) if step else outcome.title if outcome else None
    return f"{teller.say(guide.title)}: {teller.say(title) or spot.stap}"


def _fact_rows(teller: Teller, facts: tuple[Fact, ...]) -> Iterator[Row]:
    for fact in facts:
        what = teller.say(fact.what)
        yield Row(f"{what[:1].upper()}{what[1:]}: {_said(teller, fact)}", _where_from(teller, fact), fact=fact.id)


def _where_from(teller: Teller, fact: Fact) -> str:
    """Whose words a fact is, and when; what was never checked has no such day."""
    source = teller.library.sources[fact.source]
    return source.title if fact.confidence == "C" else f"{source.name}, {day_text(fact.checked_on)}"


def _said(teller: Teller, fact: Fact) -> str:
    return f"{teller.fact(fact)} {teller.say(fact.unit)}".strip()


def question(
    national: Library, answers: Mapping[str, Answer], fact: str, today: date, translate: Translate
) -> Question:
    """What to ask about a fact. Raises KeyError for an unknown one."""
    library = with_own_facts(national, answers)
    teller, asked = Teller(library, today, translate), library.facts[fact]
    source = national.sources[national.facts[fact].source]
    return Question(
        fact=fact,
        what=teller.say(asked.what),
        value=plain_value(asked),
        said=_said(teller, asked),
        source=source.title if national.facts[fact].confidence == "C" else f"{source.name}, {source.title}",
        url=source.url,
        hint=_hint(library, asked),
        is_answered=fact in answers,
    )


def _hint(library: Library, fact: Fact) -> str:
    return {
        "phone": _("bijvoorbeeld 088 123 45 67"),
        "website": _("bijvoorbeeld digid.nl"),
        "hours": _("bijvoorbeeld ma-vr 9.00-17.00, za 9.00-12.30"),
        "number": _("alleen het getal, bijvoorbeeld 21"),
        "words": "",
    }[kind_of(library, fact)]
