"""What each order of ``ido-forms`` does; each gives the exit code.

What only one order needs is imported there: ``check`` is started often and should not wait for PDF or Qt.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ido_kiosk.base import clock, language
from ido_kiosk.editor import catalogues
from ido_kiosk.editor.check import check
from ido_kiosk.editor.letters import load as load_letters
from ido_kiosk.editor.output import say
from ido_kiosk.guides.content.guide import FOLDER, Library
from ido_kiosk.guides.content.library_reader import load
from ido_kiosk.letters.content.letter import FOLDER as LETTERS
from ido_shared.command_line import UsageError
from ido_shared.content.problems import Problem, did_you_mean
from ido_shared.reasons import why

FOUND_MISTAKES = 1
_MANY = 3
_HAVE_SCREENS = ("win32", "darwin")
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def check_all(asked: Namespace) -> int:
    """Tell everything that is wrong: warnings first, so that the errors are what stays in sight."""
    library, problems = check(asked.forms, asked.translations, clock.today())
    errors = [problem for problem in problems if problem.weight == "error"]
    warnings = [problem for problem in problems if problem.weight == "warning"]
    say("\n\n".join([*_together(warnings), *map(str, errors)]))
    letters = len(list((asked.forms / LETTERS).glob("*.yaml")))
    say(_summary(_counts(library, letters), errors, warnings))
    return FOUND_MISTAKES if errors else 0


def _together(warnings: Sequence[Problem]) -> Iterator[str]:
    """The warnings, in the order of the first; many that ask for the same are told as a list."""
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in warnings:
        alike.setdefault((problem.code, problem.remedy), []).append(problem)
    for (code, remedy), found in alike.items():
        if len(found) < _MANY:
            yield from map(str, found)
        else:
            lines = [f"  {problem.place}   {problem.cause}" for problem in found]
            yield "\n".join([f"{code}   let op, {len(found)} keer", remedy, *lines])


def _summary(counts: str, errors: Sequence[Problem], warnings: Sequence[Problem]) -> str:
    if errors:
        found = _count(len(errors), "fout", "fouten")
        return f"{found} gevonden. Herstel ze, en doe de controle opnieuw. Uitleg per code: FOUTEN.md"
    old = f" {_count(len(warnings), 'punt', 'punten')} om na te kijken, zie hierboven." if warnings else ""
    return f"Alles klopt: {counts}.{old}"


def _counts(library: Library, letters: int) -> str:
    parts = [
        _count(len(library.guides), "gids", "gidsen"),
        _count(len(library.facts), "feit", "feiten"),
        _count(len(library.organisations), "organisatie", "organisaties"),
    ]
    parts += [_count(letters, "brief", "brieven")] if letters else []
    return ", ".join(parts)


def translate(asked: Namespace) -> int:
    """Bring every catalogue up to date, and begin one for a new language. Raises UsageError, ContentError."""
    if asked.taal:
        if asked.taal not in (known := [*language.NAMES]):
            raise UsageError(f"De kiosk kent de taal {asked.taal} niet. {did_you_mean(asked.taal, known)}")
        (asked.translations / asked.taal).mkdir(parents=True, exist_ok=True)
    for file in catalogues.files(asked.translations):
        try:
            done, texts = catalogues.update(asked.forms, file)
        except OSError as error:
            raise UsageError(f"{file} is niet te schrijven: {why(error)}.") from error
        say(f"{file.parents[1].name}: {done} van {texts} teksten vertaald.")
    return 0


def preview(asked: Namespace) -> int:
    """Show a guide in a window. Raises UsageError without a screen."""
    ids = [path.stem for path in (asked.forms / FOLDER).glob("*.yaml")]
    guide = _known(asked.id, ids)
    if sys.platform not in _HAVE_SCREENS and not any(os.environ.get(name) for name in _SCREENS):
        raise UsageError("Er is hier geen scherm. Doe dit op een computer met een scherm.")
    from ido_kiosk.editor import screen

    return screen.run(asked.forms, asked.translations, guide, clock.today)


def draw_map(asked: Namespace) -> int:
    """Draw a guide. Raises UsageError, ContentError."""
    from ido_kiosk.editor import flow_map
    from ido_kiosk.editor.speaking import speak

    library = load(asked.forms)
    guide = library.guides[_known(asked.id, library.guides)]
    speak(asked.lang, asked.translations)
    return _write(asked.out, f"{guide.id}.svg", flow_map.draw(guide, language.content).encode())


def paper_kinds() -> Sequence[str]:
    """The kinds of paper that can be asked for: of a guide, then of a letter."""
    from ido_kiosk.editor import letter_paper, paper

    return [*paper.KINDS, *letter_paper.KINDS]


def make_pdf(asked: Namespace) -> int:
    """Make the paper of a guide, or a blank letter. Raises UsageError, ContentError."""
    from ido_kiosk.base.errors import DeskError
    from ido_kiosk.editor import letter_paper, paper
    from ido_kiosk.editor.speaking import speak

    library, letters = load_letters(asked.forms)
    id_ = _known(asked.id, [*library.guides, *letters])
    kinds: Sequence[str] = letter_paper.KINDS if id_ in letters else list(paper.KINDS)
    kind = asked.kind or kinds[0]
    if kind not in kinds:
        raise UsageError(f"Het soort blad {kind} bestaat niet. {did_you_mean(kind, kinds)}")
    page = _known_page(asked.stap, library, id_)
    speak(asked.lang, asked.translations)
    try:
        if id_ in letters:
            made = letter_paper.blank_pdf(library, letters[id_], kind, asked.forms, clock.today())
        else:
            made = paper.make(library, id_, kind, clock.today(), page)
    except DeskError as error:
        say(str(error))
        return FOUND_MISTAKES
    return _write(asked.out, f"{id_}-{kind}-{asked.lang}.pdf", made)


def _known_page(page: str, library: Library, id_: str) -> str:
    """The step or outcome that was asked for, or none. Raises UsageError when the guide, or a letter, has no such."""
    guide = library.guides.get(id_)
    if page and guide is None:
        raise UsageError(f"Een brief heeft geen stappen. Laat --stap weg: ido-forms pdf {id_}")
    pages = [] if guide is None else [*guide.steps, *guide.outcomes]
    if page and page not in pages:
        raise UsageError(f"De stap of uitkomst {page} bestaat niet. {did_you_mean(page, pages)}")
    return page


def fill_in(asked: Namespace) -> int:
    """Write a letter that was filled in to standard output, or the reasons why not to standard error.

    Raises UsageError, ContentError.
    """
    from ido_kiosk.base.errors import DeskError
    from ido_kiosk.editor import letter_paper
    from ido_kiosk.editor.speaking import speak

    library, letters = load_letters(asked.forms)
    letter = letters[_known_letter(asked.id, letters)]
    if asked.fields is None:
        raise UsageError("Zeg waar de velden staan: --fields BESTAND. Of --fields - voor wat er binnenkomt.")
    try:
        content = sys.stdin.buffer.read() if asked.fields == "-" else Path(asked.fields).read_bytes()
        order = letter_paper.read_order(letter, content)
        speak(order.language or "nl", asked.translations)
        reasons = letter_paper.reasons(letter, order.draft)
        made = b"" if reasons else letter_paper.make(library, letter, order, asked.forms, clock.today())
    except OSError as error:
        raise UsageError(f"{asked.fields} is niet te lezen: {why(error)}.") from error
    except DeskError as error:
        reasons = [str(error)]
    if reasons:
        sys.stderr.write("\n".join([*reasons, ""]))
        return FOUND_MISTAKES
    sys.stdout.buffer.write(made)
    return 0


def _known_letter(id_: str | None, letters: Iterable[str]) -> str:
    """The id that was asked for. Raises UsageError when there is no such letter."""
    ids = list(letters)
    if id_ in ids:
        return str(id_)
    said = f"De brief {id_} bestaat niet." if id_ else "Zeg welke brief."
    raise UsageError(f"{said} {did_you_mean(id_ or '', ids, 'Alle brieven zien: ido-forms list')}")


def list_guides(asked: Namespace) -> int:
    """Show the guides. Raises ContentError."""
    from ido_kiosk.editor import listing

    library, letters = load_letters(asked.forms)
    rows = listing.rows(library, asked.translations)
    say(listing.as_json(rows) if asked.json else listing.table(rows))
    if letters and not asked.json:
        say("\n".join(["Brieven:", *(f"{letter.id}  {letter.title.dutch}" for letter in letters.values())]))
    return 0


def search(asked: Namespace) -> int:
    """Find what the kiosk finds. Raises UsageError, ContentError."""
    from ido_kiosk.editor import listing
    from ido_kiosk.editor.speaking import speak

    if not asked.woorden:
        raise UsageError("Zeg waar ik naar moet zoeken, zoals: ido-forms search ik krijg geen sms")
    speak(asked.lang, asked.translations)
    found = listing.search(asked.forms, " ".join(asked.woorden))
    if asked.json:
        say(listing.as_json(found))
    else:
        say("\n".join(f"{hit.kind}:{hit.id}   {hit.title}" for hit in found) or "Niets gevonden.")
    return 0


def show_health(asked: Namespace) -> int:
    """Show the state of the content. Raises ContentError."""
    from ido_kiosk.editor import health
    from ido_kiosk.editor.shelf import read_shelf

    library, letters = load_letters(asked.forms)
    today = clock.today()
    say(f"De inhoud op {today}: {_counts(library, len(letters))}.")
    say(health.report(library, read_shelf(asked.forms), catalogues.texts(asked.forms), asked.translations, today))
    return 0


def new(asked: Namespace) -> int:
    """Begin a guide or a letter. Raises UsageError, ContentError."""
    from ido_kiosk.editor.letter_skeleton import new_letter
    from ido_kiosk.editor.skeleton import new_guide
    from ido_shared.content import code_reader

    if asked.soort not in ("gids", "brief") or not asked.naam:
        raise UsageError("Zeg wat u begint en hoe het heet, zoals: ido-forms new gids huurtoeslag-aanvragen")
    codes = code_reader.load(asked.forms)
    if asked.soort == "brief":
        made = new_letter(" ".join(asked.naam), asked.forms, codes, clock.today())
        say(f"De brief staat in {made}")
        say(f"Zoek elk TODO op en schrijf uw eigen tekst. Bekijk de brief met: ido-forms pdf {made.stem}")
        return 0
    made = new_guide(" ".join(asked.naam), asked.forms, codes, clock.today())
    say(f"De gids staat in {made}")
    say(f"Zoek elk TODO op en schrijf uw eigen tekst. Bekijk de gids met: ido-forms preview {made.stem}")
    return 0


def _known(id_: str | None, known: Iterable[str]) -> str:
    """The id that was asked for. Raises UsageError when there is no such guide."""
    ids = list(known)
    if id_ in ids:
        return str(id_)
    said = f"De gids {id_} bestaat niet." if id_ else "Zeg welke gids."
    raise UsageError(f"{said} {did_you_mean(id_ or '', ids, 'Alle gidsen zien: ido-forms list')}")


def _write(asked: Path | None, usual: str, content: bytes) -> int:
    """Write what was made: where it was asked for, or else here under its usual name, but over nothing else."""
    from ido_kiosk.editor.paper import write

    target = (asked or Path(usual)).absolute()
    if asked is None and target.exists():
        raise UsageError(f"{target} is er al. Zeg waar het mag komen, met --out.")
    if not target.parent.is_dir():
        raise UsageError(f"De map {target.parent} bestaat niet. Kies een andere plek met --out.")
    try:
        write(target, content)
    except OSError as error:
        raise UsageError(f"{target} is niet te schrijven: {why(error)}. Kies een andere plek met --out.") from error
    say(f"Gemaakt: {target}")
    return 0


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
