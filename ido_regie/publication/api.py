"""The API for open data: /v1/publicaties and /v1/publicaties/{id}; for everyone."""

import uuid

from django.http import HttpRequest, HttpResponse
from ninja import Router

from ido_regie.documentation import json_content, responses
from ido_regie.figures.periods import period
from ido_regie.problems import ProblemError
from ido_regie.publication.models import Publication
from ido_regie.publication.service import METHOD, name_of, values_of
from ido_regie.published import Number, Publications, Summary, Whole
from ido_shared import delivery

router = Router(tags=["Publicaties"])
LICENCE = "CC0-1.0"
OPEN = {"Access-Control-Allow-Origin": "*"}
PERIOD_KEY = {
    "name": "periode",
    "in": "query",
    "description": "Alleen deze periode: een kwartaal (2026-K3) of een jaar (2026).",
    "schema": {"type": "string", "pattern": r"^\d{4}(-K[1-4])?$"},
}
ID = {
    "name": "id",
    "in": "path",
    "required": True,
    "description": "Kenmerk van de publicatie.",
    "schema": {"type": "string", "format": "uuid"},
}
LISTED = {
    "operationId": "haalPublicaties",
    "parameters": [PERIOD_KEY],
    "responses": responses({200: "De publicaties, de nieuwste eerst."}, json_content("Publicaties"), 400),
}
FETCHED = {
    "operationId": "haalPublicatie",
    "parameters": [ID],
    "responses": responses({200: "De publicatie met haar getallen."}, json_content("Publicatie"), 404),
}


@router.get("/publicaties", summary="Haal de lijst van publicaties", openapi_extra=LISTED)
def haal_publicaties(request: HttpRequest) -> HttpResponse:
    """Wat gemeenten hebben gepubliceerd. Een publicatie verandert nooit."""
    if unknown := sorted(set(request.GET) - {"periode"}):
        raise ProblemError(400, f"Onbekend in het adres: {', '.join(unknown)}.")
    found = Publication.objects.select_related("municipality").order_by(
        "-published_on", "-period", "municipality__name"
    )
    if "periode" in request.GET:
        found = found.filter(period=_period(request.GET["periode"]))
    return _answer(Publications([Summary(*_about(one)) for one in found]))


@router.get("/publicaties/{id}", summary="Haal een publicatie", openapi_extra=FETCHED)
def haal_publicatie(request: HttpRequest, id: str) -> HttpResponse:
    """De getallen van een publicatie, dezelfde als in de bestanden. Een verborgen getal is leeg (null)."""
    try:
        found = Publication.objects.select_related("municipality").get(pk=uuid.UUID(id))
    except (ValueError, Publication.DoesNotExist) as error:
        raise ProblemError(404, "Deze publicatie is er niet.") from error
    numbers = [Number(view, code, name_of(view, code), value) for (view, code), value in values_of(found).items()]
    return _answer(Whole(*_about(found), LICENCE, list(METHOD), numbers))


def _about(one: Publication) -> tuple[str, str, str, str]:
    """Which publication it is."""
    return str(one.pk), one.municipality.name, one.period, one.published_on.isoformat()


def _period(text: str) -> str:
    """A period that can have been published. Raises ProblemError 400 for anything else."""
    try:
        if period(text).kind != "maand":
            return text
    except ValueError:
        pass
    raise ProblemError(400, "'periode' is een kwartaal, zoals 2026-K3, of een jaar, zoals 2026.")


def _answer(message: Publications | Whole) -> HttpResponse:
    return HttpResponse(delivery.write(message), content_type="application/json", headers=OPEN)
