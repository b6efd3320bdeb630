"""The API for enrolling desks (/v1/koppelingen, /v1/balies/{id}/sleutel) and what they are told (…/instellingen,

…/lokale-gegevens).
"""

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from ninja import Router

from ido_regie.bodies import body_of
from ido_regie.documentation import asks_signed, body, json_content, not_modified, responses, signed_content
from ido_regie.organisations import decisions, nearby
from ido_regie.organisations.desks import renew_key
from ido_regie.organisations.enrolment import enrol
from ido_regie.problems import ProblemError
from ido_shared import delivery

router = Router(tags=["Koppelingen"])

ANSWERS = {
    201: "De balie is gekoppeld.",
    200: "Deze balie was al gekoppeld met dezelfde code en sleutel.",
}
DOCUMENTED = {
    "operationId": "maakKoppeling",
    "requestBody": body(json_content("Koppelverzoek")),
    "responses": responses(ANSWERS, json_content("Koppeling"), 400, 403, 409, 413, 415, 429),
}


@router.post("/koppelingen", summary="Koppel een balie met een koppelcode", openapi_extra=DOCUMENTED)
def maak_koppeling(request: HttpRequest) -> HttpResponse:
    """Wissel de koppelcode en de openbare sleutel van een balie in voor haar identiteit en de sleutel van regie."""
    try:
        asked = delivery.read(body_of(request, "application/json"), delivery.Enrolment)
    except delivery.ContractError as error:
        raise ProblemError(400, str(error)) from error
    enrolled, is_new = enrol(asked)
    return HttpResponse(delivery.write(enrolled), status=201 if is_new else 200, content_type="application/json")


RENEWED = {
    "operationId": "zetSleutel",
    "requestBody": body(signed_content("NieuweSleutel")),
    "responses": responses(
        {200: "De nieuwe sleutel geldt; de oude niet meer."},
        signed_content("NieuweSleutel"),
        400,
        401,
        403,
        409,
        413,
        415,
    ),
}


@router.put("/balies/{id}/sleutel", summary="Vervang de sleutel van een balie", openapi_extra=RENEWED)
def zet_sleutel(request: HttpRequest, id: str) -> HttpResponse:
    """Een balie die naar een andere computer verhuist, vervangt haar sleutel; de oude computer levert niet meer."""
    answer = renew_key(body_of(request, delivery.MEDIA_TYPE), id)
    return HttpResponse(answer, content_type=delivery.MEDIA_TYPE)


KNOWN = {
    "name": "If-None-Match",
    "in": "header",
    "description": "De ETag van het vorige antwoord.",
    "schema": {"type": "string"},
}
DECIDED = {
    "operationId": "haalInstellingen",
    "parameters": [asks_signed("InstellingenOpvraging"), KNOWN],
    "responses": responses({200: "Wat de gemeente besliste."}, signed_content("Instellingen"), 400, 401, 403)
    | not_modified("Er is niets veranderd."),
}


@router.get("/balies/{id}/instellingen", summary="Haal de instellingen van de gemeente", openapi_extra=DECIDED)
def haal_instellingen(request: HttpRequest, id: str) -> HttpResponse:
    """Geef een balie de instellingen waarover de gemeente besliste. Wat de gemeente openliet, staat er niet in."""
    return _unless_known(request, *decisions.answer_for(request.headers.get("Authorization", ""), id))


NEARBY = {
    "operationId": "haalLokaleGegevens",
    "parameters": [asks_signed("LokaalOpvraging"), KNOWN],
    "responses": responses(
        {200: "Wat gemeente en bibliotheek schreven."}, signed_content("LokaleGegevens"), 400, 401, 403
    )
    | not_modified("Er is niets veranderd."),
}


@router.get("/balies/{id}/lokale-gegevens", summary="Haal de lokale gegevens", openapi_extra=NEARBY)
def haal_lokale_gegevens(request: HttpRequest, id: str) -> HttpResponse:
    """Geef een balie de organisaties in de buurt, zoals haar gemeente en haar bibliotheek die bij regie schreven."""
    return _unless_known(request, *nearby.answer_for(request.headers.get("Authorization", ""), id))


def _unless_known(request: HttpRequest, answer: bytes, tag: str) -> HttpResponse:
    """A signed answer, or only that it is still the one with this ETag."""
    known = [each.removeprefix("W/") for each in parse_etags(request.headers.get("If-None-Match", ""))]
    headers = {"ETag": tag}
    if tag in known or "*" in known:
        return HttpResponseNotModified(headers=headers)
    return HttpResponse(answer, content_type=delivery.MEDIA_TYPE, headers=headers)
