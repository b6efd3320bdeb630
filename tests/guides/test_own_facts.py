"""What this library checks itself: answers, what they do to the guides, and marks of what is wrong."""

import json
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from ido_kiosk.base.blocks import Small
from ido_kiosk.base.errors import DeskError
from ido_kiosk.guides import service
from ido_kiosk.guides.service import Answer, Library, OwnFacts, Spot, WrongMarks
from tests.guides.conftest import dutch, walked

TODAY = date(2026, 11, 26)
PHONE = "uwv_telefoon"


def answer(library: Library, fact: str, value: str, source: str = "gebeld met UWV", day: str = "26-11-2026") -> Answer:
    return service.checked_answer(library, library.facts[fact], value, source, day, TODAY)


def refused(library: Library, fact: str, value: str, source: str = "uwv.nl", day: str = "26-11-2026") -> str:
    with pytest.raises(DeskError) as told:
        answer(library, fact, value, source, day)
    return str(told.value)


def test_an_answered_fact_is_shown_as_checked_by_the_library(sample: Library) -> None:
    facts = sample.facts | {"code_dagen": replace(sample.facts["code_dagen"], confidence="C")}
    hidden = replace(sample, facts=facts)
    walk = walked(sample, "voorbeeld", "", "ja")
    assert "Wacht niet te lang." in [deed.text for deed in service.page(hidden, walk, TODAY, dutch).deeds]
    shown = service.with_own_facts(hidden, {"code_dagen": answer(sample, "code_dagen", "14", "digid.nl")})
    page = service.page(shown, walk, TODAY, dutch)
    assert "Doe dit binnen 14 dagen." in [deed.text for deed in page.deeds]
    assert Small("Hoe lang de code werkt: gecontroleerd door de bibliotheek op 26 november 2026.") in page.sources


def test_a_newer_national_fact_wins_again(sample: Library) -> None:
    mine = {"code_dagen": Answer("14", "digid.nl", date(2026, 11, 26))}
    newer = replace(sample.facts["code_dagen"], checked_on=date(2026, 11, 27), value="20")
    assert service.with_own_facts(sample, mine).facts["code_dagen"].value == "14"
    later = replace(sample, facts=sample.facts | {"code_dagen": newer})
    assert service.with_own_facts(later, mine).facts["code_dagen"] == newer
    never = replace(sample, facts=sample.facts | {"code_dagen": replace(newer, confidence="C")})
    assert service.with_own_facts(never, mine).facts["code_dagen"].value == "14"


def test_an_expired_fact_holds_again_once_it_is_answered(sample: Library) -> None:
    mine = {"code_dagen": Answer("21", "digid.nl", date(2027, 1, 4))}
    assert sample.facts["code_dagen"].state(date(2027, 1, 4)) == "expired"
    assert service.with_own_facts(sample, mine).facts["code_dagen"].state(date(2027, 1, 4)) == "checked"
    early = {"code_dagen": Answer("21", "digid.nl", TODAY)}
    assert service.with_own_facts(sample, early).facts["code_dagen"].state(date(2027, 1, 4)) == "expired"


def test_hours_and_words_can_be_answered(library: Library) -> None:
    mine = {
        "cak_open": answer(library, "cak_open", "ma-vr 9.00-16.00", "hetcak.nl"),
        "uwv_balie": answer(library, "uwv_balie", "alleen met een afspraak"),
        "gone": Answer("1", "x", TODAY),
    }
    facts = service.with_own_facts(library, mine).facts
    assert service.plain_value(facts["cak_open"]) == "ma-vr 9.00-16.00"
    assert facts["uwv_balie"].said(dutch) == "alleen met een afspraak"
    assert "gone" not in facts


def test_right_as_it_stands_keeps_the_fact_as_it_is(library: Library) -> None:
    fact = library.facts["cak_open"]
    mine = {"cak_open": answer(library, "cak_open", service.plain_value(fact))}
    assert service.with_own_facts(library, mine).facts["cak_open"].hours == fact.hours


@pytest.mark.parametrize(
    ("fact", "value", "expected"),
    [
        (PHONE, "", "Vul in wat het nu is."),
        (PHONE, "bel ons", "Dit lijkt geen telefoonnummer."),
        (PHONE, "088 123 45", "Dit lijkt geen telefoonnummer."),
        ("uwv_website", "de site van UWV", "Dit lijkt geen webadres."),
        ("cak_open", "werkdagen", "Deze tijden zijn niet te lezen."),
        ("code_dagen", "drie weken", "Schrijf hier alleen een getal"),
        ("uwv_balie", "nummer 111222333", "burgerservicenummer"),
        ("uwv_balie", "1112.22.333", "burgerservicenummer"),
        ("uwv_balie", "x" * 121, "Dit is te lang."),
    ],
)
def test_a_wrong_value_is_refused_with_the_remedy(library: Library, fact: str, value: str, expected: str) -> None:
    assert expected in refused(library, fact, value)


@pytest.mark.parametrize(
    ("source", "day", "expected"),
    [
        ("", "26-11-2026", "Vul in waar u dit hebt gezien"),
        ("van 111222333", "26-11-2026", "burgerservicenummer"),
        ("jan@voorbeeld.nl", "26-11-2026", "geen e-mailadres"),
        ("uwv.nl", "gisteren", "Schrijf de dag zo: 26-11-2026."),
        ("uwv.nl", "31-2-2026", "Schrijf de dag zo"),
        ("uwv.nl", "27-11-2026", "nog niet geweest"),
    ],
)
def test_a_wrong_source_or_day_is_refused(library: Library, source: str, day: str, expected: str) -> None:
    assert expected in refused(library, PHONE, "088 898 92 94", source, day)


def test_an_answer_that_would_not_count_is_refused(library: Library) -> None:
    """Kept it would be told as used, while the guides go on with the national fact."""
    checked = replace(library.facts["cak_open"], confidence="A", checked_on=date(2026, 11, 20))
    told = []
    for fact in (checked, replace(checked, checked_on=date(2026, 9, 1), valid_to=date(2026, 11, 22))):
        for day in ("19-11-2026", "23-11-2026"):
            try:
                kept = service.checked_answer(library, fact, "ma-vr 9.00-16.00", "hetcak.nl", day, TODAY)
            except DeskError as error:
                told.append(str(error))
            else:
                mine = service.with_own_facts(replace(library, facts={fact.id: fact}), {fact.id: kept})
                assert mine.facts[fact.id].state(TODAY) == "checked"
                assert service.plain_value(mine.facts[fact.id]) == "ma-vr 9.00-16.00"
    assert [text[:20] for text in told] == ["Landelijk is dit nag", "Dit gold tot en met "]


@pytest.mark.parametrize(
    "value", ["088 898 92 94", "0800 0543", "0900-1234567", "06 12345678", "112", "14 020", "+31 50 599 77 55"]
)
def test_phone_numbers_are_phone_numbers(library: Library, value: str) -> None:
    assert answer(library, PHONE, value).waarde == value


def test_answers_are_kept_and_can_be_taken_back(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "eigen-feiten.json"
    mine = OwnFacts(file)
    mine.answer(PHONE, answer(library, PHONE, "088 898 92 94"))
    assert dict(OwnFacts(file).answers) == dict(mine.answers) != {}
    mine.take_back(PHONE)
    assert OwnFacts(file).answers == {}


def test_a_broken_file_is_set_aside_and_told(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "eigen-feiten.json"
    file.write_text('{"antwoorden": {"x": ', encoding="utf-8")
    mine = OwnFacts(file)
    assert "eigen-feiten-onleesbaar.json" in mine.trouble
    assert (tmp_path / "eigen-feiten-onleesbaar.json").read_text(encoding="utf-8") == '{"antwoorden": {"x": '
    mine.answer(PHONE, answer(library, PHONE, "088 898 92 94"))
    assert OwnFacts(file).trouble == ""


def test_what_cannot_be_kept_is_told_and_changes_nothing(library: Library, tmp_path: Path) -> None:
    mine = OwnFacts(tmp_path / "weg" / "eigen-feiten.json")
    with pytest.raises(DeskError, match="niet bewaard"):
        mine.answer(PHONE, answer(library, PHONE, "088 898 92 94"))
    assert mine.answers == {}


def test_marks_are_counted_in_codes_only(tmp_path: Path) -> None:
    file = tmp_path / "klopt-niet.json"
    marks, step = WrongMarks(file), Spot("digid-aanvragen", "wachten")
    for _time in range(2):
        marks.add(step, "nl", TODAY)
    marks.add(Spot(feit="digid_telefoon"), "ar", TODAY)
    assert WrongMarks(file).counts() == {step: 2, Spot(feit="digid_telefoon"): 1}
    marks.take_back(step, "nl", TODAY)
    assert WrongMarks(file).counts()[step] == 1
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert [sorted(row) for row in kept["meldingen"]] == [["aantal", "dag", "plek", "taal"]] * 2
    marks.deal_with(step)
    assert WrongMarks(file).counts() == {Spot(feit="digid_telefoon"): 1}


def test_the_list_says_what_is_to_be_checked(library: Library) -> None:
    found = service.to_check(library, {}, TODAY)
    assert {fact.confidence for fact in found.never} == {"C"}
    assert PHONE in [fact.id for fact in found.never]
    assert all(fact.is_old(TODAY) for fact in found.old)
    after = service.to_check(library, {PHONE: answer(library, PHONE, "088 898 92 94")}, TODAY)
    assert PHONE not in [fact.id for fact in after.never]
    assert [fact.id for fact in after.answered] == [PHONE]
    later = service.to_check(library, {}, date(2028, 1, 1))
    assert {guide.id for guide in later.overdue} == set(library.guides)
    assert later.number() > found.number()
