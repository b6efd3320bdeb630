"""Every mistake in a content file is told with its place, a stable code, the cause and the remedy."""

from pathlib import Path

import pytest

from ido_kiosk.guides.content.library_reader import read_library
from ido_shared.content import nodes
from ido_shared.content.problems import ContentError, Place, Problem, Report
from tests.mistakes import assert_told, change, codes_in, copied

SAMPLE = Path(__file__).parent / "sample"
ROOT = Path(__file__).parents[2]
CODE_SOURCES = (ROOT / "ido_shared/content", ROOT / "ido_kiosk/guides/content")

YAML = [  # code, text, line, column, part of what is told
    ("LEES-102", b"a: \xff", 1, 1, "UTF-8"),
    ("LEES-103", "a:\n\t- b", 2, 1, "een tab"),
    ("LEES-103", "a: b\x07", 1, 5, "onzichtbaar"),
    ("LEES-104", "tekst: Let op: dit telt", 1, 14, "aanhalingstekens"),
    ("LEES-104", "a: - b", 1, 4, "nieuwe regel"),
    ("LEES-105", "a: @ib", 1, 4, "dit teken"),
    ("LEES-105", "a: *let op*", 1, 4, "dit teken"),
    ("LEES-105", "a: %5 van alles", 1, 4, "dit teken"),
    ("LEES-104", "a: “let op: bel”", 1, 11, "aanhalingstekens"),
    ("LEES-106", "a: 'b\nc: d", 1, 4, "niet meer dicht"),
    ("LEES-108", "a: 'zo'n code", 1, 8, "aanhalingsteken"),
    ("LEES-108", "a:\n  b: c\n d: e", 3, 2, "recht onder elkaar"),
    ("LEES-112", "a:\n- x\n - y\nb: c", 3, 2, "recht onder het streepje erboven"),
    ("LEES-107", "a: [b, c\nd: e", 1, 4, "Sluit het haakje"),
    ("LEES-112", "a:\n  - x\n  -b\nc: d", 3, 3, "spatie na het streepje"),
    ("LEES-106", 'a: "b\nc: "d, e"\nf: g', 1, 4, "niet meer dicht"),
    ("LEES-108", 'a: "b\n  c"\nd:\n  e: f\n   g: h', 5, 4, "twee spaties voor elk niveau"),
    ("LEES-106", "a: 's avonds", 1, 4, "'s of 't"),
    ("LEES-104", "a: “let op: bel”", 1, 11, "rechte aanhalingstekens"),
    ("LEES-107", "a: {b: Het is {c} jaar, d: e}", 1, 4, "Staat er een feit"),
    ("LEES-108", "a: {naam} mag bellen", 1, 11, "past niet"),
    ("LEES-108", "? [a, b]\n: c", 1, 3, "naam van een veld"),
    ("LEES-109", "---\na: b\n---\nc: d", 3, 1, "LEESMIJ"),
    ("LEES-110", "", 1, 1, "leeg"),
    ("LEES-110", "# alleen een opmerking", 1, 1, "leeg"),
    ("LEES-110", "- a\n- b", 1, 1, "begint niet met een veld"),
    ("LEES-111", "a: Kies knop #2 rechts", 1, 14, "vanaf #2 gaat verloren"),
    ("LEES-111", "a: b\n#c: d", 2, 1, "spatie na #"),
    ("LEES-111", "a: #2", 1, 4, "verloren"),
    ("LEES-112", "a:\n  - x\n   -b", 3, 4, "streepje"),
    ("LEES-112", "a:\n  -b", 2, 3, "spatie erachter"),
    ("LEES-113", "a: &let op", 1, 4, "eerste woord"),
    ("LEES-113", "a: !belangrijk lees dit", 1, 4, "eerste woord"),
    ("LEES-114", "a: b\nc: d\na: e", 3, 1, "ook op regel 1"),
]

GUIDE, FACTS, BODIES, CODES = "gidsen/voorbeeld.yaml", "feiten.yaml", "organisaties.yaml", "registratie.yaml"
CONTENT = [  # code, file, what stands there, what an editor makes of it, part of what is told
    ("VELD-201", GUIDE, "titel: Een voorbeeld", "titel: Een voorbeeld\nkosen: Gratis", "Bedoelde u: kosten?"),
    ("VELD-201", GUIDE, "{id: ja, tekst: Ja, naar", "{id: ja, tekst: Ja, graag, naar", "komma in een tekst"),
    ("VELD-201", GUIDE, "geen_mobiel:", "geen_mobil:", "Bedoelde u: geen_mobiel?"),
    ("VELD-202", GUIDE, "kosten: Gratis\n", "", "kosten ontbreekt"),
    ("LEES-104", GUIDE, "- Kies Activeren.", "- Let op: kies iets.", '"Let op: …"'),
    ("LEES-104", GUIDE, "- Kijk weg bij de code.", "- tip: kijk weg.", '"tip: …"'),
    ("LEES-104", GUIDE, "- tekst: De brief\n    hulp: Daar staat de code in.", "- Brief: de nieuwste.", '"Brief: …"'),
    ("VELD-203", GUIDE, "kort: Zo werkt het.", "kort: {naam}", "leest YAML als velden"),
    ("VELD-203", GUIDE, "kort: Zo werkt het.", "kort:\n  - Zo werkt het.", "achter de dubbele punt"),
    ("VELD-204", GUIDE, "kanalen: [telefoon]", "kanalen: telefoon", "kanalen: [een, twee]"),
    ("VELD-205", GUIDE, "controle:\n", "controle: ja\nx:\n", "horen velden"),
    ("VELD-206", GUIDE, "kort: Zo werkt het.", "kort:", "staat niets"),
    ("VELD-206", CODES, "kanalen:\n  BAL: Balie", "kanalen: {}", "staat niets"),
    ("VELD-207", GUIDE, "grens: wegwijzen", "grens: wegwijze", "Bedoelde u: wegwijzen?"),
    ("VELD-208", GUIDE, "geschreven_op: 2026-11-01", "geschreven_op: 1 november 2026", "2026-11-20"),
    ("VELD-208", GUIDE, "geschreven_op: 2026-11-01", "geschreven_op: 2026-02-30", "geen datum"),
    ("VELD-209", GUIDE, "duur_minuten: 5", "duur_minuten: vijf", "heel getal"),
    ("VELD-210", GUIDE, "{id: ja,", "{id: Ja!,", "kleine letters"),
    ("VELD-210", CODES, "  OPG:", "  opg:", "hoofdletters"),
    ("VELD-211", GUIDE, "onderwerp: DGA", "onderwerp: DGAA", "Bedoelde u: DGA?"),
    ("VELD-211", GUIDE, "{code_dagen}", "{code_dage}", "Bedoelde u: code_dagen?"),
    ("VELD-211", GUIDE, "bronnen: [digid]", "bronnen: [digit]", "Bedoelde u: digid?"),
    ("VELD-211", GUIDE, "kanalen: [telefoon]", "kanalen: [fax]", "Er is geen kanaal"),
    (
        "VELD-211",
        GUIDE,
        "tekst: [U kunt inloggen.]",
        "tekst: [U kunt inloggen.]\n    verder: [iets]",
        "Er is geen gids",
    ),
    ("VELD-211", BODIES, "feit: digid_telefoon", "feit: digid_fax", "Er is geen feit"),
    (
        "VELD-211",
        FACTS,
        "bron: digid\n    gecontroleerd_op: 2026-11-02",
        "bron: x\n    gecontroleerd_op: 2026-11-02",
        "bron",
    ),
    ("VELD-211", CODES, "INL, DO, DIGID, MEE]", "INL, DO, DIGIT, MEE]", "Bedoelde u: DIGID?"),
    ("LIJST-301", CODES, '["App, of iets anders"', "[App, of iets anders", "precies 5 delen"),
    ("LIJST-302", CODES, "[Meegekeken, a]", "[Meegekeken, f]", "a, b, c, d of e"),
    ("FEIT-401", "bronnen.yaml", "https://www.digid.nl/code", "www.digid.nl", "https://"),
    ("FEIT-402", FACTS, "waarde: 21", "waarde: 21\n    tekst: eenentwintig", "een ervan"),
    ("FEIT-404", FACTS, "tekst: van 8.00 tot 22.00 uur", "tijden: {maandag: 8.00-22.00}", "ma-vr: 9.00-17.00"),
    ("FEIT-403", FACTS, "geldig_tot: 2026-12-31", "geldig_tot: 2025-12-31", "voordat het begint"),
    ("FEIT-406", FACTS, "gecontroleerd_op: 2026-11-02", "gecontroleerd_op: 2023-12-31", "betrouwbaar: B"),
    ("ORG-501", BODIES, "  GEM:", "  GEMEE:", "heeft hier geen naam"),
    ("ORG-503", BODIES, "  GEM:", "  GEMM:", "vastleggen_als: … Bedoelde u: GEM?"),
    ("ORG-502", BODIES, "{soort: balie, tekst: Het gemeentehuis.}", "{soort: balie}", "een feit of een tekst"),
    ("GIDS-201", GUIDE, "id: voorbeeld", "id: voorbeelt", "id: voorbeeld"),
    ("GIDS-202", GUIDE, "begin: brief", "begin: brieff", "Bedoelde u: brief?"),
    ("GIDS-203", GUIDE, "naar: typen}", "naar: type}", "Bedoelde u: typen?"),
    ("GIDS-203", GUIDE, "geen_mobiel: bellen", "geen_mobiel: belen", "Bedoelde u: bellen?"),
    ("GIDS-204", GUIDE, "    naar: klaar\n", "", "niet hoe het verder gaat"),
    ("GIDS-205", GUIDE, "naar: typen}", "naar: bellen}", "Niemand komt ooit bij typen"),
    ("GIDS-206", GUIDE, "naar: klaar\n", "naar: brief\n", "brief, typen"),
    ("GIDS-208", GUIDE, "      - {id: nee, tekst: Nee, naar: bellen}\n", "", "twee tot 4 keuzes"),
    ("GIDS-208", GUIDE, "{id: nee, tekst: Nee", "{id: ja, tekst: Nee", "eigen id"),
    ("GIDS-209", GUIDE, "    geen_weet_niet: U ziet de brief of niet.\n", "", "dat weet ik niet"),
    (
        "GIDS-210",
        GUIDE,
        "\n  klaar:\n",
        "\n  typen:\n    soort: goed\n    titel: X\n    tekst: [Y.]\n  klaar:\n",
        "in gebruik",
    ),
    ("GIDS-211", GUIDE, "        zonder: Wacht niet te lang.\n", "", "zonder: …"),
    ("GIDS-212", GUIDE, "- Kijk weg bij de code.", "- Dat is {code_dagen} dagen.", "Hier kan geen feit staan"),
    ("GIDS-213", GUIDE, "  spoed: {nvt: Er is geen haast.}\n", "", "zegt niets over spoed"),
    ("GIDS-213", GUIDE, "spoed: {nvt: Er is geen haast.}", "spoed: nvt", "{nvt: waarom niet}"),
    ("GIDS-214", GUIDE, "{code_dagen}", "{Code dagen}", "haakje"),
    ("GIDS-215", GUIDE, "- Kies Activeren.", "- Wacht 5 werkdagen.", "Dit kan veranderen: 5 werkdagen"),
    ("GIDS-215", GUIDE, "- Kies Activeren.", "- Bel 088 123 65 55.", "feiten.yaml"),
    ("GIDS-215", GUIDE, "- Kies Activeren.", "- Ga naar www.gemeente.nl of digid.nl.", "www.gemeente.nl"),
    ("GIDS-215", GUIDE, "- Kies Activeren.", "- Mail naar hulp@digid.nl.", "hulp@digid.nl"),
    ("GIDS-215", GUIDE, "- Kies Activeren.", "- Het kost € 2.", "feiten.yaml"),
    ("GIDS-216", GUIDE, "uitkomst: klaar", "uitkomst: bellen", "komt uit bij klaar"),
    ("GIDS-217", GUIDE, "{brief: ja}", "{brief: ja, typen: ja}", "antwoord bij typen"),
    (
        "GIDS-218",
        GUIDE,
        "{brief: nee}\n    uitkomst: bellen",
        "{brief: ja}\n    uitkomst: klaar",
        "Geen proefrit kiest",
    ),
    ("GIDS-219", GUIDE, "{brief: nee}", "{brief: neen}", "Bedoelde u: nee?"),
    ("GIDS-221", GUIDE, "    resultaat: NIE\n", "", "Hier mag staan: NIE, OPG, WAC."),
    ("VELD-211", GUIDE, "resultaat: NIE", "resultaat: NEI", "Bedoelde u: NIE?"),
    ("VELD-211", CODES, "  DGA: [sms", "  DGS: [sms", "Er is geen onderwerp met de naam DGS."),
    ("VELD-204", CODES, "[sms, inloggen lukt niet]", "sms", "Bij DGA hoort een lijst."),
    ("GIDS-220", GUIDE, "{soort: programma, datum", "{soort: mens, datum", "door: …"),
]


def told(folder: Path) -> Report:
    report = Report()
    read_library(folder, report)
    return report


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    return copied(SAMPLE, tmp_path)


@pytest.mark.parametrize(("code", "text", "line", "column", "part"), YAML)
def test_what_yaml_would_lose_or_refuse_is_told(
    code: str, text: str | bytes, line: int, column: int, part: str, tmp_path: Path
) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    report = Report()
    nodes.read_file(file, "x.yaml", report)
    assert [(problem.code, problem.place) for problem in report.problems] == [(code, Place("x.yaml", line, column))]
    assert part in str(report.problems[0])


@pytest.mark.parametrize(("code", "file", "old", "new", "part"), CONTENT)
def test_a_mistake_of_an_editor_is_told(code: str, file: str, old: str, new: str, part: str, forms: Path) -> None:
    change(forms, file, old, new)
    assert_told(told(forms).problems, code, file, part)


@pytest.mark.parametrize("code", ["OPG", "WAC"])
def test_a_result_that_a_guide_has_by_itself_must_be_in_the_list(code: str, forms: Path) -> None:
    change(forms, CODES, f"  {code}: ", "  XXX: ")
    (problem,) = told(forms).problems
    assert (problem.code, problem.place.file) == ("VELD-211", GUIDE)
    assert f"Er is geen resultaat met de naam {code}." in str(problem)


def test_the_sample_has_no_mistakes() -> None:
    assert told(SAMPLE).problems == []


def test_a_file_that_is_not_there_is_told(forms: Path) -> None:
    (forms / FACTS).unlink()
    assert [problem.code for problem in told(forms).problems] == ["LEES-101"]


def test_too_many_steps_are_told(forms: Path) -> None:
    steps = "".join(f"  s{n}:\n    titel: T\n    doen: [Doe dit.]\n    naar: s{n + 1}\n" for n in range(11))
    steps += "  s11:\n    titel: T\n    doen: [Doe dit.]\n    naar: klaar\n"
    change(forms, GUIDE, "uitkomsten:\n", f"{steps}uitkomsten:\n")
    change(forms, GUIDE, "    naar: klaar\n", "    naar: s0\n")
    assert [problem.code for problem in told(forms).problems] == ["GIDS-207"]


def test_every_code_is_tried_above() -> None:
    known = codes_in(path for folder in CODE_SOURCES for path in folder.glob("*.py"))
    assert known == {case[0] for case in [*YAML, *CONTENT]} | {"LEES-101", "GIDS-207"}


def test_all_mistakes_of_all_files_come_out_at_once(forms: Path) -> None:
    change(forms, GUIDE, "naar: typen}", "naar: type}")
    change(forms, GUIDE, "grens: wegwijzen", "grens: alles")
    change(forms, FACTS, "waarde: 21", "waarde: 21\n    tekst: x")
    change(forms, CODES, "[Meegekeken, a]", "[Meegekeken, f]")
    assert sorted(problem.code for problem in told(forms).problems) == ["FEIT-402", "GIDS-203", "LIJST-302", "VELD-207"]


def test_a_mistake_reads_as_agreed(forms: Path) -> None:
    change(forms, GUIDE, "naar: bellen}", "naar: belen}")
    assert str(ContentError(told(forms).errors)) == (
        "gidsen/voorbeeld.yaml, regel 35, kolom 37   GIDS-203\n"
        'Bij stap brief, keuze "nee" staat: naar: belen\n'
        "Die stap of uitkomst bestaat niet. Bedoelde u: bellen?"
    )


def test_every_value_is_text() -> None:
    report = Report()
    table = nodes.read_text("a: 088\nb: 12:30\nc: ja\nd: 2026-11-26\ne: ~\nf: 'x'\ng: |\n  een\n  #twee", "x", report)
    assert table is not None
    assert [node.value for _key, node in table.rows if isinstance(node, nodes.Text)] == [
        "088", "12:30", "ja", "2026-11-26", "~", "x", "een\n#twee",
    ]  # fmt: skip
    assert report.problems == []


def test_comments_and_windows_files_are_fine() -> None:
    report = Report()
    assert nodes.read_text("a: b # uitleg\n## kop\nc: d#e\n", "x", report) is not None
    assert report.problems == []


def test_problems_are_in_the_order_of_the_file() -> None:
    first, second = (Problem(Place("x", line), "A-1", "", "") for line in (2, 10))
    assert ContentError([second, first]).problems == [first, second]


def test_what_was_remembered_is_told_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "_remembered", [])
    for remembers in (False, True, True):
        if remembers:
            nodes.remember()
        report = Report()
        table = nodes.read_text("a: b\na: c", "x", report)
        assert table is not None and len(table.rows) == 1
        assert [problem.code for problem in report.problems] == ["LEES-114"]
    assert nodes.read_text("a: b", "x", Report()) is not nodes.read_text("a: c", "x", Report())
