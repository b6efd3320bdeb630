"""Every mistake in the life events and the urgent situations is told, all at once, each with a stable code."""

from pathlib import Path

import pytest

from ido_kiosk.finding.content import situation_reader
from ido_kiosk.finding.content.loading import load_situations
from ido_kiosk.finding.content.situation_reader import read_situations
from ido_kiosk.finding.content.situations import CURRENT_FILE as CURRENT
from ido_kiosk.finding.content.situations import LIFE_FILE as LIFE
from ido_kiosk.finding.content.situations import URGENT_FILE as URGENT
from ido_kiosk.finding.content.situations import Situations
from ido_kiosk.guides.content.library_reader import read_library
from ido_shared.content.code_reader import read_codes
from ido_shared.content.problems import ContentError, Report
from ido_shared.content.wording import wordings_in
from tests.mistakes import assert_told, change, codes_in, copied

SAMPLE = Path(__file__).parents[1] / "content" / "sample"

MISTAKES = [  # code, file, what stands there, what an editor makes of it, part of what is told
    ("VELD-207", LIFE, "schema: levensgebeurtenissen/1", "schema: levens/1", "levensgebeurtenissen/1"),
    ("VELD-202", LIFE, "    kort: Er verandert veel.\n", "", "kort ontbreekt"),
    ("VELD-211", LIFE, "onderwerp: DGA", "onderwerp: DGAA", "Bedoelde u: DGA?"),
    ("VELD-211", LIFE, "gids: voorbeeld", "gids: voorbeelt", "Bedoelde u: voorbeeld?"),
    ("VELD-211", LIFE, "organisatie: DIGID", "organisatie: DIGIT", "Bedoelde u: DIGID?"),
    ("VELD-211", LIFE, "bronnen: [digid]", "bronnen: [digit]", "Bedoelde u: digid?"),
    ("VELD-211", LIFE, "{code_dagen}", "{code_dage}", "Bedoelde u: code_dagen?"),
    ("VELD-201", LIFE, "        kanaal: telefoon", "        kannaal: telefoon", "Bedoelde u: kanaal?"),
    ("VELD-210", LIFE, "      adres:", "      Adres!:", "kleine letters"),
    ("VELD-208", LIFE, "geschreven_op: 2026-11-01", "geschreven_op: vandaag", "2026-11-20"),
    ("GIDS-211", LIFE, ", zonder: Zo snel mogelijk}", "}", "zonder: …"),
    ("GIDS-215", LIFE, "- Geef uw adres door.", "- Doe dit in 5 dagen.", "Dit kan veranderen: 5 dagen"),
    ("GIDS-220", LIFE, "{soort: programma, datum", "{soort: mens, datum", "door: …"),
    (
        "LEVEN-601",
        LIFE,
        "      adres:\n        titel: Geef uw adres door\n        doen:\n          - Geef uw adres door.\n",
        "",
        "minder",
    ),
    ("LEVEN-602", LIFE, "        kanaal: telefoon\n", "", "allebei"),
    ("LEVEN-603", LIFE, "kanaal: telefoon", "kanaal: post", "Kies: telefoon."),
    ("VELD-202", URGENT, "    onderwerp: DGA\n", "", "onderwerp ontbreekt"),
    ("VELD-211", URGENT, "{feit: digid_telefoon}", "{feit: digid_fax}", "Er is geen feit"),
    ("SPOED-601", URGENT, "      - Bel nu.\n", "      - Bel nu.\n" * 7, "hooguit 6"),
    (
        "SPOED-602",
        URGENT,
        "    bel:\n      - {organisatie: DIGID, kanaal: telefoon}\n      - {feit: digid_telefoon}\n",
        "",
        "wie de bezoeker nu belt",
    ),
    ("SPOED-603", URGENT, "{organisatie: DIGID, kanaal: telefoon}", "{organisatie: DIGID}", "allebei"),
    (
        "SPOED-604",
        URGENT,
        "{organisatie: DIGID, kanaal: telefoon}",
        "{organisatie: GEM, kanaal: telefoon}",
        "Kies: balie.",
    ),
    ("ACT-601", CURRENT, "laatste_dag: code_dagen", "laatste_dag: digid_telefoon", "geen laatste dag"),
    ("GIDS-211", CURRENT, ", zonder: De code werkt even.}", "}", "zonder: …"),
    ("VELD-211", CURRENT, "gids: voorbeeld", "gids: voorbeelt", "Bedoelde u: voorbeeld?"),
    ("VELD-209", CURRENT, "dagen: 30", "dagen: veel", "heel getal"),
    ("SPOED-605", URGENT, "{feit: digid_telefoon}", "{}", "een ervan"),
    ("SPOED-606", URGENT, "      doet_niet: [Zelf bellen.]\n", "", "de vrijwilliger niet doet"),
    ("GIDS-212", URGENT, "[Goed dat u komt.]", '["Bel {digid_telefoon}."]', "feit"),
]


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    return copied(SAMPLE, tmp_path)


def read(forms: Path) -> tuple[Situations, Report]:
    report = Report()
    library = read_library(forms, Report())
    return read_situations(forms, library, read_codes(forms, Report()), report), report


@pytest.mark.parametrize(("code", "file", "old", "new", "part"), MISTAKES)
def test_a_mistake_of_an_editor_is_told(code: str, file: str, old: str, new: str, part: str, forms: Path) -> None:
    change(forms, file, old, new)
    assert_told(read(forms)[1].problems, code, file, part)


def test_every_code_is_tried_above() -> None:
    known = codes_in([Path(situation_reader.__file__)])
    assert known and known <= {case[0] for case in MISTAKES}


def test_the_sample_has_no_mistakes() -> None:
    assert read(SAMPLE)[1].problems == []


def test_all_mistakes_of_both_files_come_out_at_once(forms: Path) -> None:
    change(forms, LIFE, "gids: voorbeeld", "gids: voorbeelt")
    change(forms, URGENT, "{feit: digid_telefoon}", "{}")
    change(forms, URGENT, "onderwerp: DGA", "onderwerp: DGX")
    library, codes = read_library(forms, Report()), read_codes(forms, Report())
    assert codes is not None
    with pytest.raises(ContentError) as told:
        load_situations(forms, library, codes, forms.parent / "cache", "test")
    assert sorted(problem.code for problem in told.value.problems) == ["SPOED-605", "VELD-211", "VELD-211"]


@pytest.mark.parametrize("file", [LIFE, URGENT, CURRENT])
def test_a_file_that_is_not_there_is_told(file: str, forms: Path) -> None:
    (forms / file).unlink()
    assert [problem.code for problem in read(forms)[1].problems] == ["LEES-101"]


def test_a_guide_with_mistakes_still_counts_as_there(forms: Path) -> None:
    (forms / "gidsen" / "voorbeeld.yaml").write_text("{", encoding="utf-8")
    assert read(forms)[1].problems == []


def test_a_letter_that_is_not_there_is_told_and_one_with_mistakes_counts_as_there(forms: Path) -> None:
    (forms / "brieven").mkdir()
    (forms / "brieven" / "huur.yaml").write_text("{", encoding="utf-8")
    change(forms, LIFE, "gids: voorbeeld", "brief: huur")
    assert read(forms)[1].problems == []
    change(forms, LIFE, "brief: huur", "brief: huurt")
    assert_told(read(forms)[1].problems, "VELD-211", LIFE, "Bedoelde u: huur?")


def test_what_was_read_is_the_same_from_the_cache(forms: Path, tmp_path: Path) -> None:
    library, codes = read_library(forms, Report()), read_codes(forms, Report())
    assert codes is not None
    first = load_situations(forms, library, codes, tmp_path / "cache", "test")
    assert list((tmp_path / "cache").glob("Situations-*"))
    assert load_situations(forms, library, codes, tmp_path / "cache", "test") == first


def test_every_text_has_a_path_of_its_own_that_stays() -> None:
    texts = {wording.context: wording.dutch for wording in wordings_in(read(SAMPLE)[0])}
    assert texts["levensgebeurtenissen/achttien-worden/titel"] == "18 jaar worden"
    assert texts["levensgebeurtenissen/achttien-worden/punten/adres/titel"] == "Geef uw adres door"
    assert any(context.startswith("actueel/code/") for context in texts)
    assert texts["spoed/misbruik/titel"] == "Iemand gebruikt mijn DigiD"
    assert any(context.startswith("spoed/misbruik/nu/") for context in texts)
    assert any(context.startswith("spoed/misbruik/tips/zegt/") for context in texts)
