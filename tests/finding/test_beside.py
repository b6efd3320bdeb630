"""A card in a language that few volunteers read has its Dutch below it, and what only they read in Dutch."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

import pytest

from ido_kiosk.base import language, paths
from ido_kiosk.base.blocks import Actions, Small, Tip, Told
from ido_kiosk.editor.speaking import speak
from ido_kiosk.finding.service import Card, Situations, card_on_screen, life_card, organisation_card, urgent_card
from ido_kiosk.guides.service import Library
from ido_kiosk.letters.service import Letter
from tests.conftest import TODAY

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 12)  # noqa: DTZ001 - the clock is local


@pytest.fixture
def turkish() -> Iterator[None]:
    speak("tr", paths.translations())
    yield
    language.use(language.SOURCE, paths.translations())


def urgent(library: Library, situations: Situations) -> Card:
    return card_on_screen(partial(urgent_card, library, situations.urgent["onveilig-thuis"], NOW))


def test_the_dutch_stands_below_what_the_visitor_reads(
    library: Library, situations: Situations, letters: dict[str, Letter], turkish: None
) -> None:
    card = urgent(library, situations)
    dutch = situations.urgent["onveilig-thuis"]
    assert isinstance(card.title, Told) and card.title.dutch == dutch.title.dutch
    [actions] = [block for part in card.parts for block in part.blocks if isinstance(block, Actions)]
    assert all(isinstance(text, Told) and text != text.dutch for text in actions.items)
    small = [block for part in card.parts for block in part.blocks if isinstance(block, Small)]
    assert small and not any(isinstance(block.text, Told) for block in small)
    for event in situations.life_events.values():
        assert isinstance(card_on_screen(partial(life_card, library, event, letters, NOW)).title, Told)
    assert card_on_screen(partial(organisation_card, library, "CAK", NOW)).title == "CAK"


def test_what_the_volunteer_says_is_dutch(library: Library, situations: Situations, turkish: None) -> None:
    says = tuple(text.dutch for text in situations.urgent["onveilig-thuis"].volunteer.says)
    tips = [block for part in urgent(library, situations).parts for block in part.blocks if isinstance(block, Tip)]
    assert tips[0].items == says


def test_dutch_stands_alone_in_dutch(library: Library, situations: Situations) -> None:
    assert not isinstance(urgent(library, situations).title, Told)
