"""Look for people in a text: numbers, addresses, and words that may be a name."""

import re

from ido_regie.codes import known_codes
from ido_regie.figures.labels import organisation_names

YEAR = r"(?:19|20)\d\d"
NUMBERS = re.compile(rf"(?<![\d.,-])(?!{YEAR}(?![\d-]))\+?\d(?:[\s.-]?\d){{3,}}(?!\d)")
"""Four digits or more, also with dots, dashes or spaces between them; a year is fine."""
POSTCODE = re.compile(r"\b\d{4}\s?[A-Za-z]{2}\b")
ADDRESS = re.compile(r"\S+@\S+")
STREET = re.compile(r"\b[A-Z][\w’'-]*(?:straat|laan|weg|plein|hof|kade|dijk|singel)\s+\d+", re.UNICODE)
TITLE = re.compile(r"\b(?:mevrouw|meneer|mijnheer|dhr|mevr|mw|de heer|familie|fam)\b\.?", re.IGNORECASE)
WORD = re.compile(r"(?<![.!?:]\s)(?<!^)(?<![\w’'-])([A-Z][\w’'-]*[a-z][\w’'-]*)", re.UNICODE)
"""A word with a capital that does not begin a sentence."""
COMMON = frozenset(
    word
    for line in (
        "Nederland Nederlands Nederlandse Engels Engelse Arabisch Turks Pools Oekraïens Europese Europa",
        "DigiD MijnOverheid Berichtenbox Toeslagen Belastingdienst Rijk Rijksoverheid Overheid Gemeente",
        "Bibliotheek Informatiepunt Juridisch Loket Android Windows Google Apple Microsoft Wmo Wlz Awb",
    )
    for word in line.split()
)


def people_in(text: str) -> tuple[list[str], list[str]]:
    """What is surely too much (a number, an address, a title) and what may be a name, each as it stands there."""
    sure = [
        found.group(0).strip() for look in (NUMBERS, POSTCODE, ADDRESS, STREET, TITLE) for found in look.finditer(text)
    ]
    fine = COMMON | _known_words()
    names = [word for word in WORD.findall(text) if word not in fine]
    whole = [found for found in sure if not any(found != other and found in other for other in sure)]
    return list(dict.fromkeys(whole)), list(dict.fromkeys(names))


def _known_words() -> set[str]:
    """Words with a capital in the names of organisations and topics."""
    labels = [*organisation_names().values(), *(topic.label for topic in known_codes().topics.values())]
    return {word.strip(",()") for label in labels for word in label.split()}
