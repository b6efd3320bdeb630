"""The API for enrolling desks: /v1/koppelingen."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from ido_regie.bodies import body_of
from ido_regie.documentation import body, json_content, responses
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
