"""Walking through a guide, and what each page tells; without Qt."""

from datetime import date, time
from pathlib import Path

import pytest
from msgspec.structs import replace

from ido_kiosk.base import language
from ido_kiosk.base.blocks import Bullets, Heading, Notice, Small, Tip
from ido_kiosk.guides import service
from ido_kiosk.guides.content import flow
from ido_kiosk.guides.service import ChannelLine, Library, Page, Passed, Walk
from ido_shared.content.facts import Confidence
from ido_shared.content.wording import Wording
from tests.guides.conftest import dutch, walked

TODAY = date(2026, 11, 26)
NEXT_YEAR = date(2027, 1, 4)


def page(library: Library, walk: Walk, today: date = TODAY) -> Page:
    return service.page(library, walk, today, dutch)


def texts(page: Page) -> list[str]:
    return [deed.text for deed in page.deeds]


def lines(page: Page) -> tuple[ChannelLine, ...]:
    return page.reach.lines if page.reach else ()


def all_walks(library: Library, guide: str) -> list[Walk]:
    """A walk of each length to each place that can be reached by going forward."""
    found, waiting, known = [], [service.start(library, guide)], set()
    while waiting:
        walk = waiting.pop()
        if (walk.here, len(walk.passed)) in known:
            continue
        known.add((walk.here, len(walk.passed)))
        found.append(walk)
        step = library.guides[guide].steps.get(walk.here)
        choices = [choice.id for choice in step.choices] if step and step.choices else [""]
        if walk.here not in library.guides[guide].outcomes:
            waiting += [service.forward(library, walk, choice) for choice in choices]
    return found


def words(*parts: object) -> str:
    return repr(parts)


def test_a_guide_begins_with_what_is_needed(sample: Library) -> None:
    walk = service.start(sample, "voorbeeld")
    shown = page(sample, walk)
    assert (shown.kicker, shown.title) == ("Vooraf", "Een voorbeeld")
    assert "De brief. Daar staat de code in." in words(shown.blocks)
    assert "5 minuten. Kosten: gratis." in words(shown.blocks)

    assert service.back(walk) == walk


def test_what_it_costs_may_be_two_sentences(sample: Library) -> None:
    guide = replace(sample.guides["voorbeeld"], cost=Wording("", "Gratis. Bellen kost geld."))
    told = replace(sample, guides={**sample.guides, "voorbeeld": guide})
    shown = page(told, service.start(told, "voorbeeld"))
    assert "Kosten: gratis. Bellen kost geld.'" in words(shown.blocks)


def test_going_back_is_the_way_there_backwards(sample: Library) -> None:
    walk = walked(sample, "voorbeeld", "", "ja", "")
    assert walk.here == "klaar"
    assert walk.passed == (Passed("nodig"), Passed("brief", "ja"), Passed("typen"))
    assert service.forward(sample, walk) == walk
    assert [service.back(walk).here, service.back(service.back(walk)).here] == ["typen", "brief"]


def test_going_back_knows_the_answer_that_was_given(sample: Library) -> None:
    walk = service.back(walked(sample, "voorbeeld", "", "nee"))
    assert page(sample, walk).answered == "nee"
    assert page(sample, service.back(walked(sample, "voorbeeld", "", "ja", ""))).answered == ""
    assert page(sample, service.forward(sample, walk, "ja")).answered == ""
    assert page(sample, service.back(service.leave(walked(sample, "voorbeeld", ""), "bellen"))).answered == ""


def test_a_page_says_how_a_visit_that_stops_there_ended(sample: Library, library: Library) -> None:
    ways: list[tuple[str, ...]] = [("",), ("", "ja"), ("", "ja", ""), ("", "nee")]
    found = [service.result(sample, walked(sample, "voorbeeld", *way)) for way in ways]
    assert found == ["", "WAC", "OPG", "NIE"]
    assert service.result(sample, service.start(sample, "voorbeeld")) == ""
    assert service.result(library, Walk("digid-aanvragen", "spoed")) == "DVW"


def test_what_to_bring_is_told_where_the_visitor_goes_home(sample: Library) -> None:
    blocks = page(sample, walked(sample, "voorbeeld", "", "ja")).blocks
    assert blocks[blocks.index(Heading("Neem dit mee als u terugkomt", 3)) + 1] == Bullets(("De brief",))


def test_an_outcome_can_do_without_our_contacts(library: Library) -> None:
    shown = page(library, Walk("digid-aanvragen", "spoed"))
    assert "Bel de organisatie van die brief." in words(texts(shown))
    assert shown.reach is None
    assert [line.word for line in lines(page(library, Walk("digid-aanvragen", "gelukt")))] == ["Website", "Bellen"]


def test_an_organisation_is_called_as_in_a_sentence(library: Library) -> None:
    shown = page(library, Walk("digid-aanvragen", "vraag_gemeente"))
    assert [line.name for line in lines(shown)] == ["Ga naar uw gemeente"]
    assert shown.reach is not None and shown.reach.first == "counter"


def test_a_translation_says_that_no_native_reader_checked_it(sample: Library) -> None:
    nobody = "Niemand die deze taal van huis uit spreekt"
    assert nobody not in words(page(sample, service.start(sample, "voorbeeld")).sources)
    language.use("en", Path("nergens"))
    assert nobody in words(page(sample, service.start(sample, "voorbeeld")).sources)


def test_what_is_said_of_a_translation_is_what_its_catalogue_says(tmp_path: Path) -> None:
    for said in ("ja", "nee"):
        file = tmp_path / said / "en" / "LC_MESSAGES" / "forms.po"
        file.parent.mkdir(parents=True)
        file.write_text(f"# Nagekeken door iemand die deze taal van huis uit spreekt: {said}\n", encoding="utf-8")
        language.use("en", tmp_path / said)
        assert language.is_native_read() is (said == "ja")


def test_a_choice_that_is_not_offered_is_refused(sample: Library) -> None:
    with pytest.raises(ValueError, match="brief has no choice 'misschien'"):
        walked(sample, "voorbeeld", "", "misschien")
    with pytest.raises(KeyError):
        service.start(sample, "bestaat-niet")


def test_the_total_is_the_longest_way_that_is_still_possible(library: Library) -> None:
    guide = "digid-activeren"
    assert service.position(library, walked(library, guide, "")) == (1, 5)
    assert service.position(library, walked(library, guide, "", "weet_niet")) == (2, 5)
    assert service.position(library, walked(library, guide, "", "thuis")) == (2, 2)
    assert page(library, walked(library, guide, "", "thuis")).kicker == "Stap 2 van 2"


def test_the_number_never_lies(library: Library) -> None:
    for guide in library.guides:
        for walk in all_walks(library, guide):
            if walk.here in library.guides[guide].steps:
                number, total = service.position(library, walk)
                assert 1 <= number <= total <= 12
                steps_left = flow.longest(library.guides[guide].flow(), walk.here)
                assert total - number == steps_left - 1


def test_an_exit_can_be_taken_and_left_again(sample: Library) -> None:
    walk = walked(sample, "voorbeeld", "")
    assert page(sample, walk).exits == (
        ("bellen", "Ik heb geen mobiele telefoon"),
        ("bellen", "Ik doe dit voor iemand anders"),
    )
    away = service.leave(walk, "bellen")
    assert page(sample, away).title == "Bel DigiD"
    assert service.back(away) == walk


def test_the_visitor_types_exactly_at_the_risky_moment(library: Library) -> None:
    walk = walked(library, "digid-aanvragen", "", "nee", "ja", "")
    deeds = page(library, walk).deeds
    guarded = [deed.typed_by_visitor for deed in deeds]
    assert guarded == ["wachtwoord" in deed.text for deed in deeds] == [False, True, False]


def test_a_word_is_explained_where_it_is_used(sample: Library) -> None:
    explained = (("activeren", "Klaarmaken voor gebruik."),)
    assert page(sample, walked(sample, "voorbeeld", "", "ja")).words == explained
    assert page(sample, walked(sample, "voorbeeld", "")).words == ()


def test_the_volunteer_is_told_to_give_the_hand_out(sample: Library) -> None:
    (tip,) = page(sample, walked(sample, "voorbeeld", "", "ja")).volunteer
    assert isinstance(tip, Tip)
    assert tip.items == ("Geef nu het blad mee. Daarop staat hoe het thuis verder gaat.", "Kijk weg bij de code.")


def with_confidence(library: Library, fact: str, confidence: Confidence) -> Library:
    return replace(library, facts=library.facts | {fact: replace(library.facts[fact], confidence=confidence)})


def test_a_checked_fact_is_shown_with_its_date(sample: Library) -> None:
    shown = page(sample, walked(sample, "voorbeeld", "", "ja"))
    assert "Doe dit binnen 21 dagen." in texts(shown)
    assert Small("Hoe lang de code werkt: DigiD, gecontroleerd op 2 november 2026.") in shown.sources


def test_an_unchecked_fact_says_so(sample: Library) -> None:
    shown = page(with_confidence(sample, "code_dagen", "B"), walked(sample, "voorbeeld", "", "ja"))
    assert "Doe dit binnen 21 dagen." in texts(shown)
    remark = "volgens DigiD, november 2026; nog niet nagekeken bij de organisatie"
    assert Small(f"Hoe lang de code werkt: {remark}.") in shown.sources


def test_a_fact_that_was_never_checked_is_not_shown(sample: Library) -> None:
    shown = page(with_confidence(sample, "code_dagen", "C"), walked(sample, "voorbeeld", "", "ja"))
    assert "Wacht niet te lang." in texts(shown)
    assert "21" not in words(texts(shown), shown.sources)


def test_an_expired_fact_warns_the_volunteer(sample: Library) -> None:
    shown = page(sample, walked(sample, "voorbeeld", "", "ja"), NEXT_YEAR)
    assert "Wacht niet te lang." in texts(shown)
    assert (
        Notice(
            "Verouderd: hoe lang de code werkt (21 dagen). Zeg dit niet zomaar. Kijk het na: https://www.digid.nl/code",
            "warning",
        )
        in shown.volunteer
    )


def test_a_fact_that_does_not_hold_yet_is_not_said(sample: Library) -> None:
    assert "Wacht niet te lang." in texts(page(sample, walked(sample, "voorbeeld", "", "ja"), date(2025, 12, 31)))


def test_contacts_show_how_sure_they_are(sample: Library) -> None:
    (line,) = lines(page(sample, walked(sample, "voorbeeld", "")))
    assert (line.way, line.name, line.value, line.hours) == ("phone", "Bel DigiD", "088 123 65 55", "")
    assert line.remark == "Volgens DigiD, september 2026; nog niet nagekeken bij de organisatie."


def test_without_a_number_to_show_the_letter_is_the_place_to_look(sample: Library) -> None:
    shown = page(with_confidence(sample, "digid_telefoon", "C"), walked(sample, "voorbeeld", "", "nee"))
    assert shown.reach is not None
    assert (shown.reach.lines, shown.reach.otherwise) == (
        (),
        "Kijk in een brief van DigiD. Daar staat hoe u contact krijgt.",
    )
    assert "088" not in words(shown)


def test_a_channel_says_whether_it_is_open_and_where_that_stands(library: Library) -> None:
    website, phone = lines(page(library, service.start(library, "digid-aanvragen")))
    assert (website.url, website.standing) == ("https://digid.nl", None)
    assert website.remark == "Gecontroleerd op 26 november 2026."
    assert phone.standing is not None and phone.standing.words == "Nu open, tot 22.00 uur."
    late = service.page(library, service.start(library, "digid-aanvragen"), TODAY, dutch, time(22, 30))
    assert [line.standing and line.standing.words for line in lines(late)] == [
        None,
        "Nu dicht, open vanaf morgen 8.00 uur.",
    ]
    assert phone.remark == "Volgens SeniorEase, september 2026; nog niet nagekeken bij de organisatie."


def test_hours_with_another_source_say_so(library: Library) -> None:
    checked = replace(library.facts["digid_telefoon"], confidence="A")
    mixed = replace(library, facts=library.facts | {"digid_telefoon": checked})
    phone = lines(page(mixed, service.start(mixed, "digid-aanvragen")))[1]
    assert phone.remark.startswith("Gecontroleerd op 14 september 2026. De tijden: volgens SeniorEase")


def test_the_website_of_a_step_is_told_when_it_may_be_shown(library: Library) -> None:
    guide = library.guides["digid-aanvragen"]
    step = replace(guide.steps["aanvragen"], address="digid_website")
    there = replace(library, guides={guide.id: replace(guide, steps=guide.steps | {"aanvragen": step})})
    walk = Walk(guide.id, "aanvragen")
    assert page(there, walk).website == "digid.nl"
    assert page(there, Walk(guide.id, "wachten")).website == ""
    assert page(with_confidence(there, "digid_website", "C"), walk).website == ""


def test_an_overdue_guide_says_so(sample: Library) -> None:
    walk = service.start(sample, "voorbeeld")
    assert "te lang niet nagekeken" not in words(page(sample, walk, date(2027, 4, 30)).volunteer)
    assert "te lang niet nagekeken" in words(page(sample, walk, date(2027, 5, 1)).volunteer)


def test_who_read_the_guide_is_said(sample: Library) -> None:
    assert (
        Small("Geschreven op 1 november 2026. Nog niet door een mens nagelezen.")
        in page(sample, service.start(sample, "voorbeeld")).sources
    )


def test_every_page_of_every_guide_reads_whole(library: Library) -> None:
    for guide in library.guides:
        for walk in all_walks(library, guide):
            for today in (TODAY, date(2040, 1, 1)):
                shown = page(library, walk, today)
                assert shown.kicker
                assert shown.title
                assert "{" not in words(shown.lead, texts(shown), shown.blocks, shown.sources, lines(shown))
