"""Which questions a letter asks on the screen, in the language that is spoken."""

from ido_kiosk.base.language import _
from ido_kiosk.letters import service
from ido_kiosk.letters.screen.fields import Asked
from ido_kiosk.letters.service import ADDRESS, DECIDED_ON, DECISION, OBJECTION, REFERENCE, SENDER, Field, Letter
from ido_shared.content.wording import Translate


def sender_questions(letter: Letter) -> list[Asked]:
    """Who writes: the same for each letter."""
    return [_standard(field) for field in service.all_fields(letter) if field.id in SENDER]


def term_questions(letter: Letter, organisation: str, translate: Translate) -> list[Asked]:
    """What a computed term depends on; nothing where the last day stands in the own letter."""
    if letter.deadline != OBJECTION:
        return []
    known = [(name, service.decision_name(name)) for name in service.decisions(organisation)]
    asked = [_own(field, translate) for field in letter.fields if field.id == DECIDED_ON]
    if known:
        help_ = _("Staat uw beslissing er niet bij? Kies dan niets.")
        asked.insert(0, Asked(DECISION, _("Wat voor beslissing is het?"), "choice", help_, known))
    return asked


def letter_questions(letter: Letter, organisation: str, translate: Translate) -> list[Asked]:
    """The reference, where it may be typed, and the letter's own fields."""
    asked_above = {asked.id for asked in term_questions(letter, organisation, translate)}
    fields = [field for field in service.all_fields(letter) if field.id not in (*SENDER, *asked_above)]
    return [
        _standard(field) if field.id == REFERENCE else _own(field, translate)
        for field in fields
        if not service.is_dotted(field, organisation)
    ]


def has_dotted_reference(letter: Letter, organisation: str) -> bool:
    """Whether the letter has a reference that is only ever written by hand."""
    return any(service.is_dotted(field, organisation) for field in service.all_fields(letter))


def address_question() -> Asked:
    """The address in the visitor's own letter."""
    return Asked(
        ADDRESS,
        _("Het adres in uw eigen brief"),
        "lines",
        _("Typ het over: eerst de naam, de postcode en plaats als laatste. Hooguit 4 regels."),
    )


def _standard(field: Field) -> Asked:
    return Asked(field.id, service.standard_labels()[field.id], field.kind)


def _own(field: Field, translate: Translate) -> Asked:
    return Asked(
        field.id,
        field.label.said(translate),
        field.kind,
        field.help.said(translate) if field.help else "",
        [(id_, words.said(translate)) for id_, words in field.choices],
        field.by_hand,
    )
