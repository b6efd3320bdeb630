"""What is wrong in the examples of how people ask (``vragen/``): search passes such a line over."""

from collections.abc import Iterable
from pathlib import Path

from ido_kiosk.finding.content.examples import FOLDER, KINDS, SIGN, example_of, lines_of
from ido_kiosk.finding.service import Entry
from ido_shared.content.problems import Place, Report, did_you_mean

_LIKE = "Schrijf het zo: hulp bij de huur = gids:huurtoeslag"


def check_examples(forms: Path, entries: Iterable[Entry], report: Report) -> None:
    """Note each line that says nothing, names what is not on the shelf, or asks what another line asked."""
    names = {kind: name for name, kind in KINDS.items()}
    known = {f"{names[entry.kind]}:{entry.id}" for entry in entries}
    for file in sorted((forms / FOLDER).glob("*.txt")):
        before: dict[str, int] = {}
        for number, line in lines_of(file):
            place = Place(f"{FOLDER}/{file.name}", number)
            _check_line(line, place, known, report)
            asked = example_of(line).asked.casefold()
            if asked in before:
                cause = f"Deze vraag staat er al, op regel {before[asked]}: {asked}."
                report.add(place, "VRAAG-603", cause, "Zet alles wat helpt op één regel.", "warning")
            before.setdefault(asked, number)


def _check_line(line: str, place: Place, known: set[str], report: Report) -> None:
    asked, sign, named = line.partition(SIGN)
    if not (sign and asked.strip() and named.strip()):
        report.add(place, "VRAAG-601", f"Hier staat geen vraag met wat er helpt: {line.strip()}", _LIKE)
        return
    for name in named.split():
        if name not in known:
            cause = f"Dit staat niet op de plank: {name}."
            kinds = f"Kies uit {', '.join(KINDS)}, met een dubbele punt en de id. {_LIKE}"
            report.add(place, "VRAAG-602", cause, did_you_mean(name, known, kinds))
