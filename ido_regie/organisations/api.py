"""The API for enrolling desks: /v1/koppelingen and /v1/balies/{id}/sleutel."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from ido_regie.bodies import body_of
from ido_regie.documentation import body, json_content, responses, signed_content
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
