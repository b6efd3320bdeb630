"""What letters can do, the feature's only door: load, check what was filled in, make ready for paper, explain."""

from ido_kiosk.letters.content.letter import Field, Letter
from ido_kiosk.letters.content.loading import load_letters
from ido_kiosk.letters.service.answers import all_fields, is_dotted, problems, standard_labels
from ido_kiosk.letters.service.deadlines import CallToday, Deadline, deadline, decision_name, decisions
from ido_kiosk.letters.service.draft import SENDER_HINTS, Dots, Draft, Ready
from ido_kiosk.letters.service.explaining import deadline_blocks, explanation, term_of
from ido_kiosk.letters.service.making import ready

__all__ = [
    "SENDER_HINTS",
    "CallToday",
    "Deadline",
    "Dots",
    "Draft",
    "Field",
    "Letter",
    "Ready",
    "all_fields",
    "deadline",
    "deadline_blocks",
    "decision_name",
    "decisions",
    "explanation",
    "is_dotted",
    "load_letters",
    "problems",
    "ready",
    "standard_labels",
    "term_of",
]
