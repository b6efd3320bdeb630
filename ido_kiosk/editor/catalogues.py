"""The catalogues of translations (forms.po): filled from the content, and compared with it."""

import re
from collections import Counter
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from ido_kiosk.guides.content.library_reader import read_library
from ido_shared.content.code_reader import read_codes
from ido_shared.content.problems import Place, Problem, Report
from ido_shared.content.wording import PLACEHOLDER, Wording, wordings_in

DOMAIN = "forms"
_ADDRESS = re.compile(r"\b(?:https?://)?(?:[a-z0-9-]+\.)+(?:nl|com|org|eu)\b(?:/\S*)?")
_HEADER = """\
# De vertaling van forms/ in deze taal. Bijwerken: ido-forms vertaal
# Nagekeken door iemand die deze taal van huis uit spreekt: nee
"""


def wordings(forms: Path) -> list[Wording]:
    """Every text of the content that can be translated, once, in the order of the files."""
    report = Report()
    codes = read_codes(forms, report)
    library = read_library(forms, report)
    report.stop_on_errors()
    content = (library.guides, library.facts, library.organisations)
    found = [*([] if codes is None else codes.wordings()), *wordings_in(content)]
    return list(dict.fromkeys(found))


def files(translations: Path) -> list[Path]:
    """The catalogue of each language, there or not yet."""
    folders = sorted(folder for folder in translations.iterdir() if folder.is_dir()) if translations.is_dir() else []
    return [folder / "LC_MESSAGES" / f"{DOMAIN}.po" for folder in folders]


def update(forms: Path, file: Path) -> tuple[int, int]:
    """Bring a catalogue up to date, keeping what was translated; gives how many texts have a translation, and all."""
    catalogue = _read(file) if file.exists() else _new(file.parents[1].name)
    template = Catalog(creation_date=catalogue.creation_date)
    for wording in wordings(forms):
        template.add(wording.dutch, context=wording.context)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as target:
        write_po(target, catalogue, width=120, sort_output=False)
    texts = [message for message in catalogue if message.id]
    return sum(bool(message.string) for message in texts), len(texts)


def check(forms: Path, translations: Path) -> list[Problem]:
    """Where catalogues differ from the content, and translations from the Dutch."""
    report = Report()
    wanted = wordings(forms)
    for file in files(translations):
        name = f"{translations.name}/{file.relative_to(translations).as_posix()}"
        try:
            catalogue = _read(file)
        except (OSError, PoFileError, UnicodeDecodeError):
            remedy = "Maak het opnieuw met: ido-forms vertaal"
            report.add(Place(name), "VERT-801", "Deze vertaling is niet te lezen.", remedy, "warning")
            continue
        _check_coverage(catalogue, wanted, name, report)
        for message in catalogue:
            if message.id and message.string:
                _check_message(message, Place(name, message.lineno or 1), report)
    return report.problems


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
    with file.open("rb") as source:
        return read_po(source, locale=file.parents[1].name, domain=DOMAIN, abort_invalid=True)


def _check_coverage(catalogue: Catalog, wanted: list[Wording], name: str, report: Report) -> None:
    messages = [catalogue.get(wording.dutch, wording.context) for wording in wanted]
    absent = sum(message is None for message in messages)
    if absent:
        cause = f"{absent} teksten van forms/ staan nog niet in deze vertaling."
        report.add(Place(name), "VERT-802", cause, "Vul haar aan met: ido-forms vertaal", "warning")
    empty = sum(message is not None and not message.string for message in messages)
    if empty:
        cause = f"{empty} teksten zijn nog niet vertaald. De kiosk toont daar Nederlands."
        report.add(Place(name), "VERT-803", cause, "Vul de lege vertalingen (msgstr) in.", "warning")


def _check_message(message: Message, place: Place, report: Report) -> None:
    dutch, translated = str(message.id), str(message.string)
    for code, what, pattern in (
        ("VERT-811", "feit tussen haakjes", PLACEHOLDER),
        ("VERT-812", "webadres", _ADDRESS),
        ("VERT-813", "getal", re.compile(r"\d+")),
    ):
        wanted, found = Counter(pattern.findall(dutch)), Counter(pattern.findall(translated))
        if wanted != found:
            parts = ", ".join([*(wanted - found), *(found - wanted)])
            cause = f"In de vertaling is een {what} anders dan in het Nederlands: {parts}"
            report.add(place, code, cause, f"Het Nederlands is: {dutch}")
