"""The catalogues of translations (forms.po): filled from the content, and compared with it."""

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import msgspec
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from ido_kiosk.editor.letters import read_letters
from ido_kiosk.editor.translation_check import check_coverage, check_message, check_sheets, is_done
from ido_kiosk.finding.content.situation_reader import read_situations
from ido_kiosk.finding.content.situations import Situations
from ido_kiosk.guides.content.guide import Library
from ido_kiosk.guides.content.library_reader import read_library
from ido_kiosk.letters import service
from ido_kiosk.letters.content.letter import Letter
from ido_shared.content.code_lists import Codes
from ido_shared.content.code_reader import read_codes
from ido_shared.content.problems import ContentError, Place, Problem, Report
from ido_shared.content.proofread import HEADER, is_proofread, said_in_head
from ido_shared.content.wording import Wording, wordings_in
from ido_shared.reasons import why

DOMAIN = "forms"
_HEADER = f"""\
# De vertaling van forms/ in deze taal. Bijwerken: ido-forms vertaal
# {HEADER} nee
"""


_UNREADABLE = (OSError, PoFileError, UnicodeDecodeError)
_OPEN_QUOTE = re.compile(r'(?:msg\w+(?:\[\d+\])? +)?"(?:[^"\\]|\\.)*\s*$')


class State(msgspec.Struct, frozen=True):
    """How far a translation is: percent translated, and whether a native reader has checked it."""

    percent: int
    proofread: bool


class Texts(msgspec.Struct, frozen=True):
    """What can be translated: all texts, and those of the explanation sheet of each letter by its id."""

    all: list[Wording]
    sheets: dict[str, list[Wording]]


class Translations(msgspec.Struct, frozen=True):
    """A catalogue as far as it is translated."""

    language: str
    translated: frozenset[tuple[str, str]]
    """Context and Dutch of what has a translation."""
    proofread: bool

    def state(self, wanted: Iterable[Wording]) -> State:
        """How far these texts are; rounded down, so that 100 means all."""
        texts = [(wording.context, wording.dutch) for wording in wanted]
        done = sum(text in self.translated for text in texts)
        return State(100 * done // max(len(texts), 1), self.proofread)


def texts(forms: Path) -> Texts:
    """Every text of the content that can be translated, once, in the order of the files."""
    report = Report()
    codes = read_codes(forms, report)
    library = read_library(forms, report)
    situations = read_situations(forms, library, codes, report)
    letters = read_letters(forms, library, codes, report)
    report.stop_on_errors()
    return texts_of(library, situations, codes, letters)


def texts_of(library: Library, situations: Situations, codes: Codes | None, letters: dict[str, Letter]) -> Texts:
    """Every text of what was read, once. Of letters all but the letter itself, which is always Dutch."""
    content = (library.guides, situations, library.facts, library.organisations, letters)
    found = [*([] if codes is None else codes.wordings()), *wordings_in(content)]
    at = (library.facts, library.organisations)
    return Texts(list(dict.fromkeys(found)), {id_: service.sheet_texts(one, *at) for id_, one in letters.items()})


def files(translations: Path) -> list[Path]:
    """The catalogue of each language, there or not yet."""
    folders = sorted(folder for folder in translations.iterdir() if folder.is_dir()) if translations.is_dir() else []
    return [folder / "LC_MESSAGES" / f"{DOMAIN}.po" for folder in folders]


def update(forms: Path, file: Path) -> tuple[int, int]:
    """Bring a catalogue up to date, keeping what was translated; gives how many texts have a translation, and all.

    Raises ContentError when the catalogue or the content cannot be read, and OSError.
    """
    try:
        catalogue = _read(file) if file.exists() else _new(file.parents[1].name)
    except _UNREADABLE as error:
        raise ContentError([_unreadable(error, file.as_posix())]) from error
    template = Catalog(creation_date=catalogue.creation_date)
    for wording in texts(forms).all:
        template.add(wording.dutch, context=wording.context)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as target:
        write_po(target, catalogue, width=120, sort_output=False)
    messages = [message for message in catalogue if message.id]
    return sum(bool(message.string) for message in messages), len(messages)


def check(wanted: Texts, translations: Path) -> list[Problem]:
    """Where catalogues differ from the texts of the content, and translations from the Dutch."""
    report = Report()
    for file in files(translations):
        name = f"{translations.name}/{file.relative_to(translations).as_posix()}"
        if not file.exists():
            remedy = "Maak haar met: ido-forms vertaal"
            report.add(Place(name), "VERT-801", "Deze vertaling is er nog niet.", remedy, "warning")
            continue
        try:
            catalogue = _read(file)
        except _UNREADABLE as error:
            report.problems.append(_unreadable(error, name))
            continue
        check_coverage(catalogue, wanted.all, name, report)
        check_sheets(catalogue, wanted.sheets, name, report)
        if not said_in_head(file):
            remedy = f"Zet bovenaan de regel: # {HEADER} nee"
            report.add(Place(name), "VERT-804", "Het begin zegt niet of iemand dit heeft nagekeken.", remedy, "warning")
        for message in catalogue:
            if message.id and message.string:
                check_message(message, file.parents[1].name, Place(name, message.lineno or 1), report)
    return report.problems


def read_all(translations: Path) -> list[Translations]:
    """The translations there are, a language each; one that cannot be read has nothing translated."""
    return [_translations(file) for file in files(translations) if file.exists()]


def _translations(file: Path) -> Translations:
    try:
        messages = list(_read(file))
    except _UNREADABLE:
        messages = []
    done = frozenset((str(message.context), str(message.id)) for message in messages if is_done(message))
    return Translations(file.parents[1].name, done, is_proofread(file))


def _new(language: str) -> Catalog:
    return Catalog(
        locale=language,
        header_comment=_HEADER,
        project="ido",
        version="1",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        fuzzy=False,
    )


def _read(file: Path) -> Catalog:
    """A catalogue. Raises one of ``_UNREADABLE``."""
    text = file.read_bytes()
    made = read_po(BytesIO(text), locale=file.parents[1].name, domain=DOMAIN, abort_invalid=True)
    for number, line in enumerate(text.decode().splitlines()):
        if _OPEN_QUOTE.match(line):  # Babel would drop the last letter without a word
            raise PoFileError("no quote at the end", made, line, number)
    return made


def _unreadable(error: Exception, name: str) -> Problem:
    line = error.lineno + 1 if isinstance(error, PoFileError) else 1
    if isinstance(error, PoFileError):
        remedy = f"Kijk naar deze regel: {str(error.line).strip()} Staat elke tekst tussen twee aanhalingstekens?"
    elif isinstance(error, OSError):
        remedy = f"De reden: {why(error)}."
    else:
        remedy = "Sla het bestand opnieuw op, met de codering UTF-8."
    return Problem(Place(name, line), "VERT-801", "Deze vertaling is niet te lezen.", remedy)
