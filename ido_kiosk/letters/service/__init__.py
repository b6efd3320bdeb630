"""What letters can do, the feature's only door: load, check what was filled in, make ready for paper, explain."""

from typing import TYPE_CHECKING

from ido_kiosk.base.door import opened_when_asked

if TYPE_CHECKING:
    from ido_kiosk.letters.content.envelope import MOST_OFFSET, Envelope
    from ido_kiosk.letters.content.letter import (
        DECIDED_ON,
        DECISION,
        OBJECTION,
        OWN,
        REFERENCE,
        SENDER,
        Field,
        FieldKind,
        Letter,
        Limit,
    )
    from ido_kiosk.letters.content.loading import load_envelopes, load_letters
    from ido_kiosk.letters.service.answers import ADDRESS, WHOLE, all_fields, is_dotted, problems
    from ido_kiosk.letters.service.deadlines import CallToday, Deadline, deadline, decision_name, decisions
    from ido_kiosk.letters.service.draft import SENDER_HINTS, Dots, Draft, Ready
    from ido_kiosk.letters.service.explaining import deadline_blocks, explanation, term_blocks, term_of
    from ido_kiosk.letters.service.labels import standard_labels
    from ido_kiosk.letters.service.making import Facts, Organisations, address, address_remark, ready
    from ido_kiosk.letters.service.referring import LIMITS, is_above, referral
    from ido_kiosk.letters.service.sheet_content import sheet_languages, sheet_texts

__getattr__ = opened_when_asked(
    __name__,
    {
        "..content.envelope": "MOST_OFFSET Envelope",
        "..content.letter": "DECIDED_ON DECISION OBJECTION OWN REFERENCE SENDER Field FieldKind Letter Limit",
        "..content.loading": "load_envelopes load_letters",
        ".answers": "ADDRESS WHOLE all_fields is_dotted problems",
        ".deadlines": "CallToday Deadline deadline decision_name decisions",
        ".draft": "SENDER_HINTS Dots Draft Ready",
        ".explaining": "deadline_blocks explanation term_blocks term_of",
        ".labels": "standard_labels",
        ".making": "Facts Organisations address address_remark ready",
        ".referring": "LIMITS is_above referral",
        ".sheet_content": "sheet_languages sheet_texts",
    },
)

__all__ = [
    "ADDRESS",
    "DECIDED_ON",
    "DECISION",
    "LIMITS",
    "MOST_OFFSET",
    "OBJECTION",
    "OWN",
    "REFERENCE",
    "SENDER",
    "SENDER_HINTS",
    "WHOLE",
    "CallToday",
    "Deadline",
    "Dots",
    "Draft",
    "Envelope",
    "Facts",
    "Field",
    "FieldKind",
    "Letter",
    "Limit",
    "Organisations",
    "Ready",
    "address",
    "address_remark",
    "all_fields",
    "deadline",
    "deadline_blocks",
    "decision_name",
    "decisions",
    "explanation",
    "is_above",
    "is_dotted",
    "load_envelopes",
    "load_letters",
    "problems",
    "ready",
    "referral",
    "sheet_languages",
    "sheet_texts",
    "standard_labels",
    "term_blocks",
    "term_of",
]
