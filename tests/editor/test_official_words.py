"""Sentences as they stand in official letters, each alone: the word list and the gate must not let them by."""

import pytest

from ido_kiosk.base import paths
from ido_kiosk.editor import plain_language
from ido_shared.content.nodes import read_text
from ido_shared.content.problems import Report

OFFICIAL = [
    "U dient de aanvraag in te leveren.",
    "U moet dit schriftelijk doen.",
    "Uw verzoek is in behandeling genomen.",
    "Men kan hiertegen bezwaar maken.",
    "Desalniettemin blijft u verplicht te betalen.",
    "Gelieve het formulier te sturen.",
    "Conform de wet mag u dit inzien.",
    "Raadpleeg de website.",
    "U ontvangt binnenkort bericht.",
    "Doorloop de procedure.",
    "Verifieer uw gegevens.",
    "Selecteer wat u wilt.",
    "Het betreft een uitkering.",
    "U wordt verzocht te betalen.",
    "Indien u niet betaalt, krijgt u een brief.",
    "Neem contact op m.b.t. uw brief.",
    "U komt in aanmerking voor bijstand.",
    "Let erop dat u tijdig reageert.",
    "Neem een legitimatiebewijs mee.",
    "De termijn bedraagt zes weken.",
    "Neem de benodigde papieren mee.",
]


@pytest.mark.parametrize("sentence", OFFICIAL)
def test_an_official_sentence_is_told(sentence: str) -> None:
    report = Report()
    words = plain_language.read_words(paths.forms(), report)
    table = read_text(f'kort: "{sentence}"', "x.yaml", report)
    assert words is not None and table is not None and report.problems == []
    plain_language.check_file(table, words, report)
    assert report.problems
