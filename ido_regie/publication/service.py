"""Publish a period, and show what was published; a cell has one value, for ever and everywhere."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet

from ido_regie import clock
from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.deliveries.models import Delivery
from ido_regie.figures import labels
from ido_regie.figures.figure import Figure, Row
from ido_regie.figures.periods import Period, period
from ido_regie.organisations.merging import with_former
from ido_regie.organisations.models import Account, Municipality, Role
from ido_regie.publication.audit import HIDDEN_BELOW, ROUNDED_TO, Key, rounded
from ido_regie.publication.contents import REST, THEME, TOTAL, VISITS
from ido_regie.publication.draft import Draft, draft
from ido_regie.publication.models import LateTold, Publication, PublishedCell
from ido_shared import counts

LATE = "nagekomen"
HIDDEN = f"< {HIDDEN_BELOW}*"
"""What stands in the place of a hidden number; the star says that it may also be larger."""
TITLES = {
    TOTAL: "Totalen",
    THEME: "Thema’s",
    counts.TOPIC: "Onderwerpen",
    counts.ORGANISATION: "Organisaties",
    counts.RESULT: "Resultaten",
    counts.CHANNEL: "Kanalen",
    counts.REFERRAL: "Doorverwijzingen",
    counts.SIGNAL: "Signalen",
}
METHOD = (
    f"Aantallen zijn afgerond op {ROUNDED_TO}. Aantallen onder {HIDDEN_BELOW} zijn verborgen.",
    f"{HIDDEN}: verborgen, omdat het aantal klein is of omdat anders een klein aantal te berekenen is.",
    "Eén vraag telt één keer, behalve bij doorverwijzingen en signalen: daar kan een vraag er meer hebben.",
    "Dit zijn vragen, geen mensen. Door het afronden tellen de delen niet precies op tot het totaal.",
    "Nagekomen: vragen uit een eerder gepubliceerde periode, die later binnenkwamen.",
)


class RefusedError(Exception):
    """The period cannot be published; the text says in Dutch why."""


def publications_of(account: Account) -> QuerySet[Publication]:
    """What was published: of the own municipality and all that merged into it; for a national reader or administrator

    of all.
    """
    found = Publication.objects.select_related("municipality").order_by(
        "-published_on", "-period", "municipality__name"
    )
    return found if account.role in (Role.NATIONAL, Role.ADMINISTRATOR) else found.filter(**_border(account))


def _border(account: Account) -> dict[str, object]:
    if account.role == Role.COORDINATOR:
        here = Municipality.objects.filter(location__library=account.library_id)
    else:
        here = Municipality.objects.filter(account=account)
    return {"municipality__in": with_former(here.values_list("pk", flat=True))}


def publish(municipality: Municipality, asked: Period, by: str, without: Collection[str] = ()) -> Publication:
    """Publish a period after its audit, which closes it. Raises RefusedError with the reason.

    ``without``: the desks (ids) that need not be waited for; the log names those of which something has yet to come.
    The audit takes longer than a delivery may wait, so nothing is locked before it is done.
    """
    seen = _came_in(municipality)
    made = draft(municipality, asked, without)
    if made.refusal:
        raise RefusedError(made.refusal)
    with transaction.atomic():
        Municipality.objects.select_for_update().get(pk=municipality.pk)  # one publication at a time
        if _came_in(municipality) != seen:
            raise RefusedError("Er kwam net iets binnen van een balie. Kijk de cijfers nog een keer na.")
        publication = _write(municipality, made)
        record(Action.PUBLICATION, by, f"{municipality}, {asked.text}")
        for one in made.awaited:
            record(Action.PUBLICATION, by, f"{asked.text}, zonder wat nog komt van {one.desk}")
    return publication


def _came_in(municipality: Municipality) -> tuple[int, int]:
    """What changes as soon as a draft may: deliveries and publications only come in addition."""
    deliveries = Delivery.objects.filter(desk__location__municipality=municipality)
    return deliveries.count(), Publication.objects.filter(municipality=municipality).count()


def _write(municipality: Municipality, made: Draft) -> Publication:
    """Keep a draft as a publication."""
    publication = Publication.objects.create(
        municipality=municipality, period=made.period.text, published_on=clock.today()
    )
    PublishedCell.objects.bulk_create(
        PublishedCell(publication=publication, view=key.view, code=key.code, value=_value(made, key), exact=number)
        for key, number in made.exact.items()
    )
    PublishedCell.objects.create(publication=publication, view=LATE, code="", value=_late(made), exact=made.late)
    if _late(made) is not None:  # else they wait for the next publication
        LateTold.objects.bulk_create(
            LateTold(publication=publication, period=text, questions=number) for text, number in made.told.items()
        )
    return publication


def _value(made: Draft, key: Key) -> int | None:
    return None if key in made.hidden else rounded(made.exact[key])


def _late(made: Draft) -> int | None:
    return rounded(made.late) if made.late >= HIDDEN_BELOW else None


def figures_of(values: dict[tuple[str, str], int | None], asked: Period) -> list[Figure]:
    """The tables of a publication, from its values by view and code."""
    rows = [
        Row("Vragen", (_said(values[TOTAL, ""]),)),
        Row("Bezoeken", (_said(values[VISITS, ""]),)),
        Row("Nagekomen vragen van eerdere periodes", (_said(values[LATE, ""]),)),
    ]
    figures = [_figure(TOTAL, asked, rows)]
    for view in TITLES:
        if view != TOTAL:
            found = [Row(name_of(view, code), (_said(value),)) for (of, code), value in values.items() if of == view]
            figures.append(_figure(view, asked, found))
    return figures


def shown(publication: Publication) -> list[Figure]:
    """The tables of a publication as everyone sees them."""
    return figures_of(values_of(publication), period(publication.period))


def values_of(publication: Publication) -> dict[tuple[str, str], int | None]:
    """The published values by view and code; None: hidden."""
    rows = PublishedCell.objects.filter(publication=publication).order_by("id")
    return {(view, code): value for view, code, value in rows.values_list("view", "code", "value")}


def preview(made: Draft) -> list[Figure]:
    """The tables as they would be published."""
    values = {(key.view, key.code): _value(made, key) for key in made.exact}
    values[LATE, ""] = _late(made)
    return figures_of(values, made.period)


def _figure(view: str, asked: Period, rows: list[Row]) -> Figure:
    hidden = sum(1 for row in rows if row.numbers[0] == HIDDEN)
    summary = f"{asked.label.capitalize()}. {len(rows)} getallen, waarvan {hidden} verborgen."
    return Figure(view, TITLES[view], summary, (TITLES[view], "Aantal"), tuple(rows), kind="table")


def name_of(view: str, code: str) -> str:
    """What a published number is about, in words."""
    if view in (TOTAL, VISITS, LATE):
        return view
    if code == REST:
        return "Niet uitgesplitst"
    return labels.theme_label(code) if view == THEME else labels.label(view, code)


def _said(value: int | None) -> int | str:
    return HIDDEN if value is None else value
