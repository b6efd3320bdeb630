"""The beginning of a new letter: a file that can be printed at once, with TODO where an editor has to write."""

from datetime import date
from pathlib import Path

from ido_kiosk.editor.skeleton import id_of, later, quoted, topic_for, words_in, write_new
from ido_kiosk.letters.content.letter import FOLDER
from ido_shared.content.codes import Codes

_TEXT = """\
# Een brief die de bezoeker per post stuurt. Uitleg van de velden: forms/LEESMIJ.md
# Zoek elk TODO op, en zet er uw eigen tekst. Kijk met: ido-forms pdf {id}
schema: brief/1
id: {id}
titel: {title}
ook_bekend_als:               # wat mensen zeggen, ook als het niet precies klopt
  - {words}
kort: TODO Zeg in een of twee zinnen wat de bezoeker met deze brief vraagt.
organisaties: [{organisation}]   # TODO Aan wie? Meer mag. EIGEN = een andere, die de bezoeker zelf invult.
onderwerp: {topic}            # TODO Klopt dit onderwerp? De codes staan in registratie.yaml.
grens: brief                  # wegwijzen | brief | inhoud
status: concept               # concept | nakijken | klaar
termijn: geen                 # geen | eigen_brief | bezwaar_6_weken
gidsen: []                    # gidsen die naar deze brief wijzen
bronnen: []                   # TODO namen uit bronnen.yaml

controle:
  geschreven_op: {today}
  tweede_lezing: {{soort: programma, datum: {today}}}   # TODO Wie las dit na?
  opnieuw_controleren_voor: {check_before}

velden:                       # naam, adres en telefoon van de bezoeker heeft elke brief al
  reden: {{label: TODO Waarom, soort: regels, met_de_hand: ja}}

betreft: TODO Waar gaat de brief over?
alineas:                      # de brief zelf; {{naam}} is een veld of een feit
  - id: vraag
    tekst: TODO Wat vraagt de bezoeker?
    uitleg: TODO Wat staat hier, in makkelijke woorden?
  - id: reden
    tekst: "TODO Dit is de reden: {{reden}}"
    uitleg: TODO U zegt waarom.
kenmerk: ja                   # ja = een regel: Uw kenmerk
bsn: nee                      # ja = een stippellijn om met de pen in te vullen; nooit een veld
bijlagen: []
daarna:                       # wat de bezoeker doet, en wat er dan gebeurt
  - Zet uw handtekening.
  - Maak een kopie voor uzelf.
  - TODO Wat gebeurt er hierna, en wanneer?
"""


def new_letter(name: str, forms: Path, codes: Codes, today: date) -> Path:
    """Write the file of a new letter; gives its path.

    Raises UsageError for a name that cannot be or is taken, and ContentError.
    """
    id_, words = id_of(name), words_in(name)
    topic = topic_for(words, forms, codes)
    text = _TEXT.format(
        id=id_,
        title=quoted(words[:1].upper() + words[1:]),
        words=quoted(words.lower()),
        topic=topic,
        organisation=codes.topics[topic].organisation,
        today=today,
        check_before=later(today),
    )
    return write_new(forms / FOLDER / f"{id_}.yaml", text, "brief")
