"""Bring the catalogues of screen words (translations/*/LC_MESSAGES/kiosk.po) in step with the program.

For developers: ``.venv/bin/python packaging/update_words.py``; with ``--check`` it changes nothing and ends with
code 1 when a catalogue is stale, incomplete, or has other placeholders than the Dutch.
"""

import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PARTIAL = "Alleen wat de bezoeker leest"
"""In the head of a catalogue that leaves the volunteer's words in Dutch."""
HEADER = f"""\
# De woorden van de schermen in deze taal. {PARTIAL}; de rest blijft Nederlands.
# Geschreven door een programma. Nagekeken door iemand die deze taal van huis uit spreekt: nee
"""
PLACEHOLDER = re.compile(r"\{\w+\}")


def main() -> int:
    """Update or check every catalogue; gives the exit code."""
    words = extracted()
    complaints: list[str] = []
    partials: dict[str, set[str]] = {}
    for folder in sorted(ROOT.glob("translations/*/LC_MESSAGES")):
        file = folder / "kiosk.po"
        fresh = updated(file, words)
        if "--check" not in sys.argv:
            file.write_bytes(as_bytes(fresh))
        elif not file.exists() or file.read_bytes() != as_bytes(fresh):
            complaints.append(f"{file.relative_to(ROOT)}: out of step; run packaging/update_words.py")
        partial = PARTIAL in (fresh.header_comment or "")
        if partial:
            partials[file.parts[-3]] = {
                _forms(message.id)[0] for message in fresh if message.id and any(_forms(message.string))
            }
        complaints += [f"{file.relative_to(ROOT)}: {what}" for message in fresh for what in mistakes(message, partial)]
    complaints += uneven(partials)
    print("\n".join(complaints) or "All words are in step.")
    return 1 if complaints else 0


def uneven(partials: dict[str, set[str]]) -> list[str]:
    """The visitor's words that some of the partial catalogues, by language, have and others lack."""
    everywhere = set.intersection(*partials.values()) if partials else set()
    return [
        f"{language}: others leave this word of the volunteer in Dutch, or lack it: {word}"
        for language, words in partials.items()
        for word in sorted(words - everywhere)
    ]


def extracted() -> Catalog:
    """All words of the kiosk's screens and papers, in Dutch."""
    words = Catalog()
    folder = str(ROOT / "ido_kiosk")
    found = extract_from_dir(folder, keywords={"_": None, "ngettext": (1, 2)}, comment_tags=("i18n:",))
    for _file, _line, message, comments, context in sorted(found, key=lambda row: (str(row[2]), row[0])):
        words.add(message, auto_comments=comments, context=context)
    return words


def updated(file: Path, words: Catalog) -> Catalog:
    """The catalogue of a file with exactly these words; translations of words that stayed are kept."""
    known = Catalog(locale=file.parts[-3], header_comment=HEADER)
    if file.exists():
        with file.open("rb") as stream:
            known = read_po(stream)
    fresh = Catalog(
        locale=known.locale, header_comment=known.header_comment, fuzzy=False, project="IDO-kiosk", version="",
        creation_date=known.creation_date, revision_date=known.revision_date, charset="utf-8",
    )  # fmt: skip
    for message in words:
        if message.id:
            before = known.get(message.id)
            fresh.add(message.id, before.string if before else "", auto_comments=message.auto_comments)
    return fresh


def as_bytes(catalogue: Catalog) -> bytes:
    """A catalogue as it stands in its file: sorted, and without places that change at every edit."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=0, sort_output=True, omit_header=False, no_location=True)
    return stream.getvalue()


def mistakes(message: Message, partial: bool) -> list[str]:
    """What is wrong with one translation; a partial catalogue may leave words in Dutch."""
    if not message.id:
        return []
    singles = _forms(message.id)
    strings = _forms(message.string)
    if partial and not any(strings):
        return []
    if not all(strings):
        return [f"not translated: {singles[0]}"]
    wanted = {name for text in singles for name in PLACEHOLDER.findall(text)}
    is_plural = len(strings) > 1  # Arabic says "one sheet" and "two sheets" without a number
    return [f"other placeholders: {text}" for text in strings if not _fits(text, wanted, is_plural)]


def _fits(text: str, wanted: set[str], is_plural: bool) -> bool:
    names = set(PLACEHOLDER.findall(text))
    return names <= wanted if is_plural else names == wanted


def _forms(text: object) -> list[str]:
    """The singular and, where there is one, the plural."""
    return [str(form) for form in text] if isinstance(text, (tuple, list)) else [str(text or "")]


if __name__ == "__main__":
    sys.exit(main())
