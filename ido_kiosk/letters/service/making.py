"""From what was filled in to the letter on paper: which paragraphs, the answers in them, and where it goes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ido_kiosk.base import language
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _, day_text
from ido_kiosk.letters.content.addresses import address_lines, town_line
from ido_kiosk.letters.content.letter import ANY, REFERENCE, Field, FieldKind, Letter, Paragraph
from ido_kiosk.letters.service.answers import all_fields, copied_address, paper_values
from ido_kiosk.letters.service.draft import Dots, Draft, Ready
from ido_shared.content.facts import Fact
from ido_shared.content.organisations import Organisation
from ido_shared.content.wording import PLACEHOLDER, Translate

Facts = Mapping[str, Fact]
Organisations = Mapping[str, Organisation]

_ONE_OF_MANY = "uw "
"""Such as in *uw gemeente*: there are many, each with a name of its own."""
_GAPS: dict[FieldKind, int] = {"date": 60, "postcode": 26, "amount": 36, "reference": 60, "phone": 52, "place": 60}
_GAP = 90
"""Dots, each 0.85 mm wide: whoever writes large needs 50 mm for a date."""
_FACT_GAP = 12
_LINES_BY_HAND = 5
_WHOLE = re.compile(r"\{[a-z][a-z0-9_]*\}[.!?]?")
_SALUTATION, _CLOSING = "Geachte heer, mevrouw,", "Met vriendelijke groet,"


def ready(
    letter: Letter, draft: Draft, facts: Facts, organisations: Organisations, today: date, translate: Translate
) -> Ready:
    """The letter as it goes on paper; what was not filled in, or may not be printed, becomes dotted lines."""
    values = paper_values(letter, draft)
    chosen = chosen_paragraphs(letter, draft, organisations)
    text = _Text(letter, values, facts, today)
    return Ready(
        sender=_sender(values),
        address=address(letter, draft, facts, organisations, today),
        address_remark=address_remark(letter, draft, facts, organisations, today, translate),
        place_and_day=f"{values['plaats'] or gap('place')}, {_dutch_day(today)}",
        reference=values[REFERENCE] if letter.has_reference else None,
        asks_bsn=letter.asks_bsn,
        subject=text.line(letter.subject),
        salutation=_SALUTATION,
        paragraphs=tuple(part for paragraph in chosen for part in text.parts(paragraph.text)),
        closing=_CLOSING,
        signature=values["naam"],
        enclosures=tuple(enclosure.dutch for enclosure in letter.enclosures),
    )


def gap(kind: FieldKind) -> str:
    """Room in a line to write an answer of this kind by hand."""
    return "." * _GAPS.get(kind, _GAP)


def _dutch_day(day: date) -> str:
    with language.speaking(language.SOURCE):
        return day_text(day)


def _sender(values: Mapping[str, str]) -> tuple[str, ...]:
    town, postcode = values["plaats"], values["postcode"]
    last = f"{postcode or gap('postcode')}  {town or gap('place')}" if town or postcode else ""
    return values["naam"], values["straat"], last, values["telefoon"]


def chosen_paragraphs(letter: Letter, draft: Draft, organisations: Organisations) -> list[Paragraph]:
    """The paragraphs that hold for this organisation, without those whose field is empty and not left for the pen."""
    values = paper_values(letter, draft)
    by_hand = {field.id for field in letter.fields if field.by_hand}
    is_public = _is_public(draft.organisation, organisations)
    return [
        paragraph
        for paragraph in letter.paragraphs
        if (is_public or not paragraph.public_only)
        and draft.organisation not in paragraph.not_for
        and (not paragraph.needs or values.get(paragraph.needs) or paragraph.needs in by_hand)
    ]


def _is_public(code: str, organisations: Organisations) -> bool:
    return code in organisations and organisations[code].kind == "overheid"


class _Text:
    """Puts answers and facts in the Dutch of a letter."""

    def __init__(self, letter: Letter, values: Mapping[str, str], facts: Facts, today: date) -> None:
        self._fields = {field.id: field for field in all_fields(letter)}
        self._values, self._facts, self._today = values, facts, today

    def line(self, text: str) -> str:
        """A text with every answer in it, or a gap."""
        return PLACEHOLDER.sub(lambda found: self._said(found[1]), text)

    def parts(self, text: str) -> Iterator[str | Dots]:
        """A text around the answers that are written by hand on lines of their own."""
        pieces = re.split(f"({_WHOLE.pattern})", text)
        running = ""
        for piece in pieces:
            if (dots := self._dots(piece, running)) is None:
                running += piece
                continue
            yield from self._running(running)
            yield Dots("" if running.strip() else dots.label, dots.lines)
            running = ""
        yield from self._running(running)

    def _running(self, text: str) -> Iterator[str]:
        if text.strip():
            yield self.line(text.strip())

    def _dots(self, piece: str, before: str) -> Dots | None:
        """Lines to write on: for a long answer, and a whole one for a short answer between a colon and a full stop."""
        if (found := PLACEHOLDER.match(piece)) is None:
            return None
        field = self._fields.get(found[1])
        if field is None or self._values[field.id]:
            return None
        if field.kind == "lines":
            return Dots(field.label.dutch, _LINES_BY_HAND)
        is_whole = before.rstrip().endswith(":") and piece != found[0]
        return Dots(field.label.dutch, 1) if field.kind == "line" and is_whole else None

    def _said(self, name: str) -> str:
        field = self._fields.get(name)
        if field is None:
            return dutch_fact(self._facts.get(name), self._today) or "." * _FACT_GAP
        return self._values[name] or _empty(field)


def _empty(field: Field) -> str:
    """Room for the pen; of a choice what can be chosen."""
    if field.kind != "choice":
        return gap(field.kind)
    return f"{' / '.join(wording.dutch for _id, wording in field.choices)} (streep door wat niet klopt)"


def dutch_fact(fact: Fact | None, today: date) -> str:
    """A fact in Dutch; empty when it may not be shown today."""
    if fact is None or fact.state(today) not in ("checked", "unchecked"):
        return ""
    return fact.said(lambda _context, dutch: dutch)


def address_fact(letter: Letter, code: str, facts: Facts, organisations: Organisations, today: date) -> Fact | None:
    """The fact with the post address for this letter, when it may be shown today."""
    fact = facts.get(post_fact(letter, code, organisations))
    return fact if dutch_fact(fact, today) else None


def post_fact(letter: Letter, code: str, organisations: Organisations) -> str:
    """The name of the fact with the post address for this letter; empty, or no name of a fact, when there is none."""
    return letter.addresses.get(code) or next(_post_facts(code, organisations), "")


def _post_facts(code: str, organisations: Organisations) -> Iterator[str]:
    channels = organisations[code].channels if code in organisations else ()
    yield from (channel.fact for channel in channels if channel.way == "post" and channel.fact)


def address(letter: Letter, draft: Draft, facts: Facts, organisations: Organisations, today: date) -> tuple[str, ...]:
    """The lines for the window: those copied from the own letter, else ours, else dotted lines below the name."""
    if lines := _copied(draft):
        return (*lines[:-1], town_line(lines[-1]))
    if (fact := address_fact(letter, draft.organisation, facts, organisations, today)) is not None:
        return address_lines(fact.value)
    body = organisations.get(draft.organisation)
    return (body.label.dutch if body is not None and _has_one_name(body) else "", "", "")


def _has_one_name(body: Organisation) -> bool:
    """Whether the label is a name to write to; *Gemeente* or *Andere overheid* stands for many."""
    return body.code not in ANY and not body.called.dutch.startswith(_ONE_OF_MANY)


def _copied(draft: Draft) -> tuple[str, ...]:
    try:
        return copied_address(draft)
    except DeskError:
        return ()


def address_remark(
    letter: Letter, draft: Draft, facts: Facts, organisations: Organisations, today: date, translate: Translate
) -> str:
    """Where the address is from, and what is better."""
    if _copied(draft):
        return _("U hebt dit adres overgenomen uit uw eigen brief.")
    fact = address_fact(letter, draft.organisation, facts, organisations, today)
    if fact is None:
        return _("Neem het adres over uit uw eigen brief. Schrijf het op de stippellijnen.")
    said = _("Dit is het {what}, nagekeken op {day}.")
    if fact.state(today) == "unchecked":
        said = _("Dit is het {what}, gevonden op {day}. We hebben het niet bij de organisatie zelf nagekeken.")
    better = _("Staat er een ander adres in uw eigen brief? Gebruik dan dat.")
    return f"{said.format(what=fact.what.said(translate), day=day_text(fact.checked_on))} {better}"


def names_used(paragraphs: Iterable[Paragraph], letter: Letter) -> set[str]:
    """The fields and facts that the subject and these paragraphs name."""
    return {name for text in (letter.subject, *(one.text for one in paragraphs)) for name in PLACEHOLDER.findall(text)}
