"""The long sheet of a guide that gathers a list: what each passed step left for later, and nothing of the others."""

from datetime import date

import pypdfium2

from ido_kiosk.base.blocks import Block, Bullets, Heading, Notice
from ido_kiosk.guides import printout
from ido_kiosk.guides.service import Library
from tests.guides.conftest import dutch, walked

TODAY = date(2026, 11, 26)
GUIDE = "waar-recht-op"


def sheet(library: Library, *choices: str) -> printout.Sheet:
    return printout.sheet("lang", library, walked(library, GUIDE, "", *choices), TODAY, dutch)


def listed(blocks: list[Block]) -> list[str]:
    """The headings of the list, in order."""
    texts = [block.text for block in blocks if isinstance(block, Heading)]
    return texts[texts.index("Uw lijst") + 1 : texts.index("Contact")]


def test_the_list_has_what_fits_the_answers_and_nothing_else(library: Library) -> None:
    made = sheet(library, "uwv", "", "ja", "", "koop", "nee", "nee", "").blocks
    assert listed(made) == [
        "Vraag na bij UWV: WW of Ziektewet",
        "Vraag na voor uw kinderen",
        "Vraag na bij Dienst Toeslagen: zorgtoeslag",
    ]
    children = made[made.index(Heading("Vraag na voor uw kinderen", 3)) + 1]
    assert isinstance(children, Bullets)
    assert children.items[0] == "SVB: kinderbijslag."
    assert "huurtoeslag" not in repr(made)


def test_nobody_is_told_that_what_is_still_to_be_asked_is_done(library: Library) -> None:
    made = sheet(library, "weinig", "", "nee", "ja", "", "ja", "", "schuld", "", "", "").blocks
    assert not [block for block in made if isinstance(block, Notice) and "Vraag na" in block.text]


def test_the_longest_list_is_two_sides_at_most(library: Library) -> None:
    longest = sheet(library, "aow", "", "ja", "", "ja", "", "ja", "", "schuld", "", "", "")
    assert len(listed(longest.blocks)) == 7
    with pypdfium2.PdfDocument(longest.as_pdf()) as document:
        assert len(document) <= 2


def test_it_never_says_that_someone_is_entitled(library: Library) -> None:
    guide = library.guides[GUIDE]
    items = [item for step in guide.steps.values() for item in step.actions]
    items += [item for outcome in guide.outcomes.values() for item in outcome.texts]
    assert not [item for item in items if "hebt recht" in item.text.dutch.lower()]
