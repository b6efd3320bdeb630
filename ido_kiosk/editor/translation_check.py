"""Compare translations with the Dutch: facts, addresses, numbers, and the signs that keep numbers in order."""

import re
from collections import Counter

from babel.messages.catalog import Catalog, Message

from ido_shared.content.problems import Place, Report
from ido_shared.content.wording import PLACEHOLDER, Wording

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ti-Arab", "ur"})
_ADDRESS = re.compile(r"\b(?:https?://)?(?:[a-z0-9-]+\.)+(?:nl|com|org|eu)\b(?:/\S*)?")
_SAME = (
    ("VERT-811", "feit tussen haakjes", PLACEHOLDER),
    ("VERT-812", "webadres", _ADDRESS),
    ("VERT-813", "getal", re.compile(r"\d+")),
)
_OPENS, _CLOSES = "\u2066\u2067\u2068", "\u2069"
_ISOLATED = re.compile(f"[{_OPENS}][^{_CLOSES}]*{_CLOSES}")
_GROUPS = re.compile(r"\d+(?:[ -]\d+)+")


def is_done(message: Message) -> bool:
    """Whether the kiosk will say this translation: what is marked *fuzzy* is left out of what it reads."""
    return bool(message.id and message.string and not message.fuzzy)


def check_coverage(catalogue: Catalog, wanted: list[Wording], name: str, report: Report) -> None:
    """Note how many texts are absent, and how many are not translated."""
    messages = [catalogue.get(wording.dutch, wording.context) for wording in wanted]
    absent = sum(message is None for message in messages)
    if absent:
        cause = f"{absent} teksten van forms/ staan nog niet in deze vertaling."
        report.add(Place(name), "VERT-802", cause, "Vul haar aan met: ido-forms vertaal", "warning")
    empty = sum(message is not None and not is_done(message) for message in messages)
    if empty:
        cause = f"{empty} teksten zijn nog niet vertaald. De kiosk toont daar Nederlands."
        report.add(
            Place(name),
            "VERT-803",
            cause,
            "Vul de lege vertalingen (msgstr) in. Haal fuzzy weg als het klopt.",
            "warning",
        )


def check_sheets(catalogue: Catalog, sheets: dict[str, list[Wording]], name: str, report: Report) -> None:
    """Note which letters have an explanation sheet that is not whole: the kiosk does not offer it in this language."""
    short = {}
    for letter, texts in sheets.items():
        found = [catalogue.get(text.dutch, text.context) for text in texts]
        short[letter] = sum(message is None or not is_done(message) for message in found)
    if told := [f"{letter} ({left})" for letter, left in short.items() if left]:
        cause = f"Het uitlegblad is in deze taal niet af. Zoveel teksten ontbreken: {', '.join(told)}."
        remedy = "Vertaal ze alle. Tot die tijd is het blad van deze brieven er in deze taal niet."
        report.add(Place(name), "VERT-805", cause, remedy, "warning")


def check_message(message: Message, language: str, place: Place, report: Report) -> None:
    """Note where a translation says another fact, address or number, or would show its numbers in the wrong order."""
    dutch, translated = str(message.id), str(message.string)
    for code, what, pattern in _SAME:
        wanted, found = Counter(pattern.findall(dutch)), Counter(pattern.findall(translated))
        if wanted != found:
            parts = ", ".join([*(wanted - found), *(found - wanted)])
            cause = f"In de vertaling is een {what} anders dan in het Nederlands: {parts}"
            report.add(place, code, cause, f"Neem het precies over. Het Nederlands is: {dutch}")
    if not _is_balanced(translated) or _isolates(dutch) > _isolates(translated):
        remedy = "Bij elk teken U+2066, U+2067 of U+2068 hoort er daarna een U+2069. Zet ze om het hele getal."
        report.add(place, "VERT-814", f"Een onzichtbaar richtingsteken ontbreekt of is over: {dutch}", remedy)
    elif language in RIGHT_TO_LEFT and (number := _GROUPS.search(_ISOLATED.sub("", translated))) is not None:
        remedy = f"Zet U+2066 voor {number[0]} en U+2069 erna. Anders komen de delen in de verkeerde volgorde."
        cause = f"Dit getal uit delen staat los in een tekst van rechts naar links: {number[0]}"
        report.add(place, "VERT-815", cause, remedy, "warning")


def _isolates(text: str) -> int:
    return sum(text.count(sign) for sign in _OPENS)


def _is_balanced(text: str) -> bool:
    """Whether every isolate that opens is closed after it, and nothing else."""
    depth = 0
    for sign in text:
        depth += (sign in _OPENS) - (sign == _CLOSES)
        if depth < 0:
            return False
    return depth == 0
