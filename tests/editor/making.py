"""Make what several tests of the editor's tools need."""

from pathlib import Path

from babel.messages.pofile import read_po, write_po

from ido_kiosk.editor import catalogues


def catalogue(forms: Path, language: str, words: dict[str, str]) -> Path:
    """Make a catalogue with every text translated: by these words, or else by the Dutch itself."""
    file = forms.parent / "translations" / language / "LC_MESSAGES" / "forms.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    catalogues.update(forms, file)
    with file.open("rb") as source:
        made = read_po(source)
    for message in made:
        if message.id:
            message.string = words.get(str(message.id), str(message.id))
    with file.open("wb") as target:
        write_po(target, made, width=120)
    return file
