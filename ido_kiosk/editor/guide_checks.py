"""What an editor should know about guides that the kiosk can nevertheless use: trust, ends, the short sheet."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ido_kiosk.editor.readability import sentences, words_of
from ido_kiosk.editor.shelf import Shelf, guide_file, place_of, rows, text_place, texts_with_field
from ido_kiosk.guides.content.guide import FOLDER, Guide, Item, Library
from ido_kiosk.letters.content.letter import FOLDER as LETTERS
from ido_shared.content.facts import FACTS_FILE, Fact
from ido_shared.content.nodes import Table, Text
from ido_shared.content.organisations import WAYS, Organisation, Way
from ido_shared.content.problems import Place, Report
from ido_shared.content.wording import PLACEHOLDER, Wording

SHORT_SHEET_WORDS = 60
TO_DO = "TODO"
"""What ``ido-forms new`` leaves behind where an editor has to write."""

_ALMOST_YAML = re.compile(r"(?:\.ya?ml)?\.(?:ya?ml|txt)$", re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"(?:https://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?")
_NUMBERS = ("burgerservicenummer", "bsn")
_TYPES = re.compile(
    r"\b(?:typ|vul|toets|voer)\b(?!.*\b(?:niet|nooit|nergens)\b).*\b(wachtwoord|(?!post)\w*code|burgerservicenummer|bsn)\b"
)
_NAME_OF = {way: name for name, way in WAYS.items()}
_NAMES_A_FACT = ("feit", "open", "website")
_ADDRESSES = "adressen"
"""The field of a letter with a fact for each organisation."""


def check_guides(library: Library, shelf: Shelf, report: Report) -> None:
    """Note what is not right in each guide."""
    for guide in library.guides.values():
        _check_status(guide, library, shelf, report)
        _check_start(guide, shelf, report)
        _check_addresses(guide, library, shelf, report)
        _check_ends(guide, shelf, report)
        _check_ways(guide, library, shelf, report)
        _check_typing(guide, shelf, report)
        _check_short_sheet(guide, shelf, report)


def facts_of(guide: Guide, library: Library) -> list[Fact]:
    """Every fact that a guide shows, each once: in its texts, its web addresses and its contacts."""
    items = [item for step in guide.steps.values() for item in step.actions]
    items += [item for outcome in guide.outcomes.values() for item in outcome.texts]
    names = [name for item in items for name in item.facts()]
    names += [step.address for step in guide.steps.values()]
    for organisation, ways in _contacts(guide, library):
        for channel in organisation.channels:
            names += [channel.fact, channel.hours] if channel.way in ways else []
    return [library.facts[name] for name in dict.fromkeys(names) if name in library.facts]


def _contacts(guide: Guide, library: Library) -> Iterator[tuple[Organisation, Iterable[Way]]]:
    """The organisations that a guide turns to, with the ways it names."""
    asked = [(guide.organisation, guide.ways)]
    asked += [(end.organisation or guide.organisation, (end.way,)) for end in guide.outcomes.values() if end.way]
    for code, ways in asked:
        if code in library.organisations:
            yield library.organisations[code], ways


def _check_status(guide: Guide, library: Library, shelf: Shelf, report: Report) -> None:
    unsure = [fact.id for fact in facts_of(guide, library) if fact.confidence != "A"]
    if guide.status == "klaar" and unsure:
        cause = f"Deze gids is klaar, maar rust op feiten die niemand bij de organisatie nakeek: {', '.join(unsure)}."
        place = place_of(shelf, guide_file(guide.id), "status")
        report.add(place, "GIDS-222", cause, "Schrijf: status: nakijken. Of kijk de feiten na, en maak ze A.")


def _check_start(guide: Guide, shelf: Shelf, report: Report) -> None:
    if not guide.needed and guide.audience == "bezoeker":
        place = place_of(shelf, guide_file(guide.id), "begin")
        cause = "Deze gids zegt niet wat de bezoeker bij zich moet hebben."
        report.add(place, "GIDS-223", cause, "Schrijf het bij nodig: een punt per regel.", "warning")


def _check_addresses(guide: Guide, library: Library, shelf: Shelf, report: Report) -> None:
    for step in guide.steps.values():
        fact = library.facts.get(step.address)
        if fact is not None and not _WEB_ADDRESS.fullmatch(fact.value):
            cause = f"Bij stap {step.id} staat als website: {fact.id}. Dat is geen webadres: {fact.value}"
            place = place_of(shelf, guide_file(guide.id), "stappen", step.id, "website")
            report.add(place, "GIDS-224", cause, "Kies een feit met als waarde een webadres, zoals digid.nl.")


def _check_ends(guide: Guide, shelf: Shelf, report: Report) -> None:
    for end in guide.outcomes.values():
        if end.sort == "anders" and end.has_contact and not (end.further or end.way or guide.ways):
            cause = f"Bij uitkomst {end.id} loopt de weg dood: er is niemand om verder te vragen."
            remedy = "Zet er een kanaal bij, of een gids bij verder. Staat alles in de tekst? Schrijf: kanaal: geen."
            place = place_of(shelf, guide_file(guide.id), "uitkomsten", end.id)
            report.add(place, "GIDS-225", cause, remedy, "warning")


def _check_ways(guide: Guide, library: Library, shelf: Shelf, report: Report) -> None:
    """A way that the organisation does not have would show nothing."""
    asked = [(guide.organisation, guide.ways, ("kanalen",))] + [
        (end.organisation or guide.organisation, (end.way,), ("uitkomsten", end.id, "kanaal"))
        for end in guide.outcomes.values()
        if end.way is not None
    ]
    for code, ways, path in asked:
        organisation = library.organisations.get(code)
        there = [] if organisation is None else [channel.way for channel in organisation.channels]
        for way in ways if organisation is not None else ():
            if there and way not in there:  # a group of organisations, such as XPU, has none
                names = [name for name, known in WAYS.items() if known in there]
                cause = f"De organisatie {code} heeft dit kanaal niet: {_NAME_OF[way]}."
                remedy = f"Wat er wel is: {', '.join(names) or 'niets'}. Of zet het erbij, in organisaties.yaml."
                report.add(place_of(shelf, guide_file(guide.id), *path), "GIDS-227", cause, remedy)


def _check_typing(guide: Guide, shelf: Shelf, report: Report) -> None:
    """The visitor types secrets; the volunteer hears so at that moment."""
    for step in guide.steps.values() if guide.audience == "bezoeker" else ():
        for item in step.actions:
            if found := next(filter(None, map(_secret, sentences(item.text.dutch))), ""):
                place = text_place(shelf, item.text.dutch, guide_file(guide.id), "stappen", step.id, "doen")
                _check_typed(item, found, place, report)


def _check_typed(item: Item, secret: str, place: Place, report: Report) -> None:
    if not item.typed_by_visitor:
        cause = f"Hier typt iemand een {secret}: {item.text.dutch}"
        remedy = "Alleen de bezoeker typt dat. Zet erbij: zelf_typen: ja"
        report.add(place, "GIDS-228", cause, remedy, "warning")
    if secret in _NUMBERS and item.prompt != "bsn":
        cause = f"Hier typt iemand een {secret}: {item.text.dutch}"
        report.add(place, "GIDS-229", cause, "De vrijwilliger schrijft dat niet op. Zet erbij: let_op: bsn", "warning")


def _secret(sentence: str) -> str:
    """The secret that a sentence asks to type; empty when it asks for none."""
    found = _TYPES.search(sentence.lower())
    return found[1] if found else ""


def _check_short_sheet(guide: Guide, shelf: Shelf, report: Report) -> None:
    pages = [("stappen", step.id, step.title or step.question, step.actions) for step in guide.steps.values()]
    pages += [("uitkomsten", end.id, end.title, end.texts) for end in guide.outcomes.values()]
    for part, id_, title, items in pages:
        if (words := short_sheet_words(title, items)) > SHORT_SHEET_WORDS:
            cause = f"Op het kort blad van {id_} staan {words} woorden. Er passen er {SHORT_SHEET_WORDS}."
            remedy = "Maak de teksten korter. Of zet bij wat weg mag: op_blad: nee."
            report.add(place_of(shelf, guide_file(guide.id), part, id_), "KORT-901", cause, remedy, "warning")


def short_sheet_words(title: Wording | None, items: Iterable[Item]) -> int:
    """How many words a page puts on the short sheet: its title and what is not left off; a fact counts as one word."""
    texts = [item.text.dutch for item in items if item.on_short_sheet] + ([title.dutch] if title else [])
    return sum(len(words_of(PLACEHOLDER.sub("1", text))) for text in texts)


def facts_named(table: Table) -> set[str]:
    """The facts that a file names, in texts, channels or steps."""
    named = {value.value for _code, value in rows(table, _ADDRESSES) if isinstance(value, Text)}
    for field, text in texts_with_field(table):
        named |= {text.value} if field in _NAMES_A_FACT else set(PLACEHOLDER.findall(text.value))
    return named


def unused_facts(library: Library, shelf: Shelf) -> list[Fact]:
    """The facts that no text, channel or step names."""
    used = {fact for name, table in shelf.items() if name != FACTS_FILE for fact in facts_named(table)}
    return [fact for fact in library.facts.values() if fact.id not in used]


def check_facts_used(library: Library, shelf: Shelf, report: Report) -> None:
    """Note the facts that could go."""
    for fact in unused_facts(library, shelf):
        cause = f"Niets gebruikt dit feit: {fact.id}."
        remedy = "Schrijf het in een gids als {" + fact.id + "}. Of haal het weg uit feiten.yaml."
        report.add(place_of(shelf, FACTS_FILE, "feiten", fact.id), "FEIT-405", cause, remedy, "warning")


def check_file_names(forms: Path, report: Report) -> None:
    """Note the files that look like a guide or a letter and are not read."""
    for path in sorted([*(forms / FOLDER).glob("*"), *(forms / LETTERS).glob("*")]):
        if _ALMOST_YAML.search(path.name) and not path.name.endswith(".yaml"):
            cause = "Dit bestand doet niet mee: de naam eindigt niet op .yaml."
            remedy = f"Geef het een naam zoals {_ALMOST_YAML.sub('', path.name).lower()}.yaml"
            report.add(Place(f"{path.parent.name}/{path.name}"), "LEES-115", cause, remedy, "warning")


def check_to_do(forms: Path, names: Iterable[str], code: str, report: Report) -> None:
    """Note, under a code, every mark that ``ido-forms new`` left behind and nobody replaced."""
    for name in names:
        for number, line in enumerate((forms / name).read_text(encoding="utf-8-sig").splitlines(), start=1):
            if (column := line.find(TO_DO)) >= 0 and not line.lstrip().startswith("#"):
                remedy = "Schrijf daar uw eigen tekst, en haal TODO weg."
                report.add(Place(name, number, column + 1), code, f"Nog te doen: {line.strip()}", remedy)
