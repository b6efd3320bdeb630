"""The explanation sheet in other languages: offered only when it is whole, and every letter of it can be printed."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from ido_kiosk.base import language, paths
from ido_kiosk.base.pdf import typeface
from ido_kiosk.editor import catalogues
from ido_kiosk.letters.service import sheet_languages, sheet_texts
from ido_shared.content.wording import Wording

from .conftest import Shelf


def compiled(folder: Path, texts: list[Wording], code: str = "uk") -> None:
    catalogue = Catalog(locale=code)
    for text in texts:
        catalogue.add(text.dutch, f"{code} {text.dutch}", context=text.context)
    file = folder / code / "LC_MESSAGES" / "forms.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as target:
        write_mo(target, catalogue)


def test_a_sheet_is_offered_in_a_language_only_when_it_is_whole(shelf: Shelf, tmp_path: Path) -> None:
    at = (shelf.letters["voorbeeld"], shelf.facts, shelf.organisations)
    texts = sheet_texts(*at)
    compiled(tmp_path / "whole", texts)
    compiled(tmp_path / "short", texts[:-1])
    language.use("nl", tmp_path / "whole")
    assert sheet_languages(*at) == ["nl", "uk"]
    language.use("nl", tmp_path / "short")
    assert sheet_languages(*at) == ["nl"]


def test_the_texts_are_all_that_the_sheet_can_say_and_no_more(shelf: Shelf) -> None:
    dutch = {text.dutch for text in sheet_texts(shelf.letters["voorbeeld"], shelf.facts, shelf.organisations)}
    assert {"Post op papier", "U noemt de brief.", "Welke post", "Zet uw handtekening.", "U krijgt antwoord."} <= dutch
    assert {"Een kopie van de brief", "Het nummer dat op uw brief staat.", "postadres van Dienst Toeslagen"} <= dutch
    assert not {"Een afspraak", "Bijvoorbeeld brieven over AOW.", "ik wil weer brieven"} & dutch


@pytest.fixture(scope="module")
def shipped() -> catalogues.Texts:
    return catalogues.texts(paths.forms())


@pytest.mark.parametrize("code", [code for code in language.NAMES if code != language.SOURCE])
def test_every_sheet_that_ships_is_whole_and_can_be_printed(code: str, shipped: catalogues.Texts) -> None:
    with (paths.translations() / code / "LC_MESSAGES" / "forms.po").open("rb") as source:
        catalogue = read_po(source, locale=code)
    said = {(message.context, message.id): str(message.string) for message in catalogue if message.id}
    wanted = [text for texts in shipped.sheets.values() for text in texts]
    assert [text.dutch for text in wanted if not said.get((text.context, text.dutch))] == []
    setting = typeface.Setting(code)
    for text in wanted:
        typeface.clean(said[text.context, text.dutch], typeface.BODY, setting)  # raises for what it cannot print
