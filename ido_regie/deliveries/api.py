"""The API for deliveries: /v1/leveringen/{id}."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from ido_regie.bodies import body_of
from ido_regie.deliveries.receipts import receipt_for
from ido_regie.deliveries.service import take_in
from ido_regie.documentation import body, responses, signed_content
from ido_shared import delivery

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
    taken = take_in(body_of(request, delivery.MEDIA_TYPE), id)
    status = 201 if taken.is_new else 200
    return HttpResponse(receipt_for(taken.message), status=status, content_type=delivery.MEDIA_TYPE)
