"""Speak a language straight from its catalogues (.po), as they are now; nothing has to be compiled first."""

import shutil
import tempfile
from functools import lru_cache, partial
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from ido_kiosk.base import language
from ido_shared.command_line import UsageError
from ido_shared.content.problems import did_you_mean

_DOMAINS = ("kiosk", "forms")


def languages(translations: Path) -> list[str]:
    """The languages that the kiosk can speak and for which a catalogue of the content is there; Dutch first."""
    others = [code for code in language.NAMES if code != language.SOURCE]
    return [language.SOURCE, *(code for code in others if _catalogue(translations, code, "forms").exists())]


def speak(code: str, translations: Path) -> None:
    """Speak a language from now on. Raises UsageError when it cannot be spoken."""
    known = languages(translations)
    if code not in known:
        raise UsageError(f"De taal {code} is er niet. {did_you_mean(code, known)}")
    if code == language.SOURCE:
        language.use(code, translations)
        return
    sources = [_catalogue(translations, code, domain) for domain in _DOMAINS]
    try:
        language.use(code, _read(code, translations, tuple(path.read_bytes() for path in sources if path.exists())))
    except (OSError, PoFileError, UnicodeDecodeError) as error:
        raise UsageError(f"De vertaling in de taal {code} is niet te lezen. Doe: ido-forms check") from error


@lru_cache(maxsize=4)
def _read(code: str, translations: Path, _content: tuple[bytes, ...]) -> Path:
    """The name of a folder whose catalogues are in memory, read when their content was this."""
    folder = Path(tempfile.mkdtemp(prefix="ido-forms-"))
    try:
        for domain in _DOMAINS:
            _compile(_catalogue(translations, code, domain), _catalogue(folder, code, domain).with_suffix(".mo"))
        language.use(code, folder)
        for say in (partial(language.content, "-"), language._):  # reads the catalogues, so that their folder may go
            say("-")
    finally:
        shutil.rmtree(folder)
    return folder


def _catalogue(folder: Path, code: str, domain: str) -> Path:
    return folder / code / "LC_MESSAGES" / f"{domain}.po"


def _compile(source: Path, target: Path) -> None:
    if source.exists():
        with source.open("rb") as text:
            catalogue = read_po(text, abort_invalid=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as made:
            write_mo(made, catalogue)
