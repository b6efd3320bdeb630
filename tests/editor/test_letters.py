"""Letters in ido-forms: check, begin, translate, list, print blank, fill in from JSON."""

import io
import json
import re
import shutil
import sys
from pathlib import Path

import pypdfium2
import pytest
from babel.messages.pofile import read_po, write_po

from ido_kiosk.base import paths
from ido_kiosk.editor import catalogues
from ido_kiosk.editor.commands import main
from tests.editor.conftest import Change
from tests.editor.making import catalogue

Out = pytest.CaptureFixture[str]
BinaryOut = pytest.CaptureFixture[bytes]
SAMPLE = Path(__file__).parents[1] / "letters" / "sample"
LETTER = "brieven/voorbeeldbrief.yaml"
FILLED = {"naam": "Jo de Vries", "plaats": "Ons Dorp", "organisatie": "TOE", "reden": "Ik heb geen computer."}


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    """The sample of guides, with what the sample letter needs."""
    made = Path(shutil.copytree(SAMPLE.parents[1] / "content" / "sample", tmp_path / "forms"))
    (made / "brieven").mkdir()
    shutil.copy(SAMPLE / "brieven" / "voorbeeld.yaml", made / LETTER)
    replace_in(made / LETTER, "id: voorbeeld", "id: voorbeeldbrief")  # the sample guide has that name
    shutil.copy(paths.forms() / "enveloppen.yaml", made)
    for name in ("feiten.yaml", "bronnen.yaml"):
        _head, rows = (SAMPLE / name).read_text(encoding="utf-8").split(f"{name.removesuffix('.yaml')}:\n", 1)
        (made / name).write_text((made / name).read_text(encoding="utf-8") + rows, encoding="utf-8")
    digid = (made / "organisaties.yaml").read_text(encoding="utf-8").split("  GEM:")[0].split("organisaties:\n")[1]
    replace_in(made / "organisaties.yaml", None, (SAMPLE / "organisaties.yaml").read_text(encoding="utf-8") + digid)
    replace_in(
        made / "registratie.yaml", "organisaties: [DIGID, GEM]", "organisaties: [DIGID, TOE, SVB, DUO, GEM, IND, WOC]"
    )
    replace_in(
        made / "registratie.yaml", "zoekwoorden:", "  MOB: [Weer post op papier, INL, DO, GEM, MEE]\nzoekwoorden:"
    )
    replace_in(made / LETTER, "gidsen: [weer-post]", "gidsen: [voorbeeld]")
    return made


def replace_in(file: Path, old: str | None, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old is None or old in text
    file.write_text(new if old is None else text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(forms: Path, capsys: Out) -> dict[str, str]:
    """What the check tells, by code, of the files of letters."""
    main(["check", str(forms)])
    parts = capsys.readouterr().out.split("\n\n")
    heads = [(re.search(r"forms/brieven/\S+, .*   ([A-Z]+-\d+)", part), part) for part in parts]
    return {found[1]: part for found, part in heads if found}


SPOILT = [  # what stands there, what an editor makes of it, code, part of what is told
    ("uitleg: U noemt de brief.", "uitleg: U noemt, indien u dat wilt, de brief.", "TAAL-603", "Schrijf liever"),
    ("tekst: Ik wil al mijn post van u", "tekst: Ik wil nu en later en altijd en ook daarna al mijn gewone post van u",
     "TAAL-601", "woorden"),
    ("  - Zet uw handtekening.", "  - Zet je handtekening.", "TAAL-606", "Schrijf overal u"),
    ("titel: Post op papier", "titel: TODO", "BRIEF-224", "Nog te doen: titel: TODO"),
    ("status: nakijken", "status: klaar", "BRIEF-227", "svb_post"),
    ("opnieuw_controleren_voor: 2027-05-26", "opnieuw_controleren_voor: 2026-11-26", "BRIEF-226", "2026-11-26"),
    ("adressen: {DUO: duo_klacht_post}\n", "", "BRIEF-225", "Van DUO, WOC weten we geen postadres."),
    ("grens: brief\n", "", "VELD-202", "grens ontbreekt"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "part"), SPOILT)
def test_the_check_covers_letters(
    old: str, new: str, code: str, part: str, forms: Path, change: Change, capsys: Out
) -> None:
    assert told(forms, capsys).keys() == {"BRIEF-225"}
    change(LETTER, old, new)
    found = told(forms, capsys)
    assert part in found[code]


def test_the_check_tells_which_explanation_is_not_whole(forms: Path, capsys: Out) -> None:
    assert main(["vertaal", str(forms), "--taal", "uk"]) == 0
    file = forms.parent / "translations" / "uk" / "LC_MESSAGES" / "forms.po"
    with file.open("rb") as source:
        catalogue = read_po(source)
    messages = [message for message in catalogue if message.id]
    for message in messages:
        message.string = "" if message.context == "brieven/voorbeeldbrief/kort" else message.id
    with file.open("wb") as target:
        write_po(target, catalogue)
    main(["check", str(forms)])
    assert "VERT-805" in (shown := capsys.readouterr().out) and "voorbeeldbrief (1)" in shown
    assert main(["vertaal", str(forms), "--taal", "ukk"]) == 2
    assert "Bedoelde u: uk?" in capsys.readouterr().err


def test_a_guide_with_the_post_as_a_way_needs_a_letter(forms: Path, change: Change, capsys: Out) -> None:
    change("gidsen/voorbeeld.yaml", "kanalen: [telefoon", "kanalen: [post, telefoon")
    main(["check", str(forms)])
    assert "BRIEF-228" not in capsys.readouterr().out
    change(LETTER, "gidsen: [voorbeeld]\n", "")
    main(["check", str(forms)])
    assert "De gids voorbeeld noemt de post als weg" in capsys.readouterr().out


def test_a_letter_that_is_named_as_a_guide_is_refused(forms: Path, change: Change, capsys: Out) -> None:
    assert main(["check", str(forms)]) == 0
    assert "BRIEF-229" not in capsys.readouterr().out
    change(LETTER, "id: voorbeeldbrief", "id: voorbeeld")
    (forms / LETTER).rename(forms / "brieven" / "voorbeeld.yaml")
    assert main(["check", str(forms)]) == 1
    shown = capsys.readouterr().out
    assert re.search(r"forms/brieven/voorbeeld\.yaml, regel 2, .* BRIEF-229", shown)
    assert "Er is ook een gids die voorbeeld heet." in shown


def test_the_check_covers_envelopes_and_counts_letters(forms: Path, change: Change, capsys: Out) -> None:
    assert main(["check", str(forms)]) == 0
    assert "7 organisaties, 1 brief." in capsys.readouterr().out
    change("enveloppen.yaml", "schema: enveloppen/1", "schema: enveloppen/2")
    assert main(["check", str(forms)]) == 1
    assert "forms/enveloppen.yaml" in capsys.readouterr().out


def test_a_fact_that_only_a_letter_uses_is_used(forms: Path, capsys: Out) -> None:
    main(["check", str(forms)])
    unused = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Niets gebruikt dit feit")]
    assert unused == ["Niets gebruikt dit feit: postzegel."]


def test_only_what_is_for_the_visitor_is_translated(forms: Path) -> None:
    dutch = {wording.dutch for wording in catalogues.texts(forms).all if wording.context.startswith("brieven/")}
    assert {"Post op papier", "Welke post", "Een afspraak", "U noemt de brief.", "Zet uw handtekening."} <= dutch
    assert {"Een kopie van de brief", "Bijvoorbeeld brieven over AOW.", "U krijgt antwoord."} <= dutch
    assert not any("bestuursrecht" in text or "Ik wil al mijn post" in text for text in dutch)


def test_a_new_letter_has_only_its_marks_to_do(forms: Path, capsys: Out) -> None:
    assert main(["new", "brief", "Post op papier, graag", "--forms", str(forms)]) == 0
    assert "ido-forms pdf post-op-papier-graag" in capsys.readouterr().out
    made = forms / "brieven" / "post-op-papier-graag.yaml"
    assert main(["check", str(forms)]) == 1
    shown = capsys.readouterr().out
    marks = [line for line in made.read_text("utf-8").splitlines() if "TODO" in line and not line.startswith("#")]
    assert shown.count("BRIEF-224") == len(marks) >= 8
    assert f"{len(marks)} fouten gevonden" in shown
    assert main(["pdf", made.stem, "--forms", str(forms)]) == 0
    made.write_text(made.read_text("utf-8").replace("TODO", "Iets"), "utf-8")
    assert main(["check", str(forms)]) == 0
    assert main(["new", "brief", "Post op papier graag", "--forms", str(forms)]) == 2
    assert "De brief post-op-papier-graag is er al" in capsys.readouterr().err


def test_the_list_shows_letters_to_people(forms: Path, capsys: Out) -> None:
    assert main(["list", "--forms", str(forms)]) == 0
    assert "Brieven:\nvoorbeeldbrief  Post op papier" in capsys.readouterr().out
    assert main(["list", "--json", "--forms", str(forms)]) == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)] == ["voorbeeld"]


def words_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def test_a_blank_letter_and_its_explanation(forms: Path) -> None:
    assert main(["pdf", "voorbeeldbrief", "--forms", str(forms), "--out", "brief.pdf"]) == 0
    assert "Betreft: Post op papier" in words_of(Path("brief.pdf").read_bytes())
    catalogue(forms, "en", {"U vraagt om post op papier.": "You ask for paper post."})
    made = ["pdf", "voorbeeldbrief", "--kind", "uitleg", "--lang", "en", "--forms", str(forms), "--out", "uitleg.pdf"]
    assert main(made) == 0
    assert "You ask for paper post." in words_of(Path("uitleg.pdf").read_bytes())


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["pdf", "voorbeeldbrief", "--kind", "kort"], "Hier mag staan: brief, uitleg."),
        (["letter"], "Zeg welke brief."),
        (["letter", "voorbeeldbrieff", "--fields", "-"], "Bedoelde u: voorbeeldbrief?"),
        (["letter", "voorbeeldbrief"], "--fields -"),
        (["letter", "voorbeeldbrief", "--fields", "nergens.json"], "nergens.json is niet te lezen"),
    ],
)
def test_wrong_use_ends_with_2(words: list[str], part: str, forms: Path, capsys: Out) -> None:
    assert main([*words, "--forms", str(forms)]) == 2
    assert part in capsys.readouterr().err


def fill_in(forms: Path, content: object, monkeypatch: pytest.MonkeyPatch) -> int:
    typed = content if isinstance(content, bytes) else json.dumps(content).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
    return main(["letter", "voorbeeldbrief", "--fields", "-", "--forms", str(forms)])


def test_a_letter_is_filled_in_and_nothing_is_stored(
    forms: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: BinaryOut
) -> None:
    before = sorted(Path().rglob("*"))
    assert fill_in(forms, FILLED | {"envelop": "c5-links", "kopie": True}, monkeypatch) == 0
    shown = capsysbinary.readouterr()
    words = words_of(shown.out)
    for part in ("Jo de Vries", "Ik heb geen computer.", "6401 JA", "Kopie voor uzelf"):
        assert part in words
    assert shown.err == b""
    assert sorted(Path().rglob("*")) == before


def test_the_address_of_the_own_letter_and_the_explanation(
    forms: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: BinaryOut
) -> None:
    own = ["Gemeente Ons Dorp", "Postbus 1", "1234 AB Ons Dorp"]
    assert fill_in(forms, FILLED | {"organisatie": "EIGEN", "adres": own}, monkeypatch) == 0
    assert "Gemeente Ons Dorp" in words_of(capsysbinary.readouterr().out)
    assert fill_in(forms, FILLED | {"uitleg": "nl"}, monkeypatch) == 0
    assert "Dit staat in de brief" in words_of(capsysbinary.readouterr().out)


def test_the_address_moves_with_the_offset_of_the_desk(
    forms: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: BinaryOut
) -> None:
    places = []
    for offset in ([0, 0], [2, -1.5]):
        assert fill_in(forms, FILLED | {"verschuiving": offset}, monkeypatch) == 0
        page = pypdfium2.PdfDocument(capsysbinary.readouterr().out)[0].get_textpage()
        found = page.search("6401 JA").get_next()
        places.append(page.get_charbox(found[0]))
    (left, bottom, *_rest), (moved_left, moved_bottom, *_rest) = places
    inch = 25.4 / 72
    assert ((moved_left - left) * inch, (moved_bottom - bottom) * inch) == pytest.approx((2, 1.5), abs=0.02)


REFUSED: list[tuple[object, str]] = [
    (FILLED | {"postcode": "x"}, "postcode: Dit lijkt geen postcode."),
    (FILLED | {"kenmerk": "A-1"}, "kenmerk: In dit kenmerk kan uw burgerservicenummer staan."),
    ({"naam": "Jo"}, "Kies aan wie u schrijft."),
    (FILLED | {"bsn": "1"}, "Deze brief heeft geen veld bsn."),
    (FILLED | {"envelop": "dl"}, "De envelop dl bestaat niet."),
    (FILLED | {"adres": "Postbus 1"}, "Bij adres hoort een lijst"),
    (FILLED | {"verschuiving": [11, 0]}, "Bij verschuiving horen twee getallen"),
    (FILLED | {"verschuiving": 3}, "Bij verschuiving horen twee getallen"),
    (FILLED | {"kopie": "ja"}, "true of false"),
    (FILLED | {"naam": 1}, "Bij naam hoort een tekst"),
    ([1], "geen JSON met velden"),
    (b"\xff", "geen JSON met velden"),
]


@pytest.mark.parametrize(("content", "part"), REFUSED)
def test_what_is_refused_is_told_and_ends_with_1(
    content: object, part: str, forms: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: BinaryOut
) -> None:
    assert fill_in(forms, content, monkeypatch) == 1
    shown = capsysbinary.readouterr()
    assert part in shown.err.decode()
    assert shown.out == b""


def test_a_letter_under_another_file_name_is_told(forms: Path, capsys: Out) -> None:
    (forms / LETTER).rename(forms / "brieven" / "voorbeeldbrief.yml")
    main(["check", str(forms)])
    shown = capsys.readouterr().out
    assert "forms/brieven/voorbeeldbrief.yml" in shown
    assert "LEES-115" in shown


def test_a_letter_has_no_steps(forms: Path, capsys: Out) -> None:
    (forms / LETTER).rename(forms / "brieven" / "post.yaml")
    replace_in(forms / "brieven" / "post.yaml", "id: voorbeeldbrief", "id: post")
    assert main(["pdf", "post", "--stap", "typen", "--forms", str(forms)]) == 2
    assert "Een brief heeft geen stappen." in capsys.readouterr().err
