"""Every code of the check has a broken example and stands in forms/FOUTEN.md."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ido_kiosk.base import paths
from ido_kiosk.editor.check import check
from ido_shared.content.problems import Problem
from tests.editor.making import catalogue

ROOT = Path(__file__).parents[2]
SOURCES = (
    "ido_shared/content",
    "ido_kiosk/guides/content",
    "ido_kiosk/finding",
    "ido_kiosk/letters",
    "ido_kiosk/editor",
)
TODAY = date(2026, 11, 26)
GUIDE, FACTS = "gidsen/voorbeeld.yaml", "feiten.yaml"
DO = "- Kies Activeren."

LONG = "Wij gaan nu samen met u heel rustig kijken naar wat er op uw scherm staat vandaag. "
SHORT = "Kijk goed. Kies de knop. Typ uw naam. Klik op verder. Lees de brief. Dat is het. Nu bent u klaar. "
SPOILT = [  # code, file, what stands there, what an editor makes of it, part of what is told
    (
        "TAAL-601",
        GUIDE,
        DO,
        "- U moet nu eerst heel goed kijken of u het scherm ziet dat in de brief staat.",
        "17 woorden",
    ),
    ("TAAL-602", GUIDE, DO, f'- "{LONG * 30}"', "gemiddeld"),
    ("TAAL-603", GUIDE, DO, "- Kies Activeren, indien u dat wilt.", "Schrijf liever: als"),
    ("TAAL-604", GUIDE, DO, "- Vraag een machtiging.", "bij woorden: machtiging"),
    ("TAAL-605", GUIDE, DO, "- Bel de arbeidsongeschiktheidsverzekering.", "bij gewoon"),
    ("TAAL-606", GUIDE, DO, "- Pak je telefoon. Dan kunt u beginnen.", "Schrijf overal u en uw."),
    ("TAAL-607", GUIDE, DO, "- Bel op werkdagen, bijv. op maandag.", "afkorting: bijv."),
    ("TAAL-607", GUIDE, DO, "- Bel van maandag t/m vrijdag.", "afkorting: t/m"),
    ("TAAL-608", GUIDE, DO, "- Bel en/of schrijf.", "schuine streep leest lastig: en/of"),
    ("TAAL-611", GUIDE, DO, f'- "{LONG * 30}"', "Bij typen geldt: de zinnen hebben gemiddeld"),
    ("TAAL-612", GUIDE, DO, f'- "{"Informeer nu alsmaar intensief onze uitvoeringsorganisaties. " * 10}"', "leesscore"),
    (
        "TAAL-613",
        GUIDE,
        DO,
        f'- "{SHORT * 2} Doe dit via de betaalopdracht, de adreswijziging, de overeenkomsten."',
        "lang:",
    ),
    ("TAAL-614", GUIDE, DO, f'- "{SHORT * 2} {"De brief wordt gestuurd. " * 6}"', "lijdend: De brief wordt gestuurd"),
    ("TAAL-614", GUIDE, DO, "- De brief wordt gestuurd. Het geld wordt betaald.", "lijdend"),
    (
        "TAAL-615",
        GUIDE,
        DO,
        f'- "{SHORT * 2} {"Doe de wijziging. Lees de toelichting. " * 2}"',
        "wijziging, toelichting",
    ),
    ("KORT-901", GUIDE, DO, f'- "{SHORT * 3}"', "Op het kort blad van typen staan"),
    ("GIDS-222", GUIDE, "status: nakijken", "status: klaar", "digid_telefoon"),
    ("GIDS-223", GUIDE, "nodig:\n  - tekst: De brief\n    hulp: Daar staat de code in.\n", "", "bij zich moet hebben"),
    (
        "GIDS-224",
        GUIDE,
        "    titel: Typ de code",
        "    titel: Typ de code\n    website: digid_telefoon",
        "geen webadres",
    ),
    ("GIDS-227", GUIDE, "kanalen: [telefoon]", "kanalen: [telefoon, post]", "heeft dit kanaal niet: post"),
    ("GIDS-227", GUIDE, "kanaal: telefoon", "kanaal: balie", "Wat er wel is: "),
    ("GIDS-228", GUIDE, ", zelf_typen: ja", "", "Hier typt iemand een code: Typ de code."),
    ("GIDS-228", GUIDE, DO, "- Kies Activeren. Vul uw wachtwoord in.", "zelf_typen: ja"),
    ("GIDS-229", GUIDE, DO, "- {tekst: Typ uw burgerservicenummer., zelf_typen: ja}", "let_op: bsn"),
    ("GIDS-226", GUIDE, DO, "- TODO Kies iets.", "Nog te doen: - TODO Kies iets."),
    ("OUD-701", FACTS, "geldig_tot: 2026-12-31", "geldig_tot: 2026-02-01", "Verlopen: hoe lang de code werkt."),
    ("OUD-702", FACTS, "gecontroleerd_op: 2026-11-02", "gecontroleerd_op: 2025-11-02", "Langer dan een jaar"),
    ("OUD-703", FACTS, "betrouwbaar: A", "betrouwbaar: C", "Nog na te kijken: hoe lang de code werkt."),
    ("OUD-706", FACTS, "gecontroleerd_op: 2026-11-02", "gecontroleerd_op: 2062-11-02", "2062-11-02"),
    ("OUD-706", GUIDE, "geschreven_op: 2026-11-01", "geschreven_op: 2027-11-01", "moet nog komen"),
    ("OUD-704", GUIDE, "voor: 2027-05-01", "voor: 2026-11-26", "moest voor 2026-11-26"),
]

Spoil = Callable[[Path], None]


def words(old: str, new: str) -> Spoil:
    """Change a translation of a text by itself into another."""

    def spoil(file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        assert f'msgstr "{old}"' in text
        file.write_text(text.replace(f'msgstr "{old}"', f'msgstr "{new}"', 1), encoding="utf-8")

    return spoil


def damage(file: Path) -> None:
    file.write_bytes(b"msgid \xff")


def mark_fuzzy(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\n\nmsgctxt", "\n\n#, fuzzy\nmsgctxt", 1), encoding="utf-8")


def forget_a_text(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r'msgctxt "[^"]*titel"\nmsgid "Typ de code"\nmsgstr "Typ de code"\n', "", text), "utf-8")


def forget_the_head(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("spreekt: nee", "spreekt: misschien"), encoding="utf-8")


BINNEN = "Doe dit binnen {code_dagen} dagen."
TRANSLATIONS: list[tuple[str, str, Spoil, str]] = [
    ("VERT-801", "en", damage, "niet te lezen"),
    ("VERT-801", "en", words("Typ de code", "Typ de code\\"), "Typ de code"),
    ("VERT-801", "en", Path.unlink, "is er nog niet"),
    ("VERT-802", "en", forget_a_text, "1 teksten van forms/"),
    ("VERT-803", "en", words("Typ de code", ""), "1 teksten zijn nog niet vertaald"),
    ("VERT-803", "en", mark_fuzzy, "1 teksten zijn nog niet vertaald"),
    ("VERT-804", "en", forget_the_head, "spreekt: nee"),
    ("VERT-811", "en", words(BINNEN, "Do this within {days} days."), "code_dagen, days"),
    ("VERT-812", "en", words("Typ de code", "Type it at digid.nl"), "digid.nl"),
    ("VERT-813", "en", words("van 8.00 tot 22.00 uur", "from 8.00 to 23.00"), "22, 23"),
    ("VERT-814", "ar", words("Typ de code", "\u2066Typ de code"), "U+2069"),
    ("VERT-814", "ar", words("Typ de code", "\u2069Typ\u2066 de code"), "U+2069"),
    ("VERT-815", "ar", words("Typ de code", "12 34"), "verkeerde volgorde"),
]


def found(forms: Path, code: str) -> list[Problem]:
    _library, problems = check(forms, forms.parent / "translations", TODAY)
    return [problem for problem in problems if problem.code == code]


@pytest.mark.parametrize(("code", "file", "old", "new", "part"), SPOILT)
def test_what_is_spoilt_is_told(
    code: str, file: str, old: str, new: str, part: str, forms: Path, change: Callable[[str, str, str], None]
) -> None:
    assert found(forms, code) == [] or code == "OUD-703"
    change(file, old, new)
    told = found(forms, code)
    assert any(part in str(problem) for problem in told), told
    assert all(problem.place.file == f"forms/{file}" for problem in told if part in str(problem))


@pytest.mark.parametrize(("code", "language", "spoil", "part"), TRANSLATIONS)
def test_a_spoilt_translation_is_told(code: str, language: str, spoil: Spoil, part: str, forms: Path) -> None:
    file = catalogue(forms, language, {})
    assert found(forms, code) == []
    spoil(file)
    (problem,) = found(forms, code)
    assert part in str(problem)
    assert problem.place.file == f"translations/{language}/LC_MESSAGES/forms.po"


def test_an_outcome_that_leads_nowhere_is_told(forms: Path, change: Callable[[str, str, str], None]) -> None:
    change(GUIDE, "kanalen: [telefoon]\n", "")
    assert found(forms, "GIDS-225") == []
    change(GUIDE, "    kanaal: telefoon\n", "")
    (problem,) = found(forms, "GIDS-225")
    assert (problem.place.line, problem.weight) == (53, "warning")
    assert "bellen" in problem.cause
    change(GUIDE, "    titel: Bel DigiD\n", "    titel: Bel DigiD\n    kanaal: geen\n")
    assert found(forms, "GIDS-225") == []


@pytest.mark.parametrize(("day", "number"), [("2026-11-27", 0), ("2026-11-26", 1), ("ooit", 0)])
def test_a_life_event_that_should_be_checked_again_is_told(day: str, number: int, forms: Path) -> None:
    file = forms / "levensgebeurtenissen.yaml"
    rows = f"levensgebeurtenissen:\n  trouwen:\n    controle:\n      opnieuw_controleren_voor: {day}\n"
    file.write_text(f"schema: levensgebeurtenissen/1\n{rows}", encoding="utf-8")
    told = found(forms, "OUD-705")
    assert len(told) == number
    assert all("trouwen moest voor 2026-11-26" in problem.cause for problem in told)


def test_a_fact_that_nothing_uses_is_told(forms: Path, change: Callable[[str, str, str], None]) -> None:
    assert found(forms, "FEIT-405") == []
    change("organisaties.yaml", ", open: digid_open", "")
    (problem,) = found(forms, "FEIT-405")
    assert "digid_open" in problem.cause
    assert problem.weight == "warning"


@pytest.mark.parametrize("number", ["\u206688 12\u2069", "2026", "\u20668-9\u2069 of \u20661 2\u2069"])
def test_a_number_that_is_kept_together_is_fine(number: str, forms: Path) -> None:
    file = catalogue(forms, "ar", {})
    words("Typ de code", number)(file)
    assert found(forms, "VERT-814") == found(forms, "VERT-815") == []


def in_sources() -> set[str]:
    files = [path for folder in SOURCES for path in (ROOT / folder).rglob("*.py")]
    return set(re.findall(r'"((?:[A-Z]+)-\d{3})"', "".join(path.read_text(encoding="utf-8") for path in files)))


def test_every_code_of_the_editor_is_tried_above() -> None:
    tried = {case[0] for case in SPOILT} | {case[0] for case in TRANSLATIONS} | {"FEIT-405", "OUD-705", "VERT-805"}
    editor = {code for code in in_sources() if re.match("TAAL|OUD|VERT|KORT", code)}
    assert editor <= tried
    assert {f"GIDS-{number}" for number in (222, 223, 224, 226, 227, 228, 229)} <= tried


def test_every_code_is_documented_and_no_other() -> None:
    text = (paths.forms() / "FOUTEN.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| ([A-Z]+-\d{3}) \|", text, re.MULTILINE)
    assert len(told) == len(set(told))
    families = {code.partition("-")[0] for code in in_sources()}
    assert {code for code in told if code.partition("-")[0] in families} == in_sources()
    rows = [line.split(" | ") for line in text.splitlines() if re.match(r"\| [A-Z]+-\d", line)]
    assert all(len(row) == 4 and all(part.strip(" |") for part in row) for row in rows)
