"""The gate for plain Dutch tells easy texts from hard ones: pairs that say the same, in our own words."""

import pytest

from ido_kiosk.editor import readability
from ido_kiosk.editor.readability import findings, measure, syllables

PAIRS = {
    "huurtoeslag": (
        "Huurtoeslag is geld van de overheid. Het helpt u de huur te betalen. U vraagt het zelf aan. Dat doet u op "
        "toeslagen.nl, met uw DigiD. U typt daar hoeveel huur u betaalt. U typt ook hoeveel geld u verdient. "
        "Verandert er iets? Verdient u meer, of gaat er iemand weg? Geef dat meteen door. Anders moet u later geld "
        "terugbetalen. Lukt het niet alleen? Kom dan langs. Wij kijken met u mee.",
        "De toekenning van huurtoeslag geschiedt op basis van een voorlopige berekening van het toetsingsinkomen, "
        "waarbij wijzigingen in de samenstelling van het huishouden onverwijld dienen te worden doorgegeven "
        "teneinde terugvordering te voorkomen. Indien de vaststelling van de definitieve tegemoetkoming daartoe "
        "aanleiding geeft, wordt het teveel uitbetaalde bedrag teruggevorderd, waarbij een betalingsregeling kan "
        "worden overeengekomen.",
    ),
    "boete": (
        "U hebt een boete gekregen. U hoeft die niet in een keer te betalen. Is het veel geld? Dan mag u het in "
        "delen doen. U vraagt dat zelf aan. Pak uw brief erbij. Daar staat een lang nummer op. Ga naar de website "
        "en log in met DigiD. Kies hoeveel u elke maand kunt missen. Kreeg u al een tweede brief? Wacht dan niet. "
        "Bel het nummer in die brief.",
        "Betaling van de opgelegde administratieve sanctie dient binnen de gestelde termijn te geschieden, tenzij "
        "betrokkene voor het verstrijken daarvan een gemotiveerd verzoek tot gespreide betaling heeft ingediend. "
        "Een dergelijk verzoek wordt uitsluitend in behandeling genomen indien de verschuldigde hoofdsom het "
        "vastgestelde drempelbedrag overschrijdt; bij overschrijding van de betalingstermijn worden wettelijke "
        "verhogingen toegepast.",
    ),
    "verhuizen": (
        "Gaat u verhuizen? Zeg dat tegen uw nieuwe gemeente. Dat mag al voordat u verhuist. U doet het op de "
        "website van de gemeente. Of u gaat langs bij de balie. Neem uw paspoort mee. Gaan er kinderen mee? Noem "
        "hun naam ook. De gemeente vertelt het aan de rest van de overheid. Uw bank en uw huisarts horen het niet "
        "vanzelf. Die belt u zelf. Bewaar het bericht van de gemeente goed.",
        "Wijziging van de inschrijving in de basisregistratie wordt na ontvangst van de verhuisaangifte door de "
        "afdeling Burgerzaken verwerkt. De melding van de adreswijziging kan zowel digitaal als schriftelijk "
        "worden gedaan, waarbij de toestemming van de hoofdbewoner wordt gevraagd en een kopie van de "
        "huurovereenkomst moet worden toegevoegd. Na de verwerking van de melding wordt een bevestiging naar het "
        "opgegeven adres verzonden.",
    ),
    "brief": (
        "Dit is een brief van de overheid. Lees eerst wie hem stuurt. Zoek dan de datum. Staat er een bedrag in? "
        "Kijk of u moet betalen, of dat u geld krijgt. Staat er een laatste dag in? Zet die op de kalender. Bent u "
        "het er niet mee eens? Dan kunt u dat schrijven. Doe dat voor de laatste dag. Begrijpt u de brief niet? "
        "Bel het nummer dat erin staat.",
        "Tegen deze beschikking kunt u binnen zes weken na dagtekening een gemotiveerd bezwaarschrift indienen bij "
        "het bestuursorgaan dat haar heeft genomen. Het bezwaarschrift bevat ten minste de omschrijving van het "
        "besluit en de gronden van het bezwaar; bij ontbreken daarvan wordt u in de gelegenheid gesteld het "
        "verzuim te herstellen, bij gebreke waarvan het bezwaar niet-ontvankelijk kan worden verklaard.",
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_an_easy_text_passes_and_a_hard_one_fails_on_more_than_one_measure(name: str) -> None:
    easy, hard = (measure([text]) for text in PAIRS[name])
    assert min(easy.words, hard.words) >= readability.ENOUGH_WORDS
    assert list(findings(easy)) == []
    assert len(list(findings(hard))) >= 3


def test_the_two_kinds_lie_far_apart() -> None:
    easy, hard = ([measure([pair[side]]) for pair in PAIRS.values()] for side in (0, 1))
    assert min(one.douma for one in easy) - max(one.douma for one in hard) > 40
    assert max(one.mean for one in easy) + 5 < min(one.mean for one in hard)


def test_every_finding_says_what_was_found_and_what_to_do() -> None:
    told = [part for _easy, hard in PAIRS.values() for part in findings(measure([hard]))]
    assert {code for code, _found, _remedy in told} == {"TAAL-611", "TAAL-612", "TAAL-613", "TAAL-614", "TAAL-615"}
    assert all(found and remedy.endswith((".", "%.")) for _code, found, remedy in told)


def test_a_short_text_is_not_measured() -> None:
    assert list(findings(measure(["Informeer onze uitvoeringsorganisaties onverwijld schriftelijk."]))) == []


def test_what_everyone_knows_or_is_explained_does_not_count() -> None:
    text = "Dit is uw zorgverzekering. Kijk of het klopt en typ uw naam in. " * 10
    assert [code for code, _found, _remedy in findings(measure([text]))] == ["TAAL-613", "TAAL-615"]
    assert list(findings(measure([text], {"zorgverzekering"}))) == []


@pytest.mark.parametrize(
    ("word", "number"),
    [("overheid", 3), ("idee", 2), ("gemeente", 3), ("categorieën", 5), ("ijs", 1), ("financieel", 4), ("bureau", 2),
     ("januari", 4), ("mail", 1), ("nl", 1), ("moeilijk", 2), ("leeuw", 1)],
)  # fmt: skip
def test_vowel_sounds_are_counted(word: str, number: int) -> None:
    assert syllables(word) == number


@pytest.mark.parametrize(
    ("sentence", "is_passive"),
    [
        ("De brief wordt gestuurd.", True),
        ("Uw aanvraag werd niet behandeld.", True),
        ("Dat moet worden aangevraagd.", True),
        ("U wordt 18 jaar.", False),
        ("Het is gelukt.", False),
        ("Het wordt later.", False),
        ("DigiD stuurt u een brief.", False),
    ],
)
def test_the_passive_is_recognised(sentence: str, is_passive: bool) -> None:
    assert readability.is_passive(sentence) == is_passive


def test_the_formula_is_the_published_one() -> None:
    one = measure(["Dit is een zin van zes."])  # 6 words, 6 vowel sounds, 1 sentence
    assert one.douma == pytest.approx(206.835 - 0.93 * 6 - 77 * 1)
    assert (one.words, one.sentences, one.longest) == (6, 1, 6)


def test_a_web_address_and_a_fact_are_a_word_each() -> None:
    assert measure(["Ga naar www.digid.nl/aanvragen binnen {dagen} dagen."]).words == 6
