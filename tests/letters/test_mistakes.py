"""Every mistake in a letter is told with its place, a stable code, the cause and the remedy."""

import re
from pathlib import Path

import pytest

from ido_shared.content.problems import Problem, Report
from tests.mistakes import assert_told, change, codes_in, copied

from .conftest import SAMPLE, read_shelf

ROOT = Path(__file__).parents[2]
LETTER, FACTS, BODIES = "brieven/voorbeeld.yaml", "feiten.yaml", "organisaties.yaml"
MISTAKES = [  # code, file, what stands there, what an editor makes of it, part of what is told
    ("VELD-201", LETTER, "betreft: Post", "betref: Post", "Bedoelde u: betreft?"),
    ("VELD-202", LETTER, "grens: brief\n", "", "grens ontbreekt"),
    ("VELD-202", LETTER, "    uitleg: U vraagt om post op papier.\n", "", "uitleg ontbreekt"),
    ("VELD-207", LETTER, "termijn: eigen_brief", "termijn: bezwaar_6_weeken", "Bedoelde u: bezwaar_6_weken?"),
    ("VELD-207", LETTER, "soort: bedrag", "soort: bedragen", "Bedoelde u: bedrag?"),
    ("VELD-211", LETTER, "[TOE, SVB,", "[TOEE, SVB,", "Bedoelde u: TOE?"),
    ("VELD-211", LETTER, "gidsen: [weer-post]", "gidsen: [weer-pots]", "Bedoelde u: weer-post?"),
    ("VELD-211", LETTER, "als: soort_post", "als: soort_pots", "Bedoelde u: soort_post?"),
    ("VELD-211", LETTER, "{DUO: duo_klacht_post}", "{DUO: duo_klacht_pots}", "Bedoelde u: duo_klacht_post?"),
    ("VELD-211", LETTER, "{DUO: duo_klacht_post}", "{IND: duo_klacht_post}", "organisatie van deze brief"),
    ("BRIEF-201", LETTER, "id: voorbeeld", "id: voorbeelt", "Schrijf: id: voorbeeld."),
    ("BRIEF-202", LETTER, "gaat om: {soort_post}", "gaat om: {soort_pots}", "Bedoelde u: soort_post?"),
    ("BRIEF-202", LETTER, "betreft: Post op papier", "betreft: Post van {x}", "geen feit met de naam x"),
    ("BRIEF-203", LETTER, "gaat om: {soort_post}", "gaat om: {Soort post}", "haakje"),
    ("BRIEF-204", LETTER, "organisaties: [TOE, SVB, DUO, GEM, WOC, EIGEN]\n", "organisaties: []\n", "naar niemand"),
    ("BRIEF-206", LETTER, "{DUO: duo_klacht_post}", "{DUO: antwoord_weken}", "geen postadres"),
    ("BRIEF-206", FACTS, "Dienst Toeslagen, Postbus 4510,", "Dienst Toeslagen, A, B, Postbus 4510,", "past niet"),
    ("BRIEF-207", LETTER, "    alleen: overheid\n", "", "ook naar WOC, EIGEN"),
    ("BRIEF-208", LETTER, "artikel 2:8 van", "artikel 2:10 van", "niet zeker: 2:10"),
    ("BRIEF-209", LETTER, "    niet_bij: [TOE]\n", "", "niet_bij: [TOE]"),
    ("BRIEF-209", LETTER, "papier krijgen.\n", "papier krijgen (artikel 2:1).\n", "Artikel 2:1 geldt niet"),
    ("BRIEF-211", LETTER, "label: Welke post", "label: Uw klantnummer", "nooit vragen: klantnummer"),
    ("BRIEF-211", LETTER, "hulp: Bijvoorbeeld brieven over AOW.", "hulp: Of uw BSN.", "bsn: ja"),
    ("BRIEF-212", LETTER, "{papier: Een formulier op papier, afspraak: Een afspraak}", "{a: B}", "niets te kiezen"),
    ("BRIEF-212", LETTER, "soort: bedrag,", "soort: bedrag, keuzes: {a: Een, b: Twee},", "soort: keuze"),
    ("BRIEF-213", LETTER, "  reden: {label", "  naam: {label", "naam heten"),
    ("BRIEF-214", LETTER, 'reden: {reden}"', 'reden."', "Het veld reden komt niet in de brief."),
    ("BRIEF-215", LETTER, "termijn: eigen_brief", "termijn: bezwaar_6_weken", "datum_besluit: {label"),
    (
        "BRIEF-216",
        LETTER,
        "EIGEN]\nonderwerp: MOB\ngrens: brief\nstatus: nakijken\ntermijn: eigen_brief",
        "IND, EIGEN]\nonderwerp: MOB\ngrens: brief\nstatus: nakijken\ntermijn: bezwaar_6_weken",
        "Bij WOC, IND rekenen we nooit",
    ),
    ("BRIEF-217", LETTER, ", zonder: U krijgt antwoord.}", "}", "zonder: …"),
    ("BRIEF-218", LETTER, "Ik wil al mijn post", "Ik wil binnen 4 weken mijn post", "kan veranderen: 4 weken"),
    ("BRIEF-218", LETTER, "uitleg: U noemt de brief.", "uitleg: Dit kost € 2.", "feiten.yaml"),
    ("BRIEF-219", LETTER, "{soort: programma, datum", "{soort: mens, datum", "door: …"),
    ("BRIEF-221", LETTER, "uitleg: U noemt de brief.", "uitleg: Binnen {antwoord_weken} weken.", "bij daarna"),
    ("BRIEF-222", LETTER, "- id: geld", "- id: brief", "2 alineas met de id brief"),
    ("BRIEF-223", LETTER, "  - Maak een kopie voor uzelf.\n", "", "uitlegblad niet af"),
]


def told(forms: Path) -> list[Problem]:
    report = Report()
    read_shelf(forms, report)
    return report.problems


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    return copied(SAMPLE, tmp_path)


@pytest.mark.parametrize(("code", "file", "old", "new", "part"), MISTAKES)
def test_a_mistake_of_an_editor_is_told(code: str, file: str, old: str, new: str, part: str, forms: Path) -> None:
    change(forms, file, old, new)
    assert_told(told(forms), code, LETTER, part)


def test_the_place_is_that_of_the_mistake(forms: Path) -> None:
    change(forms, LETTER, "    alleen: overheid\n", "")
    lines = (forms / LETTER).read_text(encoding="utf-8").splitlines()
    (problem,) = told(forms)
    assert lines[problem.place.line - 1].strip() == "- id: wet"


def test_all_mistakes_come_out_at_once(forms: Path) -> None:
    change(forms, LETTER, "    alleen: overheid\n", "")
    change(forms, LETTER, "grens: brief", "grens: alles")
    change(forms, LETTER, "uitleg: U noemt de brief.", "uitleg: Dit kost € 2.")
    assert sorted(problem.code for problem in told(forms)) == ["BRIEF-207", "BRIEF-218", "VELD-207"]


def test_a_letter_without_text_is_told(forms: Path) -> None:
    text = (forms / LETTER).read_text(encoding="utf-8")
    (forms / LETTER).write_text(re.sub(r"(?s)\nalineas:.*\nkenmerk", "\nalineas: []\nkenmerk", text), encoding="utf-8")
    assert "BRIEF-222" in {problem.code for problem in told(forms)}


def test_every_code_is_tried_above_and_explained() -> None:
    sources = (ROOT / "ido_kiosk/letters/content").glob("*.py")
    known = {code for code in codes_in(sources) if code.startswith("BRIEF")}
    assert known == {case[0] for case in MISTAKES if case[0].startswith("BRIEF")}
    explained = (ROOT / "forms/FOUTEN.md").read_text(encoding="utf-8")
    assert {code for code in known if f"| {code} |" not in explained} == set()
