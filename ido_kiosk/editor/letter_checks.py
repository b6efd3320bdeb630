"""What an editor should know about letters that the kiosk can nevertheless use: trust, addresses, age."""

from collections.abc import Iterator
from datetime import date

from ido_kiosk.editor.shelf import Shelf, guide_file, letter_file, place_of
from ido_kiosk.guides.content.guide import Library
from ido_kiosk.letters.content.letter import ANY, Letter
from ido_shared.content.facts import Fact
from ido_shared.content.problems import Report
from ido_shared.content.wording import PLACEHOLDER


def check_letters(letters: dict[str, Letter], library: Library, shelf: Shelf, today: date, report: Report) -> None:
    """Note what is not right in each letter."""
    for letter in letters.values():
        _check_name(letter, library, shelf, report)
        _check_status(letter, library, shelf, report)
        _check_addresses(letter, library, shelf, report)
        if today >= letter.check_before:
            cause = f"Deze brief moest voor {letter.check_before} weer nagekeken zijn."
            remedy = "Vergelijk elk feit en elke alinea met de bron. Zet dan nieuwe datums bij controle."
            place = place_of(shelf, letter_file(letter.id), "controle")
            report.add(place, "BRIEF-226", cause, remedy, "warning")
    _check_guides(letters, library, shelf, report)


def _check_name(letter: Letter, library: Library, shelf: Shelf, report: Report) -> None:
    """Note a letter that is named as a guide is: `ido-forms pdf ID` could not tell which is meant."""
    if letter.id in library.guides:
        cause = f"Er is ook een gids die {letter.id} heet. Dan is niet te zeggen welke van de twee u bedoelt."
        remedy = "Geef de brief een andere id, en het bestand dezelfde naam. Een gids houdt zijn id."
        report.add(place_of(shelf, letter_file(letter.id), "id"), "BRIEF-229", cause, remedy)


def _check_guides(letters: dict[str, Letter], library: Library, shelf: Shelf, report: Report) -> None:
    """Note which guides say that something can go by post while no letter is for them."""
    led_to = {guide for letter in letters.values() for guide in letter.guides}
    for guide in library.guides.values():
        ways = {*guide.ways, *(outcome.way for outcome in guide.outcomes.values())}
        if letters and "post" in ways and guide.id not in led_to:
            cause = f"De gids {guide.id} noemt de post als weg, maar er is geen brief bij."
            remedy = f"Schrijf in de brief die erbij hoort: gidsen: [{guide.id}]"
            report.add(place_of(shelf, guide_file(guide.id), "kanalen"), "BRIEF-228", cause, remedy, "warning")


def facts_of(letter: Letter, library: Library) -> list[Fact]:
    """Every fact that a letter or its explanation shows, each once."""
    texts = [letter.subject, *(one.text for one in letter.paragraphs), *(advice.text.dutch for advice in letter.next)]
    names = [name for text in texts for name in PLACEHOLDER.findall(text)]
    names += [name for code in letter.organisations for name in _addresses(letter, code, library)]
    return [library.facts[name] for name in dict.fromkeys(names) if name in library.facts]


def _addresses(letter: Letter, code: str, library: Library) -> Iterator[str]:
    """The facts with the post address: the letter's own, or else that of the organisation."""
    if code in letter.addresses:
        yield letter.addresses[code]
    elif code in library.organisations:
        channels = library.organisations[code].channels
        yield from (channel.fact for channel in channels if channel.way == "post" and channel.fact)


def _check_status(letter: Letter, library: Library, shelf: Shelf, report: Report) -> None:
    unsure = [fact.id for fact in facts_of(letter, library) if fact.confidence != "A"]
    if letter.status == "klaar" and unsure:
        cause = f"Deze brief is klaar, maar rust op feiten die niemand bij de organisatie nakeek: {', '.join(unsure)}."
        remedy = "Schrijf: status: nakijken. Of kijk de feiten na, en maak ze A."
        report.add(place_of(shelf, letter_file(letter.id), "status"), "BRIEF-227", cause, remedy)


def _check_addresses(letter: Letter, library: Library, shelf: Shelf, report: Report) -> None:
    """Note for whom the file says nothing about an address, not even that it stands in the visitor's letter."""
    bodies = {code: library.organisations[code] for code in letter.organisations if code in library.organisations}
    unknown = [
        code
        for code, body in bodies.items()
        if code not in (*ANY, *letter.addresses) and all(channel.way != "post" for channel in body.channels)
    ]
    if unknown:
        cause = f"Van {', '.join(unknown)} weten we geen postadres. De bezoeker schrijft het over uit de eigen brief."
        remedy = "Voeg in organisaties.yaml een kanaal toe: {soort: post, tekst: …}. Of kies een feit bij adressen."
        place = place_of(shelf, letter_file(letter.id), "organisaties")
        report.add(place, "BRIEF-225", cause, remedy, "warning")
