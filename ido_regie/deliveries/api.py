"""The API for deliveries: /v1/leveringen/{id} and /v1/balies/{id}/leveringen."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from ido_regie.bodies import body_of
from ido_regie.deliveries.fetching import page_for
from ido_regie.deliveries.knocks import note_refused
from ido_regie.deliveries.receipts import receipt_for
from ido_regie.deliveries.service import take_in
from ido_regie.documentation import asks_signed, body, responses, signed_content
from ido_regie.problems import ProblemError
from ido_shared import delivery

NOT_BELIEVED = (401, 403)
"""Answers to a desk that is not known, or not under this key."""
router = Router(tags=["Leveringen"])

ANSWERS = {
    201: "De levering is ontvangen.",
    200: "Precies deze levering was al ontvangen; zij telt één keer.",
}
DOCUMENTED = {
    "operationId": "zetLevering",
    "requestBody": body(signed_content("Levering")),
    "responses": responses(ANSWERS, signed_content("Ontvangstbewijs"), 400, 401, 403, 409, 413, 415),
}


@router.put("/leveringen/{id}", summary="Lever tellingen", openapi_extra=DOCUMENTED)
def zet_levering(request: HttpRequest, id: str) -> HttpResponse:
    """Bewaar een ondertekende levering van een balie. Opnieuw sturen mag altijd: zij telt één keer."""
    signed = body_of(request, delivery.MEDIA_TYPE)
    try:
        taken = take_in(signed, id)
    except ProblemError as error:
        if error.status in NOT_BELIEVED:
            note_refused(signed)
        raise
    status = 201 if taken.is_new else 200
    return HttpResponse(receipt_for(taken.message), status=status, content_type=delivery.MEDIA_TYPE)


FETCHED = {
    "operationId": "haalLeveringen",
    "parameters": [asks_signed("Opvraging")],
    "responses": responses({200: "De leveringen van deze balie."}, signed_content("Leveringen"), 400, 401, 403),
}


@router.get("/balies/{id}/leveringen", summary="Haal de eigen leveringen op", openapi_extra=FETCHED)
def haal_leveringen(request: HttpRequest, id: str, vanaf: str = "1") -> HttpResponse:
    """Geef een balie terug wat zij zelf leverde, vanaf een nummer. Nodig na een teruggezette kopie."""
    page = page_for(request.headers.get("Authorization", ""), id, vanaf)
    return HttpResponse(page, content_type=delivery.MEDIA_TYPE)
