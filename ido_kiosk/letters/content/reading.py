"""Read the letters of a forms folder."""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from ido_kiosk.letters.content.addresses import read_addresses
from ido_kiosk.letters.content.checks import check_letter
from ido_kiosk.letters.content.letter import DEADLINES, FOLDER, OWN, Letter, Limit, Paragraph, Reader, Status
from ido_kiosk.letters.content.questions import own_names, read_fields
from ido_kiosk.letters.content.texts import (
    Known,
    Reading,
    letter_text,
    plain_text,
    read_advice,
    reference,
    references,
    wording,
    wordings,
)
from ido_shared.content.facts import Fact
from ido_shared.content.fields import FILE_ID, ID, Fields, check_known
from ido_shared.content.nodes import Table, read_file
from ido_shared.content.organisations import Organisation
from ido_shared.content.problems import Report
from ido_shared.content.wording import Wording, hashed

_LIMITS: tuple[Limit, ...] = ("wegwijzen", "brief", "inhoud")
_STATUSES: tuple[Status, ...] = ("concept", "nakijken", "klaar")
_READERS: tuple[Reader, ...] = ("programma", "mens")
_NO_YES = ("nee", "ja")


def read_letters(
    forms: Path,
    facts: Mapping[str, Fact],
    sources: Collection[str],
    organisations: Mapping[str, Organisation],
    topics: Collection[str],
    guides: Collection[str],
    report: Report,
) -> dict[str, Letter]:
    """The letters by id; notes every mistake. The rest is what they may refer to."""
    known = Known(topics, organisations, facts, sources, guides)
    paths = sorted((forms / FOLDER).glob("*.yaml"))
    letters = [_read_letter(path, known, report) for path in paths]
    return {letter.id: letter for letter in letters if letter is not None}


def _read_letter(path: Path, known: Known, report: Report) -> Letter | None:
    table = read_file(path, f"{FOLDER}/{path.name}", report)
    if table is None:
        return None
    fields = Fields(table, report)
    fields.one_of("schema", ["brief/1"])
    id_ = fields.id("id", FILE_ID)
    if id_ and id_ != path.stem:
        remedy = f"Schrijf: id: {path.stem}. Of geef het bestand de naam {id_}.yaml."
        report.add(fields.at("id"), "BRIEF-201", f"Dit bestand heet {path.name}, maar de brief heet {id_}.", remedy)
    letter = _letter(fields, Reading(path.stem, known, report))
    check_letter(letter, table, known, report)
    _check_exceptions(fields)
    fields.done()
    return letter


def _check_exceptions(fields: Fields) -> None:
    """Exceptions to plain language, each with its reason; only the editor's check uses them."""
    if (exceptions := fields.table("taal_uitzonderingen", required=False)) is not None:
        for text in exceptions.names():
            exceptions.text(text)


def _words(fields: Fields, reading: Reading) -> tuple[tuple[Wording, Wording], ...]:
    if (table := fields.table("woorden", required=False)) is None:
        return ()
    context = reading.path("woorden")
    meanings = [(word, plain_text(table, word, reading)) for word in table.names()]
    return tuple((hashed(context, word), hashed(context, meaning)) for word, meaning in meanings)


def _letter(fields: Fields, reading: Reading) -> Letter:
    known = reading.known
    control = fields.table("controle") or Fields(Table((), fields.place), reading.report)
    kind, by, read_on = _second_reading(control)
    has_reference = fields.one_of("kenmerk", _NO_YES) == "ja"
    questions = read_fields(fields, reading)
    own, organisations = own_names(questions, has_reference), _organisations(fields, known)
    letter = Letter(
        id=reading.id,
        title=wording(fields, "titel", reading),
        known_as=wordings(fields, "ook_bekend_als", reading),
        summary=wording(fields, "kort", reading),
        organisations=organisations,
        topic=reference(fields, "onderwerp", known.topics, "onderwerp"),
        limit=fields.one_of("grens", _LIMITS),
        status=fields.one_of("status", _STATUSES),
        deadline=fields.one_of("termijn", DEADLINES),
        guides=references(fields, "gidsen", known.guides, "gids"),
        sources=references(fields, "bronnen", known.sources, "bron"),
        written_on=control.day("geschreven_op") or date.min,
        second_reading_kind=kind,
        second_reading_by=by,
        second_reading_on=read_on,
        check_before=control.day("opnieuw_controleren_voor") or date.min,
        addresses=read_addresses(fields, organisations, known),
        fields=questions,
        subject=letter_text(fields, "betreft", reading, own),
        paragraphs=tuple(_paragraph(one, reading, own) for one in fields.each("alineas")),
        has_reference=has_reference,
        asks_bsn=fields.one_of("bsn", _NO_YES) == "ja",
        enclosures=wordings(fields, "bijlagen", reading),
        words=_words(fields, reading),
        next=tuple(read_advice(node, reading) for node in fields.nodes("daarna", required=True)),
    )
    control.done()
    return letter


def _organisations(fields: Fields, known: Known) -> tuple[str, ...]:
    texts = fields.texts("organisaties")
    codes = [OWN, *known.organisations] if known.organisations else []
    for text in texts:
        check_known(text.value, codes, "organisatie", text.place, fields.report)
    if not texts:
        remedy = f"Schrijf: organisaties: [code]. De codes staan in organisaties.yaml. Een andere organisatie: {OWN}."
        fields.report.add(fields.at("organisaties"), "BRIEF-204", "Deze brief gaat naar niemand.", remedy)
    return tuple(text.value for text in texts)


def _second_reading(control: Fields) -> tuple[Reader, str, date]:
    """Who read it after the writer, by what name, and when."""
    fields = control.table("tweede_lezing") or Fields(Table((), control.place), control.report)
    kind, by, on = fields.one_of("soort", _READERS), fields.text("door", ""), fields.day("datum")
    if (kind == "mens") != bool(by):
        remedy = "Bij soort: mens hoort de naam van wie het las: door: … Bij soort: programma hoort geen naam."
        fields.report.add(fields.place, "BRIEF-219", "Wie de tweede lezing deed, klopt niet.", remedy)
    fields.done()
    return kind, by, on or date.min


def _paragraph(fields: Fields, reading: Reading, own: Collection[str]) -> Paragraph:
    id_ = fields.id("id", ID)
    needs = fields.text("als", "")
    check_known(needs, own, "veld", fields.at("als"), fields.report)
    return Paragraph(
        id=id_,
        text=letter_text(fields, "tekst", reading, own),
        explanation=wording(fields, "uitleg", reading, "alineas", id_, "uitleg"),
        needs=needs,
        public_only=fields.one_of("alleen", ("", "overheid"), "") == "overheid",
        not_for=references(fields, "niet_bij", reading.known.organisations, "organisatie"),
    )
