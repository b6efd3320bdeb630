"""Check a letter as a whole: the law where it holds, terms, fields that are used, a complete explanation."""

import re
from collections import Counter
from collections.abc import Iterator

from ido_kiosk.letters.content.addresses import is_address
from ido_kiosk.letters.content.letter import (
    COMPUTED_FOR,
    DECIDED_ON,
    NO_TERM,
    OBJECTION,
    OWN,
    OWN_LETTER,
    Letter,
    Paragraph,
)
from ido_kiosk.letters.content.texts import Known, names_in
from ido_shared.content.nodes import Items, Node, Table
from ido_shared.content.problems import Place, Report

_AWB = re.compile(r"\bAwb\b|Algemene wet bestuursrecht|\bWmebv\b|bestuursorga|elektronisch bestuurlijk", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:artikel(?:en)?|art\.)\s+(\d+:\d+)")
_UNSURE = ("2:7", "2:9", "2:10", "2:11", "2:13", "2:14", "2:15", "2:17", "2:25")
"""Articles of the Awb whose number nobody has checked since the law changed: they are not printed."""
_PAPER_RIGHTS = ("2:1", "2:8")
"""What help with paper rests on."""
_NOT_UNCONDITIONAL = ("BD", "TOE", "CJIB")
"""Tax (article 3a AWR) and criminal matters: there paper is no unconditional right."""
_LEAST_NEXT = 3


def check_letter(letter: Letter, table: Table, known: Known, report: Report) -> None:
    """Note what is wrong with a letter as a whole; ``table`` says where its parts stand."""
    _check_paragraphs(letter, table, report)
    for paragraph, place in zip(letter.paragraphs, _places(table, "alineas"), strict=False):
        _check_law(paragraph, letter, known, place, report)
    _check_used(letter, table, report)
    _check_term(letter, table, report)
    _check_own_channels(letter, table, known, report)
    if len(letter.next) < _LEAST_NEXT:
        cause = f"Bij daarna staan {len(letter.next)} punten. Dan is het uitlegblad niet af."
        remedy = "Schrijf ten minste: zet uw handtekening, maak een kopie, en wat er daarna gebeurt."
        report.add(_place(table, "daarna"), "BRIEF-223", cause, remedy)


def _node(table: Table, name: str) -> tuple[Place, Node | None]:
    found = next(((key.place, value) for key, value in table.rows if key.value == name), None)
    return (table.place, None) if found is None else found


def _place(table: Table, name: str) -> Place:
    return _node(table, name)[0]


def _places(table: Table, name: str) -> Iterator[Place]:
    """Where the tables in a list stand."""
    _above, node = _node(table, name)
    yield from (item.place for item in node.items if isinstance(item, Table)) if isinstance(node, Items) else ()


def _check_paragraphs(letter: Letter, table: Table, report: Report) -> None:
    if not letter.paragraphs:
        remedy = "Schrijf bij alineas: - {id: vraag, tekst: …, uitleg: …}"
        report.add(_place(table, "alineas"), "BRIEF-222", "In deze brief staat geen tekst.", remedy)
    for id_, times in Counter(paragraph.id for paragraph in letter.paragraphs).items():
        if times > 1:
            cause = f"Er zijn {times} alineas met de id {id_}."
            report.add(_place(table, "alineas"), "BRIEF-222", cause, "Geef elke alinea een eigen id.")


def _check_law(paragraph: Paragraph, letter: Letter, known: Known, place: Place, report: Report) -> None:
    private = [code for code in letter.organisations if _is_private(code, known)]
    if _AWB.search(paragraph.text) and private and not paragraph.public_only:
        cause = f"Alinea {paragraph.id} noemt de wet voor de overheid, maar de brief kan ook naar {', '.join(private)}."
        report.add(place, "BRIEF-207", cause, "Schrijf bij deze alinea: alleen: overheid")
    articles = _ARTICLE.findall(paragraph.text)
    if unsure := [number for number in articles if number in _UNSURE]:
        cause = f"Dit artikelnummer is niet zeker: {', '.join(unsure)}"
        report.add(place, "BRIEF-208", cause, "Noem de wet zonder nummer, of kijk het na op wetten.overheid.nl.")
    taxed = [code for code in letter.organisations if code in _NOT_UNCONDITIONAL and code not in paragraph.not_for]
    if taxed and (rights := [number for number in articles if number in _PAPER_RIGHTS]):
        cause = f"Artikel {', '.join(rights)} geldt niet zonder meer bij {', '.join(taxed)}."
        report.add(place, "BRIEF-209", cause, f"Schrijf bij deze alinea: niet_bij: [{', '.join(taxed)}]")


def _is_private(code: str, known: Known) -> bool:
    return code == OWN or (code in known.organisations and known.organisations[code].kind != "overheid")


def _check_used(letter: Letter, table: Table, report: Report) -> None:
    used = names_in([letter.subject, *(paragraph.text for paragraph in letter.paragraphs)])
    _above, questions = _node(table, "velden")
    places = {key.value: key.place for key, _value in questions.rows} if isinstance(questions, Table) else {}
    for field in letter.fields:
        if field.id not in used and field.id in places:
            remedy = f"Schrijf in een alinea: {{{field.id}}}. Of haal het veld weg."
            report.add(places[field.id], "BRIEF-214", f"Het veld {field.id} komt niet in de brief.", remedy)


def _check_term(letter: Letter, table: Table, report: Report) -> None:
    if letter.deadline in (NO_TERM, OWN_LETTER):
        return
    place = _place(table, "termijn")
    if not any(field.id == DECIDED_ON and field.kind == "date" for field in letter.fields):
        remedy = f"Voeg bij velden toe: {DECIDED_ON}: {{label: Datum van het besluit, soort: datum}}"
        report.add(place, "BRIEF-215", "Voor deze termijn is de dag van het besluit nodig.", remedy)
    if never := [code for code in letter.organisations if code not in COMPUTED_FOR]:
        cause = f"Bij {', '.join(never)} rekenen we nooit een termijn uit."
        remedy = (
            f"Schrijf: termijn: {OWN_LETTER}. Of haal die organisatie uit deze brief. Regel {OBJECTION} geldt niet."
        )
        report.add(place, "BRIEF-216", cause, remedy)


def _check_own_channels(letter: Letter, table: Table, known: Known, report: Report) -> None:
    """A channel for post must hold an address that fits in a window; without one the visitor copies the address."""
    for code in letter.organisations:
        if code == OWN or code in letter.addresses or code not in known.organisations:
            continue
        channels = [channel for channel in known.organisations[code].channels if channel.way == "post"]
        facts = [known.facts[channel.fact] for channel in channels if channel.fact in known.facts]
        if facts and not is_address(facts[0]):
            cause = f"Het postadres van {code} past niet in het venster: {facts[0].value}"
            remedy = f"Schrijf een korter adres bij {facts[0].id}. Of kies er een bij adressen."
            report.add(_place(table, "organisaties"), "BRIEF-206", cause, remedy)
