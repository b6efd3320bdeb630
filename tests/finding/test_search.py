"""Finding: the right thing first, with the reason; in every language at once; and what else may have been meant."""

import pytest

from ido_kiosk.base import language, paths
from ido_kiosk.finding.service import Entry, Index, Spoken
from ido_shared.content.wording import Wording


def plain(kind: str, id_: str, title: str, *names: str, inside: tuple[str, ...] = ()) -> Entry:
    return Entry(
        kind,
        id_,
        Wording("", title),
        tuple(Wording("", name) for name in names),
        (),
        tuple(Wording("", it) for it in inside),
    )  # type: ignore[arg-type]


def dutch(_context: str, text: str) -> str:
    return text


DUTCH = Spoken("nl", dutch)


def found(index: Index, asked: str) -> list[str]:
    return [hit.entry.id for hit in index.search(asked)]


@pytest.mark.parametrize(
    "asked",
    ["digid aanvragen", "digit anvragen", "DigiDaanvragen", "inlogcode overheid", "ik wil digid aanvragen", "digi dee"],
)
def test_the_guide_comes_first(shelf: Index, asked: str) -> None:
    assert found(shelf, asked)[0] == "digid-aanvragen"


def test_the_reason_is_shown(shelf: Index) -> None:
    assert shelf.search("inlogcode overheid")[0].reason.dutch == "inlogcode overheid"
    assert shelf.search("digid aanvragen")[0].reason.dutch == "DigiD aanvragen"


@pytest.mark.parametrize("asked", ["", "  ", "xqzwv", "?!"])
def test_nothing_fits(shelf: Index, asked: str) -> None:
    assert shelf.search(asked) == []


def test_nothing_found_gives_words_that_are_on_the_shelf(shelf: Index) -> None:
    assert shelf.search("gemnte") == []
    (near, *_others) = shelf.suggestions("gemnte")
    assert near == "gemeente"
    assert shelf.search(near)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("digid aanv", "digid-aanvragen"),
        ("berich", "berichtenbox-beginnen"),
        ("verhu", "verhuizing"),
        ("zorgv", "zorgverzekering-overstappen"),
        ("opgel", "opgelicht"),
    ],
)
def test_half_a_word_is_enough(shelf: Index, asked: str, meant: str) -> None:
    assert meant in found(shelf, asked)[:3]


def test_a_word_misspelt_in_an_example_too_is_still_guessed_at(shelf: Index) -> None:
    """*rijbwijs* stands in an example of something else."""
    assert found(shelf, "rijbwijs")[0] == "rijbewijs-en-gezondheidsverklaring"


def test_no_suggestion_for_what_is_like_nothing(shelf: Index) -> None:
    assert shelf.suggestions("xqzwv") == []


@pytest.mark.parametrize("spoken", list(language.NAMES))
@pytest.mark.parametrize("asked", ["digid aanvragen", "apply for digid"])
def test_every_language_is_searched_whichever_is_spoken(shelf: Index, asked: str, spoken: str) -> None:
    language.use(spoken, paths.translations())
    assert found(shelf, asked)[0] == "digid-aanvragen"


def test_a_guide_goes_before_a_topic_that_fits_as_well() -> None:
    index = Index([plain("topic", "BOE", "Boete"), plain("guide", "boete", "Boete")], [DUTCH])
    assert found(index, "boete") == ["boete", "BOE"]


def test_a_title_goes_before_a_text_inside() -> None:
    inside = plain("guide", "verhuizing", "Verhuizing doorgeven", inside=("Kijk ook naar uw huurtoeslag.",))
    index = Index([inside, plain("topic", "THU", "Huurtoeslag")], [DUTCH])
    assert found(index, "huurtoeslag")[0] == "THU"


def test_the_most_specific_goes_first() -> None:
    titles = {"lang": "Huurtoeslag wijzigen, stoppen of terugbetalen", "kort": "Huurtoeslag"}
    index = Index([plain("guide", id_, title) for id_, title in titles.items()], [DUTCH])
    assert found(index, "huurtoeslag") == ["kort", "lang"]


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("gemachtigd", "Iemand machtigen"),
        ("machtiging", "Iemand machtigen"),
        ("boetes", "Boete betalen"),
        ("verhuisd", "Verhuizing doorgeven"),
        ("zorg verzekering", "Zorgverzekering"),
        ("huurtoeslagaanvragen", "Huurtoeslag aanvragen"),
        ("papieren", "Belastingpapieren"),
        ("belastingpapieren", "Belasting en toeslagen"),
        ("reibeweis", "Rijbewijs"),
        ("fergoeding", "Vergoeding"),
        ("indentiteitskaart", "Identiteitskaart"),
        ("vok", "VOG"),
    ],
)
def test_other_forms_split_joined_and_misspelt(asked: str, title: str) -> None:
    index = Index([plain("topic", "ANDER", "Fiets gestolen"), plain("topic", "GOED", title)], [DUTCH])
    assert found(index, asked)[0] == "GOED"


def test_a_word_that_stands_everywhere_says_little() -> None:
    others = [
        plain("topic", f"A{number}", f"Brief over {word}") for number, word in enumerate(["afval", "water", "gas"])
    ]
    index = Index([*others, plain("topic", "GOED", "Rijbewijs")], [DUTCH])
    assert found(index, "brief rijbewijs")[0] == "GOED"


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("poen voor de huur", "Geld voor huur"),
        ("mijn pasje foetsie", "Paspoort kwijt"),
        ("mobieltje gejat", "Telefoon gestolen"),
        ("ik verloor mijn rijbewijs", "Rijbewijs verloren"),
    ],
)
def test_a_word_of_the_same_family_is_found(asked: str, title: str) -> None:
    index = Index([plain("topic", "ANDER", "Fiets stallen"), plain("topic", "GOED", title)], [DUTCH])
    assert found(index, asked)[0] == "GOED"


def test_the_word_itself_goes_before_one_of_its_family() -> None:
    index = Index([plain("topic", "BANK", "Bank bellen"), plain("topic", "ING", "ING bellen")], [DUTCH])
    assert found(index, "ing bellen") == ["ING", "BANK"]


def test_families_are_dutch_only() -> None:
    entry = plain("topic", "GOED", "Kaart", "Boete")
    assert found(Index([entry], [DUTCH]), "bekeuring") == ["GOED"]
    assert (
        found(
            Index(
                [plain("topic", "ANDER", "Fiets"), entry],
                [Spoken("nl", lambda _context, _text: "x"), Spoken("en", dutch)],
            ),
            "prent",
        )
        == []
    )


def test_what_people_say_about_anything_says_little() -> None:
    titles = {"ANDER": "Nieuwe woning", "GOED": "Digid"}
    others = [plain("topic", f"D{number}", "Digid") for number in range(3)]
    index = Index([*(plain("topic", id_, title) for id_, title in titles.items()), *others], [DUTCH])
    assert found(index, "nieuwe digid")[0] != "ANDER"


def test_a_small_word_and_its_neighbour_are_not_one_word_misspelt() -> None:
    index = Index([plain("topic", "ANDER", "Deur"), plain("topic", "GOED", "Huur")], [DUTCH])
    assert found(index, "de huur") == ["GOED"]


def test_an_organisation_is_found_by_how_it_is_reached(shelf: Index) -> None:
    assert "UWV" in found(shelf, "uwv telefoonnummer")[:3]


def test_a_key_more_gives_what_a_whole_question_gives(shelf: Index) -> None:
    asked = "iemand heeft met mijn digid ingelogd"
    typed = [shelf.search(asked[:letters]) for letters in range(len(asked) + 1)]
    shelf.search("")
    assert typed[-1] == shelf.search(asked)


def test_an_everyday_word_is_shown_as_the_reason() -> None:
    entry = Entry("topic", "THU", Wording("", "Huurtoeslag"), (), ("geld voor huur",), ())
    (hit,) = Index([entry], [DUTCH]).search("geld huur")
    assert hit.reason.dutch == "geld voor huur"


def test_accents_capitals_and_marks_do_not_matter(shelf: Index) -> None:
    assert found(shelf, "DIGÍD AANVRAGEN!")[0] == "digid-aanvragen"


POLISH = {"Aangifte": "Rozliczenie", "Kaart": "Kadar", "Boete": "Belastinksienst"}


def polish(_context: str, text: str) -> str:
    return POLISH.get(text, text)


def two_languages(*titles: str) -> Index:
    return Index([plain("topic", title, title) for title in titles], [DUTCH, Spoken("pl", polish)])


def test_words_of_two_languages_do_not_add_up() -> None:
    both = plain("topic", "BEIDE", "Aangifte", "Kaart")
    one = plain("topic", "EEN", "Aangifte van kadar")
    assert found(Index([both, one], [DUTCH, Spoken("pl", polish)]), "aangifte kadar")[0] == "EEN"


def test_a_word_that_is_known_is_not_taken_for_one_of_another_language() -> None:
    assert found(two_languages("Belastingdienst", "Boete"), "belastingdienst") == ["Belastingdienst"]
    assert found(two_languages("Kaart", "Boete"), "belastingdienst") == ["Boete"]


def test_another_language_is_guessed_at_less_freely() -> None:
    index = two_languages("Kaart", "Aangifte")
    assert found(index, "kadas") == []
    assert found(index, "kadar") == ["Kaart"]


def test_strokes_and_dots_may_be_left_out() -> None:
    entry = plain("guide", "GOED", "Zapomniałem hasła", "başvurusu yapın")
    index = Index([entry], [DUTCH])
    assert found(index, "zapomnialem hasla") == found(index, "basvurusu yapin") == ["GOED"]
