"""Which facts are most worth looking up: nobody checked them with the organisation, and many visitors meet them."""

from collections import Counter

from ido_kiosk.editor.guide_checks import facts_named
from ido_kiosk.editor.shelf import Shelf, texts_with_field
from ido_kiosk.finding.content.situations import URGENT_FILE
from ido_kiosk.guides.content.guide import Library
from ido_shared.content.facts import FACTS_FILE, Fact

_MOST = 30
_ORGANISATIONS = "organisaties.yaml"
_URGENT = 100
"""What counts most: who is in need calls the number at once."""


def worth_checking(library: Library, shelf: Shelf) -> list[str]:
    """Thirty facts, those of *Spoed* and of most guides and letters first, each with where to look."""
    uses = _uses(library, shelf)
    facts = [fact for fact in library.facts.values() if fact.confidence != "A"]
    facts.sort(key=lambda fact: (-uses[fact.id], fact.checked_on, fact.id))
    return [_line(library, fact, uses[fact.id]) for fact in facts[:_MOST]]


def _uses(library: Library, shelf: Shelf) -> Counter[str]:
    """In how many files each fact is met, by itself or as the way to the organisation of a guide."""
    of_organisation = {
        code: [fact for channel in body.channels for fact in (channel.fact, channel.hours) if fact]
        for code, body in library.organisations.items()
    }
    uses: Counter[str] = Counter()
    for name, table in shelf.items():
        if name not in (FACTS_FILE, _ORGANISATIONS):
            uses.update(dict.fromkeys(facts_named(table), _URGENT if name == URGENT_FILE else 1))
    for guide in library.guides.values():
        uses.update(of_organisation.get(guide.organisation, []))
    for field, code in texts_with_field(shelf[URGENT_FILE]) if URGENT_FILE in shelf else ():
        if field == "organisatie":
            uses.update(dict.fromkeys(of_organisation.get(code.value, []), _URGENT))
    return uses


def _line(library: Library, fact: Fact, uses: int) -> str:
    source = library.sources[fact.source]
    met = ", ".join(
        ["Spoed"] * (uses >= _URGENT) + [f"{uses % _URGENT} keer in gidsen en brieven"] * bool(uses % _URGENT)
    )
    about = f"{fact.id} ({fact.confidence}, {fact.checked_on}; {met}): {fact.what.dutch}"
    return f"{about}. Waar: {source.name}, {source.url}"
