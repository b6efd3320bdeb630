"""The beginning of a new guide: a file that can be previewed at once, with TODO where an editor has to write."""

import re
from datetime import date
from pathlib import Path

from ido_kiosk.editor.listing import hits_for
from ido_kiosk.guides.content.guide import FOLDER
from ido_kiosk.guides.content.library_reader import load
from ido_shared.command_line import UsageError
from ido_shared.content.codes import Codes
from ido_shared.content.fields import FILE_ID
from ido_shared.content.organisations import WAYS
from ido_shared.reasons import why

_MONTHS = 6

_TEXT = """\
# Een gids voor de balie. Uitleg van de velden: forms/LEESMIJ.md
# Zoek elk TODO op, en zet er uw eigen tekst. Kijk met: ido-forms preview {id}
schema: gids/1
id: {id}
titel: {title}
ook_bekend_als:               # wat mensen zeggen, ook als het niet precies klopt
  - {words}
kort: TODO Zeg in een of twee zinnen wat de bezoeker hier regelt.
organisatie: {organisation}   # TODO Klopt deze organisatie? De codes staan in organisaties.yaml.
onderwerp: {topic}            # TODO Klopt dit onderwerp? De codes staan in registratie.yaml.
grens: wegwijzen              # wegwijzen | brief | inhoud
status: concept               # concept | nakijken | klaar
duur_minuten: 15
kosten: TODO Gratis, of wie zegt wat het kost?

controle:
  geschreven_op: {today}
  tweede_lezing: {{soort: programma, datum: {today}}}   # las iemand het na? {{soort: mens, door: naam, datum: …}}
  opnieuw_controleren_voor: {check_before}

bronnen: []                   # TODO Waar las u dit? Namen uit bronnen.yaml

uitgangen:                    # een stap of uitkomst, of een reden waarom niet
  geen_digid: {{nvt: TODO Waarom niet? Of zet hier de naam van een stap of uitkomst.}}
  geen_mobiel: {{nvt: TODO}}
  niet_ingeschreven: {{nvt: TODO}}
  spoed: {{nvt: TODO}}
  namens_iemand_anders: {{nvt: TODO}}

nodig:
  - tekst: TODO Wat heeft de bezoeker bij zich?

kanalen: [{ways}]

begin: vraag_vooraf
stappen:
  vraag_vooraf:
    vraag: TODO Welke vraag stelt u eerst?
    keuzes:
      - {{id: ja, tekst: Ja, naar: doen}}
      - {{id: nee, tekst: Nee, naar: verder_vragen}}
      - {{id: weet_niet, tekst: Dat weet ik niet, naar: verder_vragen}}
  doen:
    titel: TODO Wat doet de bezoeker nu?
    doen:
      - TODO Begin met een werkwoord.
    tips_vrijwilliger:
      - TODO Waar let u op? Dit ziet de bezoeker niet.
    naar: gelukt

uitkomsten:
  gelukt:
    soort: goed
    titel: TODO Het is gelukt
    tekst:
      - TODO Wat gebeurt er hierna?
  verder_vragen:
    soort: anders
    resultaat: {result}           # TODO Hoe liep het af? De codes staan in registratie.yaml.
    titel: TODO Vraag het na
    tekst:
      - TODO Wat vraagt de bezoeker, en aan wie?
    kanaal: {way}

proefritten:                  # samen nemen ze elke keuze
  - naam: Gewoon
    antwoorden: {{vraag_vooraf: ja}}
    uitkomst: gelukt
  - naam: Nog niet
    antwoorden: {{vraag_vooraf: nee}}
    uitkomst: verder_vragen
  - naam: Weet het niet
    antwoorden: {{vraag_vooraf: weet_niet}}
    uitkomst: verder_vragen
"""


def new_guide(name: str, forms: Path, codes: Codes, today: date) -> Path:
    """Write the file of a new guide; gives its path.

    Raises UsageError for a name that cannot be or is taken, and ContentError.
    """
    id_ = id_of(name)
    target = forms / FOLDER / f"{id_}.yaml"
    words = words_in(name)
    topic = topic_for(words, forms, codes)
    organisation = codes.topics[topic].organisation
    ways = _ways(organisation, forms)
    text = _TEXT.format(
        id=id_,
        title=quoted(words[:1].upper() + words[1:]),
        words=quoted(words.lower()),
        topic=topic,
        organisation=organisation,
        ways=", ".join(ways),
        way=ways[0] if ways else "geen",
        result=next((code for code in codes.results if code != "OPG"), "OPG"),
        today=today,
        check_before=later(today),
    )
    return write_new(target, text, "gids")


def id_of(name: str) -> str:
    """The id for a name, such as ``huurtoeslag-aanvragen``. Raises UsageError for a name that cannot be."""
    id_ = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if not re.fullmatch(FILE_ID, id_):
        raise UsageError(f"De naam '{name}' kan niet. Begin met een letter, zoals: huurtoeslag-aanvragen")
    return id_


def words_in(name: str) -> str:
    """A name as words: an id loses its hyphens, words keep theirs."""
    return (name if " " in name.strip() else name.replace("-", " ")).strip()


def write_new(target: Path, text: str, what: str) -> Path:
    """Write a file that is not there yet; gives its path. Raises UsageError when it is, or cannot be."""
    try:
        target.parent.mkdir(exist_ok=True)
        with target.open("x", encoding="utf-8") as made:
            made.write(text)
    except FileExistsError as error:
        raise UsageError(f"De {what} {target.stem} is er al: {target}") from error
    except OSError as error:
        raise UsageError(f"{target} is niet te schrijven: {why(error)}.") from error
    return target


def topic_for(words: str, forms: Path, codes: Codes) -> str:
    """The topic that fits the name best, or else the last one."""
    found = [hit.entry.id for hit in hits_for(forms, words) if hit.entry.id in codes.topics]
    return found[0] if found else list(codes.topics)[-1]


def _ways(code: str, forms: Path) -> list[str]:
    """The ways to reach an organisation, as they are called in the files."""
    organisation = load(forms).organisations.get(code)
    there = [] if organisation is None else [channel.way for channel in organisation.channels]
    return [name for name, way in WAYS.items() if way in there]


def quoted(text: str) -> str:
    """A text as YAML reads it: between quotes, unless it is plain."""
    if re.fullmatch(r"[A-Za-z][\w ,.-]*", text):
        return text
    return '"' + text.replace("\\", "").replace('"', "'") + '"'


def later(day: date) -> date:
    """The day by which something that is written now should be checked again."""
    years, month = divmod(day.month - 1 + _MONTHS, 12)
    return date(day.year + years, month + 1, min(day.day, 28))
