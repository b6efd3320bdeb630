"""The hand-out: everything the visitor needs at home, nothing that is for the volunteer."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from ido_kiosk.base import paths
from ido_kiosk.base.blocks import Actions, Block, Bullets, Contact, Heading, Notice, Paragraph, Tip
from ido_kiosk.guides import printout, service
from ido_kiosk.guides.service import Library, Walk
from ido_shared.content.wording import wordings_in

SAMPLE = Path(__file__).parents[1] / "content" / "sample"
TODAY = date(2026, 11, 26)


def dutch(_context: str, text: str) -> str:
    return text


@pytest.fixture
def sample(tmp_path: Path) -> Library:
    return service.load_library(SAMPLE, tmp_path, "test")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return service.load_library(paths.forms(), tmp_path_factory.mktemp("cache"), "test")


def walked(library: Library, guide: str, *choices: str) -> Walk:
    walk = service.start(library, guide)
    for choice in choices:
        walk = service.forward(library, walk, choice)
    return walk


def paper(library: Library, walk: Walk, today: date = TODAY) -> list[Block]:
    return printout.handout(library, walk, today, dutch)


def headings(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Heading)]


def test_the_paper_says_where_we_were(library: Library) -> None:
    blocks = paper(library, walked(library, "digid-aanvragen", "", "nee", "ja", "", "", ""))
    assert blocks[0] == Heading("DigiD aanvragen", 1)
    assert Notice("Hier zijn we gebleven: stap 6. Wacht op de brief", "information") in blocks


def test_first_comes_what_is_still_to_do_then_what_was_done(library: Library) -> None:
    blocks = paper(library, walked(library, "digid-aanvragen", "", "nee", "ja", "", "", ""))
    found = headings(blocks)
    assert [heading for heading in found if heading.startswith("Stap")] == [
        "Stap 6. Wacht op de brief",
        "Stap 7. Maak uw DigiD klaar met de brief",
        "Stap 1. Hebt u al een brief van DigiD met een code?",
        "Stap 2. Woont u in Nederland en staat u ingeschreven bij een gemeente?",
        "Stap 3. Vraag DigiD aan",
        "Stap 4. Kies hoe u straks inlogt",
        "Stap 5. Bevestig uw telefoon en e-mail",
    ]
    assert found.index("Stap 7. Maak uw DigiD klaar met de brief") < found.index("Contact")
    assert found.index("Contact") < found.index("Dit is al gedaan")
    assert Paragraph("Uw antwoord: Ja") in blocks


def test_an_open_question_shows_where_each_answer_leads(library: Library) -> None:
    blocks = paper(library, walked(library, "digid-aanvragen", "", "ja"))
    at = blocks.index(Heading("Is het gelukt? Nee, de code werkt niet.", 3))
    following = blocks[at + 1]
    assert isinstance(following, Bullets)
    assert "nieuwste brief" in following.items[1]


def test_at_the_start_the_paper_tells_what_to_bring(sample: Library) -> None:
    blocks = paper(sample, service.start(sample, "voorbeeld"))
    assert Bullets(("De brief. Daar staat de code in.",)) in blocks
    assert not [block for block in blocks if isinstance(block, Notice)]
    assert "Dit is al gedaan" not in headings(blocks)


def test_at_an_outcome_the_paper_shows_it_and_the_way_there(sample: Library) -> None:
    blocks = paper(sample, walked(sample, "voorbeeld", "", "ja", ""))
    assert headings(blocks)[:2] == ["Een voorbeeld", "Het werkt"]
    assert Actions(("Kies Activeren.", "Typ de code.", "Doe dit binnen 21 dagen.")) in blocks


def test_another_organisation_of_an_outcome_is_on_the_paper(library: Library) -> None:
    blocks = paper(library, walked(library, "digid-aanvragen", "", "nee", "weet_niet"))
    contacts = [block for block in blocks if isinstance(block, Contact)]
    assert [contact.name for contact in contacts] == ["Website van DigiD", "Bel DigiD", "Ga naar Gemeente"]


def test_tips_are_never_on_the_paper(library: Library) -> None:
    for guide in library.guides.values():
        tips = [wording.dutch for step in guide.steps.values() for wording in step.tips]
        assert tips
        for page in [*guide.steps, *guide.outcomes, "nodig"]:
            blocks = paper(library, Walk(guide.id, page))
            assert not [block for block in blocks if isinstance(block, Tip)]
            assert not [tip for tip in tips if tip in repr(blocks)]
            assert "vrijwilliger" not in repr(blocks)
            assert "bezoeker" not in repr(blocks)


def test_an_expired_fact_stays_off_the_paper_which_says_where_to_ask(sample: Library) -> None:
    blocks = paper(sample, walked(sample, "voorbeeld", "", "ja"), date(2027, 1, 4))
    assert "21" not in repr(blocks)
    assert "Wacht niet te lang." in repr(blocks)
    assert "Verouderd" not in repr(blocks)
    assert Notice("Vraag dit na bij DigiD: hoe lang de code werkt.", "information") in blocks


def test_a_fact_that_was_never_checked_stays_off_the_paper(sample: Library) -> None:
    fact = replace(sample.facts["code_dagen"], confidence="C")
    blocks = paper(replace(sample, facts=sample.facts | {"code_dagen": fact}), walked(sample, "voorbeeld", "", "ja"))
    assert "21" not in repr(blocks)
    assert "22.00" not in repr(blocks)
    assert Notice("Vraag dit na bij DigiD: hoe lang de code werkt.", "information") in blocks


def test_a_guide_reads_well_when_every_fact_has_expired(library: Library) -> None:
    facts = {id_: replace(fact, valid_to=date(2026, 1, 1)) for id_, fact in library.facts.items()}
    blocks = paper(replace(library, facts=facts), walked(library, "digid-aanvragen", "", "nee", "ja", "", "", ""))
    assert "U krijgt thuis een brief met een code." in repr(blocks)
    assert Paragraph("Kijk in een brief van DigiD. Daar staat hoe u contact krijgt.") in blocks
    assert "{" not in repr(blocks)


def test_every_text_on_the_paper_is_translated(library: Library) -> None:
    known = {
        wording.dutch: wording.context
        for wording in wordings_in((library.guides, library.facts, library.organisations))
    }

    def loud(context: str, text: str) -> str:
        assert known[text] == context or context in {w.context for w in wordings_in(library.guides) if w.dutch == text}
        return f"«{text}»"

    walk = walked(library, "digid-aanvragen", "", "nee", "ja", "", "", "")
    blocks = printout.handout(library, walk, TODAY, loud)
    assert printout.title(library, walk, loud) == "«DigiD aanvragen»"
    (wait, *_others) = [block for block in blocks if isinstance(block, Actions)]
    assert wait.items[0] == "«U krijgt binnen 5 werkdagen een brief met een code.»"
