"""Read one guide file; the only place that reports the mistakes in it."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

from ido_kiosk.guides.content.checks import Reference, Run, check_flow, check_runs
from ido_kiosk.guides.content.guide import (
    DONE,
    EXITS,
    FOLDER,
    WAITING,
    Audience,
    Choice,
    Example,
    Exit,
    Guide,
    Limit,
    Outcome,
    SecondReading,
    Sort,
    Status,
    Step,
)
from ido_kiosk.guides.content.texts import (
    YES_NO,
    Known,
    Reading,
    checked_text,
    optional_wording,
    read_items,
    read_lines,
    read_things,
    wording,
)
from ido_shared.content.fields import FILE_ID, ID, Fields, check_known, fields_of
from ido_shared.content.nodes import Node, Table, Text, read_file
from ido_shared.content.organisations import WAYS
from ido_shared.content.problems import Report, did_you_mean
from ido_shared.content.wording import Wording, hashed

Rows = list[tuple[Text, Node]]

_AUDIENCES: tuple[Audience, ...] = ("bezoeker", "vrijwilliger")
_LIMITS: tuple[Limit, ...] = ("wegwijzen", "brief", "inhoud")
_STATUSES: tuple[Status, ...] = ("concept", "nakijken", "klaar")
_SORTS: tuple[Sort, ...] = ("goed", "anders")
_READERS: tuple[Literal["programma", "mens"], ...] = ("programma", "mens")
_MOST_CHOICES = 4
_NO_CONTACT = "geen"


def read_guide(path: Path, name: str, known: Known, report: Report) -> Guide | None:
    """The guide in a file, ``name`` being what to call it; notes every mistake. None if the file cannot be read."""
    table = read_file(path, name, report)
    if table is None:
        return None
    fields = Fields(table, report)
    fields.one_of("schema", ["gids/1"])
    _check_name(fields, path, report)
    reading = Reading(f"{FOLDER}/{path.stem}", known, report)
    steps, outcomes = fields.rows("stappen", ID), fields.rows("uitkomsten", ID)
    places = {key.value: key.place for key, _node in [*steps, *outcomes]}
    runs = [_run(run) for run in fields.each("proefritten")]
    examples = tuple(Example(run.name, run.answers, run.outcome) for run in runs)
    guide = _guide(fields, path.stem, steps, outcomes, reading, examples)
    check_exceptions(fields)
    if check_flow(guide, fields.at("begin"), places, reading.references, report):
        check_runs(guide, runs, places, report)
    fields.done()
    return guide


def _check_name(fields: Fields, path: Path, report: Report) -> None:
    id_ = fields.id("id", FILE_ID)
    if id_ and id_ != path.stem:
        can_be = f"Schrijf: id: {path.stem}. Of geef" if re.fullmatch(FILE_ID, path.stem) else "Geef"
        remedy = f"{can_be} het bestand de naam {id_}.yaml."
        report.add(fields.at("id"), "GIDS-201", f"Dit bestand heet {path.name}, maar de gids heet {id_}.", remedy)


def check_exceptions(fields: Fields) -> None:
    """Exceptions to plain language, each with its reason; only the editor's check uses them."""
    if (exceptions := fields.table("taal_uitzonderingen", required=False)) is not None:
        for text in exceptions.names():
            exceptions.text(text)


def _guide(
    fields: Fields, id_: str, steps: Rows, outcomes: Rows, reading: Reading, examples: tuple[Example, ...]
) -> Guide:
    control = fields.table("controle") or Fields(Table((), fields.place), reading.report)
    guide = Guide(
        id=id_,
        title=wording(fields, "titel", reading),
        known_as=known_as(fields, reading),
        summary=wording(fields, "kort", reading),
        organisation=_reference(fields, "organisatie", reading.known.organisations, "organisatie"),
        topic=_reference(fields, "onderwerp", reading.known.topics, "onderwerp"),
        audience=fields.one_of("voor", _AUDIENCES, "bezoeker"),
        limit=fields.one_of("grens", _LIMITS),
        status=fields.one_of("status", _STATUSES),
        minutes=fields.number("duur_minuten"),
        cost=wording(fields, "kosten", reading),
        written_on=control.day("geschreven_op") or date.min,
        second_reading=second_reading(control),
        check_before=control.day("opnieuw_controleren_voor") or date.min,
        sources=tuple(references(fields, "bronnen", reading.known.sources, "bron")),
        exits=_exits(fields, reading),
        needed=tuple(read_things(fields, "nodig", reading.below("nodig"))),
        words=_words(fields, reading.below("woorden")),
        ways=tuple(WAYS[text.value] for text in fields.texts("kanalen") if _is_way(text, reading.report)),
        start=fields.text("begin"),
        steps={step.id: step for key, node in steps if (step := _step(key, node, reading))},
        outcomes={end.id: end for key, node in outcomes if (end := _outcome(key, node, reading))},
        examples=examples,
    )
    control.done()
    return guide


def known_as(fields: Fields, reading: Reading) -> tuple[Wording, ...]:
    """The other names by which people look for it."""
    return tuple(hashed(f"{reading.context}/ook_bekend_als", text.value) for text in fields.texts("ook_bekend_als"))


def second_reading(control: Fields) -> SecondReading:
    """Who read it after the writer."""
    fields = control.table("tweede_lezing") or Fields(Table((), control.place), control.report)
    reading = SecondReading(fields.one_of("soort", _READERS), fields.text("door", ""), fields.day("datum") or date.min)
    if (reading.kind == "mens") != bool(reading.by):
        remedy = "Bij soort: mens hoort de naam van wie het las: door: … Bij soort: programma hoort geen naam."
        fields.report.add(fields.place, "GIDS-220", "Wie de tweede lezing deed, klopt niet.", remedy)
    fields.done()
    return reading


def _exits(fields: Fields, reading: Reading) -> tuple[Exit, ...]:
    table = fields.table("uitgangen") or Fields(Table((), fields.place), reading.report)
    exits = tuple(_exit(table, kind, reading) for kind in EXITS)
    table.done()
    return exits


def _exit(table: Fields, kind: str, reading: Reading) -> Exit:
    if not table.has(kind):
        remedy = f"Schrijf bij uitgangen: {kind}: een stap of uitkomst. Of {{nvt: waarom niet}}."
        table.lacks(kind, "GIDS-213", f"Deze gids zegt niets over {kind}.", remedy)
        return Exit(kind, "")
    if table.is_table(kind) and (reason := table.table(kind)) is not None:
        exit_ = Exit(kind, "", reason.text("nvt"))
        reason.done()
        return exit_
    page = table.text(kind)
    if page == "nvt":
        remedy = f"Schrijf ook waarom, zo: {kind}: {{nvt: waarom niet}}"
        reading.report.add(table.at(kind), "GIDS-213", f"Bij {kind} staat geen reden.", remedy)
        return Exit(kind, "")
    reading.references.append(Reference(f"uitgang {kind}", page, table.at(kind)))
    return Exit(kind, page)


def _words(fields: Fields, reading: Reading) -> tuple[tuple[Wording, Wording], ...]:
    table = fields.table("woorden", required=False)
    pairs = [] if table is None else [(key, checked_text(table, key, reading)) for key in table.names()]
    return tuple((hashed(reading.context, word), hashed(reading.context, meaning)) for word, meaning in pairs)


def _step(key: Text, node: Node, above: Reading) -> Step | None:
    if (fields := fields_of(node, key.value, above.report)) is None:
        return None
    reading = above.below("stappen", key.value)
    asks = fields.has("keuzes")
    step = Step(
        id=key.value,
        title=optional_wording(fields, "titel", reading) if asks else wording(fields, "titel", reading),
        question=wording(fields, "vraag", reading) if asks else None,
        why=optional_wording(fields, "waarom", reading),
        actions=read_items(fields, "doen", reading, required=not asks),
        tips=tuple(read_lines(fields, "tips_vrijwilliger", reading.below("tips"))),
        choices=tuple(_choice(choice, key.value, reading) for choice in fields.each("keuzes")),
        next=fields.text("naar", ""),
        address=fields.text("website", ""),
        take_along=fields.one_of("hand_mee", YES_NO, "nee") == "ja",
        listed=fields.one_of("op_lijst", YES_NO, "nee") == "ja",
        bring=tuple(read_things(fields, "neem_mee", reading.below("neem_mee"))),
    )
    check_known(step.address, above.known.facts, "feit", fields.at("website"), above.report)
    if step.take_along:
        check_known(WAITING, above.known.results, "resultaat", fields.at("hand_mee"), above.report)
    if bool(step.choices) == bool(step.next):
        cause = f"Bij stap {key.value} staat niet hoe het verder gaat, of twee keer."
        above.report.add(key.place, "GIDS-204", cause, "Geef de stap keuzes, of naar: een van de twee.")
    if step.next:
        above.references.append(Reference(f"stap {key.value}", step.next, fields.at("naar")))
    _check_choices(step, fields, above.report)
    fields.done()
    return step


def _choice(fields: Fields, step: str, reading: Reading) -> Choice:
    id_ = fields.id("id", ID)
    text = Wording(f"{reading.context}/keuzes/{id_}", checked_text(fields, "tekst", reading))
    choice = Choice(id_, text, fields.text("naar"))
    reading.references.append(Reference(f'stap {step}, keuze "{id_}"', choice.next, fields.at("naar")))
    return choice


def _check_choices(step: Step, fields: Fields, report: Report) -> None:
    reason = fields.text("geen_weet_niet", "")
    ids = [choice.id for choice in step.choices]
    if not ids:
        return
    known = len(set(ids) - {"weet_niet"})
    if known != len([id_ for id_ in ids if id_ != "weet_niet"]) or not 2 <= known <= _MOST_CHOICES:
        cause = f"Bij stap {step.id} kunnen deze keuzes niet."
        remedy = f"Geef twee tot {_MOST_CHOICES} keuzes, elk met een eigen id. Daarnaast mag weet_niet."
        report.add(fields.at("keuzes"), "GIDS-208", cause, remedy)
    if "weet_niet" not in ids and not reason:
        cause = f"Bij stap {step.id} kan niemand zeggen: dat weet ik niet."
        remedy = "Voeg een keuze toe met id: weet_niet. Of schrijf waarom niet: geen_weet_niet: …"
        report.add(fields.at("keuzes"), "GIDS-209", cause, remedy)


def _outcome(key: Text, node: Node, above: Reading) -> Outcome | None:
    if (fields := fields_of(node, key.value, above.report)) is None:
        return None
    reading = above.below("uitkomsten", key.value)
    way = fields.one_of("kanaal", ["", _NO_CONTACT, *WAYS], "")
    organisation = fields.text("organisatie", "")
    check_known(organisation, above.known.organisations, "organisatie", fields.at("organisatie"), above.report)
    sort = fields.one_of("soort", _SORTS)
    outcome = Outcome(
        id=key.value,
        sort=sort,
        result=_result(key, sort, fields, above.known),
        title=wording(fields, "titel", reading),
        texts=read_items(fields, "tekst", reading, required=True),
        organisation=organisation,
        way=WAYS.get(way),
        has_contact=way != _NO_CONTACT,
        further=tuple(references(fields, "verder", above.known.guides, "gids")),
    )
    fields.done()
    return outcome


def _result(key: Text, sort: Sort, fields: Fields, known: Known) -> str:
    """The code of the log for an outcome: its own, or that it is done."""
    result = fields.text("resultaat", "")
    if not result and sort != "goed":
        remedy = f"Schrijf: resultaat: … {did_you_mean('', known.results)}"
        fields.report.add(key.place, "GIDS-221", f"Bij uitkomst {key.value} staat niet hoe het afliep.", remedy)
        return ""
    result = result or DONE
    check_known(result, known.results, "resultaat", fields.at("resultaat"), fields.report)
    return result


def _reference(fields: Fields, name: str, known: Collection[str], what: str) -> str:
    value = fields.text(name)
    check_known(value, known, what, fields.at(name), fields.report)
    return value


def references(fields: Fields, name: str, known: Collection[str], what: str) -> Iterator[str]:
    """The names in a list, each of which must be known."""
    for text in fields.texts(name):
        check_known(text.value, known, what, text.place, fields.report)
        yield text.value


def _is_way(text: Text, report: Report) -> bool:
    check_known(text.value, WAYS, "kanaal", text.place, report)
    return text.value in WAYS


def _run(fields: Fields) -> Run:
    answers = fields.table("antwoorden")
    given = {} if answers is None else {name: answers.text(name) for name in answers.names()}
    return Run(fields.text("naam"), given, fields.text("uitkomst"), fields.place)
