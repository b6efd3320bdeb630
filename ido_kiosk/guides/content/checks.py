"""Check the ways through a guide: every page exists, is reached, ends, and the example runs come out as they say."""

from collections.abc import Mapping
from dataclasses import dataclass

from ido_kiosk.guides.content import flow
from ido_kiosk.guides.content.guide import NEEDED, Guide, Step
from ido_shared.content.problems import Place, Report, did_you_mean

_MOST_STEPS = 12


@dataclass(frozen=True)
class Reference:
    """A place in the file that points to a page."""

    what: str
    page: str
    place: Place


@dataclass(frozen=True)
class Run:
    """An example run: answers by step, and the outcome they should lead to."""

    name: str
    answers: dict[str, str]
    outcome: str
    place: Place


def check_flow(
    guide: Guide, begin: Place, places: Mapping[str, Place], references: list[Reference], report: Report
) -> bool:
    """Note what is wrong with the ways; ``places`` says where each page stands. Whether they can be walked."""
    before = len(report.problems)
    _check_names(guide, places, report)
    if guide.start and guide.start not in guide.steps:
        remedy = did_you_mean(guide.start, guide.steps)
        report.add(begin, "GIDS-202", f"De gids begint bij {guide.start}. Die stap bestaat niet.", remedy)
    for reference in references:
        if reference.page and reference.page not in places:
            cause = f"Bij {reference.what} staat: naar: {reference.page}"
            remedy = f"Die stap of uitkomst bestaat niet. {did_you_mean(reference.page, places)}"
            report.add(reference.place, "GIDS-203", cause, remedy)
    can_be_walked = len(report.problems) == before and _is_whole(guide)
    if can_be_walked:
        _check_ways(guide, places, report)
    return can_be_walked and len(report.problems) == before


def _is_whole(guide: Guide) -> bool:
    """Whether every step and choice says where it leads; what is missing was told already."""
    choices = [choice for step in guide.steps.values() for choice in step.choices]
    return all(step.choices or step.next for step in guide.steps.values()) and all(
        choice.id and choice.next for choice in choices
    )


def _check_names(guide: Guide, places: Mapping[str, Place], report: Report) -> None:
    for name in [NEEDED, *guide.outcomes]:
        if name in guide.steps:
            cause = f"De naam {name} kan niet: die is al in gebruik."
            report.add(places[name], "GIDS-210", cause, "Geef de stap of uitkomst een andere naam.")


def _check_ways(guide: Guide, places: Mapping[str, Place], report: Report) -> None:
    ways = guide.flow()
    if found := flow.circle(ways):
        cause = f"Deze stappen gaan in een kringetje rond: {', '.join(found)}."
        report.add(places[found[0]], "GIDS-206", cause, "Laat een van de stappen naar een uitkomst gaan.")
        return
    reached = flow.reachable(ways, [guide.start, *(exit_.page for exit_ in guide.exits)])
    for page, place in places.items():
        if page not in reached:
            remedy = "Laat een stap, keuze of uitgang ernaartoe gaan. Of haal dit deel weg."
            report.add(place, "GIDS-205", f"Niemand komt ooit bij {page}.", remedy)
    if (steps := flow.longest(ways, guide.start)) > _MOST_STEPS:
        cause = f"De langste weg door deze gids heeft {steps} stappen."
        report.add(places[guide.start], "GIDS-207", cause, f"Maak er hooguit {_MOST_STEPS} van, of maak twee gidsen.")


def check_runs(guide: Guide, runs: list[Run], places: Mapping[str, Place], report: Report) -> None:
    """Walk every example run; together they must take every choice."""
    taken: set[tuple[str, str]] = set()
    is_stuck = False
    for run in runs:
        walked, stuck = _walk(guide, run, report)
        taken |= set(walked.items())
        is_stuck |= stuck
        for unused in [] if stuck else sorted(run.answers.keys() - walked.keys()):
            cause = f'Proefrit "{run.name}" geeft een antwoord bij {unused}, maar komt daar niet.'
            report.add(run.place, "GIDS-217", cause, "Haal dat antwoord weg, of kijk welke weg deze proefrit gaat.")
    if is_stuck:
        return  # it may be that run that takes the choice
    for step in guide.steps.values():
        if left := [f'"{choice.id}"' for choice in step.choices if (step.id, choice.id) not in taken]:
            cause = f"Geen proefrit kiest bij {step.id} voor {' of '.join(left)}."
            report.add(places[step.id], "GIDS-218", cause, "Voeg een proefrit toe die dat kiest.")


def _walk(guide: Guide, run: Run, report: Report) -> tuple[dict[str, str], bool]:
    """The answers that were used, by step, and whether it got stuck on the way."""
    used: dict[str, str] = {}
    page = guide.start
    while (step := guide.steps.get(page)) is not None:
        if not step.choices:
            page = step.next
            continue
        answer = run.answers.get(step.id, "")
        following = {choice.id: choice.next for choice in step.choices}
        if answer not in following:
            _add_no_answer(run, step, answer, report)
            return used, True
        used[step.id] = answer
        page = following[answer]
    if page != run.outcome:
        cause = f'Proefrit "{run.name}" komt uit bij {page}, niet bij {run.outcome}.'
        report.add(run.place, "GIDS-216", cause, "Kijk of de keuzes kloppen. Zo ja: verander de uitkomst.")
    return used, False


def _add_no_answer(run: Run, step: Step, answer: str, report: Report) -> None:
    given = f"het antwoord {answer}, dat niet bestaat" if answer else "geen antwoord"
    remedy = did_you_mean(answer, [choice.id for choice in step.choices])
    report.add(run.place, "GIDS-219", f'Proefrit "{run.name}" geeft bij stap {step.id} {given}.', remedy)
