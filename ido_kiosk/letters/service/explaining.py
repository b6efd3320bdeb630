"""The explanation sheet in the visitor's language: what the letter says, what to add, where to, and what is next."""

from collections.abc import Iterator
from datetime import date

from ido_kiosk.base.blocks import (
    Actions,
    Big,
    Block,
    Bullets,
    Contact,
    Definitions,
    Heading,
    Notice,
    Paragraph,
    Small,
    Ticks,
)
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _, day_text, is_native_read
from ido_kiosk.letters.content.letter import (
    DECIDED_ON,
    DECISION,
    NO_TERM,
    OWN_LETTER,
    REFERENCE,
    SENDER,
    Advice,
    Letter,
)
from ido_kiosk.letters.service.answers import paper_values
from ido_kiosk.letters.service.deadlines import RULES, CallToday, Deadline, deadline
from ido_kiosk.letters.service.draft import Draft
from ido_kiosk.letters.service.labels import standard_labels
from ido_kiosk.letters.service.making import (
    Facts,
    Organisations,
    address,
    address_remark,
    chosen_paragraphs,
    dutch_fact,
    names_used,
)
from ido_kiosk.letters.service.values import read_day
from ido_shared.content.wording import PLACEHOLDER, Translate

_NO_STAMP = "Antwoordnummer"


def explanation(
    letter: Letter, draft: Draft, facts: Facts, organisations: Organisations, today: date, translate: Translate
) -> list[Block]:
    """The sheet as blocks, in the language that is spoken now, of which ``translate`` is too."""
    chosen = chosen_paragraphs(letter, draft, organisations)
    enclosures = tuple(enclosure.said(translate) for enclosure in letter.enclosures)
    steps = tuple(_advice(advice, facts, today, translate) for advice in letter.next)
    help_ = _(
        "Komt u er niet uit? Kom terug naar het Informatiepunt Digitale Overheid in de bibliotheek. "
        "Neem dit blad en uw brief mee."
    )
    return [
        Heading(letter.title.said(translate), 1),
        Paragraph(letter.summary.said(translate)),
        Heading(_("Dit staat in de brief"), 2),
        Bullets(tuple(paragraph.explanation.said(translate) for paragraph in chosen)),
        *_hard_words(letter, translate),
        *_to_write(letter, draft, organisations, translate),
        *_enclosed(enclosures),
        *_post(letter, draft, facts, organisations, today, translate),
        *term_blocks(letter, draft, facts, organisations, today, translate),
        Heading(_("Wat doet u nu?"), 2),
        Actions(steps),
        Heading(_("Hulp nodig?"), 2),
        Paragraph(help_),
        Small(" ".join(_reading(letter, today))),
    ]


def _hard_words(letter: Letter, translate: Translate) -> Iterator[Block]:
    hard = _("Moeilijk woord: {word}")
    if letter.words:
        yield Definitions(
            tuple((hard.format(word=word.said(translate)), meaning.said(translate)) for word, meaning in letter.words)
        )


def _enclosed(enclosures: tuple[str, ...]) -> Iterator[Block]:
    if enclosures:
        yield Heading(_("Doe dit bij de brief"), 2)
        yield Ticks(enclosures)


def _reading(letter: Letter, today: date) -> Iterator[str]:
    yield _("Dit blad is van {day}.").format(day=day_text(today))
    if letter.second_reading_kind == "programma":
        yield _("Nog niet door een mens nagelezen.")
    else:
        said = _("Nagelezen door {name} op {day}.")
        yield said.format(name=letter.second_reading_by, day=day_text(letter.second_reading_on))
    if not is_native_read():
        yield _("Niemand die deze taal van huis uit spreekt, heeft de vertaling nagekeken.")
    if today >= letter.check_before:
        yield _("Deze brief moest voor {day} weer nagekeken zijn.").format(day=day_text(letter.check_before))


def _advice(advice: Advice, facts: Facts, today: date, translate: Translate) -> str:
    names = PLACEHOLDER.findall(advice.text.dutch)
    if advice.without is not None and not all(dutch_fact(facts.get(name), today) for name in names):
        return advice.without.said(translate)
    return PLACEHOLDER.sub(lambda found: facts[found[1]].said(translate), advice.text.said(translate))


def _to_write(letter: Letter, draft: Draft, organisations: Organisations, translate: Translate) -> Iterator[Block]:
    """What is still to be written with a pen."""
    values = paper_values(letter, draft)
    labels = standard_labels()
    used = names_used(chosen_paragraphs(letter, draft, organisations), letter)
    wanted = [labels[name] for name in labels if name in values and not values[name]]
    if not any(values[name] for name in SENDER):
        wanted = [_("Uw naam, adres en telefoonnummer"), *wanted[len(SENDER) :]]
    wanted += [field.label.said(translate) for field in letter.fields if field.id in used and not values[field.id]]
    if letter.asks_bsn:
        wanted.append(_("Uw burgerservicenummer"))
    wanted.append(_("Uw handtekening"))
    yield Heading(_("Schrijf dit nog op de brief"), 2)
    yield Ticks(tuple(wanted))
    if letter.asks_bsn or (REFERENCE in values and not values[REFERENCE]):
        yield Notice(
            _("Uw burgerservicenummer en kenmerk schrijft u zelf, met de pen. Laat ze aan niemand anders zien."),
            "information",
        )


def _post(
    letter: Letter, draft: Draft, facts: Facts, organisations: Organisations, today: date, translate: Translate
) -> Iterator[Block]:
    lines = [line for line in address(letter, draft, facts, organisations, today) if line]
    is_whole = "" not in address(letter, draft, facts, organisations, today)
    remark = address_remark(letter, draft, facts, organisations, today, translate)
    yield Heading(_("Post de brief"), 2)
    if is_whole:
        yield Contact("post", _("Adres"), ", ".join(" ".join(line.split()) for line in lines), remark)
    else:
        yield Paragraph(remark)
    if not is_whole:
        yield Paragraph(_("Staat er een antwoordnummer in het adres? Dan hoeft er geen postzegel op. Anders wel."))
    elif any(_NO_STAMP.lower() in line.lower() for line in lines):
        yield Paragraph(_("Plak geen postzegel. Een brief naar een antwoordnummer is gratis."))
    else:
        yield Paragraph(_("Plak een postzegel op de envelop."))


def term_of(letter: Letter, draft: Draft, today: date) -> Deadline | CallToday | None:
    """The term, when the letter has a rule and the visitor said which decision and of what day; None otherwise."""
    decision, typed = draft.values.get(DECISION, ""), draft.values.get(DECIDED_ON, "")
    if letter.deadline in (NO_TERM, OWN_LETTER) or not decision:
        return None
    try:
        return deadline(decision, read_day(typed.strip()), today)
    except (DeskError, KeyError):
        return None


def term_blocks(
    letter: Letter, draft: Draft, facts: Facts, organisations: Organisations, today: date, translate: Translate
) -> Iterator[Block]:
    """By when, as far as that is known: the rule and the last day, or that it stands in the own letter."""
    if letter.deadline == NO_TERM:
        return
    yield Heading(_("Voor wanneer?"), 2)
    term = term_of(letter, draft, today)
    if isinstance(term, CallToday):
        yield from _call(term, facts, organisations, today, translate)
    elif term is not None:
        yield from deadline_blocks(term)
    else:
        yield Paragraph(_("De laatste dag staat in uw eigen brief. Post deze brief ten minste een week eerder."))
        yield Notice(_("Is die dag dichtbij of voorbij? Bel dan vandaag nog de organisatie."), "warning")


def deadline_blocks(term: Deadline) -> Iterator[Block]:
    """The rule, the last day, when to post, and a warning when the day is near or past."""
    yield Paragraph(_("U hebt zes weken vanaf de dag van het besluit: {day}.").format(day=day_text(term.decided_on)))
    yield Big(_("Laatste dag"), day_text(term.last_day), "calendar")
    if term.state == "past":
        yield Notice(
            _("Deze dag is voorbij. Stuur de brief toch, vandaag nog. Schrijf erbij waarom u te laat bent."), "warning"
        )
    elif term.state == "near":
        yield Notice(_("Deze dag is dichtbij. Post de brief vandaag nog, of breng hem zelf."), "warning")
    else:
        yield Paragraph(_("Post uiterlijk op {day}.").format(day=day_text(term.post_by)))
    rule = _("De regel staat in {law}.").format(law=RULES[term.rule].law)
    other = _("Staat er een andere laatste dag in uw brief? Dan geldt die.")
    yield Small(f"{other} {rule}")


def _call(
    term: CallToday, facts: Facts, organisations: Organisations, today: date, translate: Translate
) -> Iterator[Block]:
    yield Notice(_("Hier gelden andere, vaak kortere regels. Wacht niet. Bel vandaag."), "warning")
    body = organisations.get(term.organisation)
    if body is None:
        yield Paragraph(_("Het telefoonnummer staat in uw brief."))
        return
    number = next((channel.fact for channel in body.channels if channel.way == "phone"), "")
    name = _("Bel {organisation}").format(organisation=body.called.said(translate))
    if said := dutch_fact(facts.get(number), today):
        yield Big(name, said, "phone")
    else:
        yield Paragraph(f"{name}. {_('Het telefoonnummer staat in uw brief.')}")
