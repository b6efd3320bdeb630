"""The hand-out: everything the visitor needs at home, nothing that is for the volunteer."""

from datetime import date
from pathlib import Path

import pypdfium2
from msgspec.structs import replace

from ido_kiosk.base import language
from ido_kiosk.base.blocks import Actions, Block, Bullets, Contact, Heading, Notice, Paragraph, Small, Tip
from ido_kiosk.guides import printout, service
from ido_kiosk.guides.service import Guide, Library, Walk
from ido_shared.content.wording import wordings_in
from tests.guides.conftest import dutch, walked

TODAY = date(2026, 11, 26)


def paper(library: Library, walk: Walk, today: date = TODAY) -> list[Block]:
    return printout.sheet("lang", library, walk, today, dutch).blocks


def following(blocks: list[Block], block: Block) -> Block:
    return blocks[blocks.index(block) + 1]


def all_walks(library: Library, guide: str) -> list[Walk]:
    """One walk of each length to each place that can be reached by going forward or by an exit."""
    pages = library.guides[guide]
    found, waiting, known = [], [service.start(library, guide)], set()
    while waiting:
        walk = waiting.pop()
        if (walk.here, len(walk.passed)) in known:
            continue
        known.add((walk.here, len(walk.passed)))
        found.append(walk)
        if walk.here not in pages.outcomes:
            step = pages.steps.get(walk.here)
            choices = [choice.id for choice in step.choices] if step and step.choices else [""]
            waiting += [service.forward(library, walk, choice) for choice in choices]
    exits = [exit_.page for exit_ in pages.exits if exit_.page]
    return [*found, *(service.leave(found[-2], page) for page in exits)]


def headings(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Heading)]


def test_the_paper_says_where_we_were(library: Library) -> None:
    blocks = paper(library, walked(library, "digid-aanvragen", "", "nee", "ja", "", "", "ja"))
    assert blocks[0] == Heading("DigiD aanvragen", 1)
    assert blocks[1:3] == [
        Notice("Hier zijn we gebleven: stap 6.", "information"),
        Heading("Stap 6. Wacht op de brief", 2),
    ]


def test_first_comes_what_to_do_now_then_contact_then_the_rest(library: Library) -> None:
    blocks = paper(library, walked(library, "digid-aanvragen", "", "nee", "ja", "", "", "ja"))
    assert headings(blocks) == [
        "DigiD aanvragen",
        "Stap 6. Wacht op de brief",
        "Neem dit mee als u terugkomt",
        "Contact",
        "U hebt DigiD aangevraagd",
    ]
    assert [block.kind for block in blocks if isinstance(block, Contact)] == ["phone", "website"]


def test_what_was_done_is_one_short_list_without_questions_and_answers(library: Library) -> None:
    blocks = paper(library, walked(library, "digid-aanvragen", "", "nee", "ja", "", "", "ja"))
    (done,) = [block for block in blocks if isinstance(block, Notice) and block.kind == "good"]
    titles = ["Vraag DigiD aan", "Kies hoe u straks inlogt", "Bevestig uw telefoon en e-mail"]
    assert done.text.split("\n") == ["Dit is al gedaan:", *titles]
    assert "ingeschreven bij een gemeente" not in repr(blocks)
    assert "antwoord" not in repr(blocks)


def test_who_goes_home_gets_lines_for_the_dates(library: Library) -> None:
    lines = ["Datum van vandaag: ...", "Kom terug op: ..."]
    blocks = paper(library, walked(library, "digid-aanvragen", "", "nee", "ja", "", "", "ja"))
    found = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert [text.rstrip(".") + "..." for text in found if "..." in text] == lines
    assert "..." not in repr(paper(library, walked(library, "digid-aanvragen", "", "nee", "ja", "", "")))


def test_an_open_question_shows_where_each_answer_leads(library: Library) -> None:
    blocks = paper(library, walked(library, "digid-activeren", "", "ja", "ja", "ja"))
    assert following(blocks, Heading("Is het gelukt?", 3)) == Bullets(
        (
            "Ja: U kunt nu inloggen bij de overheid.",
            "Nee, de code werkt niet: Neem de code uit de nieuwste brief. De code uit de e-mail werkt hier niet.",
        )
    )


def test_before_a_question_the_paper_tells_the_usual_road(library: Library) -> None:
    for choices in ([], [""], ["", "nee"]):
        blocks = paper(library, walked(library, "digid-aanvragen", *choices))
        second = Heading("Stap 2. Woont u in Nederland en staat u ingeschreven bij een gemeente?", 2)
        answers = following(blocks, second)
        assert isinstance(answers, Bullets)
        assert answers.items[0] == "Ja: ga verder met stap 3."
        assert answers.items[2] == "Dat weet ik niet: De gemeente weet op welk adres u staat ingeschreven."
        assert isinstance(following(blocks, Heading("Stap 3. Vraag DigiD aan", 2)), Actions)
        assert "Stap 6. Wacht op de brief" in repr(blocks)
    blocks = paper(library, walked(library, "digid-aanvragen"))
    later = following(blocks, Heading("Daarna", 2))
    assert later == Bullets(
        (
            "Stap 5. Bevestig uw telefoon en e-mail",
            "Stap 6. Wacht op de brief",
        )
    )
    assert following(blocks, later) == Paragraph("Kom voor deze stappen terug. Dan krijgt u een nieuw blad.")
    first = Heading("Stap 1. Hebt u al een brief van DigiD met een code?", 2)
    assert following(blocks, first) == Bullets(
        (
            "Nee, nog niet: ga verder met stap 2.",
            "Ja, ik heb de brief: Vraag DigiD niet nog een keer aan.",
            "Ik heb DigiD aangevraagd, maar er kwam geen brief: "
            "Vraag de gemeente of uw adres klopt. De brief gaat naar dat adres.",
            "Ik moet DigiD opnieuw aanvragen: ga verder met stap 2.",
        )
    )


def test_a_question_or_step_left_by_an_exit_is_not_done(library: Library) -> None:
    asked = service.leave(walked(library, "digid-aanvragen", "", "nee"), "geen_adres")
    assert "gedaan" not in repr(paper(library, asked))
    (done,) = [
        block.text
        for block in paper(library, service.leave(walked(library, "digid-aanvragen", "", "nee", "ja", ""), "spoed"))
        if isinstance(block, Notice)
    ]
    assert done.split("\n")[1:] == ["Vraag DigiD aan"]


def test_no_contact_stands_where_the_visitor_must_call_another(library: Library) -> None:
    blocks = paper(library, service.leave(walked(library, "digid-aanvragen", ""), "spoed"))
    assert "Contact" not in headings(blocks)
    assert not [block for block in blocks if isinstance(block, Contact)]


def test_every_paper_is_two_sheets_at_most(library: Library, english: Path, some: list[Guide]) -> None:
    for spoken, most in (("nl", 2), ("en", 3)):  # in English each line has its Dutch below it
        language.use(spoken, english)
        for guide in some:
            for walk in all_walks(library, guide.id):
                made = printout.sheet("lang", library, walk, TODAY, language.content).as_pdf()
                with pypdfium2.PdfDocument(made) as document:
                    assert len(document) <= most, (spoken, walk)


def test_the_number_to_call_is_on_the_first_side(library: Library) -> None:
    guide = library.guides["digid-aanvragen"]
    for walk in all_walks(library, guide.id):
        if walk.here in guide.steps:
            made = printout.sheet("lang", library, walk, TODAY, dutch).as_pdf()
            with pypdfium2.PdfDocument(made) as document:
                assert "088 123 65 55" in document[0].get_textpage().get_text_bounded(), walk


def test_sources_are_one_short_line(library: Library) -> None:
    walk = walked(library, "digid-aanvragen", "", "nee", "ja", "", "", "ja")
    made, private = [block.text for block in paper(library, walk) if isinstance(block, Small)]
    assert made == (
        "Dit blad is van 26 november 2026. Bron: DigiD, DigiD Machtigen en Rijksoverheid. "
        "Nog niet door een mens nagelezen."
    )
    assert private.startswith("Op dit blad staat niets over u.")
    blocks = paper(library, walk)
    assert "SeniorEase" not in repr(blocks)
    assert "Gids Nederland" not in repr(blocks)
    (phone, website) = [block for block in blocks if isinstance(block, Contact)]
    assert phone.note.endswith("tot 17.00 uur. Nog niet nagekeken bij DigiD.")
    assert website.note == ""


def test_words_are_explained_only_for_what_is_ahead(library: Library) -> None:
    before = paper(library, walked(library, "digid-aanvragen", "", "nee", "ja"))
    after = paper(library, walked(library, "digid-aanvragen", "", "nee", "ja", "", "", "ja"))
    assert "Moeilijk woord: burgerservicenummer" in repr(before)
    assert "burgerservicenummer" not in repr(after)
    assert "Moeilijk woord: activeren" in repr(after)


def test_at_the_start_the_paper_tells_what_to_bring(sample: Library) -> None:
    blocks = paper(sample, service.start(sample, "voorbeeld"))
    assert Bullets(("De brief. Daar staat de code in.",)) in blocks
    assert not [block for block in blocks if isinstance(block, Notice)]
    assert "Dit is al gedaan" not in headings(blocks)


def test_at_an_outcome_the_paper_shows_it_and_what_was_done(sample: Library) -> None:
    blocks = paper(sample, walked(sample, "voorbeeld", "", "ja", ""))
    assert headings(blocks)[:2] == ["Een voorbeeld", "Het werkt"]
    assert Notice("Dit is al gedaan:\nTyp de code", "good") in blocks
    assert not [block for block in blocks if isinstance(block, Actions)]


def test_another_organisation_of_an_outcome_is_on_the_paper(library: Library) -> None:
    blocks = paper(library, walked(library, "digid-aanvragen", "", "nee", "weet_niet"))
    contacts = [block for block in blocks if isinstance(block, Contact)]
    assert [contact.name for contact in contacts] == ["Ga naar uw gemeente", "Bel DigiD", "Website van DigiD"]


def test_tips_are_never_on_the_paper(library: Library) -> None:
    for guide in library.guides.values():
        tips = [wording.dutch for step in guide.steps.values() for wording in step.tips]
        for page in [*guide.steps, *guide.outcomes, "nodig"]:
            blocks = paper(library, Walk(guide.id, page))
            assert not [block for block in blocks if isinstance(block, Tip)]
            assert not [tip for tip in tips if tip in repr(blocks)]
            assert "vrijwilliger" not in repr(blocks)
            assert "bezoeker" not in repr(blocks) or guide.audience == "vrijwilliger"


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
    blocks = paper(replace(library, facts=facts), walked(library, "digid-aanvragen", "", "nee", "ja", "", "", "ja"))
    assert "U krijgt thuis een brief met een code." in repr(blocks)
    assert Paragraph("Kijk in een brief van DigiD. Daar staat hoe u contact krijgt.") in blocks
    assert "{" not in repr(blocks)


def test_every_text_on_the_paper_is_translated(library: Library) -> None:
    guides = tuple(library.guides.values())
    known = {wording.dutch: wording.context for wording in wordings_in((guides, library.facts, library.organisations))}

    def loud(context: str, text: str) -> str:
        assert known[text] == context or context in {w.context for w in wordings_in(guides) if w.dutch == text}
        return f"«{text}»"

    walk = walked(library, "digid-aanvragen", "", "nee", "ja", "", "", "ja")
    made = printout.sheet("lang", library, walk, TODAY, loud)
    assert made.title == "«DigiD aanvragen»"
    blocks = made.blocks
    (wait, *_others) = [block for block in blocks if isinstance(block, Actions)]
    assert wait.items[0] == "«U krijgt binnen 5 werkdagen een brief met een code.»"
